"""A session as its screens showed it, entry by entry, at any speed, forwards and backwards.

It has the face of a desk: the state, the present instant, who is at the keyboard. What the clock
says is the day's own: at an entry that at which it was written, and between two entries, while
the day plays on, what a clock on the wall would have said. Nothing is ever written, no lock is
taken, and what is there at opening is all there is.
"""

import datetime as dt
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from pixtui.desk.desk import Answer, Desk, Listener
from pixtui.domain.commands import Act, HandOver
from pixtui.domain.history import Event
from pixtui.domain.outcome import Decision, Refusal
from pixtui.domain.past import Past
from pixtui.domain.session import State
from pixtui.store.codec import JsonObject
from pixtui.store.presence import Present
from pixtui.store.projection import Made, made_of, project
from pixtui.store.reading import Reading
from pixtui.store.session_store import SessionStore

Steady = Callable[[], float]
"""Seconds that pass evenly."""
EACH = 0
"""The speed at which each entry is shown for a second, whatever passed between them."""
SPEEDS = (60, 600, EACH, 1, 10)
"""How many seconds of the day pass in one, in the order in which they are offered."""
FURTHEST = dt.timedelta(days=1)
"""How far the clock goes beyond the last entry where somebody asks for a later time."""
REFUSED = Refusal("replay")


class Replay(Desk):
    """One look back at one session."""

    def __init__(self, store: SessionStore, state: State, steady: Steady = time.monotonic) -> None:
        super().__init__(store, "", state=state)
        self.past = Past(state.history)
        self.past.after(len(self.past))  # so that every later jump is short
        self.live = bool(super().others)
        """Whether somebody was at work on the session when it was read."""
        self.speed = SPEEDS[0]
        self.playing = False
        self._steady = steady
        self._ticked = 0.0
        self._since = dt.timedelta()
        self.place = 0
        self.go(1)

    @classmethod
    def read(cls, path: Path, steady: Steady = time.monotonic) -> Self | Refusal:
        """Look back at the session in this file, on its first entry; refused where it was purged.

        Of a damaged file what verifies is there. Raises StoreError where it cannot be read.
        """
        made: list[Made] = []

        def accept(found: Reading) -> bool:
            made.append(made_of(path, found))
            return made[-1].agrees

        store = SessionStore.open(path, project=project, read_only=True, accept=accept)
        state = made[-1].state
        if state.purged is not None:
            return Refusal("purged")
        return cls(store, state, steady)

    # --- what is known at this place

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self.past)

    @property
    def event(self) -> Event:
        """The entry that was the newest one then."""
        return self.past.events[self.place - 1]

    @property
    def state(self) -> State:
        """The session as it was after that entry."""
        return self.past.after(self.place)

    @property
    def others(self) -> tuple[Present, ...]:
        """Nobody else looks back with us."""
        return ()

    def now(self) -> dt.datetime:
        """What the clock said."""
        return self.event.recorded + self._since

    # --- going elsewhere in it

    def go(self, place: int) -> None:
        """To the moment of an entry, the first or the last one where there is no such."""
        self.place = max(1, min(place, self.count))
        self._since = dt.timedelta()
        told = next((one for one in reversed(self.state.history) if one.act is not None), None)
        if told is not None:
            self.by = told.act.to if isinstance(told.act, HandOver) else told.by

    def go_to(self, at: dt.datetime) -> None:
        """To what the screens showed at an instant; the first entry where there was nothing yet.

        A day after the last entry nothing is seen that was not there before: no further than that.
        """
        at = min(at, self.past.events[-1].recorded + FURTHEST)
        before = [one.seq for one in self.past.events if one.recorded <= at]
        self.go(before[-1] if before else 1)
        self._since = max(at - self.event.recorded, dt.timedelta())

    def go_to_moment(self, moment: int | dt.datetime) -> None:
        """To an entry by its number, or to an instant."""
        if isinstance(moment, int):
            self.go(moment)
        else:
            self.go_to(moment)

    def go_to_next_about(self, subject: str, by: int) -> bool:
        """To the next (1) or the last (-1) entry about a candidate, incident or step, if any."""
        place = self.past.next_about(subject, self.place, by)
        if place is not None:
            self.go(place)
        return place is not None

    # --- letting it play

    def play(self, *, on: bool) -> None:
        """Let the day go on, or stand still."""
        self.playing = on and self.place < self.count
        self._ticked = self._steady()

    def next_speed(self) -> None:
        """Take the speed offered next."""
        self.speed = SPEEDS[(SPEEDS.index(self.speed) + 1) % len(SPEEDS)]

    def play_on(self) -> None:
        """Let pass what passed since this was last asked; at the last entry the day ends."""
        if not self.playing:
            return
        seconds = self._steady() - self._ticked
        if self.speed == EACH:
            whole = int(seconds)
            self._ticked += whole
            if whole:
                self.go(self.place + whole)
        else:
            self._ticked += seconds
            self._pass(dt.timedelta(seconds=seconds * self.speed))
        self.playing = self.place < self.count

    def _pass(self, span: dt.timedelta) -> None:
        clock, events = self.now() + span, self.past.events
        place = self.place
        while place < self.count and events[place].recorded <= clock:
            if events[place].recorded < events[place - 1].recorded:
                clock = events[place].recorded  # the clock of that day was set back here
            place += 1
        if place != self.place:
            self.go(place)
        if place < self.count:
            self._since = clock - self.event.recorded

    # --- nothing is declared here

    def why_read_only(self) -> Refusal:
        """Nothing can be declared in what is past."""
        return REFUSED

    def reasons(self) -> dict[str, str]:
        """What was given before the seal, and when, stands in no entry."""
        return {}

    def copy(self, path: Path) -> int:  # noqa: ARG002 - as the desk that writes has it
        """Nothing is written; the screens do not offer it."""
        return 0

    def handed_to(self, by: str) -> None:
        """The keyboard of that day is in nobody's hands now."""

    def submit(self, act: Act, at: dt.datetime | None = None) -> Answer:  # noqa: ARG002 - as above
        """Refused."""
        return REFUSED

    def submit_json(self, value: object) -> Answer:  # noqa: ARG002 - as above
        """Refused."""
        return REFUSED

    def submit_all(self, values: Sequence[JsonObject]) -> tuple[int, Answer]:  # noqa: ARG002 - as above
        """Refused."""
        return 0, REFUSED

    def judge(self, act: Act, at: dt.datetime | None = None) -> Decision:  # noqa: ARG002 - as above
        """Refused."""
        return REFUSED

    def judge_json(self, value: object) -> Refusal | None:  # noqa: ARG002 - as above
        """Refused."""
        return REFUSED

    def follow(self, listener: Listener) -> None:
        """Nothing comes in any more."""

    def refresh(self) -> bool:
        """Nothing comes in any more."""
        return False
