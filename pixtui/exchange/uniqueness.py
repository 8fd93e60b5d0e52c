"""Who is on a list twice, and who is in the session already.

Two rows are one person when Pix could not tell them apart: same names as it compares them (no
case, no accents, so composed and decomposed writings too) and same birth date. The later
row is left out, with a warning. The same names with another birth date are homonyms, to be
looked at.
"""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from pixtui.domain.names import identity_key
from pixtui.domain.text import fold
from pixtui.exchange.problems import ImportedCandidate, ImportedList, Problem, problem


@frozen(kw_only=True)
class Known:
    """A candidate already in the session."""

    last_name: str
    first_name: str
    birthdate: dt.date | None = None
    seat: str | None = None


Names = tuple[str, str]

REPEATED = "DUPLICATE_CANDIDATE_IN_SESSION"
"""Pix's own non-blocking code: the row repeats a person and is left out."""


def within(candidates: Iterable[ImportedCandidate]) -> list[Problem]:
    """The rows that repeat an earlier row's person, name or seat."""
    people: dict[tuple[Names, dt.date], int] = {}
    named: dict[Names, int] = {}
    seats: dict[str, int] = {}
    problems: list[Problem] = []
    for one in candidates:
        key, name = identity_key(one.last_name, one.first_name), _name(one)
        twin = people.setdefault((key, one.birthdate), one.row)
        namesake = named.setdefault(key, one.row)
        if twin != one.row:
            problems.append(problem(REPEATED, one.row, None, name=name, first_row=twin))
        elif namesake != one.row:
            problems.append(problem("homonyms", one.row, None, name=name, first_row=namesake))
        holder = seats.setdefault(fold(one.seat), one.row) if one.seat else one.row
        if holder != one.row:
            problems.append(
                problem("seat_duplicated", one.row, None, seat=one.seat, first_row=holder)
            )
    return problems


def against(existing: Iterable[Known], imported: ImportedList) -> tuple[Problem, ...]:
    """What stands against adding a list to those already in the session."""
    known = tuple(existing)
    named: dict[Names, list[Known]] = {}
    for one in known:
        named.setdefault(identity_key(one.last_name, one.first_name), []).append(one)
    seats = {fold(one.seat): one for one in known if one.seat}
    problems: list[Problem] = []
    for row in imported.candidates:
        problems += _against(row, named.get(identity_key(row.last_name, row.first_name), []))
        holder = seats.get(fold(row.seat)) if row.seat else None
        if holder is not None:
            other = f"{holder.last_name} {holder.first_name}"
            problems.append(problem("seat_taken", row.row, None, seat=row.seat, other=other))
    return tuple(problems)


def _against(row: ImportedCandidate, namesakes: list[Known]) -> list[Problem]:
    if not namesakes:
        return []
    same = any(one.birthdate == row.birthdate for one in namesakes)
    code = "already_in_session" if same else "homonym_in_session"
    return [problem(code, row.row, None, name=_name(row))]


def _name(one: ImportedCandidate) -> str:
    return f"{one.last_name} {one.first_name}"
