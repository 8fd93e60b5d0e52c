"""Deciding about the session itself: its details, its codes, its steps, its list."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.decide.asking import Asked, about, accept, decides, full_name
from pixtui.domain.derive import evidence
from pixtui.domain.evolve import field_names
from pixtui.domain.names import identity_key, lossy_letters
from pixtui.domain.outcome import Accepted, Decision, Finding, Refusal
from pixtui.domain.secrets import (
    access_code_doubts,
    access_code_fits,
    bare_password,
    number_fits,
    password_doubts,
    password_fits,
)
from pixtui.domain.session import Candidate
from pixtui.domain.text import clean_identity, label_problem

MOST_CANDIDATES = 2_000
LONGEST_TEST = 24 * 60
MOST_EXTRA_TIME = 999
OLDEST_BIRTH = dt.date(1900, 1, 1)

Build = Callable[[tuple[c.NewCandidate, ...]], c.Act]

TEXTS = ("last_name", "first_name", "class_name", "external_id", "seat", "workstation")
_LABELS = ("site", "room", "examiner", "centre")


def zone_known(zone: str) -> bool:
    """Whether that is the name of a time zone."""
    return zone in available_timezones()


def local_start(asked: Asked) -> dt.datetime | None:
    """The announced start of the session as an instant."""
    details = asked.state.details
    if details is None:
        return None
    return dt.datetime.combine(details.date, details.time, ZoneInfo(details.zone))


@decides(c.CreateSession)
def _create(_asked: Asked, act: c.CreateSession) -> Decision:
    wrong = _details_problem(act)
    if wrong is not None:
        return wrong
    rules = act.rules
    duration = act.duration if act.duration is not None else rules.durations.get(act.product)
    if duration is None:
        return Refusal("unknown_product", {"product": act.product})
    kept_until = act.retention_until or act.date + dt.timedelta(days=rules.retention_days)
    settled = changed(act, duration=duration, retention_until=kept_until)
    return accept(settled, *([] if act.number else [Finding("no_number")]))


@decides(c.EditSession)
def _edit(asked: Asked, act: c.EditSession) -> Decision:
    wrong = _details_problem(act)
    if wrong is not None:
        return wrong
    state = asked.state
    if isinstance(act.product, str) and act.duration is c.UNSET:
        duration = state.rules.durations.get(act.product)
        if duration is None:
            return Refusal("unknown_product", {"product": act.product})
        act = changed(act, duration=duration)
    started = any(one.start for one in state.candidates.values())
    moved = act.mode is not c.UNSET or act.duration is not c.UNSET
    return accept(act, *([Finding("after_start")] if started and moved else []))


def _details_problem(act: c.CreateSession | c.EditSession) -> Refusal | None:
    for name in _LABELS:
        value = getattr(act, name)
        problem = label_problem(value) if isinstance(value, str) else None
        if problem:
            return Refusal("text_invalid", {"field": name, "problem": problem})
    if isinstance(act.number, int) and not number_fits(act.number):
        return Refusal("number_invalid", {"number": str(act.number)})
    if isinstance(act.zone, str) and not zone_known(act.zone):
        return Refusal("unknown_zone", {"zone": act.zone})
    if isinstance(act.duration, int) and not 0 < act.duration <= LONGEST_TEST:
        return Refusal("duration_invalid", {"duration": act.duration})
    return None


@decides(c.SetCodes)
def _set_codes(_asked: Asked, act: c.SetCodes) -> Decision:
    doubts: list[tuple[str, list[tuple[str, str]]]] = []
    code = act.access_code
    if isinstance(code, str):
        if not access_code_fits(code):
            return Refusal("access_code_invalid", {})
        doubts.append(("code_unlikely", access_code_doubts(code)))
    password = act.invigilator_password
    if isinstance(password, str):
        password = bare_password(password)
        if not password_fits(password):
            return Refusal("password_invalid", {})
        doubts.append(("password_unlikely", password_doubts(password)))
        act = changed(act, invigilator_password=password)
    warnings = [
        Finding(code, params={"character": one, "likely": likely})
        for code, found in doubts
        for one, likely in found
    ]
    return accept(act, *warnings)


@decides(c.SetStep)
def _set_step(asked: Asked, act: c.SetStep) -> Decision:
    state = asked.state
    rule = state.rules.step(act.step, state.session.mode)
    if rule is None:
        return Refusal("unknown_step", {"step": act.step})
    if act.item is not None:
        return _set_item(act, rule.items)
    record = state.steps.get(act.step)
    ticked = set(record.items) if record else set()
    left = [item for item in rule.items if item not in ticked]
    reasoned = bool(act.reason and act.reason.strip())
    if act.state == "done" and left and not reasoned:
        return Refusal("reason_required", {"step": act.step, "items": tuple(left)})
    if act.state == "not_applicable" and not rule.optional and not reasoned:
        return Refusal("reason_required", {"step": act.step, "items": ()})
    unproved = act.state == "done" and rule.evidence and not reasoned
    doubt = unproved and not evidence(state, rule) and rule.evidence != "pix_finalised"
    return accept(act, *([Finding("evidence_incomplete", subject=act.step)] if doubt else []))


def _set_item(act: c.SetStep, items: tuple[str, ...]) -> Decision:
    if act.item not in items:
        return Refusal("unknown_item", {"item": act.item, "step": act.step})
    if act.state not in ("done", "todo"):
        return Refusal("malformed", {"what": "item", "variant": "item_state"})
    return accept(act)


@decides(c.HandOver)
def _hand_over(_asked: Asked, act: c.HandOver) -> Decision:
    problem = label_problem(act.to)
    if problem:
        return Refusal("text_invalid", {"field": "to", "problem": problem})
    return accept(act)


@decides(c.SetSessionBox)
def _set_box(_asked: Asked, act: c.SetSessionBox) -> Decision:
    return accept(act)


# --- the list


@decides(c.ImportCandidates)
def _import(asked: Asked, act: c.ImportCandidates) -> Decision:
    return _add_rows(asked, act.candidates, lambda rows: changed(act, candidates=rows))


@decides(c.AddCandidate)
def _add(asked: Asked, act: c.AddCandidate) -> Decision:
    def one_row(rows: tuple[c.NewCandidate, ...]) -> c.Act:
        return changed(act, **{name: getattr(rows[0], name) for name in field_names(type(act))})

    return _add_rows(asked, (act,), one_row)


def _add_rows(asked: Asked, rows: tuple[c.NewCandidate, ...], build: Build) -> Decision:
    state = asked.state
    if len(state.candidates) + len(rows) > MOST_CANDIDATES:
        return Refusal("too_many_candidates", {"most": MOST_CANDIDATES})
    known = {_key(one) for one in state.candidates.values()}
    seats = {one.seat: one for one in state.candidates.values() if one.seat}
    settled: list[c.NewCandidate] = []
    warnings: list[Finding] = []
    for number, row in enumerate(rows, state.made.candidates + 1):
        clean = changed(row, id=f"c{number}", **_cleaned(row))
        wrong = _fields_problem(clean, asked.now)
        if wrong is not None:
            return wrong
        if _key(clean) in known:
            name = f"{clean.last_name} {clean.first_name}"
            return Refusal("duplicate_candidate", {"name": name})
        known.add(_key(clean))
        warnings += _doubts(clean, seats.get(clean.seat) if clean.seat else None)
        settled.append(clean)
    made = settled[0].id if len(settled) == 1 else None
    return Accepted(build(tuple(settled)), tuple(warnings), made)


def _key(row: c.CandidateFields) -> tuple[str, str, dt.date | None]:
    return (*identity_key(row.last_name, row.first_name), row.birthdate)


def _cleaned(row: c.CandidateFields | c.EditCandidate) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in TEXTS}
    return {name: clean_identity(one) for name, one in values.items() if isinstance(one, str)}


def _fields_problem(row: c.CandidateFields | c.EditCandidate, now: dt.datetime) -> Refusal | None:
    for name in TEXTS:
        value = getattr(row, name)
        problem = label_problem(value) if isinstance(value, str) else None
        if problem:
            return Refusal("text_invalid", {"field": name, "problem": problem})
    if isinstance(row.extra_time, int) and not 0 <= row.extra_time <= MOST_EXTRA_TIME:
        return Refusal("extra_time_invalid", {"extra_time": row.extra_time})
    born = row.birthdate
    if isinstance(born, dt.date) and not OLDEST_BIRTH < born <= now.date():
        return Refusal("birthdate_invalid", {"birthdate": born.isoformat()})
    return None


def _doubts(row: c.NewCandidate, neighbour: Candidate | None) -> Iterable[Finding]:
    name = f"{row.last_name} {row.first_name}"
    lost = lossy_letters(row.last_name + row.first_name)
    if lost:
        params = {"name": name, "letters": " ".join(lost)}
        yield Finding("letters_pix_drops", candidate=row.id, params=params)
    if neighbour is not None:
        params = {"name": name, "seat": neighbour.seat or "", "other": full_name(neighbour)}
        yield Finding("seat_shared", candidate=row.id, params=params)


@decides(c.EditCandidate)
def _edit_candidate(asked: Asked, act: c.EditCandidate) -> Decision:
    act = changed(act, **_cleaned(act))
    wrong = _fields_problem(act, asked.now)
    if wrong is not None:
        return wrong
    warnings: list[Finding] = []
    for one in asked.people(act.candidates):
        after = {
            name: value
            for name in ("last_name", "first_name", "birthdate", "extra_time", "seat")
            if (value := getattr(act, name)) is not c.UNSET
        }
        clash = _duplicate(asked, one, changed(one, **after))
        if clash is not None:
            return clash
        if one.start and {"last_name", "first_name", "birthdate"} & set(after):
            warnings.append(about("after_start", one))
        if one.start and "extra_time" in after:
            warnings.append(about("c2_to_report", one))
        warnings += _seat_shared(asked, one, after.get("seat"))
    return accept(act, *warnings)


def _duplicate(asked: Asked, before: Candidate, after: Candidate) -> Refusal | None:
    if _key(before) == _key(after):
        return None
    others = (one for one in asked.state.candidates.values() if one.id != before.id)
    if any(_key(one) == _key(after) for one in others):
        return Refusal("duplicate_candidate", {"name": full_name(after)})
    return None


def _seat_shared(asked: Asked, one: Candidate, seat: str | None) -> Iterable[Finding]:
    for other in asked.state.candidates.values():
        if seat and other.seat == seat and other.id != one.id:
            yield about("seat_shared", one, seat=seat, other=full_name(other))


@decides(c.RemoveCandidate)
def _remove(asked: Asked, act: c.RemoveCandidate) -> Decision:
    for one in asked.people(act.candidates):
        mentioned = any(x.candidate == one.id for x in asked.state.incidents.values())
        if one.has_facts or mentioned:
            return Refusal("has_facts", {"name": full_name(one)})
    return accept(act)


@decides(c.RecordCertifiability)
def _record_certifiability(_asked: Asked, act: c.RecordCertifiability) -> Decision:
    if act.competences is not None and not 0 <= act.competences <= 16:
        return Refusal("malformed", {"what": "competences"})
    return accept(act)
