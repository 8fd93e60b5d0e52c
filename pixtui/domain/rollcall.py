"""The roll call of an evacuation: who came in, who was called, who is missing (domain §7)."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from attrs import frozen

from pixtui.domain.derive import candidate_state
from pixtui.domain.session import Candidate, Interruption, State
from pixtui.domain.timing import real_end

Direction = Literal["out", "back"]
DIRECTIONS: tuple[Direction, ...] = ("out", "back")
EVACUATION = "evacuation"
"""The situation of the guide that an alarm is."""
NOT_HERE = frozenset({"absent", "turned_away"})


@frozen(kw_only=True)
class Roll:
    """Both roll calls of one interruption of the whole room."""

    interruption: Interruption
    people: tuple[Candidate, ...]
    """Everyone who came in and has not signed out, those still working first."""
    answers: Mapping[Direction, Mapping[str, bool]]
    """Direction, then candidate: there or missing; whoever was not called is not in it."""

    def missing(self, direction: Direction) -> list[Candidate]:
        """Those who were called and are not there."""
        told = self.answers[direction]
        return [one for one in self.people if told.get(one.id) is False]

    def uncalled(self, direction: Direction) -> list[Candidate]:
        """Those who have not been called yet."""
        return [one for one in self.people if one.id not in self.answers[direction]]

    def there(self, direction: Direction) -> int:
        """How many answered."""
        told = self.answers[direction]
        return sum(told.get(one.id) is True for one in self.people)


def roll(state: State, began: datetime | None = None) -> Roll | None:
    """The roll calls of an interruption of the whole room; None where there is none.

    It is the newest one, or the one that began at that instant.
    """
    rooms = [
        one
        for one in state.interruptions
        if not one.own and one.candidates is None and began in (None, one.span.began)
    ]
    if not rooms:
        return None
    newest = rooms[-1]
    later = [one.span.began for one in state.interruptions if one.span.began > newest.span.began]
    until = min((at for at in later if newest.span.ended and at > newest.span.ended), default=None)
    answers: dict[Direction, dict[str, bool]] = {one: {} for one in DIRECTIONS}
    for call in state.calls:
        if call.at >= newest.span.began and (until is None or call.at < until):
            way: Direction = "back" if call.direction == "back" else "out"
            answers[way][call.candidate] = call.present
    called = {one for told in answers.values() for one in told}
    here = [
        one for one in state.candidates.values() if one.id in called or _may_be_here(state, one)
    ]
    people = tuple(sorted(here, key=lambda one: one.end is not None))
    return Roll(interruption=newest, people=people, answers=answers)


def _may_be_here(state: State, one: Candidate) -> bool:
    """Whether someone came in, as far as is known, and was not seen to be done.

    Who came late, or showed a document or signed, is in the room before anything else is known.
    """
    standing = candidate_state(state, one)
    if standing in NOT_HERE or one.signed_out is not None:
        return False
    return standing != "expected" or any((one.arrived, one.identity, one.signature, one.presence))


def coming_ends(state: State, now: datetime) -> list[tuple[datetime, int]]:
    """When the tests that still go on end, and how many end then."""
    ends = Counter(
        found.at
        for one in state.candidates.values()
        if one.end is None and (found := real_end(state, one, now))
    )
    return sorted(ends.items())
