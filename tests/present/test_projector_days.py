"""Whatever happens in a session, at any minute: the room sees nobody's name, date or extra time."""

import datetime as dt

from attrs import evolve as changed
from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.domain import commands as c
from pixtui.domain.decide import decide
from pixtui.domain.evolve import evolve
from pixtui.domain.history import Event
from pixtui.domain.outcome import Accepted
from pixtui.domain.session import State
from tests.domain.day import BY, Day, at
from tests.domain.test_properties import acts
from tests.present.test_projector import everything_shown

PEOPLE = tuple(
    c.NewCandidate(
        last_name=f"ZYKLAXO{letter}",
        first_name=f"Quorvéna{letter.lower()}",
        birthdate=dt.date(2009, 7, 13 + number),
        class_name="3ÉMERILLON",
        external_id=f"LOCALID{number}",
        seat=f"SIÈGE{number}",
        extra_time=extra,
    )
    for number, (letter, extra) in enumerate(zip("ABCD", (None, 37, 37, 143), strict=True))
)
NEVER = (
    *(one.last_name for one in PEOPLE),
    *(one.first_name for one in PEOPLE),
    *(f"{one.birthdate:%d/%m/%Y}" for one in PEOPLE),
    *(f"{one.birthdate}" for one in PEOPLE),
    *("ÉMERILLON", "LOCALID", "SIÈGE", "37", "143", "b3kVx7", "majoré", "extra time"),
)
"""What stands nowhere else in such a session: a sight of it would come from a candidate."""


def session() -> State:
    """A session with people who can be told from everything else, and codes set."""
    day = Day()
    day.do("7:01", c.ImportCandidates(candidates=PEOPLE))
    day.do("7:02", c.SetCodes(access_code="BCDF22", invigilator_password="b3kVx7"))
    return day.state


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(acts(), st.integers(-10, 0)), max_size=20),
    st.integers(0, 26 * 60),
    st.sampled_from(["fr", "en"]),
)
def test_no_day_shows_what_is_nobody_elses_business(
    acts_of_day: list[tuple[c.Act, int]], later: int, language: str
) -> None:
    state, now = session(), at("8:30")
    for act, shift in acts_of_day:
        now += dt.timedelta(minutes=3)
        command = c.Command(at=now + dt.timedelta(minutes=shift), by=BY, act=act)
        decision = decide(state, command, now)
        if not isinstance(decision, Accepted):
            continue
        event = Event(
            seq=len(state.history) + 1,
            recorded=now,
            at=command.at,
            by=BY,
            type=act.NAME,
            act=decision.act,
        )
        state = evolve(state, event)
        _quiet(state, now, language)
    _quiet(state, now + dt.timedelta(minutes=later), language)


def _quiet(state: State, now: dt.datetime, language: str) -> None:
    shown = everything_shown(state, _away_from_37(now), language)
    for secret in NEVER:
        assert secret not in shown, secret
    assert state.revealed is not None or "BCDF22" not in shown


def _away_from_37(now: dt.datetime) -> dt.datetime:
    """A minute of the clock that cannot be taken for an extra time."""
    return now + dt.timedelta(minutes=1) if now.minute == 37 else now


def test_the_words_looked_for_are_those_of_the_candidates() -> None:
    state = session()
    told = repr([changed(one) for one in state.candidates.values()])
    assert all(one.last_name in told for one in PEOPLE)
