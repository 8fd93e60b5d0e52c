"""A session as it was after each of its entries, and which entries are about someone.

States share what did not change, but each has its own map of candidates: of a long history
only some are kept, and the others made again from the nearest kept one.
"""

import re
from collections import OrderedDict
from collections.abc import Iterable

from pixtui.domain import commands as c
from pixtui.domain.evolve import evolve, go_on
from pixtui.domain.history import Event, History, is_about
from pixtui.domain.session import State

_CANDIDATE = re.compile(r"c[0-9]+")
STRIDE = 32
"""Entries between two states that are kept for good."""
RECENT = 4 * STRIDE
"""How many of the states asked for last are kept beside them."""


class Past:
    """Every state of a history, in any order, none of them made from the beginning each time."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.events = events if isinstance(events, History) else History(events)
        self._mends = [
            (event.seq, max(event.act.seq, 1))
            for event in self.events
            if isinstance(event.act, (c.Undo, c.Correct))
        ]
        """The entries that mend another one, each with which."""
        self._kept: dict[int, State] = {0: State()}
        self._recent: OrderedDict[int, State] = OrderedDict()

    def __len__(self) -> int:
        return len(self.events)

    def after(self, count: int) -> State:
        """The session after so many entries, 0 to all of them; the same object when asked again."""
        if not 0 <= count <= len(self.events):
            raise IndexError(count)
        for place in range(len(self._kept) * STRIDE, count, STRIDE):
            self._made(place)
        known = self._known(count)
        return self._made(count) if known is None else known

    def _known(self, count: int) -> State | None:
        if count in self._recent:
            self._recent.move_to_end(count)
            return self._recent[count]
        return self._kept.get(count)

    def _made(self, count: int) -> State:
        base = self._base(count)
        state = self._kept[base]
        mended = next((seq for seq, _of in reversed(self._mends) if base < seq <= count), base)
        if mended > base:
            state = self._keep(mended, go_on(state, self.events.first(mended)))
        for place in range(mended, count):
            state = self._keep(place + 1, evolve(state, self.events[place]))
        return state

    def _base(self, count: int) -> int:
        """The state from which to go on: nothing after it takes back or rights what is in it."""
        base = (count - 1) // STRIDE * STRIDE
        while True:
            reached = (of for seq, of in self._mends if base < seq <= count)
            lowest = min((min(reached, default=base + 1) - 1), base)
            if lowest == base:
                return base
            base = lowest // STRIDE * STRIDE

    def _keep(self, count: int, state: State) -> State:
        if count % STRIDE == 0:
            self._kept[count] = state
        else:
            self._recent[count] = state
            if len(self._recent) > RECENT:
                self._recent.popitem(last=False)
        return state

    def next_about(self, subject: str, place: int, by: int) -> int | None:
        """The nearest entry after (``by`` 1) or before (-1) that one about a subject.

        A subject is the id of a candidate, of an incident or of a step; None where there is none.
        """
        steps = range(place + 1, len(self.events) + 1) if by > 0 else range(place - 1, 0, -1)
        return next((seq for seq in steps if self.is_about(self.events[seq - 1], subject)), None)

    def is_about(self, event: Event, subject: str) -> bool:
        """Whether an entry is about a subject; taking back or putting right one that was is too."""
        act = event.act
        if isinstance(act, (c.Undo, c.Correct)):
            right = isinstance(act, c.Correct) and self._concerns(act.instead, subject)
            before = self.events[act.seq - 1] if 0 < act.seq < event.seq else None
            return right or (before is not None and self.is_about(before, subject))
        return act is not None and self._concerns(act, subject)

    def _concerns(self, act: c.Act, subject: str) -> bool:
        if _CANDIDATE.fullmatch(subject) and is_about(act, subject):
            return True
        match act:
            case c.SetStep():
                return act.step == subject
            case c.LogIncident():
                return act.id == subject or any(is_about(one.act, subject) for one in act.facts)
            case c.AmendIncident() | c.CloseIncident():
                return subject in (act.incident, self._of_incident(act.incident))
            case c.AddCandidate():
                return act.id == subject
            case c.ImportCandidates():
                changed = (*act.updates, *act.certifiability)
                return any(row.id == subject for row in act.candidates) or any(
                    subject in one.candidates for one in changed
                )
            case c.Annex():
                return act.candidate == subject
        return False

    def _of_incident(self, incident: str) -> str | None:
        """Whom an incident is about."""
        logged = (one.act for one in self.events if isinstance(one.act, c.LogIncident))
        return next((one.candidate for one in logged if one.id == incident), None)
