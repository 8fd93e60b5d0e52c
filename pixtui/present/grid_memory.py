"""The rows of the grid, kept from one look to the next.

Of two thousand candidates a key concerns one: the others' rows are told anew only when the clock
changes what they show. ``grid_rows`` says what a row is; here is only when it stays as it was.
"""

import datetime as dt
from collections.abc import Iterator

from attrs import define, field, frozen

from pixtui.desk.settings import Order
from pixtui.domain.session import Candidate, Incident, Interruption, State
from pixtui.domain.timing import MINUTE, floor_minute, minutes_up, real_end
from pixtui.present.grid import (
    Columns,
    GridRow,
    Place,
    SearchText,
    grid_row,
    place,
    row_cells,
    searched,
)
from pixtui.present.row import Row
from pixtui.wording.catalogue import Words

INSTANT = dt.timedelta(microseconds=1)


@frozen(eq=False)
class _Known:
    """What is known of one candidate, until an instant."""

    one: Candidate
    held: tuple[Interruption, ...]
    told: tuple[Incident, ...]
    until: float
    row: GridRow
    search: SearchText
    places: dict[Order, Place] = field(factory=dict)
    rows: dict[Columns, Row] = field(factory=dict)


@define
class GridMemory:
    """The grid of one session in one language."""

    words: Words
    _state: State | None = None
    _extra_time: bool = True
    _since: float = 0.0
    _until: float = 0.0
    _known: dict[str, _Known] = field(factory=dict)
    _sorted: dict[Order, list[_Known]] = field(factory=dict)

    def rows(
        self,
        state: State,
        now: dt.datetime,
        columns: Columns,
        *,
        order: Order = "urgency",
        wanted: str = "",
        extra_time: bool = True,
    ) -> list[Row]:
        """The rows as they stand now, searched and ordered."""
        self._look(state, now, extra_time=extra_time)
        listed = self._sorted.get(order)
        if listed is None:
            listed = sorted(
                self._known.values(), key=lambda known: _place(known, state, order, now)
            )
            self._sorted[order] = listed
        if wanted:
            words = searched(wanted)
            listed = [known for known in listed if known.search.fits(words)]
        return [known.rows.get(columns) or _row(known, columns) for known in listed]

    def _look(self, state: State, now: dt.datetime, *, extra_time: bool) -> None:
        """Tell anew whom something changed for."""
        instant, before = now.timestamp(), self._state
        alike = (
            before is not None
            and before.rules is state.rules
            and before.details is state.details
            and self._extra_time == extra_time
            and self._since <= instant
        )
        if alike and before is state and instant < self._until:
            return
        kept = self._known if alike else {}
        found: dict[str, _Known] = {}
        for one in state.candidates.values():
            known = kept.get(one.id)
            held, told = tuple(state.holding_up(one.id)), state.told.get(one.id, ())
            if (
                known is None
                or known.one is not one
                or instant >= known.until
                or known.held != held
                or known.told != told
            ):
                row = grid_row(state, one, now, self.words, extra_time=extra_time)
                until = min(_changes(state, one, now)).timestamp()
                known = _Known(one, held, told, until, row, SearchText.of(one))
                self._sorted = {}
            found[one.id] = known
        if len(found) != len(self._known):
            self._sorted = {}
        self._known, self._state, self._extra_time = found, state, extra_time
        self._since = instant
        self._until = min((known.until for known in found.values()), default=0.0)


def _place(known: _Known, state: State, order: Order, now: dt.datetime) -> Place:
    if order not in known.places:
        known.places[order] = place(state, known.one, order, now)
    return known.places[order]


def _row(known: _Known, columns: Columns) -> Row:
    known.rows[columns] = made = Row(known.one.id, tuple(row_cells(known.row, columns)))
    return made


def _changes(state: State, one: Candidate, now: dt.datetime) -> Iterator[dt.datetime]:
    """The instants after now from which on the clock may change what a row shows."""
    yield floor_minute(now) + MINUTE
    if one.presence is not None and one.start is None:
        expires = one.presence.at + state.rules.windows.presence
        if expires > now:
            yield expires
    end = real_end(state, one, now)
    if end is None or one.end is not None:
        return
    if end.at >= now:
        yield end.at + INSTANT
    held = state.holding_up(one.id)
    if any(other.open for other in held) and one.start is not None:
        # The open one counts from one of these on, in minutes rounded up.
        instants = [one.start.at, *(other.span.began for other in held)]
        instants += [other.span.ended for other in held if other.span.ended is not None]
        for began in instants:
            yield max(began + minutes_up(now - began) * MINUTE, now) + INSTANT
