"""A rehearsal under way: its clock, what happens in it, and what was made of it so far.

The clock hurries while nothing happens, and goes at the machine's own pace as soon as something
was told, until it was read and everything expected of it is done, or too late. It never passes
the next event by itself, and stands still while no console drives it.
"""

import datetime as dt
from contextlib import suppress
from typing import Literal, Self

from attrs import evolve

from pixtui.desk.clocks import RehearsalClock
from pixtui.desk.desk import Desk
from pixtui.domain.rehearsal.course import coming, left
from pixtui.domain.rehearsal.judge import Debrief, judge, last_window
from pixtui.domain.rehearsal.scenario import Event, Scenario, Told
from pixtui.rules.scenarios import kept_scenario
from pixtui.store.errors import StoreError
from pixtui.store.rehearsal import LEASE, Progress, keep_progress

BEAT = LEASE / 3
"""How often the clock is set anew, well before it would stand still."""
SECOND = dt.timedelta(seconds=1)

Went = Literal["told", "over", "waits"]
"""What came of going on: something happened; everything is over; it waits for a fact."""


class Rehearsal:
    """One rehearsal, driven by the console that has it open."""

    def __init__(self, desk: Desk, clock: RehearsalClock, scenario: Scenario) -> None:
        self.desk, self.scenario, self._clock = desk, scenario, clock
        self.trouble = ""
        """Why its progress could not be kept, where the disk refused."""

    @classmethod
    def of(cls, desk: Desk) -> Self | None:
        """The rehearsal of that session; None where it is none, or where it has lost its file."""
        clock = desk.clock
        if not isinstance(clock, RehearsalClock):
            return None
        scenario = kept_scenario(clock.progress.scenario)
        if scenario is None:
            return None  # the record is good without it
        rehearsal = cls(desk, clock, scenario)
        if rehearsal.drives:
            rehearsal._set(rehearsal.progress.anchored(clock.wall(), rehearsal._newest()))
        return rehearsal

    def _newest(self) -> dt.datetime:
        """The newest thing that is known: the clock must not go back behind it."""
        known = [self.progress.at, *(one.at for one in self.progress.told)]
        history = self.desk.state.history
        return max([*known, *([history[-1].recorded] if history else [])])

    @property
    def drives(self) -> bool:
        """Whether this console may move it: not one that only looks."""
        return not self.desk.store.read_only

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return self._clock.progress

    @property
    def told(self) -> tuple[Told, ...]:
        """What has happened, in order."""
        return self.progress.told

    @property
    def unread(self) -> list[Event]:
        """What has happened and was not read yet, the oldest first."""
        found = (self.scenario.event(one.event) for one in self.told if not one.read)
        return [one for one in found if one is not None]

    def now(self) -> dt.datetime:
        """The present instant."""
        return self._clock()

    def debrief(self) -> Debrief:
        """What was made of it so far."""
        return judge(self.scenario, self.told, self.desk.state, self.now())

    def left(self) -> list[Event]:
        """What has not happened."""
        return left(self.scenario, self.told)

    # --- what moves it

    def look(self) -> list[Event]:
        """Let happen what is due, and set the clock by it; what has just happened."""
        with suppress(StoreError):  # what is known stays, and is written whole again
            self._clock.look()
        if not self.drives:
            return []
        fresh = self._happen()
        self._pace(fresh=bool(fresh))
        return fresh

    def _happen(self) -> list[Event]:
        fresh: list[Event] = []
        while True:
            now = self.now()
            due = coming(self.scenario, self.told, self.desk.state, now)
            if not due or due[0].at > now:
                return fresh
            told = Told(event=due[0].event, at=max(due[0].at, self.progress.at))
            self._clock.set(evolve(self.progress, told=(*self.told, told)))
            event = self.scenario.event(told.event)
            assert event is not None  # it is one of the scenario's
            fresh.append(event)

    def _pace(self, *, fresh: bool) -> None:
        """Hurry while nothing happens, go at the true pace while something does."""
        progress, wall = self.progress, self._clock.wall()
        asks = bool(self.unread) or self.debrief().asks or not self.left()
        pace = 1 if asks else progress.speed
        due = coming(self.scenario, self.told, self.desk.state, self.now())
        until = due[0].at if due else None
        if fresh or self._stale(wall) or (pace, until) != (progress.pace, progress.until):
            self._set(evolve(progress.anchored(wall, self.now()), pace=pace, until=until))

    def _stale(self, wall: dt.datetime) -> bool:
        """Whether the clock is to be set anew: before it stands still, or because it does.

        It does where the machine's clock was set back, or another console that drove it left.
        """
        since = self.progress.since
        if since is None:
            return not self.progress.paused
        return not dt.timedelta() <= wall - since < BEAT

    def read(self) -> Event | None:
        """What was told first and not read yet is read now; None where all of it was."""
        unread = self.unread
        if not unread or not self.drives:
            return None
        self._read({unread[0].id})
        return unread[0]

    def _read(self, which: set[str]) -> None:
        told = tuple(evolve(one, read=one.read or one.event in which) for one in self.told)
        self._clock.set(evolve(self.progress, told=told))
        self._pace(fresh=True)

    def go_on(self) -> Went:
        """On to the next thing that happens, at once; what was told counts as read then."""
        if not self.drives:
            return "waits"
        wall, now = self._clock.wall(), self.now()
        due = coming(self.scenario, self.told, self.desk.state, now)
        if due:
            self._read({one.event for one in self.told})
            at = max(due[0].at, now)
            self._set(evolve(self.progress, until=at).anchored(wall, at))
            return "told" if self.look() else "waits"
        if self.left():
            return "waits"
        end = last_window(self.scenario, self.told)
        if end is not None and end >= now:
            self._set(evolve(self.progress, until=None).anchored(wall, end + SECOND))
        return "over"

    def pause(self) -> bool:
        """Stop the clock, or let it go on; whether it stands still now."""
        if not self.drives:
            return self.progress.paused
        paused = not self.progress.paused
        self._set(evolve(self.progress, paused=paused).anchored(self._clock.wall()))
        return paused

    def leave(self) -> None:
        """The console that drives it is left: the clock stands still until it comes back."""
        if self.drives:
            self._set(self.progress.resting(self._clock.wall()))

    def _set(self, progress: Progress) -> None:
        """Keep it, and go by it; a disk that refuses is said, and stops nothing."""
        self.trouble = ""
        try:
            keep_progress(self.desk.store.path, progress)
        except StoreError as error:
            self.trouble = str(error.params.get("reason", error.code))
        self._clock.set(progress)
