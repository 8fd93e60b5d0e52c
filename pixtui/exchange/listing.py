"""From the rows of a list, whatever file they stood in, to candidates; every problem at once."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from attrs import frozen

from pixtui.exchange import fields
from pixtui.exchange.columns import PLAIN, Columns, Vocabulary, find_columns
from pixtui.exchange.csv_rows import Row, Table
from pixtui.exchange.fields import Cell
from pixtui.exchange.problems import (
    MOST_CANDIDATES,
    ImportedCandidate,
    ImportedList,
    Problem,
    ordered,
    problem,
)
from pixtui.exchange.uniqueness import REPEATED, within

_LINE_END = re.compile(r"[\r\n]")
LABELS = ("class_name", "external_id", "seat", "workstation")

Cells = dict[str, Cell]
ReadCells = Callable[[int, Cells, dt.date], ImportedCandidate | None]


@frozen(kw_only=True)
class Format:
    """A kind of list: its name, its headers, how one of its rows is read."""

    name: str
    vocabulary: Vocabulary = PLAIN
    read_cells: ReadCells
    repeated: str = "DUPLICATE_CANDIDATE"
    """The code of a row that repeats a person."""
    unique_ids: bool = False
    """Whether an identifier names one person only."""


def read_list(form: Format, table: Table, today: dt.date) -> ImportedList:
    """The candidates of a table and everything that is wrong with it; never raises.

    ``today`` is the date in the room, for birth dates.
    """
    if not table.readable:
        return ImportedList(format=form.name, problems=table.problems)
    columns, found = find_columns(table.rows, form.vocabulary)
    problems = [*found, *table.problems]
    listed = [row for row in table.rows if columns and row[0] > columns.row]
    candidates: list[ImportedCandidate] = []
    dropped: tuple[str, ...] = ()
    classes: dict[int, str] = {}
    if columns is not None:
        classes = classes_of(columns, listed)
        dropped = columns.dropped(row for _, row in listed)
        candidates = read_rows(form, columns, listed, problems, today)
    return ImportedList(
        format=form.name,
        rows=len(listed),
        candidates=tuple(candidates),
        problems=ordered(problems),
        dropped_columns=dropped,
        classes=classes,
        encoding=table.encoding,
        delimiter=table.delimiter,
    )


def classes_of(columns: Columns, rows: Sequence[Row]) -> dict[int, str]:
    """Row to the class in it, where the list has such a column."""
    place = columns.places.get("class_name")
    if place is None:
        return {}
    return {number: cells[place] if place < len(cells) else "" for number, cells in rows}


def read_rows(
    form: Format, columns: Columns, rows: Sequence[Row], problems: list[Problem], today: dt.date
) -> list[ImportedCandidate]:
    """The candidates of these rows; what is wrong with them is added to ``problems``."""
    if len(rows) > MOST_CANDIDATES:
        # Thousands of other remarks would only bury this one.
        problems.append(problem("too_many_candidates", most=MOST_CANDIDATES))
        return []
    if not rows and not any(one.severity == "error" for one in problems):
        problems.append(problem("CSV_DATA_REQUIRED"))
    read = (_read_row(form, columns, number, row, problems, today) for number, row in rows)
    candidates = [one for one in read if one is not None]
    problems += within(candidates, form.repeated, unique_ids=form.unique_ids)
    return without_faults(candidates, problems)


def without_faults(
    candidates: Sequence[ImportedCandidate], problems: Sequence[Problem]
) -> list[ImportedCandidate]:
    """The candidates whose row has no error and repeats nobody."""
    faulty = {one.row for one in problems if one.severity == "error" or one.code == REPEATED}
    return [one for one in candidates if one.row not in faulty]


def _read_row(
    form: Format,
    columns: Columns,
    number: int,
    row: list[str],
    problems: list[Problem],
    today: dt.date,
) -> ImportedCandidate | None:
    wrong = shape_problems(columns, number, row)
    if wrong:
        problems += wrong
        return None
    at = cells_of(columns, number, row)
    candidate = form.read_cells(number, at, today)
    problems += [one for cell in at.values() for one in cell.problems]
    return candidate


def cells_of(columns: Columns, number: int, row: Sequence[str]) -> Cells:
    """The cells of a row by the fields they are."""
    return {
        name: Cell(row[index], number, columns.header(name))
        for name, index in columns.places.items()
    }


def shape_problems(columns: Columns, number: int, row: list[str]) -> list[Problem]:
    """What keeps a row's cells from being under their headers."""
    wanted = len(columns.headers)
    length = len(row)
    while length > wanted and not row[length - 1].strip():
        length -= 1
    if length < wanted:
        return [problem("row_too_short", number, None, cells=length, columns=wanted)]
    if length > wanted:
        return [problem("row_too_long", number, None, cells=length, columns=wanted)]
    return [
        problem("newline_in_cell", number, header.strip() or f"#{index + 1}", value=cell)
        for index, (header, cell) in enumerate(zip(columns.headers, row, strict=False))
        if _LINE_END.search(cell)
    ]


def read_plain(number: int, at: Cells, today: dt.date) -> ImportedCandidate | None:
    """The candidate of a row of a school's own list."""
    last_name = fields.read_name(at["last_name"], "CANDIDATE_LAST_NAME_REQUIRED")
    first_name = fields.read_name(at["first_name"], "CANDIDATE_FIRST_NAME_REQUIRED")
    birthdate = fields.read_birthdate(at["birthdate"], today)
    given: dict[str, Any] = {name: fields.read_label(at[name]) for name in LABELS if name in at}
    extra_time = fields.read_extra_time(at["extra_time"]) if "extra_time" in at else None
    if "insee" in at:
        fields.check_insee(at["insee"])
    if last_name is None or first_name is None or birthdate is None:
        return None
    return ImportedCandidate(
        row=number,
        last_name=last_name,
        first_name=first_name,
        birthdate=birthdate,
        extra_time=extra_time,
        **given,
    )
