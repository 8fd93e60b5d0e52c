"""A list against those already in the session: who is new, what changed of whom, who is missing.

A row is somebody of the session when Pix would take them for one (names as it compares them,
birth date), else when the centre's identifier and the names or the birth date are the same. What
a row does not say changes nothing: an empty cell never erases. The names and the birth date of
somebody about whom something was declared stay (what the list says is what is typed, an error is
reported as C1). Each value that takes another's place is told; where a test has begun, or somebody
had put the value right by hand, it is asked about. Nobody is ever taken off.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve as changed
from attrs import field, fields_dict, frozen

from pixtui.domain.commands import EditCandidate, RecordCertifiability
from pixtui.domain.names import (
    PersonKey,
    identity_key,
    lookalike_key,
    person_key,
    same_person,
)
from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Candidate
from pixtui.domain.text import fold
from pixtui.exchange.problems import ImportedCandidate, Problem, problem
from pixtui.exchange.uniqueness import full_name

IDENTITY = ("last_name", "first_name", "birthdate")
_OTHERS = tuple(name for name in fields_dict(CandidateFields) if name not in IDENTITY)


@frozen(kw_only=True)
class Unmatched:
    """A row of a file about nobody of the session."""

    row: int
    last_name: str
    first_name: str


@frozen(kw_only=True)
class Merge:
    """What taking a file in would do."""

    added: tuple[ImportedCandidate, ...] = ()
    updates: tuple[EditCandidate, ...] = ()
    certifiability: tuple[RecordCertifiability, ...] = ()
    unchanged: int = 0
    """How many are in the session already, just so."""
    missing: tuple[Candidate, ...] = ()
    """Who is in the session and not in the file."""
    unsent: tuple[Candidate, ...] = ()
    """Who is in the collection and has sent nothing."""
    unmatched: tuple[Unmatched, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


@frozen(kw_only=True)
class Held:
    """What the session holds besides its candidates."""

    by_hand: Mapping[str, frozenset[str]] = field(factory=dict)
    """The fields of each candidate that somebody put right after the last list."""
    end_of: Callable[[Candidate], str] = lambda _one: ""
    """When a test that has begun ends, as 10:50."""


def merge(
    existing: Iterable[Candidate],
    rows: Sequence[ImportedCandidate],
    *,
    class_name: str | None = None,
    says_extra_time: bool = False,
    held: Held = Held(),
) -> Merge:
    """What a list says against the session; ``class_name`` where it is the list of one class.

    ``says_extra_time`` where the list says it of some, so that an empty cell is worth a word.
    """
    people = tuple(existing)
    pairs = _pairs(people, rows)
    problems: list[Problem] = []
    updates = []
    for row, one in pairs:
        if one is not None:
            changes = _changes(row, one, problems, says_extra_time=says_extra_time, held=held)
            if changes:
                updates.append(EditCandidate(candidates=(one.id,), **changes))
    added = tuple(row for row, one in pairs if one is None)
    found = {one.id for _, one in pairs if one is not None}
    problems += _about_new(added, people, found)
    problems += _seats(people, pairs)
    missing = (one for one in people if one.id not in found)
    return Merge(
        added=added,
        updates=tuple(updates),
        unchanged=len(found) - len(updates),
        missing=tuple(one for one in missing if in_class(one, class_name)),
        problems=tuple(problems),
    )


def in_class(one: Candidate, class_name: str | None) -> bool:
    """Whether a list of that class should have this candidate; of no class, everyone."""
    return class_name is None or fold(one.class_name or "") in ("", fold(class_name))


# --- who is who

Pairs = list[tuple[ImportedCandidate, Candidate | None]]


def _pairs(people: Sequence[Candidate], rows: Sequence[ImportedCandidate]) -> Pairs:
    """Each row with the one it is about, nobody taken twice; the surest matches first."""
    of: dict[int, Candidate] = {}
    taken: set[str] = set()
    by_key: dict[PersonKey, list[Candidate]] = {}
    by_id: dict[str, list[Candidate]] = {}
    by_name: dict[tuple[str, str], list[Candidate]] = {}
    for one in people:
        by_key.setdefault(person_key(one), []).append(one)
        by_name.setdefault(identity_key(one.last_name, one.first_name), []).append(one)
        if one.external_id:
            by_id.setdefault(fold(one.external_id), []).append(one)

    def take(row: ImportedCandidate, candidates: Sequence[Candidate]) -> None:
        free = [one for one in candidates if one.id not in taken]
        # Several twins: only the identifier says which of them is meant.
        sure = [one for one in free if one.external_id == row.external_id] or free
        if row.row not in of and sure:
            of[row.row] = sure[0]
            taken.add(sure[0].id)

    for row in rows:
        take(row, [one for one in by_key.get(person_key(row), []) if same_person(one, row)])
    for row in rows:
        if row.external_id:
            take(row, [one for one in by_id.get(fold(row.external_id), []) if _alike(one, row)])
    listed: dict[tuple[str, str], int] = {}
    for row in rows:
        name = identity_key(row.last_name, row.first_name)
        listed[name] = listed.get(name, 0) + 1
    for row in rows:
        name = identity_key(row.last_name, row.first_name)
        namesakes = by_name.get(name, [])
        if len(namesakes) == 1 and listed[name] == 1:
            take(row, [one for one in namesakes if one.birthdate is None or _in_place(one, row)])
    return [(row, of.get(row.row)) for row in rows]


def _alike(one: Candidate, row: ImportedCandidate) -> bool:
    same_names = identity_key(one.last_name, one.first_name) == identity_key(
        row.last_name, row.first_name
    )
    return same_names or one.birthdate == row.birthdate


def _in_place(one: Candidate, row: ImportedCandidate) -> bool:
    """Whether a namesake born on another day is the same person all the same: same class or seat.

    Only where nothing tells them apart: two identifiers are two people.
    """
    if one.external_id and row.external_id:
        return fold(one.external_id) == fold(row.external_id)
    return any(
        said is not None and known is not None and fold(said) == fold(known)
        for said, known in ((row.class_name, one.class_name), (row.seat, one.seat))
    )


# --- what changed


def _changes(
    row: ImportedCandidate,
    one: Candidate,
    problems: list[Problem],
    *,
    says_extra_time: bool,
    held: Held,
) -> dict[str, Any]:
    identity = _differing(row, one, IDENTITY)
    others = _differing(row, one, _OTHERS)
    if row.extra_time == 0:  # the list denies it, where an empty cell would say nothing
        others.pop("extra_time", None)
        others |= {"extra_time": None} if one.extra_time else {}
    name = f"{one.last_name} {one.first_name}"
    problems += _told(row, one, others, held)
    if identity and one.has_facts:
        if person_key(row) != person_key(one):
            problems.append(problem("identity_kept", row.row, None, name=name, said=_said(row)))
        identity = {}
    elif identity and person_key(row) != person_key(one):
        born = f", {one.birthdate:%d/%m/}{one.birthdate.year:04d}" if one.birthdate else ""
        problems.append(
            problem("identity_changes", row.row, None, name=name + born, said=_said(row))
        )
    if says_extra_time and row.extra_time is None and one.extra_time:
        problems.append(
            problem("extra_time_kept", row.row, None, name=name, percentage=one.extra_time)
        )
    return identity | others


def _told(
    row: ImportedCandidate, one: Candidate, others: Mapping[str, Any], held: Held
) -> Iterator[Problem]:
    """Each value that takes another's place; a value where there was none is no surprise."""
    for name, new in others.items():
        old = getattr(one, name)
        if old is None and name != "extra_time":
            continue
        said: dict[str, object] = {"name": f"{one.last_name} {one.first_name}", "field": name}
        if name in SAID_ALOUD:
            said |= {"old": "–" if old is None else old, "new": "–" if new is None else new}
        else:
            said |= {"old": "…", "new": "…"}
        if name == "extra_time" and one.start:
            after = changed(one, extra_time=new)
            ends = {"before": held.end_of(one), "after": held.end_of(after)}
            yield problem("extra_time_moves_end", row.row, None, **said, **ends)
        elif one.start:
            yield problem("started_changes", row.row, None, **said)
        elif name in held.by_hand.get(one.id, ()):
            yield problem("hand_corrected", row.row, None, **said)
        else:
            yield problem("field_changes", row.row, None, **said)


