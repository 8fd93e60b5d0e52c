"""Deciding about the list: who is on it, what is known of them, who may be certified."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.certifiability import NUMBERS
from pixtui.domain.decide.asking import Asked, about, accept, decides, full_name
from pixtui.domain.evolve import field_names
from pixtui.domain.evolve.registry import fields_set
from pixtui.domain.names import lossy_letters, person_key, same_person
from pixtui.domain.outcome import Accepted, Decision, Finding, Param, Refusal
from pixtui.domain.particulars import CandidateFields, email_fits, insee_fits, postal_fits
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import clean_identity, label_problem

MOST_CANDIDATES = 2_000
LIKELY_EXTRA_TIME = 100
"""Percent above which an extra time is probably mistyped."""
MOST_EXTRA_TIME = 999
OLDEST_BIRTH = dt.date(1900, 1, 1)
IDENTITY = ("last_name", "first_name", "birthdate")

TEXTS = (
    "last_name",
    "first_name",
    "class_name",
    "external_id",
    "seat",
    "workstation",
    "birth_city",
    "birth_country",
    "prepayment_code",
)
_SHAPES: dict[str, tuple[Callable[[str], bool], str]] = {
    "birth_insee": (insee_fits, "not_insee"),
    "birth_postal_code": (postal_fits, "not_postal"),
    "email": (email_fits, "not_email"),
    "result_email": (email_fits, "not_email"),
}

Build = Callable[[tuple[c.NewCandidate, ...]], c.Act]
Row = CandidateFields | c.EditCandidate


@decides(c.ImportCandidates)
def _import(asked: Asked, act: c.ImportCandidates) -> Decision:
    if not (act.candidates or act.updates or act.certifiability):
        return Refusal("malformed", {"what": "candidates"})
    updates: list[c.EditCandidate] = []
    people = dict(asked.state.candidates)
    warnings: list[Finding] = []
    wrong = _misnamed(asked.state, act.updates) or _misnamed(asked.state, act.certifiability)
    if wrong is not None:
        return wrong
    for update in act.updates:
        settled = changed(update, **_cleaned(update))
        (key,) = settled.candidates
        found = _update_problem(asked, people[key], settled)
        if found is not None:
            return found
        fields = fields_set(settled, field_names(CandidateFields))
        if people[key].start and "extra_time" in fields:
            warnings.append(about("c2_to_report", people[key]))
        warnings += _much_extra_time(fields.get("extra_time"), key, full_name(people[key]))
        people[key] = changed(people[key], **fields)
        updates.append(settled)
    twice = _repeated(people.values())
    if twice is not None:
        return Refusal("duplicate_candidate", {"name": full_name(twice)})
    for known in act.certifiability:
        wrong = _certifiability_problem(known)
        if wrong is not None:
            return wrong
    asked = changed(asked, state=changed(asked.state, candidates=people))

    def whole(rows: tuple[c.NewCandidate, ...]) -> c.Act:
        return changed(act, candidates=rows, updates=tuple(updates))

    decision = _add_rows(asked, act.candidates, whole)
    if isinstance(decision, Refusal):
        return decision
    return changed(decision, warnings=(*warnings, *decision.warnings))


def _misnamed(state: State, acts: Iterable[c.OnCandidates]) -> Refusal | None:
    """Why the lines of an import are not each about one known candidate."""
    seen: set[str] = set()
    for act in acts:
        if len(act.candidates) != 1 or act.candidates[0] in seen:
            return Refusal("malformed", {"what": "candidates", "variant": "twice"})
        if act.candidates[0] not in state.candidates:
            return Refusal("unknown_candidate", {"candidate": act.candidates[0]})
        seen.update(act.candidates)
    return None


def _update_problem(asked: Asked, one: Candidate, update: c.EditCandidate) -> Refusal | None:
    wrong = _fields_problem(update, asked.now)
    if wrong is not None:
        return wrong
    identity = fields_set(update, IDENTITY)
    if one.has_facts and any(getattr(one, name) != value for name, value in identity.items()):
        # What the list says is what the candidate types: an error in it is reported (C1).
        return Refusal("identity_kept", {"name": full_name(one)})
    return None


def _repeated(people: Iterable[Candidate]) -> Candidate | None:
    """Someone whom Pix could not tell from another of them."""
    known: dict[object, list[Candidate]] = {}
    for one in people:
        namesakes = known.setdefault(person_key(one), [])
        if any(same_person(one, other) for other in namesakes):
            return one
        namesakes.append(one)
    return None


@decides(c.AddCandidate)
def _add(asked: Asked, act: c.AddCandidate) -> Decision:
    def one_row(rows: tuple[c.NewCandidate, ...]) -> c.Act:
        return changed(act, **{name: getattr(rows[0], name) for name in field_names(type(act))})

    return _add_rows(asked, (act,), one_row)


def _add_rows(asked: Asked, rows: tuple[c.NewCandidate, ...], build: Build) -> Accepted | Refusal:
    state = asked.state
    if len(state.candidates) + len(rows) > MOST_CANDIDATES:
        return Refusal("too_many_candidates", {"most": MOST_CANDIDATES})
    known: dict[object, list[CandidateFields]] = {}
    for one in state.candidates.values():
        known.setdefault(person_key(one), []).append(one)
    seats = {one.seat: one for one in state.candidates.values() if one.seat}
    settled: list[c.NewCandidate] = []
    warnings: list[Finding] = []
    for number, row in enumerate(rows, state.made.candidates + 1):
        clean = changed(row, id=f"c{number}", **_cleaned(row))
        wrong = _fields_problem(clean, asked.now)
        if wrong is not None:
            return wrong
        namesakes = known.setdefault(person_key(clean), [])
        if any(same_person(clean, other) for other in namesakes):
            name = f"{clean.last_name} {clean.first_name}"
            return Refusal("duplicate_candidate", {"name": name})
        namesakes.append(clean)
        warnings += _doubts(clean, seats.get(clean.seat) if clean.seat else None)
        settled.append(clean)
    made = settled[0].id if len(settled) == 1 else None
    return Accepted(build(tuple(settled)), tuple(warnings), made)


def _cleaned(row: Row) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in TEXTS}
    cleaned: dict[str, Any] = {
        name: clean_identity(one) for name, one in values.items() if isinstance(one, str)
    }
    if row.subscription == "CORE":
        cleaned["subscription"] = None
    return cleaned


def _fields_problem(row: Row, now: dt.datetime) -> Refusal | None:
    for name in TEXTS:
        value = getattr(row, name)
        problem = label_problem(value) if isinstance(value, str) else None
        if problem:
            return Refusal("text_invalid", {"field": name, "problem": problem})
    for name, (fits, problem) in _SHAPES.items():
        value = getattr(row, name)
        if isinstance(value, str) and not fits(value):
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
    yield from _much_extra_time(row.extra_time, row.id, name)


def _much_extra_time(percent: object, candidate: str | None, name: str) -> Iterable[Finding]:
    if isinstance(percent, int) and percent > LIKELY_EXTRA_TIME:
        told: dict[str, Param] = {"name": name, "percent": percent}
        yield Finding("extra_time_unlikely", candidate=candidate, params=told)


@decides(c.EditCandidate)
def _edit_candidate(asked: Asked, act: c.EditCandidate) -> Decision:
    act = changed(act, **_cleaned(act))
    wrong = _fields_problem(act, asked.now)
    if wrong is not None:
        return wrong
    warnings: list[Finding] = []
    after = fields_set(act, field_names(CandidateFields))
    for one in asked.people(act.candidates):
        clash = _duplicate(asked, one, changed(one, **after))
        if clash is not None:
            return clash
        if one.start and set(IDENTITY) & set(after):
            warnings.append(about("after_start", one))
        if one.start and "extra_time" in after:
            warnings.append(about("c2_to_report", one))
        warnings += _much_extra_time(after.get("extra_time"), one.id, full_name(one))
        warnings += _seat_shared(asked, one, after.get("seat"))
    return accept(act, *warnings)


def _duplicate(asked: Asked, before: Candidate, after: Candidate) -> Refusal | None:
    if person_key(before) == person_key(after) and before.external_id == after.external_id:
        return None
    others = (one for one in asked.state.candidates.values() if one.id != before.id)
    if any(same_person(one, after) for one in others):
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
    return _certifiability_problem(act) or accept(act)


def _certifiability_problem(act: c.RecordCertifiability) -> Refusal | None:
    if act.competences is not None and not 0 <= act.competences <= len(NUMBERS):
        return Refusal("malformed", {"what": "competences"})
    if not set(act.nearest) <= set(NUMBERS):
        return Refusal("malformed", {"what": "nearest"})
    return None
