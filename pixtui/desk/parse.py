"""From a command as JSON (apply, scripts, forms) to a command of the domain.

``candidate`` may be an id, a seat or a name that fits one; ``at`` may be left out for now; the
facts of an incident are about its candidate unless they say otherwise; a correction names only
what it changes.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve as changed
from attrs import frozen

from pixtui.domain.commands import ACTS, Command, Correct, CreateSession, LogIncident, OnCandidates
from pixtui.domain.history import Event, effective
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import fold
from pixtui.store.codec import (
    CodecError,
    JsonObject,
    act_from_json,
    act_to_json,
    structure,
)

LONGEST_TEXT = 10_000
"""Characters of one free text."""


@frozen
class Asker:
    """Who asks, and when."""

    by: str
    now: dt.datetime


def stamp(state: State, now: dt.datetime) -> dt.datetime:
    """Now, to the second, in the session's own zone."""
    zone = ZoneInfo(state.details.zone) if state.details else dt.UTC
    return now.astimezone(zone).replace(microsecond=0)


def parse(value: object, state: State, asker: Asker) -> Command | Refusal:
    """The command that JSON value asks for, or why it is none."""
    try:
        return _command(value, state, asker)
    except _Unresolved as unresolved:
        return unresolved.refusal
    except CodecError as error:
        return Refusal("malformed", {"what": str(error)})


class _Unresolved(Exception):  # noqa: N818 - not an error: a refusal on its way up
    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


def _command(value: object, state: State, asker: Asker) -> Command:
    if not isinstance(value, dict):
        raise CodecError("a JSON object is expected")
    fields: JsonObject = dict(value)
    name = fields.pop("command", None)
    if not isinstance(name, str) or name not in ACTS:
        raise CodecError(f"unknown command: {name}")
    if ACTS[name] is CreateSession:
        raise CodecError("create_session: a session is created with the command new")
    _limit(fields)
    if ACTS[name] is Correct:
        return _correction(fields, state, asker)
    at = fields.pop("at", None)
    when = stamp(state, asker.now) if at is None else structure(at, dt.datetime)
    _resolve(name, fields, state)
    if ACTS[name] is LogIncident:
        _complete_facts(fields, state, when, asker)
    return Command(at=when, by=asker.by, act=act_from_json(name, fields))


def _limit(value: object) -> None:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise CodecError(f"text of more than {LONGEST_TEXT} characters")
    if isinstance(value, dict):
        for one in value.values():
            _limit(one)
    elif isinstance(value, list):
        for one in value:
            _limit(one)


# --- candidates by id, seat or name


def _resolve(name: str, fields: JsonObject, state: State) -> None:
    kind = ACTS[name]
    if isinstance(fields.get("candidate"), str):
        fields["candidate"] = _candidate(fields["candidate"], state)
    if name == "import_candidates":
        for part in ("updates", "certifiability"):
            _resolve_each(fields.get(part), state)
        return
    named = fields.get("candidates")
    of_people = issubclass(kind, OnCandidates) or name == "interrupt_room"
    if of_people and isinstance(named, list):
        fields["candidates"] = [
            _candidate(one, state) if isinstance(one, str) else one for one in named
        ]


def _resolve_each(lines: object, state: State) -> None:
    """The one candidate of each line of an import, by id, seat or name."""
    for line in lines if isinstance(lines, list) else []:
        if isinstance(line, dict) and isinstance(line.get("candidate"), str):
            line["candidates"] = [_candidate(line.pop("candidate"), state)]


def _candidate(asked: str, state: State) -> str:
    found = find_candidates(state, asked)
    if len(found) == 1:
        return found[0].id
    if not found:
        raise _Unresolved(Refusal("unknown_candidate", {"candidate": asked}))
    names = tuple(f"{one.last_name} {one.first_name}" for one in found)
    raise _Unresolved(Refusal("ambiguous_candidate", {"candidate": asked, "matches": names}))


def find_candidates(state: State, asked: str) -> list[Candidate]:
    """Who is meant: the id, else the seat, else every name that fits."""
    if asked in state.candidates:
        return [state.candidates[asked]]
    people = list(state.candidates.values())
    wanted = fold(asked).strip()
    seated = [one for one in people if one.seat and _seat(one.seat) == _seat(asked)]
    if seated or not wanted:
        return seated
    return [one for one in people if wanted in _names(one)]


def _seat(seat: str) -> str:
    plain = fold(seat).strip()
    return plain.lstrip("0") or plain


def _names(one: Candidate) -> set[str]:
    last, first = fold(one.last_name), fold(one.first_name)
    return {last, f"{last} {first}", f"{first} {last}"}


# --- the facts of an incident, and corrections


def _complete_facts(fields: JsonObject, state: State, when: dt.datetime, asker: Asker) -> None:
    facts = fields.get("facts")
    if not isinstance(facts, list):
        return
    completed = []
    for fact in facts:
        if not isinstance(fact, dict) or not isinstance(fact.get("command"), str):
            raise CodecError("facts: each is an object with a command")
        own: JsonObject = {"at": when.isoformat(), "by": asker.by, **fact}
        kind = ACTS.get(fact["command"])
        about_people = kind is not None and issubclass(kind, OnCandidates)
        if about_people and "candidate" not in own and "candidates" not in own:
            own["candidate"] = fields.get("candidate")
        if kind is not None:
            _resolve(fact["command"], own, state)
        completed.append(own)
    fields["facts"] = completed


def _correction(fields: JsonObject, state: State, asker: Asker) -> Command:
    seq = structure(fields.pop("seq", None), int)
    if not 1 <= seq <= len(state.history):
        raise _Unresolved(Refusal("unknown_entry", {"seq": seq}))
    held = _as_it_holds(state, seq)
    if held is None or held.act is None:
        target = state.history[seq - 1]
        raise _Unresolved(Refusal("already_undone", {"seq": seq, "act": target.type}))
    at = fields.pop("at", None)
    more = fields.pop("fields", {})
    if not isinstance(more, Mapping):
        raise CodecError("fields: an object is expected")
    if "at" in more:
        raise CodecError("at: the right time stands beside fields, not in them")
    changes: dict[str, Any] = {**more, **fields}
    _resolve(held.type, changes, state)
    now = act_to_json(held.act)
    if "candidate" in changes:
        now.pop("candidates", None)
    if "candidates" in changes:
        now.pop("candidate", None)
    if "cause" in changes and "given_back" not in changes:
        now.pop("given_back", None)  # another cause has its own rule
    instead = act_from_json(held.type, {**now, **changes})
    when = held.at if at is None else structure(at, dt.datetime)
    if isinstance(instead, LogIncident) and "facts" not in changes:
        instead = _facts_moved(instead, held.at, when)
    return Command(at=when, by=asker.by, act=Correct(seq=seq, instead=instead))


def _facts_moved(incident: LogIncident, said: dt.datetime, right: dt.datetime) -> LogIncident:
    """The facts that had the incident's own time get its right one with it."""
    facts = tuple(changed(fact, at=right) if fact.at == said else fact for fact in incident.facts)
    return changed(incident, facts=facts)


def _as_it_holds(state: State, seq: int) -> Event | None:
    return next((one for one in effective(state.history) if one.seq == seq), None)