SAID_ALOUD = ("class_name", "external_id", "seat", "workstation", "extra_time")
"""The fields whose values are told; what only an export needs is shown nowhere (domain §9)."""


def _differing(row: ImportedCandidate, one: Candidate, names: Iterable[str]) -> dict[str, Any]:
    said = {name: getattr(row, name) for name in names}
    return {
        name: value
        for name, value in said.items()
        if value is not None and value != getattr(one, name)
    }


def _said(row: ImportedCandidate) -> str:
    return f"{full_name(row)}, {row.birthdate:%d/%m/}{row.birthdate.year:04d}"


def _about_new(
    added: Iterable[ImportedCandidate], people: Iterable[Candidate], found: set[str]
) -> Iterable[Problem]:
    """Who is new and yet has the name, or the identifier, of somebody who is there."""
    named: dict[tuple[str, str], Candidate] = {}
    ids: dict[str, Candidate] = {}
    alike: dict[str, Candidate] = {}
    for one in people:
        if one.id not in found:
            alike.setdefault(lookalike_key(one.last_name, one.first_name), one)
            named.setdefault(identity_key(one.last_name, one.first_name), one)
        if one.external_id:
            ids.setdefault(fold(one.external_id), one)
    for row in added:
        namesake = named.get(identity_key(row.last_name, row.first_name))
        owner = ids.get(fold(row.external_id)) if row.external_id else None
        lookalike = alike.get(lookalike_key(row.last_name, row.first_name))
        if namesake is not None:
            same = namesake.birthdate == row.birthdate
            code = "twin_in_session" if same else "homonym_in_session"
            yield problem(code, row.row, None, name=full_name(row))
        elif owner is not None:
            other = f"{owner.last_name} {owner.first_name}"
            yield problem("identifier_shared", row.row, None, id=row.external_id, other=other)
        elif lookalike is not None and lookalike.birthdate in (None, row.birthdate):
            other = f"{lookalike.last_name} {lookalike.first_name}"
            yield problem("looks_like", row.row, None, name=full_name(row), other=other)


def _seats(people: Iterable[Candidate], pairs: Pairs) -> Iterable[Problem]:
    """Seats of the list that somebody has who does not give them up."""
    moved = {one.id: row.seat for row, one in pairs if one is not None and row.seat}
    holders = {
        fold(seat): one for one in people if (seat := moved.get(one.id, one.seat)) is not None
    }
    for row, one in pairs:
        holder = holders.get(fold(row.seat)) if row.seat else None
        if holder is not None and (one is None or one.id != holder.id):
            other = f"{holder.last_name} {holder.first_name}"
            yield problem("seat_taken", row.row, None, seat=row.seat, other=other)
