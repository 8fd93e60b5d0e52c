"""``pixtui export``: the session in a file for another program; the codes never."""

import argparse
from pathlib import Path

from pixtui.cli.looking import Look, look
from pixtui.cli.shared import DONE, USAGE, put_text, say, session_path
from pixtui.exchange.export_csv import write_csv
from pixtui.present.status import status
from pixtui.present.table import candidate_table
from pixtui.store.folding import write_new
from pixtui.store.strict_json import readable
from pixtui.wording.catalogue import N_, Words

FORMATS = ("csv", "json")


def run(asked: argparse.Namespace, text: Words) -> int:
    """Write the file, whole or not at all; one that is there is kept."""
    path = Path(asked.file)
    form = asked.form or path.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        say(text.say(N_("Say the format: --as {formats}."), formats=" | ".join(FORMATS)))
        return USAGE
    data = _data(look(session_path(asked.session), text), form, text)
    write_new(path, data)
    put_text(text.say(N_("Written: {path}."), path=str(path)))
    return DONE


def _data(seen: Look, form: str, text: Words) -> bytes:
    if form == "json":
        return readable(status(seen.state, seen.now, text, seen.heads))
    return write_csv(*candidate_table(seen.state, seen.now, text))
