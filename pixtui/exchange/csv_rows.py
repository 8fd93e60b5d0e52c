"""From the text of a CSV file to its rows, numbered as a spreadsheet shows them.

The first record is row 1, blank ones count, a quoted cell on two lines is one row, and a
``sep=`` line, which spreadsheets hide, is none.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from pixtui.exchange.columns import HEADER_WITHIN, PLAIN
from pixtui.exchange.decode import decode
from pixtui.exchange.problems import MOST_BYTES, MOST_CANDIDATES, Problem, problem

DELIMITERS = (";", ",", "\t")

_SEPARATOR_LINE = re.compile(r'"?sep=([;,\t|])"?(\r\n|\r|\n|$)', re.IGNORECASE)
_BROKEN_CSV = (
    ("unexpected end of data", "unbalanced_quote"),
    ("field larger", "cell_too_long"),
    ("expected after", "text_after_quote"),
)
"""The words of the csv module for what only its strict reading finds."""

Row = tuple[int, list[str]]
Score = Callable[[Sequence[str]], int]
"""How much a row looks like the header that is looked for."""


@frozen
class Table:
    """The rows of a file that hold something, and what went wrong while reading them."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()
    encoding: str | None = None
    delimiter: str | None = None

    @property
    def readable(self) -> bool:
        """Whether there is a text at all."""
        return self.delimiter is not None


def read_table(
    data: bytes,
    score: Score = PLAIN.recognised,
    *,
    mac: bool = False,
    most: int = MOST_CANDIDATES,
) -> Table:
    """The rows of a CSV file, or why there are none; never raises.

    ``mac`` where a file that looks as if it came from a Mac may be read so; a few rows more than
    ``most`` are read, enough to say that there are too many.
    """
    if len(data) > MOST_BYTES:
        return Table(problems=(problem("file_too_large", megabytes=MOST_BYTES // 1_000_000),))
    if not data.strip():
        return Table(problems=(problem("file_empty"),))
    decoded = decode(data, mac=mac)
    if decoded.text is None:
        return Table(problems=decoded.problems)
    separator = _SEPARATOR_LINE.match(decoded.text)
    body = decoded.text[separator.end() :] if separator else decoded.text
    delimiter = separator[1] if separator else vote(body, score)
    rows, problems = _read_rows(body, delimiter, most)
    return Table(tuple(rows), (*decoded.problems, *problems), decoded.encoding, delimiter)


def vote(text: str, score: Score = PLAIN.recognised) -> str:
    """The delimiter under which one of the first lines names most fields, then has most cells."""
    lines: list[str] = []
    for line in io.StringIO(text, newline=""):
        if line.strip():
            lines.append(line)
        if len(lines) == HEADER_WITHIN:
            break
    return max(
        DELIMITERS,
        key=lambda one: max((_votes(line, one, score) for line in lines), default=(0, 0)),
    )


def _votes(line: str, delimiter: str, score: Score) -> tuple[int, int]:
    try:
        row = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return 0, 0
    return score(row), len(row)


def _read_rows(text: str, delimiter: str, most: int) -> tuple[list[Row], list[Problem]]:
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
        if len(rows) > most + HEADER_WITHIN:
            break
    return rows, []


def _records(reader: Iterator[list[str]]) -> Iterator[list[str] | str]:
    """The records, then the code of what broke the reading, if anything did."""
    try:
        yield from reader
    except csv.Error as error:
        words = str(error)
        yield next((code for part, code in _BROKEN_CSV if part in words), "csv_broken")
