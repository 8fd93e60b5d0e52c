"""Pix Certif's CSV of several sessions and their candidates (domain notes §3.2).

A row that carries any field of a session starts or joins the one of that site, room, date and
time; a row without belongs to the session above, or to the number in its first column.
"""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from attrs import define, field, frozen
from attrs import evolve as changed

from pixtui.domain.dates import parse_date
from pixtui.domain.secrets import number_fits
from pixtui.domain.text import clean_identity, forbidden, label_problem
from pixtui.exchange.columns import Columns
from pixtui.exchange.csv_rows import Row
from pixtui.exchange.extra_time import percentage
from pixtui.exchange.fields import Cell
from pixtui.exchange.headed import read_headed
from pixtui.exchange.listing import Cells, cells_of, shape_problems, without_faults
from pixtui.exchange.pix_columns import SESSION, SESSIONS_VOCABULARY
from pixtui.exchange.pix_fields import read_candidate
from pixtui.exchange.problems import (
    Imported,
    ImportedCandidate,
    Problem,
    ordered,
    problem,
)
from pixtui.exchange.uniqueness import REPEATED, within

FORMAT = "pix-sessions-csv"
_DETAILS = tuple(one.name for one in SESSION if one.name != "number")
_REQUIRED = {
    "site": "SESSION_ADDRESS_REQUIRED",
    "room": "SESSION_ROOM_REQUIRED",
    "date": "SESSION_DATE_REQUIRED",
    "time": "SESSION_TIME_REQUIRED",
    "examiner": "SESSION_EXAMINER_REQUIRED",
}
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_DATE = re.compile(r"[0-9]{2}/[0-9]{2}/[0-9]{4}")


@frozen(kw_only=True)
class ImportedSession:
    """One session of the file; only its number is known where it stands alone in its rows."""

    row: int
    number: int | None = None
    site: str | None = None
    room: str | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    examiner: str | None = None
    description: str | None = None
    candidates: tuple[ImportedCandidate, ...] = ()


@frozen(kw_only=True)
class ImportedSessions(Imported):
    """The sessions of a file; rows with an error are not among their candidates."""

    sessions: tuple[ImportedSession, ...] = ()


@define
class _Open:
    """A session while its rows are read."""

    known: ImportedSession
    examiners: list[str] = field(factory=list)
    candidates: list[ImportedCandidate] = field(factory=list)
    filled: bool = False
    """Whether any row is about a candidate, a faulty one too."""


def parse(data: bytes, today: dt.date, now: dt.datetime | None = None) -> ImportedSessions:
    """The sessions and everything that is wrong; never raises.

    ``now``, local to the rooms, is given where sessions are to be created: not in the past.
    """
    file = read_headed(data, SESSIONS_VOCABULARY)
    table, columns, listed = file.table, file.columns, file.rows
    problems = list(file.problems)
    sessions: list[ImportedSession] = []
    if columns is not None:
        reading = _Reading(columns, today, now)
        reading.read(listed)
        problems += reading.problems
        sessions = reading.sessions(problems)
    if now is not None:
        problems += [
            problem("session_details_missing", one.row, None, number=one.number)
            for one in sessions
            if one.number is not None
        ]
    return ImportedSessions(
        format=FORMAT,
        rows=len(listed),
        problems=ordered(problems),
        sessions=tuple(sessions),
        dropped_columns=columns.dropped(cells for _, cells in listed) if columns else (),
        encoding=table.encoding,
        delimiter=table.delimiter,
    )


