"""Several rooms on one screen: what each needs, in which order, and what they add up to.

Pure: from files as they were seen to rooms, totals and an order. No candidate's name is in
anything made here, since the screen of a centre may hang where a room sees it.

The order is the order of need, ``NEEDS`` from the first to the last: an alert that stops a
candidate until somebody lifts it; a room or a candidate held up; an end that is passed; a console
that is silent; tests without a console; a file that may be a room and cannot be read; then the
day as it goes, tests running, about to end, still to begin, sealed; last what is of no concern.
Where two rooms need the same, one that is stopped as a whole stands before one in which somebody
is held up; then the one whose next end comes first stands first, then the one that
begins first, then by the name of the room.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from attrs import define, evolve, field, frozen

from pixtui.clock import Clock
from pixtui.desk.rooms import Seen
from pixtui.domain.checks import deadlines
from pixtui.domain.derive import (
    STATES,
    CandidateState,
    Phase,
    is_alert,
    open_room_interruptions,
    phase,
)
from pixtui.domain.session import State
from pixtui.domain.tally import Tally, tally
from pixtui.domain.text import fold
from pixtui.domain.timing import floor_minute
from pixtui.store.errors import StoreError
from pixtui.store.presence import Present
from pixtui.wording.when import local

STALE = dt.timedelta(minutes=30)
"""How long a console in use may be silent before that is said.

Nobody's rule but ours, so a constant and no part of a session's rules: within any half hour of an
exam somebody comes, starts, leaves the room, ends or has a problem; a shorter silence is common in
the middle of the tests, and a sign that cries wolf is not looked at.
"""

LONGEST_PAUSE = 15.0
"""Seconds between two looks at everything where changes are told: a clock may have been set."""

Need = Literal[
    "alert",
    "blocked",
    "overdue",
    "stale",
    "unattended",
    "unreadable",
    "running",
    "end",
    "before",
    "finalised",
    "foreign",
]
NEEDS: tuple[Need, ...] = Need.__args__  # type: ignore[attr-defined]  # a Literal's own list
PRESSING: frozenset[Need] = frozenset(NEEDS[: NEEDS.index("running")])
"""What somebody has to do something about."""
OF_PHASE: Mapping[Phase, Need] = {
    "before": "before",
    "during": "running",
    "end": "end",
    "finalised": "finalised",
}
"""What a room is where nothing presses. A purged session has no room and no day any more."""
FOREIGN = ("not_json", "not_a_session", "is_folder", "not_a_file", "too_large")
"""Why a file is most likely nobody's room."""

Group = Literal["coming", "running", "held", "ended", "away"]
GROUPS: Mapping[Group, tuple[CandidateState, ...]] = {
    "coming": ("expected", "checked_in", "ready"),
    "running": ("running",),
    "held": ("interrupted",),
    "ended": ("finished", "stopped"),
    "away": ("absent", "turned_away"),
}
"""The states in as few columns as a screen has room for: each state in one of them."""
_RUNS = re.compile(r"\d+|\D+")


@frozen(kw_only=True, eq=False)
class Room:
    """One room at one moment."""

    file: str
    """The name of its file."""
    seen: Seen
    state: State
    now: dt.datetime
    """The present in that session: a fictional one may have its own."""
    today: dt.date
    """The day that it is now in the room."""
    needs: tuple[Need, ...]
    """All that holds, the most pressing first; never empty."""
    phase: Phase
    tally: Tally
    alert_since: dt.datetime | None = None
    stopped: bool = False
    """Whether the whole room is interrupted."""
    overdue: tuple[dt.datetime, int] | None = None
    """The first end that is passed although a test goes on, and how many tests are past theirs."""
    next_end: tuple[dt.datetime, int] | None = None
    """When the next test ends, and how many at that minute."""
    last_entry: dt.datetime | None = None
    of_day: bool = True
    """Whether it is of the day looked at; another one is shown because it is being used."""
    counted: bool = True
    """Whether it is in the totals."""

    @property
    def need(self) -> Need:
        """What it needs most."""
        return self.needs[0]

    @property
    def name(self) -> str:
        """The room's name."""
        return self.state.session.room

    @property
    def fictional(self) -> bool:
        """Whether it is an exercise."""
        return self.state.session.fictional

    @property
    def at_work(self) -> tuple[Present, ...]:
        """Who has it open."""
        return self.seen.at_work

    def in_group(self, group: Group) -> int:
        """How many candidates are in a group of states."""
        return sum(self.tally.counters[one] for one in GROUPS[group])


