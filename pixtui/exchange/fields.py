"""The fields of a row: each read strictly, each problem with the code of its rule.

Pix's own codes where the rule is Pix's (domain notes §3), ours in small letters elsewhere.
"""

import datetime as dt
import re
from collections.abc import Mapping

from pixtui.domain.names import lossy_letters
from pixtui.domain.text import (
    clean_identity,
    forbidden,
    identity_doubt,
    identity_problem,
    label_problem,
    visible,
)
from pixtui.exchange.problems import Problem

OLDEST_BIRTH = dt.date(1900, 1, 1)
YOUNGEST, OLDEST = 8, 99
"""Ages outside which a birth date deserves a second look."""

_FRENCH = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PERCENT = re.compile(r"([0-9]{1,3}) ?%?")
_DECIMAL = re.compile(r"[0-9]+[.,][0-9]+ ?%?")
_REQUIRED = {
    "last_name": "CANDIDATE_LAST_NAME_REQUIRED",
    "first_name": "CANDIDATE_FIRST_NAME_REQUIRED",
}


class RowReader:
    """Reads the cells of one row and keeps what is wrong with them."""

    def __init__(self, row: int, cells: Mapping[str, str], headers: Mapping[str, str]) -> None:
        self.row = row
        self._cells = cells
        self._headers = headers
        self.problems: list[Problem] = []

    def note(self, code: str, name: str, severity: str = "error", **params: str) -> None:
        """Keep a problem of one cell."""
        self.problems.append(
            Problem(
                code=code,
                row=self.row,
                column=self._headers.get(name),
                severity=severity,  # type: ignore[arg-type]  # one of the three words, as called here
                params={key: visible(value)[:60] for key, value in params.items()},
            )
        )

    def raw(self, name: str) -> str:
        """The cell as it stands, trimmed of ordinary spaces."""
        return clean_identity(self._cells.get(name, ""))

    def name(self, name: str) -> str:
        """A last or a first name."""
        value = self.raw(name)
        if not value:
            self.note(_REQUIRED[name], name)
            return ""
        problem = identity_problem(value)
        if problem is not None:
            self.note(problem, name, value=value, character=forbidden(value) or "")
            return ""
        doubt = identity_doubt(value)
        if doubt is not None:
            self.note(f"name_{doubt}", name, "warning", value=value)
        lost = lossy_letters(value)
        if lost:
            self.note("letters_pix_drops", name, "notice", value=value, letters=" ".join(lost))
        return value

    def label(self, name: str) -> str | None:
        """A class, a seat, an id: one line of text, or nothing."""
        value = self.raw(name)
        if not value:
            return None
        problem = label_problem(value)
        if problem is not None:
            self.note(problem, name, value=value, character=forbidden(value) or "")
            return None
        return value

    def birthdate(self, name: str, today: dt.date) -> dt.date | None:
        """A birth date: JJ/MM/AAAA, or AAAA-MM-JJ."""
        value = self.raw(name)
        if not value:
            self.note("CANDIDATE_BIRTHDATE_REQUIRED", name)
            return None
        born = parse_date(value)
        if born is None:
            self.note("CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID", name, value=value)
            return None
        if born <= OLDEST_BIRTH:
            self.note("CANDIDATE_BIRTHDATE_MUST_BE_GREATER", name, value=value)
            return None
        if born > today:
            self.note("birthdate_in_future", name, value=value)
            return None
        if not YOUNGEST <= (today - born).days // 365 <= OLDEST:
            self.note("birthdate_unlikely", name, "warning", value=value)
        return born

    def extra_time(self, name: str) -> int | None:
        """Extra time in whole percent: ``33``, ``33%``, ``33 %``; nothing and 0 are none."""
        value = self.raw(name)
        whole = _PERCENT.fullmatch(value)
        if not value or (whole and int(whole.group(1)) == 0):
            return None
        if whole:
            return int(whole.group(1))
        decimal = _DECIMAL.fullmatch(value) is not None
        code = "CANDIDATE_EXTRA_TIME_OUT_OF_RANGE" if decimal else "CANDIDATE_EXTRA_TIME_INTEGER"
        self.note(code, name, value=value)
        return None


def parse_date(text: str) -> dt.date | None:
    """A real calendar day written JJ/MM/AAAA or AAAA-MM-JJ, else None."""
    french, iso = _FRENCH.fullmatch(text), _ISO.fullmatch(text)
    if french:
        day, month, year = map(int, french.groups())
    elif iso:
        year, month, day = map(int, iso.groups())
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
