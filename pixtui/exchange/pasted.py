"""A list that was pasted: what tells it from other texts, and its headers where it has none."""

from collections import Counter

from pixtui.domain.dates import parse_date
from pixtui.exchange.columns import HEADER_WITHIN, PLAIN, REQUIRED
from pixtui.exchange.csv_rows import DELIMITERS, vote

LEAST_LINES = 2
HEADERS = ";".join(REQUIRED.values())


def is_list(text: str) -> bool:
    """Whether a text is a list: several lines, most of them of cells."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < LEAST_LINES:
        return False
    cells = Counter(max(line.count(one) for one in DELIMITERS) > 0 for line in lines)
    return cells[True] >= LEAST_LINES and cells[True] > cells[False]


def as_file(text: str) -> tuple[bytes, bool]:
    """A pasted list as a file, and whether headers were put on it.

    A list without headers whose lines hold a last name, a first name and a birth date, in this
    order, is taken so; anything else is left as it is, and told of by the import.
    """
    lines = "\n".join(text.splitlines())
    delimiter = vote(lines)
    first = [line.split(delimiter) for line in lines.split("\n") if line.strip()][:HEADER_WITHIN]
    named = any(PLAIN.recognised(cells) > 1 for cells in first)
    fits = all(len(cells) >= len(REQUIRED) and parse_date(cells[2].strip()) for cells in first)
    if named or not first or not fits:
        return lines.encode("utf-8", "replace"), False
    headers = HEADERS.replace(";", delimiter)
    more = delimiter * max(max(map(len, first)) - len(REQUIRED), 0)
    return f"{headers}{more}\n{lines}".encode("utf-8", "replace"), True
