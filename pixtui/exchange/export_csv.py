"""A plain CSV for a spreadsheet: everything quoted, and nothing in it that could act.

Its headers are those the import knows, so a list that went out comes back in. A cell that
begins like a formula gets an apostrophe before it, which the spreadsheet does not show.
"""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def neutral(cell: str) -> str:
    """The cell as a text that no spreadsheet computes."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a byte order mark, ``;``, every cell quoted, lines ended as spreadsheets do."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
