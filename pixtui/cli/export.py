"""``pixtui export``: the session in a file for another program; the codes never."""

import argparse
from pathlib import Path

from pixtui.cli.arguments import EXPORTED
from pixtui.cli.looking import Look, look
from pixtui.cli.shared import DONE, REFUSED, USAGE, put_text, refuse, say, session_path
from pixtui.desk.exporting import PIX_FORMATS, pix_file
from pixtui.domain.outcome import Refusal
from pixtui.exchange.export_csv import write_csv
from pixtui.exchange.pix_rows import Dangerous
from pixtui.present.problems import problem_groups
from pixtui.present.status import status
from pixtui.present.table import candidate_table
from pixtui.store.folding import write_new
from pixtui.store.strict_json import readable
from pixtui.wording.catalogue import N_, Words

ENDINGS = {"csv": "csv", "json": "json", "ods": "pix-candidates-ods"}
"""The format of a file's name, where none is said."""


def run(asked: argparse.Namespace, text: Words) -> int:
    """Write the file, whole or not at all; one that is there is kept."""
    path = Path(asked.file)
    form = asked.form or ENDINGS.get(path.suffix.removeprefix(".").lower())
    if form is None:
        say(text.say(N_("Say the format: --as {formats}."), formats=" | ".join(EXPORTED)))
        return USAGE
    seen = look(session_path(asked.session), text)
    if form in PIX_FORMATS:
        return _pix(seen, path, form, asked.sco, text)
    write_new(path, _data(seen, form, text))
    put_text(text.say(N_("Written: {path}."), path=str(path)))
    return DONE


def _data(seen: Look, form: str, text: Words) -> bytes:
    if form == "json":
        return readable(status(seen.state, seen.now, text, seen.heads))
    return write_csv(*candidate_table(seen.state, seen.now, text))


def _pix(seen: Look, path: Path, form: str, sco: bool | None, text: Words) -> int:
    """One of Pix's own files; what Pix would refuse of it is said, and it is written."""
    if seen.state.details is None:
        return refuse(text, Refusal("purged" if seen.state.purged else "no_session"))
    try:
        made = pix_file(seen.state, form, seen.now, sco=sco)
    except Dangerous as found:
        acts = N_("{name}: a spreadsheet would compute “{value}” ({column}). Correct it first.")
        say(text.say(acts, name=found.name, value=found.value, column=found.column))
        return REFUSED
    write_new(path, made.data)
    put_text(text.say(N_("Written: {path}."), path=str(path)))
    if seen.state.session.fictional:
        say(text.text(N_("This session is fictional: do not bring the file into Pix Certif.")))
    if made.refused:
        say(text.text(N_("As it stands, Pix would refuse this file:")))
        for line in problem_groups(text, made.refused):
            say("  " + line)
    return DONE
