"""What happens next: the events that are due, by the clock, by a fact, by the end of the tests."""

import datetime as dt
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from pixtui.domain.derive import candidate_state
from pixtui.domain.rehearsal.facts import declared, fits
from pixtui.domain.rehearsal.scenario import Event, Scenario, Told, When
from pixtui.domain.session import State
from pixtui.domain.timing import MINUTE, real_end


@frozen
class Due:
    """An event and when it happens."""

    at: dt.datetime
    event: str


def announced(state: State) -> dt.datetime:
    """The announced start of the session."""
    details = state.session
    return dt.datetime.combine(details.date, details.time, ZoneInfo(details.zone))


def coming(scenario: Scenario, told: Iterable[Told], state: State, now: dt.datetime) -> list[Due]:
    """The events still to happen of which it is known when, the soonest first.

    An event that waits for a fact not declared yet is not among them.
    """
    if state.details is None:
        return []
    happened = {one.event: one.at for one in told}
    found = [
        Due(at, one.id)
        for one in scenario.events
        if one.id not in happened and (at := _at(scenario, one, happened, state, now))
    ]
    order = [one.id for one in scenario.events]
    return sorted(found, key=lambda due: (due.at, order.index(due.event)))


def left(scenario: Scenario, told: Sequence[Told]) -> list[Event]:
    """The events that have not happened."""
    happened = {one.event for one in told}
    return [one for one in scenario.events if one.id not in happened]


def _at(
    scenario: Scenario,
    event: Event,
    happened: dict[str, dt.datetime],
    state: State,
    now: dt.datetime,
) -> dt.datetime | None:
    when = event.when
    since = _since(scenario, when, happened, state, now)
    return since + when.minutes * MINUTE if since is not None else None


def _since(
    scenario: Scenario,
    when: When,
    happened: dict[str, dt.datetime],
    state: State,
    now: dt.datetime,
) -> dt.datetime | None:
    if when.minute is not None:
        return announced(state) + when.minute * MINUTE
    if when.told is not None:
        return happened.get(when.told)
    if when.after is not None:
        fact = when.after
        found = [
            one
            for one in declared(state.history)
            if not one.said_again and fits(scenario, fact, one)
        ]
        return found[when.count - 1].recorded if len(found) >= when.count else None
    return _all_over(state, now)


def _all_over(state: State, now: dt.datetime) -> dt.datetime | None:
    """When the time of every test under way is over; None before the first start.

    An interruption that still goes on counts for nothing: it would put the end off for ever.
    """
    closed = evolve(state, interruptions=tuple(x for x in state.interruptions if not x.open))
    started = [one for one in state.candidates.values() if one.start is not None]
    if not started:
        return None
    under_way = [
        one for one in started if candidate_state(state, one) in ("running", "interrupted")
    ]
    ends = [end.at for one in under_way if (end := real_end(closed, one, now)) is not None]
    return max(ends, default=now)
