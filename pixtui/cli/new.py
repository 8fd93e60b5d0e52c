"""``pixtui new``: create a session file, or one for each session of a file of Pix."""

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pixtui.cli.looking import look
from pixtui.cli.shared import (
    DONE,
    REFUSED,
    USAGE,
    put,
    put_text,
    refusal_json,
    refuse,
    say,
    session_path,
)
from pixtui.desk.creating import create_session
from pixtui.desk.creating_many import CreatedMany, create_sessions
from pixtui.desk.duplicating import duplicate, like
from pixtui.domain.dates import parse_date
from pixtui.domain.outcome import Finding, Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.files import path_typed
from pixtui.present.importing import problems_json
from pixtui.present.problems import problem_line
from pixtui.resources import sessions_folder
from pixtui.store.codec import JsonObject
from pixtui.store.reading import read_list
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import TELL
from pixtui.wording.sentences import finding_sentence
from pixtui.wording.when import clock_typed

NEEDED = ("site", "room", "date", "time", "examiner")
COMMON = ("centre", "zone", "product", "convocation_time", "retention_until", "mode", "language")
FIELDS = (*NEEDED, *COMMON, "description")
OF_ONE = (*NEEDED, "number", "description")
"""What a file of Pix says of each of its sessions."""


_DAY, _HOUR = N_("Write the date as 31/12/2026."), N_("Write the time as 09:05.")
_TYPED: tuple[tuple[str, Callable[[str], dt.date | dt.time | None], str], ...] = (
    ("date", parse_date, _DAY),
    ("retention_until", parse_date, _DAY),
    ("time", clock_typed, _HOUR),
    ("convocation_time", clock_typed, _HOUR),
)
"""What is written as people write it, the function that reads it, and how to write it."""


def run(asked: argparse.Namespace, text: Words) -> int:
    """Create the session or the sessions, or say why not."""
    _fill_in_settings(asked)
    wrong = _wrong_usage(asked)
    if wrong:
        say(f"pixtui new: {text.say(wrong[0], options=wrong[1])} (pixtui new --help)")
        return USAGE
    return _many(asked, text) if asked.source else _one(asked, text)


def _fill_in_settings(asked: argparse.Namespace) -> None:
    """What a user has set once for all, where nothing else says it."""
    for name, value in asked.loaded.settings.of_a_new_session().items():
        said_otherwise = asked.like or (asked.source and name in OF_ONE)
        if not said_otherwise and getattr(asked, name) is None:
            setattr(asked, name, value)


def _wrong_usage(asked: argparse.Namespace) -> tuple[str, str] | None:
    """What is asked for and cannot be: the sentence, and the options it is about."""
    if asked.source:
        given = [f"--{name}" for name in OF_ONE if getattr(asked, name) is not None]
        given += ["FILE"] if asked.file else []
        given += ["--like"] if asked.like else []
        if given:
            return N_("with --from these are not to be given: {options}"), ", ".join(given)
        return None
    missing = [] if asked.file else ["FILE"]
    needed = ("date",) if asked.like else NEEDED
    missing += [f"--{name}" for name in needed if getattr(asked, name) is None]
    if asked.with_candidates and not asked.like:
        return N_("these are needed: {options}"), "--like"
    if asked.folder:
        return N_("without --from this is not to be given: {options}"), "-o"
    return (N_("these are needed: {options}"), ", ".join(missing)) if missing else None


def _common(asked: argparse.Namespace, names: tuple[str, ...], text: Words) -> Any:
    fields: JsonObject = {
        name: value for name in names if (value := getattr(asked, name)) is not None
    }
    for name in ("number", "duration"):
        value = getattr(asked, name)
        if value is not None:
            if not (value.isascii() and value.isdigit() and len(value) < 13):
                refuse(text, Refusal(f"{name}_invalid", {name: value}))
                return None
            fields[name] = int(value)
    for name, read, told in _TYPED:
        value = fields.get(name)
        typed = read(value) if isinstance(value, str) else None
        if value is not None and typed is None:
            option = f"--{name.replace('_', '-')}"
            why = text.say(TELL, what=f"{option} {visible(str(value))}", how=text.text(told))
            say(f"pixtui new: {why}")
            return None
        if typed is not None:
            hours = isinstance(typed, dt.time)
            fields[name] = f"{typed:%H:%M}" if hours else typed.isoformat()
    if asked.fictional:
        fields["fictional"] = True
    if not asked.like:
        fields.setdefault("language", text.language)
    return fields


