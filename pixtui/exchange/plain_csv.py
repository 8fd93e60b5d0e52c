"""A plain list of candidates, as a school exports one: CSV, French or English headers.

Rows are numbered as the spreadsheet shows them: the first record is row 1, blank ones count, a
quoted cell on two lines is one row, and a ``sep=`` line, which spreadsheets hide, is none.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterator

from pixtui.exchange import fields
from pixtui.exchange.columns import HEADER_WITHIN, Columns, find_columns, recognised
from pixtui.exchange.decode import Decoded, decode
from pixtui.exchange.fields import Cell
from pixtui.exchange.problems import (
    MOST_BYTES,
    MOST_CANDIDATES,
    ImportedCandidate,
    ImportedList,
    Problem,
    ordered,
    problem,
)
from pixtui.exchange.uniqueness import REPEATED, Known, against, within

__all__ = ["FORMAT", "Known", "against", "parse"]

FORMAT = "plain-csv"
DELIMITERS = (";", ",", "\t")

_SEPARATOR_LINE = re.compile(r'"?sep=([;,\t|])"?(\r\n|\r|\n|$)', re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]")
_BROKEN_CSV = (
    ("unexpected end of data", "unbalanced_quote"),
    ("field larger", "cell_too_long"),
    ("expected after", "text_after_quote"),
)
"""The words of the csv module for what only its strict reading finds."""

Row = tuple[int, list[str]]


def parse(data: bytes, today: dt.date) -> ImportedList:
    """The candidates of a CSV file and everything that is wrong with it; never raises.

    ``today`` is the date in the room, for birth dates.
    """
    if len(data) > MOST_BYTES:
        return _refused(problem("file_too_large", megabytes=MOST_BYTES // 1_000_000))
    if not data.strip():
        return _refused(problem("file_empty"))
    decoded = decode(data)
    if decoded.text is None:
        return _refused(*decoded.problems)
    return _parse_text(decoded, decoded.text, today)


def _refused(*problems: Problem) -> ImportedList:
    return ImportedList(format=FORMAT, problems=problems)


def _parse_text(decoded: Decoded, text: str, today: dt.date) -> ImportedList:
    separator = _SEPARATOR_LINE.match(text)
    body = text[separator.end() :] if separator else text
    delimiter = separator[1] if separator else vote(body)
    rows, problems = _read_rows(body, delimiter)
    columns, found = find_columns(rows)
    problems = [*decoded.problems, *found, *problems]
    listed = [row for row in rows if columns and row[0] > columns.row]
    candidates: list[ImportedCandidate] = []
    dropped: tuple[str, ...] = ()
    if columns is not None:
        dropped = columns.dropped(row for _, row in listed)
        candidates = _read_list(columns, listed, problems, today)
    return ImportedList(
        format=FORMAT,
        rows=len(listed),
        candidates=tuple(candidates),
        problems=ordered(problems),
        dropped_columns=dropped,
        encoding=decoded.encoding,
        delimiter=delimiter,
    )


def vote(text: str) -> str:
    """The delimiter under which one of the first lines names most fields, then has most cells."""
    lines: list[str] = []
    for line in io.StringIO(text, newline=""):
        if line.strip():
            lines.append(line)
        if len(lines) == HEADER_WITHIN:
            break
    return max(
        DELIMITERS, key=lambda one: max((_votes(line, one) for line in lines), default=(0, 0))
    )


def _votes(line: str, delimiter: str) -> tuple[int, int]:
    try:
        row = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return 0, 0
    return recognised(row), len(row)


def _read_rows(text: str, delimiter: str) -> tuple[list[Row], list[Problem]]:
    """The rows that hold something, with their numbers; reading stops at a broken quote.

    After one, nobody can say where the next row begins.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    for number, cells_or_code in enumerate(_records(reader), 1):
        if isinstance(cells_or_code, str):
            return rows, [problem(cells_or_code, number, None, line=reader.line_num)]
        if any(cell.strip() for cell in cells_or_code):
            rows.append((number, cells_or_code))
        if len(rows) > MOST_CANDIDATES + HEADER_WITHIN:
            break
    return rows, []


def _records(reader: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """The records, then the code of what broke the reading, if anything did."""
    try:
        yield from reader
    except csv.Error as error:
        words = str(error)
        yield next((code for part, code in _BROKEN_CSV if part in words), "csv_broken")


def _read_list(
    columns: Columns, rows: list[Row], problems: list[Problem], today: dt.date
) -> list[ImportedCandidate]:
    if len(rows) > MOST_CANDIDATES:
        # Thousands of other remarks would only bury this one.
        problems.append(problem("too_many_candidates", most=MOST_CANDIDATES))
        return []
    if not rows and not any(one.severity == "error" for one in problems):
        problems.append(problem("CSV_DATA_REQUIRED"))
    read = (_read_row(columns, number, row, problems, today) for number, row in rows)
    candidates = [one for one in read if one is not None]
    problems += within(candidates)
    faulty = {one.row for one in problems if one.severity == "error" or one.code == REPEATED}
    return [one for one in candidates if one.row not in faulty]


def _read_row(
    columns: Columns, number: int, row: list[str], problems: list[Problem], today: dt.date
) -> ImportedCandidate | None:
    wrong = _shape_problems(columns, number, row)
    if wrong:
        problems += wrong
        return None
    at = {
        name: Cell(row[index], number, columns.header(name))
        for name, index in columns.places.items()
    }
    candidate = _candidate(number, at, today)
    problems += [one for cell in at.values() for one in cell.problems]
    return candidate


def _shape_problems(columns: Columns, number: int, row: list[str]) -> list[Problem]:
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


def _candidate(number: int, at: dict[str, Cell], today: dt.date) -> ImportedCandidate | None:
    last_name = fields.read_name(at["last_name"], "CANDIDATE_LAST_NAME_REQUIRED")
    first_name = fields.read_name(at["first_name"], "CANDIDATE_FIRST_NAME_REQUIRED")
    birthdate = fields.read_birthdate(at["birthdate"], today)
    labels = ("class_name", "external_id", "seat", "workstation")
    given = {name: fields.read_label(at[name]) for name in labels if name in at}
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
