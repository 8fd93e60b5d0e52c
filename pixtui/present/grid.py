"""The live grid as rows and cells: every flag in its own place, so that none hides another.

The signs of a row stand in fixed places: identity, signature, presence, late, out of the
room, moved, end screen, signed out, reason; then the extra time, then the incidents with an
open alert first. The order of the rows tells urgency.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Self, get_args

from attrs import evolve, frozen

from pixtui.desk.settings import Order
from pixtui.domain.derive import (
    CandidateState,
    Flag,
    candidate_state,
    flags,
    incidents_of,
    is_alert,
)
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import fold, visible
from pixtui.domain.timing import floor_minute, minutes_up, real_end
from pixtui.present.tone import Cell, Tone
from pixtui.present.width import fit
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import FLAGS, label, state_label
from pixtui.wording.when import hour

ORDERS: tuple[Order, ...] = get_args(Order)

LONGEST_CLOCK = 10 * 60
"""Minutes from which on a time overdue has no room as hours and minutes."""
SEAT_CELLS, TIME_CELLS, EXTRA_CELLS, INCIDENT_CELLS = 4, 6, 5, 7

SLOTS: tuple[tuple[tuple[Flag, str, Tone], ...], ...] = (
    (("identity_doubt", "?", "warning"), ("identity", "I", "plain")),
    (("sign_refused", "X", "warning"), ("wrong_line", "W", "warning"), ("signed", "S", "plain")),
    (("presence_expired", "!", "danger"), ("presence", "P", "plain")),
    (("late", "L", "plain"),),
    (("left_room", "O", "warning"),),
    (("moved", "M", "plain"),),
    (("end_screen", "V", "plain"),),
    (("signed_out", "D", "plain"),),
    (("reason_candidate", "c", "plain"), ("reason_technical", "t", "plain")),
)
"""The fixed places of the signs: in each, the first flag that holds."""


def signs_legend(words: Words) -> str:
    """What each sign of a row means, in the order of their places."""
    told = [f"{sign} {label(FLAGS, flag, words)}" for slot in SLOTS for flag, sign, _tone in slot]
    # A sign stays on the line of what it means.
    return ", ".join(one.replace(" ", "\u00a0") for one in told)


STATE_TONES: dict[CandidateState, Tone] = {
    "expected": "dim",
    "checked_in": "plain",
    "ready": "accent",
    "running": "plain",
    "interrupted": "warning",
    "finished": "good",
    "stopped": "plain",
    "absent": "dim",
    "turned_away": "dim",
}


@frozen(kw_only=True)
class GridRow:
    """What one line of the grid shows, as text and tones."""

    id: str
    seat: str
    last_name: str
    first_name: str
    state: Cell
    start: str
    end: str
    left: Cell
    signs: tuple[Cell, ...]
    extra_time: str
    incidents: Cell


@frozen
class Columns:
    """The width of each column, for one width of the screen."""

    seat: int
    last_name: int
    first_name: int
    state: int
    incidents: int
    narrow: bool = False
    """Whether only what is most needed has room: seat, name, state, time left, incidents."""


NARROW_CELLS = 70
"""Cells under which the columns are the narrow ones."""


def columns_for(cells: int) -> Columns:
    """How to share that many cells: what is fixed first, the names take what is left."""
    state = 12
    if cells < NARROW_CELLS:
        name = max(cells - SEAT_CELLS - state - TIME_CELLS - INCIDENT_CELLS, 6)
        return Columns(SEAT_CELLS, name, 0, state, INCIDENT_CELLS, narrow=True)
    fixed = SEAT_CELLS + state + TIME_CELLS * 3 + len(SLOTS) + EXTRA_CELLS + INCIDENT_CELLS
    names = max(cells - fixed, 14)
    last = names * 3 // 5
    return Columns(
        seat=SEAT_CELLS,
        last_name=last,
        first_name=names - last,
        state=state,
        incidents=INCIDENT_CELLS,
    )


def row_cells(row: GridRow, columns: Columns) -> list[Cell]:
    """The line of a row, cell by cell."""
    state_text, state_tone = row.state
    left_text, left_tone = row.left
    incident_text, incident_tone = row.incidents
    if columns.narrow:
        return [
            (fit(row.seat, columns.seat - 1) + " ", "plain"),
            (fit(row.last_name, columns.last_name - 1) + " ", "strong"),
            (fit(state_text, columns.state - 1) + " ", state_tone),
            (fit(left_text, TIME_CELLS), left_tone),
            (fit(incident_text, columns.incidents), incident_tone),
        ]
    return [
        (fit(row.seat, columns.seat - 1) + " ", "plain"),
        (fit(row.last_name, columns.last_name - 1) + " ", "strong"),
        (fit(row.first_name, columns.first_name - 1) + " ", "plain"),
        (fit(state_text, columns.state - 1) + " ", state_tone),
        (fit(row.start, 6), "plain"),
        (fit(row.end, 6), "plain"),
        (fit(left_text, 6), left_tone),
        *row.signs,
        (" " + fit(row.extra_time, EXTRA_CELLS - 1), "plain"),
        (fit(incident_text, columns.incidents), incident_tone),
    ]


def heading_cells(words: Words, columns: Columns) -> list[Cell]:
    """The heading of the columns, in the same places."""
    text = words.text
    if columns.narrow:
        return [
            (fit(text("st"), columns.seat - 1) + " ", "dim"),
            (fit(text("last name"), columns.last_name - 1) + " ", "dim"),
            (fit(text("state"), columns.state - 1) + " ", "dim"),
            (fit(text("left"), TIME_CELLS), "dim"),
            (fit(text("inc."), columns.incidents), "dim"),
        ]
    return [
        (fit(text("st"), columns.seat - 1) + " ", "dim"),
        (fit(text("last name"), columns.last_name - 1) + " ", "dim"),
        (fit(text("first name"), columns.first_name - 1) + " ", "dim"),
        (fit(text("state"), columns.state - 1) + " ", "dim"),
        (fit(text("start"), 6), "dim"),
        (fit(text("end"), 6), "dim"),
        (fit(text("left"), 6), "dim"),
        (fit(text("signs"), len(SLOTS)), "dim"),
        (" " + fit("+%", EXTRA_CELLS - 1), "dim"),
        (fit(text("inc."), columns.incidents), "dim"),
    ]


def grid_row(
    state: State, one: Candidate, now: dt.datetime, words: Words, *, extra_time: bool = True
) -> GridRow:
    """The row of one candidate; without extra time, with the times of someone who has none."""
    standing = candidate_state(state, one)
    held = set(flags(state, one, now))
    hidden = bool(one.extra_time) and not extra_time
    end = real_end(state, evolve(one, extra_time=None) if hidden else one, now)
    tone: Tone = "danger" if "alert" in held else STATE_TONES[standing]
    return GridRow(
        id=one.id,
        seat=visible(one.seat or ""),
        last_name=visible(one.last_name),
        first_name=visible(one.first_name),
        state=(state_label(words, standing, short=True), tone),
        start=hour(state, one.start.at) if one.start else "",
        end=_end(state, one, end.at if end else None),
        left=_left(standing, end.at if end else None, now, words, beyond=not hidden),
        signs=tuple(_sign(slot, held) for slot in SLOTS),
        extra_time=f"+{one.extra_time}" if one.extra_time and extra_time else "",
        incidents=_incidents(state, one),
    )


def _end(state: State, one: Candidate, due: dt.datetime | None) -> str:
    """When the test ended, or when it is to end."""
    at = one.end.at if one.end is not None else due
    return hour(state, at) if at else ""


def _left(
    standing: CandidateState,
    end: dt.datetime | None,
    now: dt.datetime,
    words: Words,
    *,
    beyond: bool,
) -> Cell:
    """The time left; ``beyond`` the end only where that is the real one."""
    if end is None or standing not in ("running", "interrupted"):
        return "", "plain"
    minutes = minutes_up(end - floor_minute(now))
    if not beyond:
        minutes = max(minutes, 0)
    if minutes <= -LONGEST_CLOCK:
        days, hours = divmod(-minutes // 60, 24)
        long = words.say(N_("-{n}d"), n=days) if days else words.say(N_("-{n}h"), n=hours)
        return long, "danger"
    if minutes < 0:
        return f"-{-minutes // 60}:{-minutes % 60:02d}", "danger"
    return f"{minutes // 60}:{minutes % 60:02d}", "warning" if minutes <= 5 else "plain"


def _sign(slot: Iterable[tuple[Flag, str, Tone]], held: set[Flag]) -> Cell:
    return next(((sign, tone) for flag, sign, tone in slot if flag in held), ("·", "dim"))


def _incidents(state: State, one: Candidate) -> Cell:
    """The codes of the incidents, an open alert first; how many more where they do not fit."""
    found = sorted(
        incidents_of(state, one.id), key=lambda x: (not is_alert(state, x), x.closed is not None)
    )
    if not found:
        return "", "plain"
    first = found[0]
    text = first.code or "·"
    if len(found) > 1:
        text += f" +{len(found) - 1}"
    if is_alert(state, first):
        return text, "danger"
    return text, "plain" if all(x.closed for x in found) else "warning"


# --- which rows, in which order


@frozen
class SearchText:
    """What a search looks through: letters of the name, the seat or the class.

    Accents, apostrophes and hyphens need not be typed: ``ndiaye`` finds N'DIAYE.
    """

    text: str
    bare: str

    @classmethod
    def of(cls, one: Candidate) -> Self:
        """The text of one candidate."""
        text = fold(
            " ".join(filter(None, (one.seat, one.last_name, one.first_name, one.class_name)))
        )
        return cls(text, _bare(text))

    def fits(self, wanted: Sequence[tuple[str, str]]) -> bool:
        """Whether every word searched is in it."""
        return all(word in self.text or bare in self.bare for word, bare in wanted)


def searched(wanted: str) -> list[tuple[str, str]]:
    """The words of a search, each as typed and without what need not be typed."""
    return [(word, _bare(word) or word) for word in fold(wanted).split()]


def matches(one: Candidate, wanted: str) -> bool:
    """Whether a candidate fits what is searched."""
    return SearchText.of(one).fits(searched(wanted))


def _bare(text: str) -> str:
    return "".join(char for char in text if char.isalnum() or char.isspace())


def urgency(state: State, one: Candidate, now: dt.datetime) -> tuple[int, str]:
    """Where a candidate stands when the most pressing come first; ties go by time."""
    standing = candidate_state(state, one)
    held = set(flags(state, one, now))
    end = real_end(state, one, now)
    when = end.at.astimezone(dt.UTC).isoformat() if end else ""
    if standing in ("running", "interrupted"):
        if "alert" in held:
            return 0, when
        if standing == "interrupted":
            return 1, when
        return (2 if "overdue" in held else 6), when
    if standing == "stopped" and one.reason is None:
        return 3, when
    if "presence_expired" in held:
        return 4, when
    if standing in ("finished", "stopped"):
        left = one.end_screen is None or one.signed_out is None
        return (5 if left else 10), when
    ranks = {"ready": 7, "checked_in": 8, "expected": 9, "turned_away": 11, "absent": 12}
    return ranks[standing], ""


Place = tuple[int, str, str, str] | tuple[bool, int, str, str, str] | tuple[str, str]
"""Where a candidate stands in an order: what sorts them."""


def place(state: State, one: Candidate, order: Order, now: dt.datetime) -> Place:
    """Where a candidate stands by urgency, by name or by seat; names decide the rest."""
    name = fold(one.last_name), fold(one.first_name)
    if order == "name":
        return name
    if order == "seat":
        digits = "".join(char for char in one.seat or "" if char.isdigit() and char.isascii())
        return (not one.seat, int(digits or 0), fold(one.seat or ""), *name)
    return (*urgency(state, one, now), *name)


def grid_rows(
    state: State,
    now: dt.datetime,
    words: Words,
    *,
    order: Order = "urgency",
    wanted: str = "",
    extra_time: bool = True,
) -> list[GridRow]:
    """The rows of the grid, searched and ordered."""
    people = [one for one in state.candidates.values() if matches(one, wanted)]
    people.sort(key=lambda one: place(state, one, order, now))
    return [grid_row(state, one, now, words, extra_time=extra_time) for one in people]