@frozen(kw_only=True)
class Unread:
    """A file of which no room can be made."""

    file: str
    error: StoreError
    need: Need
    """``unreadable`` where it may be a room, else ``foreign``."""


@frozen(kw_only=True)
class Centre:
    """The rooms of one day."""

    date: dt.date | None
    """None where there is no session at all."""
    rooms: tuple[Room, ...]
    unread: tuple[Unread, ...]
    totals: Mapping[str, int]
    """Candidates by state, ``total``, ``rooms``, ``alerts``: of the rooms that are counted."""
    other_days: Mapping[dt.date, int]
    """How many sessions are of which other day."""
    purged: int = 0
    """Sessions without content, of which no day is known any more."""

    @property
    def fictional(self) -> bool:
        """Whether all that is counted is an exercise."""
        counted = [room for room in self.rooms if room.counted]
        return bool(counted) and all(room.fictional for room in counted)

    @property
    def lines(self) -> "tuple[Room | Unread, ...]":
        """Everything there is, in the order of need."""
        pressing = [room for room in self.rooms if room.of_day and room.need in PRESSING]
        calm = [room for room in self.rooms if room not in pressing]
        unreadable = [one for one in self.unread if one.need in PRESSING]
        foreign = [one for one in self.unread if one.need not in PRESSING]
        return (*pressing, *unreadable, *calm, *foreign)

    def in_group(self, group: Group) -> int:
        """How many candidates of all rooms that are counted are in a group of states."""
        return sum(self.totals[one] for one in GROUPS[group])

    def neighbour(self, by: int) -> dt.date | None:
        """The next day with a session, or the one before."""
        if self.date is None:
            return None
        later = [day for day in self.other_days if day > self.date]
        earlier = [day for day in self.other_days if day < self.date]
        return min(later, default=None) if by > 0 else max(earlier, default=None)


@define
class Overview:
    """The rooms of a folder, told anew only where something happened or a minute passed."""

    clock: Clock
    fictional_clock: Clock
    knows_who: bool = True
    """Whether nobody seen at work means that nobody is (not so on a network disk)."""
    _known: dict[str, tuple[Seen, dt.datetime, Room]] = field(factory=dict)

    def centre(self, look: Sequence[Seen], date: dt.date | None = None) -> Centre:
        """The rooms of that day; without one of today, else of the nearest day with a session."""
        states = [(seen, seen.state) for seen in look if seen.state is not None]
        told = [self._told(seen, state) for seen, state in states if state.details is not None]
        dated = [one for one in told if isinstance(one, Room)]
        unread = [one for one in told if isinstance(one, Unread)]
        days = Counter(room.state.session.date for room in dated)
        if date is None:
            date = _day(dated)
        rooms = _of_day(dated, date)
        counted = [room for room in rooms if room.counted]
        return Centre(
            date=date,
            rooms=tuple(sorted(rooms, key=_place)),
            unread=tuple(_unread(look, unread)),
            totals=_totals(counted),
            other_days={day: count for day, count in sorted(days.items()) if day != date},
            purged=len(states) - len(told),
        )

    def pause(self) -> float:
        """Seconds until something may change by the clock alone: a minute begins somewhere."""
        left = [
            60 - at.second - at.microsecond / 1e6 for at in (self.clock(), self.fictional_clock())
        ]
        return min(*left, LONGEST_PAUSE) + 0.01

    def _told(self, seen: Seen, state: State) -> "Room | Unread":
        """A room; a file whose record makes no sense stops none of the others."""
        try:
            return self._room(seen, state)
        except Exception:  # noqa: BLE001 - somebody else's file may hold anything that verifies
            error = StoreError("damaged", {"path": str(seen.path), "place": "session"})
            return Unread(file=seen.path.name, error=error, need="unreadable")

    def _room(self, seen: Seen, state: State) -> Room:
        now = (self.fictional_clock if state.session.fictional else self.clock)()
        known = self._known.get(seen.path.name)
        if known is not None and known[0] is seen and known[1] == floor_minute(now):
            return known[2]
        room = room_of(seen, state, now, knows_who=self.knows_who)
        self._known[seen.path.name] = seen, floor_minute(now), room
        return room


