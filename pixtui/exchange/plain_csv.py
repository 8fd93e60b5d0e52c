"""A plain list of candidates: CSV with ``;``, ``,`` or tab, headers in French or in English.

Rows are counted as a spreadsheet does: the header of a file that begins with it is row 1. A
row too short or too long is an error, so that an open quote never swallows a candidate.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping

from attrs import frozen

from pixtui.domain.names import identity_key
from pixtui.domain.text import fold, visible
from pixtui.exchange.decode import decode
from pixtui.exchange.fields import RowReader
from pixtui.exchange.problems import ImportedCandidate, ImportedList, Problem

FORMAT = "plain-csv"
MOST_ROWS = 2_000

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "last_name": (
        "nom", "nom de naissance", "nom de famille", "last name", "lastname", "surname",
        "family name", "birth name",
    ),
    "first_name": ("prenom", "prenoms", "premier prenom", "first name", "firstname", "given name"),
    "birthdate": (
        "date de naissance", "date naissance", "naissance", "ne le", "nee le", "ne(e) le",
        "birthdate", "birth date", "date of birth", "dob",
    ),
    "class_name": ("classe", "division", "class", "groupe", "group"),
    "seat": ("place", "n de place", "no de place", "numero de place", "table", "seat"),
    "workstation": ("poste", "ordinateur", "machine", "workstation", "computer"),
    "external_id": (
        "identifiant externe", "identifiant local", "identifiant", "ine", "external id",
        "externalid", "local id", "id",
    ),
    "extra_time": (
        "temps majore", "temps majore ?", "tiers temps", "tiers-temps", "majoration",
        "extra time", "extratime",
    ),
}  # fmt: skip
REQUIRED = ("last_name", "first_name", "birthdate")
_BY_SYNONYM = {word: name for name, found in SYNONYMS.items() for word in found}


@frozen
class _Header:
    """Where each field stands, and under which header."""

    places: Mapping[str, int]
    headers: Mapping[str, str]
    width: int
    dropped: tuple[str, ...]


def parse(data: bytes, today: dt.date) -> ImportedList:
    """Read a list whole; every problem of every row is in it, nothing is ever raised."""
    text, problems = decode(data)
    if any(one.severity == "error" for one in problems):
        return ImportedList(format=FORMAT, problems=tuple(problems))
    if not text.strip():
        return ImportedList(format=FORMAT, problems=(*problems, Problem(code="CSV_DATA_REQUIRED")))
    rows, broken = _rows(text)
    if broken is not None:
        return ImportedList(format=FORMAT, problems=(*problems, broken))
    header, wrong = _header(rows)
    if header is None:
        return ImportedList(format=FORMAT, problems=(*problems, *wrong))
    problems += wrong
    candidates: list[ImportedCandidate] = []
    count = 0
    for number, cells in rows[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        count += 1
        candidate, found = _candidate(number, cells, header, today)
        problems += found
        candidates += [candidate] if candidate else []
    if count == 0:
        problems.append(Problem(code="CSV_DATA_REQUIRED"))
    if count > MOST_ROWS:
        problems.append(Problem(code="too_many_rows", params={"most": str(MOST_ROWS)}))
    problems += _among_themselves(candidates, header.headers)
    return ImportedList(
        format=FORMAT,
        rows=count,
        candidates=tuple(candidates),
        problems=tuple(sorted(problems, key=lambda one: one.row or 0)),
        dropped_columns=header.dropped,
    )


# --- rows and header


def _delimiter(text: str) -> str:
    """The separator that stands most often in the first line, outside quotes."""
    line = next(line for line in text.splitlines() if line.strip())
    outside = "".join(line.split('"')[::2])
    return max(";,\t", key=outside.count)


def _rows(text: str) -> tuple[list[tuple[int, list[str]]], Problem | None]:
    first, _, rest = text.partition("\n")
    skipped = 0
    delimiter = None
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        text, skipped, delimiter = rest, 1, first.strip()[4]
    if not text.strip():
        return [], Problem(code="CSV_DATA_REQUIRED")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter or _delimiter(text), strict=True
    )
    rows: list[tuple[int, list[str]]] = []
    try:
        for number, cells in enumerate(reader, 1 + skipped):
            rows.append((number, cells))
    except csv.Error:
        return [], Problem(code="unbalanced_quote", row=len(rows) + 1 + skipped)
    while rows and not any(cell.strip() for cell in rows[0][1]):
        rows.pop(0)
    return rows, None


def _key(header: str) -> str:
    plain = fold(header).replace("*", " ").replace("°", " ").replace("_", " ")
    plain = plain.split("(")[0] if not plain.strip().startswith("ne(e)") else plain
    return " ".join(plain.replace(":", " ").split())


def _header(rows: list[tuple[int, list[str]]]) -> tuple[_Header | None, list[Problem]]:
    number, cells = rows[0]
    places: dict[str, int] = {}
    dropped: list[str] = []
    problems: list[Problem] = []
    for place, cell in enumerate(cells):
        name = _BY_SYNONYM.get(_key(cell))
        if name is None:
            dropped += [visible(cell.strip())] if cell.strip() else []
        elif name in places:
            shown = visible(cell.strip())
            problems.append(
                Problem(
                    code="header_duplicated", row=number, column=shown, params={"header": shown}
                )
            )
        else:
            places[name] = place
    found = ", ".join(visible(cell.strip()) for cell in cells)[:120]
    for name in REQUIRED:
        if name not in places:
            missing = SYNONYMS[name][0]
            params = {"missing": missing, "found": found}
            problems.append(Problem(code="CSV_HEADERS_NOT_VALID", row=number, params=params))
    if problems:
        return None, problems
    headers = {name: visible(cells[place].strip()) for name, place in places.items()}
    return _Header(places, headers, len(cells), tuple(dropped)), []


def _candidate(
    number: int, cells: list[str], header: _Header, today: dt.date
) -> tuple[ImportedCandidate | None, list[Problem]]:
    full = cells
    while len(full) > header.width and not full[-1].strip():
        full = full[:-1]
    if len(full) != header.width:
        code = "row_too_long" if len(full) > header.width else "row_too_short"
        params = {"cells": str(len(full)), "expected": str(header.width)}
        return None, [Problem(code=code, row=number, params=params)]
    if any("\n" in cell for cell in full):
        return None, [Problem(code="line_break_in_cell", row=number)]
    reader = RowReader(
        number, {name: full[place] for name, place in header.places.items()}, header.headers
    )
    last, first = reader.name("last_name"), reader.name("first_name")
    born = reader.birthdate("birthdate", today)
    more = {
        name: reader.label(name) for name in ("class_name", "seat", "workstation", "external_id")
    }
    extra = reader.extra_time("extra_time")
    if born is None or any(one.severity == "error" for one in reader.problems):
        return None, reader.problems
    candidate = ImportedCandidate(
        row=number, last_name=last, first_name=first, birthdate=born, extra_time=extra, **more
    )
    return candidate, reader.problems


# --- rows against one another, and against the session


def _among_themselves(
    candidates: Iterable[ImportedCandidate], headers: Mapping[str, str]
) -> list[Problem]:
    problems: list[Problem] = []
    people: dict[tuple[str, str], list[ImportedCandidate]] = {}
    seats: dict[str, ImportedCandidate] = {}
    for one in candidates:
        same = people.setdefault(identity_key(one.last_name, one.first_name), [])
        for other in same:
            params = {"name": f"{one.last_name} {one.first_name}", "other": str(other.row)}
            if other.birthdate == one.birthdate:
                problems.append(Problem(code="DUPLICATE_CANDIDATE", row=one.row, params=params))
                break
            problems.append(
                Problem(code="homonyms", row=one.row, severity="warning", params=params)
            )
        same.append(one)
        holder = seats.setdefault(fold(one.seat), one) if one.seat else one
        if holder is not one:
            params = {"seat": one.seat or "", "other": str(holder.row)}
            column = headers.get("seat")
            problems.append(Problem(code="seat_twice", row=one.row, column=column, params=params))
    return problems


@frozen(kw_only=True)
class Known:
    """A candidate already in the session."""

    last_name: str
    first_name: str
    birthdate: dt.date | None
    seat: str | None


def against(known: Iterable[Known], found: ImportedList) -> list[Problem]:
    """What of a list clashes with the candidates the session already has."""
    people = {(*identity_key(one.last_name, one.first_name), one.birthdate): one for one in known}
    seats = {fold(one.seat): one for one in known if one.seat}
    problems: list[Problem] = []
    for one in found.candidates:
        name = f"{one.last_name} {one.first_name}"
        if (*identity_key(one.last_name, one.first_name), one.birthdate) in people:
            problems.append(Problem(code="already_listed", row=one.row, params={"name": name}))
        elif one.seat and fold(one.seat) in seats:
            other = seats[fold(one.seat)]
            params = {"seat": one.seat, "other": f"{other.last_name} {other.first_name}"}
            problems.append(Problem(code="seat_taken", row=one.row, params=params))
    return problems
