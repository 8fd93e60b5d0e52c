"""``pixtui list``: the sessions of a folder."""

import argparse
from pathlib import Path

from pixtui.cli.shared import DONE, put, put_text
from pixtui.desk.folder import listed
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.summary import summary
from pixtui.present.width import fit
from pixtui.resources import sessions_folder
from pixtui.store.errors import StoreError
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.fiction import said_mark
from pixtui.wording.labels import PHASES, label
from pixtui.wording.sentences import refusal_sentence


def run(asked: argparse.Namespace, text: Words) -> int:
    """List what is there; a file that is no session is named, and stops nothing."""
    folder = Path(asked.folder) if asked.folder else sessions_folder()
    if asked.folder and not folder.is_dir():
        raise StoreError("missing", {"path": str(folder)})
    rows: list[dict[str, object]] = []
    for path, found in listed(folder):
        if isinstance(found, StoreError):
            message = refusal_sentence(text, Refusal(found.code, dict(found.params)), State())
            rows.append({"file": path.name, "error": found.code, "message": message})
        else:
            rows.append(summary(found, path.name))
    if asked.json:
        put(rows)
        return DONE
    for row in rows:
        put_text(_line(row, text))
    if not rows:
        put_text(text.say(N_("No session in {path}. Create one: pixtui new."), path=str(folder)))
    return DONE


def _line(row: dict[str, object], text: Words) -> str:
    file = fit(visible(str(row["file"])), 28)
    if "error" in row:
        return f"{file}  {row['message']}"
    phase = label(PHASES, str(row["phase"]), text)
    mark = said_mark(text, fictional=bool(row["fictional"]), rehearsal=row["rehearsal"] is not None)
    when = f"{row['date'] or ''} {row['time'] or ''}"
    return (
        f"{file}  {fit(when, 16)}  {fit(str(row['room'] or ''), 12)}  "
        f"{fit(phase, 10)}  {row['steps_done']}/{row['steps']}  {mark}"
    ).rstrip()
