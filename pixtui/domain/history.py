"""The entries of a session and what of them still holds.

Nothing is rewritten: an ``undo`` voids an entry, a ``correct`` puts another act in its
place. ``effective`` reads a history with both applied.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Self, overload

from attrs import evolve as changed
from attrs import fields, frozen

from pixtui.domain.commands import (
    UNSET,
    Act,
    Correct,
    CreateSession,
    EditCandidate,
    ImportCandidates,
    Interrupt,
    InterruptRoom,
    LogIncident,
    OnCandidates,
    ResumeRoom,
    Undo,
)


@frozen(kw_only=True)
class Event:
    """An accepted command: one entry of the session file."""

    seq: int
    recorded: dt.datetime
    at: dt.datetime
    by: str
    type: str
    """The command's name, which outlives an erased act."""
    act: Act | None
    """None once its content was erased."""

    def late_by(self) -> dt.timedelta:
        """How long after the fact it was entered."""
        return self.recorded - self.at


class History(Sequence[Event]):
    """An append-only sequence that shares its storage between successive states.

    Adding to the newest one costs the same whatever its length; an older one that grows in
    another direction is copied first, so a state never sees another's entries.
    """

    __slots__ = ("_events", "_length")

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._events = list(events)
        self._length = len(self._events)

    def plus(self, event: Event) -> Self:
        """This history with one more entry."""
        if self._length < len(self._events) and self._events[self._length] is event:
            return self._of(self._events, self._length + 1)  # as it went on once already
        events = self._events
        if self._length < len(events):
            events = events[: self._length]
        events.append(event)
        return self._of(events, self._length + 1)

    def first(self, count: int) -> Self:
        """This history as it was after so many of its entries."""
        return self._of(self._events, min(count, self._length))

    @classmethod
    def _of(cls, events: list[Event], length: int) -> Self:
        new = cls()
        new._events, new._length = events, length
        return new

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> list[Event]: ...
    def __getitem__(self, index: int | slice) -> Event | list[Event]:
        if isinstance(index, slice):
            return self._events[: self._length][index]
        if not -self._length <= index < self._length:
            raise IndexError(index)
        return self._events[index if index >= 0 else self._length + index]

    def __iter__(self) -> Iterator[Event]:
        for position in range(self._length):
            yield self._events[position]


def voided(events: Sequence[Event]) -> frozenset[int]:
    """The sequence numbers of the entries an undo took back; an undone undo holds no more."""
    gone: set[int] = set()
    for event in reversed(events):
        if isinstance(event.act, Undo) and event.seq not in gone:
            gone.add(event.act.seq)
    return frozenset(gone)


def effective(events: Sequence[Event]) -> list[Event]:
    """The entries that hold, corrected, in the order in which they were declared."""
    gone = voided(events)
    right: dict[int, Event] = {}
    for event in events:
        if isinstance(event.act, Correct) and event.seq not in gone:
            right[event.act.seq] = event
    return [
        _corrected(event, right.get(event.seq))
        for event in events
        if event.seq not in gone and not isinstance(event.act, (Undo, Correct))
    ]


def _corrected(event: Event, correction: Event | None) -> Event:
    if correction is None or not isinstance(correction.act, Correct):
        return event
    return changed(event, at=correction.at, act=correction.act.instead)


def is_about(act: Act | None, candidate: str) -> bool:
    """Whether an act is about that candidate: an incident of theirs, the room's stop too."""
    if isinstance(act, LogIncident):
        return act.candidate == candidate
    if isinstance(act, InterruptRoom):
        return act.candidates is None or candidate in act.candidates
    if isinstance(act, ResumeRoom):
        return True
    return isinstance(act, OnCandidates) and candidate in act.candidates


def last_about(events: Sequence[Event], candidate: str) -> Event | None:
    """The newest entry that holds about a candidate, corrected; None where there is none."""
    holding = reversed(effective(events))
    return next((event for event in holding if is_about(event.act, candidate)), None)


def last_by(events: Sequence[Event], by: str) -> Event | None:
    """The newest entry that holds and was declared by that person, the session's own aside."""
    holding = reversed(effective(events))
    return next(
        (one for one in holding if one.by == by and not isinstance(one.act, CreateSession)), None
    )


def corrected_by_hand(events: Sequence[Event]) -> dict[str, frozenset[str]]:
    """The fields of each candidate that somebody changed after the last list said them."""
    found: dict[str, frozenset[str]] = {}
    for event in effective(events):
        if isinstance(event.act, EditCandidate):
            for one in event.act.candidates:
                found[one] = found.get(one, frozenset()) | _fields_said(event.act)
        elif isinstance(event.act, ImportCandidates):
            for update in event.act.updates:
                for one in update.candidates:
                    found[one] = found.get(one, frozenset()) - _fields_said(update)
    return found


def _fields_said(act: EditCandidate) -> frozenset[str]:
    names = (field.name for field in fields(EditCandidate) if field.name != "candidates")
    return frozenset(name for name in names if getattr(act, name) is not UNSET)


def without(act: OnCandidates, candidate: str) -> OnCandidates:
    """An act declared for several, with one of them taken out of it."""
    left = tuple(one for one in act.candidates if one != candidate)
    if not isinstance(act, Interrupt):
        return changed(act, candidates=left)
    ids = dict(zip(act.candidates, act.ids, strict=False))
    kept = tuple(ids[one] for one in left if one in ids)
    return changed(act, candidates=left, ids=kept)
