"""When a test really ends, and the sum that explains it (domain notes §5).

Real end = start cut to the minute + duration + extra time + each interruption given back,
every term rounded up to the minute. Own and room interruptions that overlap count once:
each one counts for what no earlier one covers. An open one counts up to now. Interruption
minutes are not increased by extra time.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from attrs import frozen

from pixtui.domain.session import Candidate, Interruption, State

MINUTE = dt.timedelta(minutes=1)


@frozen
class Term:
    """One term of the sum: so many minutes, for what."""

    kind: Literal["duration", "extra_time", "interruption"]
    minutes: int
    detail: str = ""
    """The percentage, or the cause of the interruption."""


@frozen
class RealEnd:
    """When a test ends by the rules, and why then."""

    start: dt.datetime
    terms: tuple[Term, ...]
    at: dt.datetime


def minutes_up(length: dt.timedelta) -> int:
    """A length in whole minutes, rounded up."""
    return -(-length // MINUTE)


def floor_minute(at: dt.datetime) -> dt.datetime:
    """An instant cut to the minute."""
    return at.replace(second=0, microsecond=0)


def extra_minutes(duration: int, percent: int) -> int:
    """The minutes of extra time, rounded up; ``percent`` is whole (33 is a third more)."""
    return -(-duration * percent // 100)


def real_end(state: State, candidate: Candidate, now: dt.datetime) -> RealEnd | None:
    """When this candidate's test ends; None while it has not started."""
    if candidate.start is None:
        return None
    duration = state.session.duration
    terms = [Term("duration", duration)]
    if candidate.extra_time:
        minutes = extra_minutes(duration, candidate.extra_time)
        terms.append(Term("extra_time", minutes, str(candidate.extra_time)))
    until = candidate.end.at if candidate.end else now
    terms += _lost(state.holding_up(candidate.id), candidate.start.at, until)
    start = floor_minute(candidate.start.at)
    return RealEnd(start, tuple(terms), start + sum(t.minutes for t in terms) * MINUTE)


def interruptions_of(state: State, candidate: str) -> list[Interruption]:
    """The interruptions that hold this candidate up, their own and the room's."""
    return list(state.holding_up(candidate))


def _lost(
    interruptions: Iterable[Interruption], start: dt.datetime, until: dt.datetime
) -> list[Term]:
    owed = sorted(
        (one for one in interruptions if one.given_back), key=lambda one: (one.span.began, one.id)
    )
    terms: list[Term] = []
    covered = start
    for one in owed:
        began = max(one.span.began, covered)
        ended = min(one.span.ended or until, until)
        if ended > began:
            terms.append(Term("interruption", minutes_up(ended - began), one.cause))
            covered = ended
    return terms


def announced_end(state: State, candidate: Candidate) -> dt.datetime | None:
    """What the invigilator space shows: start + duration, extra time and trouble ignored."""
    if candidate.start is None:
        return None
    return floor_minute(candidate.start.at) + state.session.duration * MINUTE
