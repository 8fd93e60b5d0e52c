"""One cell of a list to one value: names, dates, percentages; every refusal is a code.

Each reader takes a ``Cell`` and answers the value, or None with the problems it noted: a file
with many faults is told all of them at once.
"""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

from attrs import define, field

from pixtui.domain.dates import parse_date
from pixtui.domain.names import lossy_letters
from pixtui.domain.text import (
    clean_identity,
    fold,
    forbidden,
    identity_doubt,
    label_problem,
)
from pixtui.exchange.problems import Problem, problem

OLDEST_BIRTH = dt.date(1900, 1, 1)
"""Pix wants a birth date after this day (domain notes §3)."""
YOUNGEST, OLDEST = 8, 99
"""Ages outside of which a birth date is probably mistyped."""
MOST_EXTRA_TIME = 999
A_THIRD = 33

_ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+[eE]\+?|[eE]\+)[0-9]{1,3}")
"""A long number as a spreadsheet shows it where its column was too narrow: 1,2E+10."""
_SERIAL = re.compile(r"[1-9][0-9]{4}")
_SERIAL_ZERO = dt.date(1899, 12, 30)
_PERCENT = re.compile(r"([+-]?[0-9]{1,9})(?:[.,]([0-9]{1,9}))? ?(%?)")
_THIRDS = {"1/3", "1⁄3", "1/3 temps", "tiers temps", "tiers-temps", "un tiers", "tt"}
_YES = {"oui", "o", "yes", "y", "x", "vrai", "true"}
_NO = {"non", "n", "no", "faux", "false"}
_INSEE = re.compile(r"[0-9]{5}|2[ABab][0-9]{3}|99")


@define
class Cell:
    """A text and where it stands; the problems found in it gather here."""

    text: str
    row: int
    column: str
    problems: list[Problem] = field(factory=list)

    def note(self, code: str, **params: object) -> None:
        """Add a problem about this cell; ``value`` is its text."""
        self.problems.append(problem(code, self.row, self.column, value=self.text, **params))


def read_name(cell: Cell, required: str) -> str | None:
    """A name; ``required`` is Pix's code for an empty one."""
    name = clean_identity(cell.text)
    if not name:
        cell.note(required)
        return None
    if _refuses(cell, label_problem(name), name):
        return None
    doubt = identity_doubt(name)
    if doubt:
        cell.note(doubt)
    lost = lossy_letters(name)
    # Of a name in another script nothing is left: that was just said.
    if lost and doubt != "other_script":
        cell.note("letters_pix_drops", letters=" ".join(lost))
    return name


def read_label(cell: Cell) -> str | None:
    """A class, a seat, an identifier: any one-line text, or nothing."""
    text = clean_identity(cell.text)
    if not text or _refuses(cell, label_problem(text), text):
        return None
    if _ROUNDED.fullmatch(text):
        cell.note("digits_lost")
    return text


def _refuses(cell: Cell, code: str | None, text: str) -> bool:
    if code is not None:
        cell.note(code, character=forbidden(text) or "", length=len(text))
    return code is not None


def read_birthdate(cell: Cell, today: dt.date) -> dt.date | None:
    """A birth date written JJ/MM/AAAA or AAAA-MM-JJ, or as a spreadsheet's day number.

    Only ASCII digits; a midnight that a spreadsheet added is ignored.
    """
    text = cell.text.strip()
    if not text:
        cell.note("CANDIDATE_BIRTHDATE_REQUIRED")
        return None
    serial = _SERIAL.fullmatch(text) is not None
    born = _SERIAL_ZERO + dt.timedelta(days=int(text)) if serial else parse_date(text)
    if born is None:
        cell.note("CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID")
    elif born <= OLDEST_BIRTH:
        cell.note("CANDIDATE_BIRTHDATE_MUST_BE_GREATER")
    elif born > today:
        cell.note("birthdate_in_future")
    else:
        if serial:
            cell.note("birthdate_serial", date=born)
        _doubt_age(cell, born, today)
        return born
    return None


def _doubt_age(cell: Cell, born: dt.date, today: dt.date) -> None:
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if not YOUNGEST <= age <= OLDEST:
        cell.note("age_unusual", age=age)


def read_extra_time(cell: Cell) -> int | None:
    """Extra time as a whole percentage: ``33``, ``33 %``, ``0,33``; a third where the word says so.

    A bare yes says no percentage: it is asked for. A no is a zero: the list says that there is
    none, where an empty cell says nothing.
    """
    text = fold(clean_identity(cell.text))
    if not text:
        return None
    if text in _NO:
        return 0
    if text in _YES:
        cell.note("extra_time_percentage_needed")
        return None
    if text in _THIRDS:
        cell.note("extra_time_read_as", percentage=A_THIRD)
        return A_THIRD
    # The folded text would take digits of other scripts for ours.
    number = _PERCENT.fullmatch(clean_identity(cell.text))
    if number is None:
        cell.note("CANDIDATE_EXTRA_TIME_INTEGER")
        return None
    return _percentage(cell, Decimal(f"{number[1]}.{number[2] or 0}"), bool(number[3]))


def _percentage(cell: Cell, value: Decimal, marked: bool) -> int | None:
    fraction = not marked and 0 < value < 1
    percent = value * 100 if fraction else value
    whole = int(percent.to_integral_value(ROUND_HALF_UP))
    if whole != percent and not fraction:
        cell.note("CANDIDATE_EXTRA_TIME_INTEGER")
    elif percent < 0 or whole > MOST_EXTRA_TIME or (whole == 0 and percent > 0):
        cell.note("CANDIDATE_EXTRA_TIME_OUT_OF_RANGE")
    else:
        # A lone 1 may mean 1 %, 100 % or yes; 0,333 is rounded.
        if whole != percent or (whole == 1 and not marked):
            cell.note("extra_time_read_as", percentage=whole)
        return whole
    return None


def check_insee(cell: Cell) -> None:
    """Look at a birth place's INSEE code that is not kept: a damaged one is Pix's next refusal."""
    text = clean_identity(cell.text)
    if not text or _INSEE.fullmatch(text):
        return
    lost_zero = re.fullmatch("[0-9]{4}", text) is not None
    cell.note("insee_zero_lost" if lost_zero else "insee_not_valid")
