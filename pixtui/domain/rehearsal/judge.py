"""What was made of a rehearsal: done in time, late, too late, forgotten, or done against the rules.

The record is judged by when things were declared: in a rehearsal nothing acts but the keyboard.
What was undone was not done; what stood already when it was called for was done in time.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from pixtui.domain.commands import InterruptRoom, LogIncident
from pixtui.domain.derive import candidate_state
from pixtui.domain.rehearsal.facts import Declared, declared, first, fits, met
from pixtui.domain.rehearsal.scenario import Event, Expected, Fact, Forbidden, Scenario, Told
from pixtui.domain.session import State
from pixtui.domain.timing import MINUTE, minutes_up

Outcome = Literal["in_time", "late", "out_of_order", "forgotten", "pending"]
OUTCOMES: tuple[Outcome, ...] = ("in_time", "late", "out_of_order", "forgotten", "pending")


@frozen(kw_only=True)
class Verdict:
    """One expectation and what came of it."""

    event: str
    expected: Expected
    outcome: Outcome
    at: dt.datetime | None = None
    """When it was done, the last of all where everyone was concerned."""
    late_by: int = 0
    """Minutes too late."""
    missing: tuple[str, ...] = ()
    """Of those it concerned, the candidates for whom it was not done."""


@frozen(kw_only=True)
class Breach:
    """Something done that should not have been."""

    event: str
    forbidden: Forbidden
    at: dt.datetime
    seq: int
    about: tuple[str, ...] = ()
    """The candidates it names although what happened does not concern them."""


@frozen(kw_only=True)
class Debrief:
    """What was made of a rehearsal so far."""

    told: tuple[Told, ...]
    verdicts: tuple[Verdict, ...]
    breaches: tuple[Breach, ...]
    to_come: int
    """How many events have not happened."""

    def of(self, event: str) -> list[Verdict]:
        """What was expected when that happened."""
        return [one for one in self.verdicts if one.event == event]

    def against(self, event: str) -> list[Breach]:
        """What was done then that should not have been."""
        return [one for one in self.breaches if one.event == event]

    @property
    def asks(self) -> bool:
        """Whether something can still be done in time, before its delay is over."""
        return any(one.outcome == "pending" and one.expected.within for one in self.verdicts)

    def count(self, outcome: Outcome) -> int:
        """How many expectations came to that."""
        return sum(one.outcome == outcome for one in self.verdicts)


def judge(scenario: Scenario, told: Sequence[Told], state: State, now: dt.datetime) -> Debrief:
    """Everything that has happened, and what was made of it."""
    facts = declared(state.history)
    verdicts: list[Verdict] = []
    breaches: list[Breach] = []
    for one in told:
        event = scenario.event(one.event)
        if event is None:
            continue
        judging = _Judging(scenario, event, one.at, state, facts, now)
        verdicts += [judging.verdict(expected) for expected in event.expects]
        breaches += [breach for each in event.forbids for breach in judging.breaches(each)]
        known = {breach.seq for breach in breaches}
        breaches += [breach for breach in judging.mistaken() if breach.seq not in known]
    happened = {one.event for one in told}
    to_come = sum(one.id not in happened for one in scenario.events)
    return Debrief(
        told=tuple(told), verdicts=tuple(verdicts), breaches=tuple(breaches), to_come=to_come
    )


def last_window(scenario: Scenario, told: Sequence[Told]) -> dt.datetime | None:
    """When the last delay of what has happened is over; None where there is none."""
    ends = [
        one.at + expected.within * MINUTE
        for one in told
        if (event := scenario.event(one.event))
        for expected in event.expects
        if expected.within is not None
    ]
    return max(ends, default=None)


def concerned_by(scenario: Scenario, situation: str) -> set[str]:
    """Whom the events of a situation ask an incident about, or name; nobody where any will do."""
    events = [one for one in scenario.events if one.situation == situation]
    facts = [fact for one in events for expected in one.expects for fact in expected.facts]
    noted = [one for one in facts if one.fields.get("situation") == situation]
    if not noted or any(one.candidate is None for one in noted):
        return set()
    seats = {one.candidate for one in facts}
    named = " ".join(text for one in events for text in one.says.values())
    return {
        scenario.candidate(one.seat)
        for one in scenario.pupils
        if one.seat in seats or "{" + one.seat + "}" in named
    }


@frozen
class _Judging:
    """One event, and the record it is judged by."""

    scenario: Scenario
    event: Event
    at: dt.datetime
    state: State
    facts: Sequence[Declared]
    now: dt.datetime

    def verdict(self, expected: Expected) -> Verdict:
        """What came of one expectation."""
        done, missing = self._done(expected)
        if missing or done is None:
            return Verdict(
                event=self.event.id,
                expected=expected,
                outcome="forgotten" if self._over(expected) else "pending",
                missing=missing,
            )
        late = self._late(expected, done)
        outcome: Outcome = "late" if late else "in_time"
        if expected.before is not None and self._already(expected, done):
            outcome = "out_of_order"
        return Verdict(
            event=self.event.id, expected=expected, outcome=outcome, at=done.recorded, late_by=late
        )

    def _done(self, expected: Expected) -> tuple[Declared | None, tuple[str, ...]]:
        """What met it, and for whom nothing did."""
        if not expected.everyone:
            facts = self.facts
            if not any(fact.candidate for fact in expected.facts):
                facts = [one for one in facts if not self._leaves_someone_out(one)]
            return met(self.scenario, expected.facts, facts, self.at), ()
        exempt = {self.scenario.candidate(seat) for seat in expected.but}
        wanted = [one for one in self._circle(expected) if one not in exempt]
        done: dict[str, Declared] = {}
        for one in self.facts:
            if any(fits(self.scenario, fact, one) for fact in expected.facts):
                for candidate in one.about:
                    done.setdefault(candidate, one)
        missing = tuple(one for one in wanted if one not in done)
        found = [done[one] for one in wanted if one in done]
        return max(found, key=lambda one: one.seq, default=None), missing

    def _leaves_someone_out(self, one: Declared) -> bool:
        """Whether it interrupts some only, while a test of somebody else goes on."""
        act, at = one.act, one.recorded
        if not isinstance(act, InterruptRoom) or act.candidates is None:
            return False
        held = [
            other
            for other in self.state.interruptions
            if other.span.began <= at and (other.span.ended is None or other.span.ended > at)
        ]
        return any(
            person.start is not None
            and person.start.at <= at
            and (person.end is None or person.end.at > at)
            and person.id not in act.candidates
            and not any(other.concerns(person.id) for other in held)
            for person in self.state.candidates.values()
        )

    def _circle(self, expected: Expected) -> list[str]:
        people = self.state.candidates.values()
        if expected.everyone == "started":
            return [one.id for one in people if one.start is not None]
        # Who comes late, or was never on the list, has an event and a start of their own.
        in_class = {self.scenario.candidate(one.seat) for one in self.scenario.pupils}
        return [
            one.id
            for one in people
            if one.id in in_class
            and one.arrived is None
            and candidate_state(self.state, one) not in ("absent", "turned_away")
        ]

    def _late(self, expected: Expected, done: Declared) -> int:
        if expected.within is None:
            return 0
        over = done.recorded - (self.at + expected.within * MINUTE)
        return max(minutes_up(over), 0)

    def _over(self, expected: Expected) -> bool:
        """Whether it can no longer be done in time."""
        if expected.within is None:
            return self.state.sealed is not None
        return self.now > self.at + expected.within * MINUTE

    def _already(self, expected: Expected, done: Declared) -> bool:
        assert expected.before is not None  # asked for just above
        other = first(self.scenario, [expected.before], self.facts, self.at)
        return other is not None and other.seq < done.seq

    def breaches(self, forbidden: Forbidden) -> list[Breach]:
        """Each time something was done that should not have been."""
        until = self.at + forbidden.within * MINUTE if forbidden.within is not None else None
        return [
            Breach(event=self.event.id, forbidden=forbidden, at=one.recorded, seq=one.seq)
            for one in self.facts
            if one.recorded >= self.at
            and not one.said_again
            and (until is None or one.recorded <= until)
            and any(fits(self.scenario, fact, one) for fact in forbidden.facts)
        ]

    def mistaken(self) -> list[Breach]:
        """Each incident of this kind that was written about somebody whom none of them concerns.

        A suspicion noted about the wrong pupil is worse than one forgotten.
        """
        situation = self.event.situation
        concerned = concerned_by(self.scenario, situation) if situation else None
        if not concerned:
            return []
        noted = Fact(commands=(LogIncident.NAME,), fields={"situation": situation or ""})
        forbidden = Forbidden(id=f"{self.event.id}.whom", facts=(noted,))
        return [
            Breach(
                event=self.event.id,
                forbidden=forbidden,
                at=one.recorded,
                seq=one.seq,
                about=one.about,
            )
            for one in self.facts
            if one.recorded >= self.at
            and fits(self.scenario, noted, one)
            and one.about
            and concerned.isdisjoint(one.about)
        ]
