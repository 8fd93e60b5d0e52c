"""The cells of a workbook as texts, with what the passes over its XML found."""

import datetime as dt
import io
from typing import Any

from pixtui.exchange.apart import ods, xlsx
from pixtui.exchange.apart.archive import Archive
from pixtui.exchange.apart.limits import LAST_COLUMN, LONGEST_CELL, MOST_ROWS
from pixtui.exchange.apart.refusal import RefusedFile
from pixtui.exchange.apart.sheets import Marks

Answer = dict[str, Any]


def read_workbook(archive: Archive, data: bytes) -> Answer:
    """Every sheet of a workbook; raises RefusedFile."""
    from python_calamine import CalamineError, load_workbook

    of_ods = ods.is_ods(archive)
    if of_ods:
        ods.check_encrypted(archive)
    found = (ods if of_ods else xlsx).marks(archive)
    try:
        book = load_workbook(io.BytesIO(data))
        sheets = [
            _sheet(book, place, name, found[place] if place < len(found) else Marks())
            for place, name in enumerate(book.sheet_names)
        ]
    except CalamineError as error:
        raise RefusedFile("not_a_workbook") from error
    return {
        "kind": "ods" if of_ods else "xlsx",
        "macros": (ods if of_ods else xlsx).has_macros(archive),
        "sheets": sheets,
    }


def _sheet(book: Any, place: int, name: str, found: Marks) -> Answer:
    rows = []
    if found.last_row:
        read = book.get_sheet_by_index(place).to_python(skip_empty_area=False, nrows=found.last_row)
        for number, cells in enumerate(read, 1):
            texts = [
                as_text(cell, (number, column) in found.percents)
                for column, cell in enumerate(cells[:LAST_COLUMN], 1)
            ]
            if any(texts):
                rows.append([number, texts])
            if len(rows) > MOST_ROWS:
                break
    return {
        "name": name[:LONGEST_CELL],
        "rows": rows,
        "formulas": found.formulas,
        "errors": found.errors,
        "hidden": found.hidden,
    }


def as_text(value: object, percent: bool) -> str:
    """A cell as one would type it: days as 31/12/2010, whole numbers without a point."""
    if isinstance(value, str):
        return value[:LONGEST_CELL]
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, (int, float)):
        shown = round(value * 100, 9) if percent else value
        text = str(int(shown)) if shown == int(shown) else repr(shown)
        return f"{text} %" if percent else text
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return _day(value) if midnight else f"{_day(value)} {value:%H:%M}"
    if isinstance(value, dt.date):
        return _day(value)
    return "" if value is None else str(value)[:LONGEST_CELL]


def _day(value: dt.date) -> str:
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
