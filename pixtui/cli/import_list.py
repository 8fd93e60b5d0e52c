"""``pixtui import``: a list, or who is certifiable, into a session, all or nothing."""

import argparse
from pathlib import Path

from pixtui.cli.shared import (
    DONE,
    REFUSED,
    put,
    put_text,
    refusal_json,
    refuse,
    session_path,
)
from pixtui.cli.writing import open_desk
from pixtui.desk.importing import ImportDone, Wanted, import_file
from pixtui.domain.session import State
from pixtui.present.importing import import_lines, import_summary, problems_json
from pixtui.store.codec import JsonObject
from pixtui.store.reading import read_list
from pixtui.wording.catalogue import N_, Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Import, or list everything that stands in the way."""
    data = read_list(Path(asked.file))
    wanted = Wanted(form=asked.form, class_name=asked.class_name)
    accepted = asked.accept_warnings
    with open_desk(session_path(asked.session), asked.by, text) as desk:
        done = import_file(desk, data, wanted, dry_run=asked.dry_run, accept_warnings=accepted)
        state = desk.state
    fine = done.refusal is None and done.looked.may_import(accept_warnings=accepted)
    if asked.json:
        put(_json(done, text, state, dry_run=asked.dry_run, fine=fine))
    else:
        for line in _lines(done, text, dry_run=asked.dry_run, fine=fine):
            put_text(line)
    if done.refusal is not None:
        return refuse(text, done.refusal, state)
    return DONE if fine else REFUSED


def _json(done: ImportDone, text: Words, state: State, *, dry_run: bool, fine: bool) -> JsonObject:
    found, met = done.looked.found, done.looked.merge
    new = len(met.added) if fine else 0
    others = len(met.updates) + len(met.certifiability) if fine else 0
    would = {"would_import": new, "would_update": others} if dry_run else {}
    told = refusal_json(text, done.refusal, state) if done.refusal is not None else {}
    if not fine and done.refusal is None:
        told = {"refusal": "errors" if found.worst() == "error" else "warnings_not_accepted"}
    return {
        "ok": fine,
        **told,
        "format": found.format,
        "rows": found.rows,
        "imported": 0 if dry_run else new,
        "updated": 0 if dry_run else others,
        **would,
        "unchanged": met.unchanged,
        "missing": [
            {"id": one.id, "last_name": one.last_name, "first_name": one.first_name}
            for one in met.missing
        ],
        "unmatched": [
            {"row": one.row, "last_name": one.last_name, "first_name": one.first_name}
            for one in met.unmatched
        ],
        "problems": problems_json(text, found.problems),
        "dropped_columns": list(found.dropped_columns),
    }


def _lines(done: ImportDone, text: Words, *, dry_run: bool, fine: bool) -> list[str]:
    lines = import_lines(done.looked, text)
    if not fine:
        if done.looked.found.worst() == "warning":
            return [
                *lines,
                text.text(
                    N_(
                        "Nothing imported. Read the warnings; "
                        "--accept-warnings imports all the same."
                    )
                ),
            ]
        return [*lines, text.text(N_("Nothing imported."))]
    return [*lines, import_summary(done.looked.merge, text, done=not dry_run)]
