"""Extra time as each of Pix's files writes it (domain notes §3.1, §3.2)."""

import re
from decimal import ROUND_HALF_UP, Decimal

from pixtui.domain.text import clean_identity
from pixtui.exchange.fields import MOST_EXTRA_TIME, Cell

_NUMBER = re.compile(r"([+-]?[0-9]{1,9})(?:[.,]([0-9]{1,12}))? ?(%?)")


def fraction(cell: Cell) -> int | None:
    """In the ODS: a number, 0.33 for 33 %, at least 0 and below 10; or a cell of percents."""
    value, marked = _number(cell)
    if value is None:
        return None
    percent = value if marked else value * 100
    if not 0 <= percent <= MOST_EXTRA_TIME:
        cell.note("CANDIDATE_EXTRA_TIME_OUT_OF_RANGE")
        return None
    whole = int(percent.to_integral_value(ROUND_HALF_UP))
    if whole != percent:
        cell.note("extra_time_read_as", percentage=whole)
    return whole


def percentage(cell: Cell) -> int | None:
    """In the CSV: ``33`` or ``33%``; what lies between 0 and 1 is a fraction, and refused."""
    value, _marked = _number(cell)
    if value is None:
        return None
    if not 0 <= value <= MOST_EXTRA_TIME or 0 < value < 1:
        cell.note("CANDIDATE_EXTRA_TIME_OUT_OF_RANGE")
    elif value != value.to_integral_value():
        cell.note("CANDIDATE_EXTRA_TIME_INTEGER")
    else:
        return int(value)
    return None


def _number(cell: Cell) -> tuple[Decimal | None, bool]:
    text = clean_identity(cell.text)
    if not text:
        return None, False
    number = _NUMBER.fullmatch(text)
    if number is None:
        cell.note("CANDIDATE_EXTRA_TIME_INTEGER")
        return None, False
    return Decimal(f"{number[1]}.{number[2] or 0}"), bool(number[3])
