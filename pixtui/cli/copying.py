"""``pixtui copy``: a session in a file of its own, or what is good of a damaged one."""

import argparse
from pathlib import Path

from pixtui.cli.shared import DONE, REFUSED, put, put_text, session_path
from pixtui.desk.copying import copy_session
from pixtui.wording.catalogue import N_, Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Write the copy; 1 where something of the original could not be saved."""
    path = Path(asked.file)
    found = copy_session(session_path(asked.session), path)
    if asked.json:
        put(
            {
                "ok": True,
                "session": str(path),
                "entries": len(found.entries),
                "whole": found.whole,
                "from_backup": found.from_backup,
            }
        )
        return DONE if found.whole else REFUSED
    written = text.say(N_("Written: {path}."), path=str(path))
    count = text.plural("{n} entry, chain intact", "{n} entries, chain intact", len(found.entries))
    put_text(f"{written} {count}.")
    if not found.whole:
        put_text(
            text.text(
                N_("They come from the backup; what was declared after it is lost.")
                if found.from_backup
                else N_("What stood after the damage is not in it. Keep the damaged file too.")
            )
        )
    return DONE if found.whole else REFUSED
