"""``pixtui import``: a list of candidates into a session, all or nothing."""

import argparse
from pathlib import Path

from pixtui.cli.shared import DONE, REFUSED, put, put_text, refuse, session_path
from pixtui.cli.writing import open_desk
from pixtui.desk.importing import Imported, import_list, may_import
from pixtui.present.problems import problem_line, problem_sentence
from pixtui.store.codec import JsonObject
from pixtui.store.reading import read_file
from pixtui.wording.catalogue import N_, Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Import, or list everything that stands in the way."""
    data = read_file(Path(asked.file))
    with open_desk(session_path(asked.session), asked.by, text) as desk:
        done = import_list(desk, data, dry_run=asked.dry_run, accept_warnings=asked.accept_warnings)
        state = desk.state
    fine = done.refusal is None and may_import(done.found, accept_warnings=asked.accept_warnings)
    if asked.json:
        put(_json(done, text, dry_run=asked.dry_run, fine=fine))
    else:
        for line in _lines(done, text, dry_run=asked.dry_run, fine=fine):
            put_text(line)
    if done.refusal is not None:
        return refuse(text, done.refusal, state)
    return DONE if fine else REFUSED


def _json(done: Imported, text: Words, *, dry_run: bool, fine: bool) -> JsonObject:
    found = done.found
    count = len(found.candidates) if fine else 0
    return {
        "format": found.format,
        "rows": found.rows,
        "imported": 0 if dry_run else count,
        **({"would_import": count} if dry_run else {}),
        "problems": [
            {
                "row": one.row,
                "column": one.column,
                "code": one.code,
                "severity": one.severity,
                "message": problem_sentence(text, one),
            }
            for one in found.problems
        ],
        "dropped_columns": list(found.dropped_columns),
    }


def _lines(done: Imported, text: Words, *, dry_run: bool, fine: bool) -> list[str]:
    found = done.found
    lines = [problem_line(text, one) for one in found.problems]
    if found.dropped_columns:
        lines.append(text.say(N_("Left out: {columns}"), columns=", ".join(found.dropped_columns)))
    count = len(found.candidates)
    if not fine:
        if found.worst() == "warning":
            lines.append(text.text(N_("Nothing imported. With --accept-warnings it would be.")))
        else:
            lines.append(text.text(N_("Nothing imported.")))
    elif dry_run:
        lines.append(
            text.plural("{n} candidate would come in.", "{n} candidates would come in.", count)
        )
    else:
        lines.append(text.plural("{n} candidate imported.", "{n} candidates imported.", count))
    return lines