class _Reading:
    """The rows of one file, one after the other."""

    def __init__(self, columns: Columns, today: dt.date, now: dt.datetime | None) -> None:
        self.problems: list[Problem] = []
        self._columns, self._today, self._now = columns, today, now
        self._open: dict[tuple[object, ...], _Open] = {}
        self._current: _Open | None = None

    def read(self, rows: Sequence[Row]) -> None:
        """Read every row."""
        for number, cells in rows:
            wrong = shape_problems(self._columns, number, cells)
            # An observation may be on several lines; names and places may not.
            description = self._columns.headers[self._columns.places["description"]].strip()
            wrong = [
                one
                for one in wrong
                if not (one.code == "newline_in_cell" and one.column == description)
            ]
            if wrong:
                self.problems += wrong
                continue
            at = cells_of(self._columns, number, cells)
            self._row(number, at)
            self.problems += [one for cell in at.values() for one in cell.problems]

    def sessions(self, problems: list[Problem]) -> list[ImportedSession]:
        """The sessions read; who stands twice in one is said."""
        closed = []
        for one in self._open.values():
            problems += _repeated(one.candidates)
            people = without_faults(one.candidates, problems)
            if not one.candidates and not one.filled:
                problems.append(problem("EMPTY_SESSION", one.known.row))
            examiner = ", ".join(dict.fromkeys(one.examiners)) or None
            closed.append(changed(one.known, examiner=examiner, candidates=tuple(people)))
        return closed

    def _row(self, number: int, at: Cells) -> None:
        session = self._session_of(number, at)
        if session is not None:
            self._current = session
        given = any(cell.text.strip() for name, cell in at.items() if name not in _SESSION_NAMES)
        if given:
            if self._current is not None:
                self._current.filled = True
            one = read_candidate(number, at, self._today, percentage)
            if one is not None and self._current is not None:
                self._current.candidates.append(one)

    def _session_of(self, number: int, at: Cells) -> _Open | None:
        """The session a row names; the one above where it names none."""
        named = at["number"].text.strip()
        given = [name for name in _DETAILS if at[name].text.strip()]
        if named:
            if given:
                at[given[0]].note("INFORMATION_NOT_ALLOWED_WITH_SESSION_ID")
            if not (named.isascii() and named.isdigit() and len(named) < 13):
                at["number"].note("SESSION_ID_NOT_VALID")
                return None
            if not number_fits(int(named)):
                at["number"].note("SESSION_ID_NOT_VALID")
                return None
            known = ImportedSession(row=number, number=int(named))
            return self._open.setdefault((known.number,), _Open(known))
        if not given and self._current is not None:
            return self._current
        return self._described(number, at)

    def _described(self, number: int, at: Cells) -> _Open | None:
        for name, code in _REQUIRED.items():
            if not at[name].text.strip():
                at[name].note(code)
        texts = {name: _label(at[name]) for name in ("site", "room", "examiner")}
        day, time = _day(at["date"]), _time(at["time"])
        if self._now is not None and day is not None and time is not None:
            begins = dt.datetime.combine(day, time, self._now.tzinfo)
            if begins < self._now:
                at["date"].note("SESSION_SCHEDULED_IN_THE_PAST")
        fields: dict[str, Any] = {"site": texts["site"], "room": texts["room"], "date": day}
        key = (*fields.values(), time)
        if None in key:
            key = (number,)
        known = ImportedSession(
            row=number,
            time=time,
            description=at["description"].text.strip() or None,
            **fields,
        )
        session = self._open.setdefault(key, _Open(known))
        if texts["examiner"]:
            session.examiners += [one.strip() for one in texts["examiner"].split(",")]
        return session


_SESSION_NAMES = {one.name for one in SESSION}


def _repeated(candidates: Sequence[ImportedCandidate]) -> list[Problem]:
    """Who stands twice: a warning where the rows are the same, an error where they are not."""
    seen: set[ImportedCandidate] = set()
    same: set[int] = set()
    for one in candidates:
        whole = changed(one, row=0)
        if whole in seen:
            same.add(one.row)
        seen.add(whole)
    said = within(candidates)
    return [
        problem(REPEATED, one.row, None, **one.params)
        if one.code == "DUPLICATE_CANDIDATE" and one.row in same
        else one
        for one in said
    ]


def _label(cell: Cell) -> str | None:
    text = clean_identity(cell.text)
    code = label_problem(text) if text else None
    if code is not None:
        cell.note(code, character=forbidden(text) or "", length=len(text))
    return text if text and code is None else None


def _day(cell: Cell) -> dt.date | None:
    text = cell.text.strip()
    day = parse_date(text) if _DATE.fullmatch(text) else None
    if text and day is None:
        cell.note("SESSION_DATE_NOT_VALID")
    return day


def _time(cell: Cell) -> dt.time | None:
    text = cell.text.strip()
    found = _TIME.fullmatch(text)
    if text and found is None:
        cell.note("SESSION_TIME_NOT_VALID")
    return dt.time(int(found[1]), int(found[2])) if found else None