def room_of(seen: Seen, state: State, now: dt.datetime, *, knows_who: bool) -> Room:
    """One room as it stands."""
    counted = tally(state)
    coming = [one.at for one in deadlines(state, now) if one.code == "end"]
    passed, left = [at for at in coming if at <= now], [at for at in coming if at > now]
    opened = [one.opened.at for one in state.incidents.values() if is_alert(state, one)]
    room = Room(
        file=seen.path.name,
        seen=seen,
        state=state,
        now=now,
        today=local(state, now).date(),
        needs=(OF_PHASE[phase(state)],),
        phase=phase(state),
        tally=counted,
        alert_since=min(opened, default=None),
        stopped=state.sealed is None
        and any(one.candidates is None for one in open_room_interruptions(state)),
        overdue=(passed[0], len(passed)) if passed else None,
        next_end=(left[0], left.count(left[0])) if left else None,
        last_entry=state.history[-1].recorded if len(state.history) else None,
    )
    return evolve(room, needs=(*_pressing(room, knows_who=knows_who), OF_PHASE[room.phase]))


def _pressing(room: Room, *, knows_who: bool) -> Iterator[Need]:
    """What somebody has to do something about, in the order of NEEDS."""
    state = room.state
    if state.sealed is not None:
        return
    if room.tally.alerts_open:
        yield "alert"
    blocking = any(one.blocking and one.closed is None for one in state.incidents.values())
    if room.stopped or room.in_group("held") or blocking:
        yield "blocked"
    if room.overdue is not None:
        yield "overdue"
    if room.at_work and _is_on(room) and _silent(room) >= STALE:
        yield "stale"
    going_on = room.in_group("running") + room.in_group("held")
    if knows_who and not room.at_work and going_on:
        yield "unattended"


def _is_on(room: Room) -> bool:
    """Whether something ought to happen: it has begun, or should have."""
    details = room.state.session
    begins = dt.datetime.combine(details.date, details.time)
    here = local(room.state, room.now).replace(tzinfo=None)
    due = room.today == details.date and here >= begins
    return due or room.phase in ("during", "end")


def _silent(room: Room) -> dt.timedelta:
    """How long nobody has entered anything, or come to the keyboard."""
    moments = [dt.datetime.fromisoformat(one.since) for one in room.at_work]
    if room.last_entry is not None:
        moments.append(room.last_entry)
    return room.now - max(moments)


def _day(rooms: Sequence[Room]) -> dt.date | None:
    """Today in some room, else the nearest day to come, else the last one."""
    days = [(room.state.session.date, room.today) for room in rooms]
    for day, today in days:
        if day == today:
            return day
    coming = [day for day, today in days if day > today]
    return min(coming) if coming else max((day for day, _today in days), default=None)


def _of_day(rooms: Sequence[Room], date: dt.date | None) -> list[Room]:
    """The rooms of that day, and those of another one at which somebody is at work now."""
    own = [room for room in rooms if room.state.session.date == date]
    real = any(not room.fictional for room in own)
    found = [evolve(room, counted=not (real and room.fictional)) for room in own]
    found += [
        evolve(room, of_day=False, counted=False)
        for room in rooms
        if room.state.session.date != date and room.at_work
    ]
    return found


def _place(room: Room) -> tuple[object, ...]:
    details = room.state.session
    far = dt.datetime.max.replace(tzinfo=dt.UTC)
    return (
        not room.of_day,
        NEEDS.index(room.need),
        room.alert_since or far,
        room.need == "blocked" and not room.stopped,
        (room.overdue or room.next_end or (far, 0))[0],
        details.time,
        natural_order(room.name),
        room.file,
    )


def natural_order(name: str) -> list[tuple[bool, int, str]]:
    """B2 before B10."""
    return [
        (False, int(run), "") if run.isascii() and run.isdecimal() else (True, 0, run)
        for run in _RUNS.findall(fold(name))
    ]


def _unread(look: Sequence[Seen], more: Sequence[Unread]) -> Iterator[Unread]:
    """The files that are no room, those that may be one first."""
    found = list(more)
    for seen in look:
        if seen.problem is not None:
            cut = seen.problem.params.get("variant") == "cut_out"
            foreign = seen.problem.code in FOREIGN and not cut and not seen.was_room
            need: Need = "foreign" if foreign else "unreadable"
            found.append(Unread(file=seen.path.name, error=seen.problem, need=need))
    yield from sorted(found, key=lambda one: (NEEDS.index(one.need), natural_order(one.file)))


def _totals(rooms: Sequence[Room]) -> dict[str, int]:
    """What the rooms add up to."""
    names = (*STATES, "total")
    counts = {name: sum(room.tally.counters[name] for room in rooms) for name in names}
    return {
        **counts,
        "rooms": len(rooms),
        "alerts": sum(room.tally.alerts_open for room in rooms),
    }
