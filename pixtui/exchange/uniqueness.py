"""Who is on a list twice.

Two rows are one person when Pix could not tell them apart: same names as it compares them (no
case, no accents, so composed and decomposed writings too) and same birth date, unless the centre's
own identifiers differ. The same names with another birth date are homonyms, to be looked at.
"""

from collections.abc import Iterable

from pixtui.domain.names import PersonKey, same_person
from pixtui.domain.names import person_key as key_of
from pixtui.domain.text import fold
from pixtui.exchange.problems import ImportedCandidate, Problem, problem

REPEATED = "DUPLICATE_CANDIDATE_IN_SESSION"
"""Pix's non-blocking code of the mass CSV: the row is the same as another and is left out."""


def within(
    candidates: Iterable[ImportedCandidate],
    repeated: str = "DUPLICATE_CANDIDATE",
    *,
    unique_ids: bool = False,
) -> list[Problem]:
    """The rows that repeat an earlier row's person, name, seat or identifier."""
    people: dict[PersonKey, list[ImportedCandidate]] = {}
    named: dict[tuple[str, str], ImportedCandidate] = {}
    seats: dict[str, int] = {}
    ids: dict[str, int] = {}
    problems: list[Problem] = []
    for one in candidates:
        key = key_of(one)
        problems += _persons(one, people.setdefault(key, []), named.get(key[0]), repeated)
        people[key].append(one)
        named.setdefault(key[0], one)
        holder = seats.setdefault(fold(one.seat), one.row) if one.seat else one.row
        if holder != one.row:
            problems.append(
                problem("seat_duplicated", one.row, None, seat=one.seat, first_row=holder)
            )
        owner = ids.setdefault(fold(one.external_id), one.row) if one.external_id else one.row
        if unique_ids and owner != one.row:
            problems.append(
                problem("id_duplicated", one.row, None, id=one.external_id, first_row=owner)
            )
    return problems


def _persons(
    one: ImportedCandidate,
    twins: list[ImportedCandidate],
    namesake: ImportedCandidate | None,
    repeated: str,
) -> list[Problem]:
    name = full_name(one)
    same = next((other for other in twins if same_person(one, other)), None)
    if same is not None:
        return [problem(repeated, one.row, None, name=name, first_row=same.row)]
    if twins:
        return [problem("twins", one.row, None, name=name, first_row=twins[0].row)]
    if namesake is not None:
        return [problem("homonyms", one.row, None, name=name, first_row=namesake.row)]
    return []


def full_name(one: ImportedCandidate) -> str:
    """How a sentence names someone on a list."""
    return f"{one.last_name} {one.first_name}"
