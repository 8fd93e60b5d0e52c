"""Which column is which: headers compared without case, accents, stars or brackets.

``* Date de naissance (format : jj/mm/aaaa)`` and ``DATE DE NAISSANCE`` are the same header. A
column that no synonym names is dropped and said, never stored (domain notes §9).
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import field, frozen

from pixtui.domain.text import fold
from pixtui.exchange.problems import LONGEST_HEADER as LONGEST_SHOWN_HEADER
from pixtui.exchange.problems import Problem, problem, shown

MOST_COLUMNS = 500
LONGEST_HEADER = 200
HEADER_WITHIN = 20
"""Rows among which the header is looked for: lists begin with a title, not with a page of it."""

SYNONYMS: Mapping[str, str] = {
    "last_name": "nom, noms, nom de naissance, nom de famille, nom eleve, nom de l eleve,"
    "nom du candidat, nom candidat, last name, lastname, surname, family name, birth name",
    "first_name": "prenom, prenoms, premier prenom, prenom eleve, prenom de l eleve,"
    "prenom du candidat, prenom candidat, first name, firstname, given name, forename",
    "birthdate": "date de naissance, date naissance, naissance, ne le, ne e le, nee le, ddn,"
    "date naiss, birth date, birthdate, date of birth, dob, born, born on",
    "class_name": "classe, division, classe division, class, form",
    "external_id": "identifiant externe, identifiant local, identifiant, id externe, id local,"
    "numero etudiant, external id, externalid, local id, student number",
    "seat": "place, n de place, no de place, n place, numero de place, place n, siege, seat,"
    "seat number, seat no",
    "workstation": "poste, n de poste, no de poste, numero de poste, poste de travail, machine,"
    "ordinateur, workstation, computer",
    "extra_time": "temps majore, majoration, majoration de temps, tiers temps, 1 3 temps,"
    "extra time, extratime",
    "insee": "code insee, insee, code insee de la commune de naissance, code commune insee",
}
REQUIRED: Mapping[str, str] = {
    "last_name": "Nom de naissance",
    "first_name": "Prénom",
    "birthdate": "Date de naissance",
}
"""The columns a list cannot do without, as a file may write them."""
NOT_KEPT = {"insee"}
"""Looked at, because a damaged one tells of a damaged file; dropped all the same."""

_BRACKETS = re.compile(r"\([^()]*\)")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


@frozen
class Vocabulary:
    """How a format calls its columns, and which of them it cannot do without."""

    synonyms: Mapping[str, str] = field(factory=lambda: SYNONYMS)
    """Field to the headers that name it, folded, with commas between."""
    required: Mapping[str, str] = field(factory=lambda: REQUIRED)
    _by_name: Mapping[str, str] = field(init=False, repr=False, eq=False)

    @_by_name.default
    def _folded(self) -> Mapping[str, str]:
        return {
            one.strip(): name for name, every in self.synonyms.items() for one in every.split(",")
        }

    def field_of(self, header: str) -> str | None:
        """The field a header names."""
        if len(header) > LONGEST_HEADER:
            return None
        return self._by_name.get(header_words(header))

    def recognised(self, cells: Sequence[str]) -> int:
        """How many different fields a row names."""
        return len({self.field_of(cell) for cell in cells[:MOST_COLUMNS]} - {None})


@frozen
class Columns:
    """The header of a list: where it stands and what each of its columns is."""

    row: int
    headers: tuple[str, ...]
    places: Mapping[str, int]
    """Field to index, for the fields that were found."""

    def header(self, name: str) -> str:
        """The header of a field as the file writes it, on one line."""
        return " ".join(self.headers[self.places[name]].split())

    def dropped(self, rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
        """The columns not kept; one without a name only where it holds something, as ``#4``."""
        kept = {index for name, index in self.places.items() if name not in NOT_KEPT}
        left = [index for index in range(len(self.headers)) if index not in kept]
        filled = {index for row in rows for index, cell in enumerate(row) if cell.strip()}
        return tuple(
            shown(" ".join(self.headers[index].split()), LONGEST_SHOWN_HEADER) or f"#{index + 1}"
            for index in left
            if self.headers[index].strip() or index in filled
        )


def header_words(header: str) -> str:
    """A header without case, accents, stars or what stands in brackets."""
    return _NOT_A_WORD.sub(" ", fold(_BRACKETS.sub("", header))).strip()


PLAIN = Vocabulary()
"""The headers of a school's own lists, French or English."""


def find_columns(
    rows: Sequence[tuple[int, Sequence[str]]], vocabulary: Vocabulary = PLAIN
) -> tuple[Columns | None, list[Problem]]:
    """The header among the first rows: the one that names most fields; or why there is none."""
    first = rows[:HEADER_WITHIN]
    if not first:
        return None, [problem("CSV_DATA_REQUIRED")]
    row, cells = max(first, key=lambda one: vocabulary.recognised(one[1]))
    if len(cells) > MOST_COLUMNS:
        return None, [problem("too_many_columns", row, None, columns=len(cells), most=MOST_COLUMNS)]
    problems = _header_problems(row, cells, vocabulary)
    if problems:
        return None, problems
    places = {
        name: index for index, cell in enumerate(cells) if (name := vocabulary.field_of(cell))
    }
    if row != first[0][0]:
        problems.append(problem("lines_before_header", None, None, header_row=row))
    return Columns(row, tuple(cells), places), problems


def _header_problems(row: int, cells: Sequence[str], vocabulary: Vocabulary) -> list[Problem]:
    by_field: dict[str, list[str]] = {}
    for cell in cells:
        name = vocabulary.field_of(cell)
        if name:
            by_field.setdefault(name, []).append(cell.strip())
    missing = [header for name, header in vocabulary.required.items() if name not in by_field]
    found = [cell.strip() for cell in cells if cell.strip()]
    problems = [
        problem("CSV_HEADERS_NOT_VALID", row, None, missing=header, found=found)
        for header in missing
    ]
    twice = (every for every in by_field.values() if len(every) > 1)
    problems += [problem("header_duplicated", row, one[0], headers=one) for one in twice]
    return problems