def _one(asked: argparse.Namespace, text: Words) -> int:
    fields = _common(asked, FIELDS, text)
    if fields is None:
        return REFUSED
    path = session_path(asked.file)
    found = _duplicate(asked, path, fields, text) if asked.like else _create(asked, path, fields)
    if isinstance(found, Refusal):
        return refuse(text, found)
    warnings = [finding_sentence(text, one, State()) for one in found]
    if asked.json:
        put({"ok": True, "session": str(path), "warnings": warnings})
    else:
        put_text(text.say(N_("Created {path}."), path=str(path)))
        for line in warnings:
            put_text("  " + line)
        put_text(text.say(N_("Next: pixtui import {path} LIST.csv, then pixtui {path}"), path=path))
    return DONE


def _create(
    asked: argparse.Namespace, path: Path, fields: JsonObject
) -> tuple[Finding, ...] | Refusal:
    made = create_session(path, fields, asked.by)
    if isinstance(made, Refusal):
        return made
    made.desk.close()
    return made.warnings


def _duplicate(
    asked: argparse.Namespace, path: Path, fields: JsonObject, text: Words
) -> tuple[Finding, ...] | Refusal:
    """As the session named, but for what is given here."""
    source = look(session_path(asked.like), text).state
    if source.details is None:
        return Refusal("purged")
    wanted = {**like(source.details), **fields}
    return duplicate(source, path, wanted, asked.by, candidates=asked.with_candidates)


# --- one file a session


def _many(asked: argparse.Namespace, text: Words) -> int:
    fields = _common(asked, COMMON, text)
    if fields is None:
        return REFUSED
    folder = path_typed(asked.folder) if asked.folder else sessions_folder()
    data = read_list(Path(asked.source))
    done = create_sessions(data, folder, fields, asked.by, accept_warnings=asked.accept_warnings)
    fine = bool(done.made)
    if asked.json:
        told = refusal_json(text, done.refusal) if done.refusal is not None else {}
        put({**_json(done, text, fine=fine), **told})
    else:
        for line in _lines(done, text, fine=fine):
            put_text(line)
    if done.refusal is not None:
        return refuse(text, done.refusal)
    return DONE if fine else REFUSED


def _json(done: CreatedMany, text: Words, *, fine: bool) -> JsonObject:
    return {
        "ok": fine,
        "format": done.found.format,
        "rows": done.found.rows,
        "sessions": [
            {
                "session": str(one.path),
                "site": one.session.site,
                "room": one.session.room,
                "date": one.session.date.isoformat() if one.session.date else None,
                "time": f"{one.session.time:%H:%M}" if one.session.time else None,
                "candidates": len(one.session.candidates),
            }
            for one in done.made
        ],
        "problems": problems_json(text, done.found.problems),
        "dropped_columns": list(done.found.dropped_columns),
    }


def _lines(done: CreatedMany, text: Words, *, fine: bool) -> list[str]:
    lines = [problem_line(text, one) for one in done.found.problems]
    for one in done.made:
        count = len(one.session.candidates)
        people = text.plural("{n} candidate", "{n} candidates", count)
        path = text.say(N_("Created {path}."), path=str(one.path))
        lines.append(f"{path} {one.session.room} · {people}")
    if not fine and done.found.worst() == "warning":
        lines.append(
            text.text(
                N_("Nothing created. Read the warnings; --accept-warnings creates all the same.")
            )
        )
    elif not fine:
        lines.append(text.text(N_("Nothing created.")))
    return lines
