"""Whatever an operator does: the live state is the fold of the history, and nothing is lost."""

import datetime as dt
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.domain import commands as c
from pixtui.domain.decide import decide
from pixtui.domain.derive import STATES, candidate_state, counters, flags, phase
from pixtui.domain.evolve import evolve, fold
from pixtui.domain.history import Event
from pixtui.domain.outcome import Accepted
from pixtui.domain.session import State
from pixtui.store.codec import command_body, command_from_body, state_to_json
from tests.domain.day import BY, Day, at

WHO = st.lists(st.sampled_from(["c1", "c2", "c3", "c4"]), min_size=1, max_size=2, unique=True).map(
    tuple
)
INCIDENT = st.sampled_from(["i1", "i2", "i3"])
CAUSE = st.sampled_from(["network", "fire_alarm", "illness", "une autre"])


def acts() -> st.SearchStrategy[c.Act]:
    """Any act of the day, sensible more often than not."""
    people = [
        c.CheckIdentity, c.Sign, c.ConfirmPresence, c.CancelPresence, c.MarkReady, c.MarkAbsent,
        c.Arrive, c.Start, c.Start, c.Start, c.Resume, c.LeaveRoom, c.ReturnToRoom, c.Finish,
        c.SeeEndScreen, c.SignOut, c.RemoveCandidate, c.RecordEntered,
    ]  # fmt: skip
    return st.one_of(
        st.builds(lambda kind, who: kind(candidates=who), st.sampled_from(people), WHO),
        st.builds(c.Finish, candidates=WHO, how=st.sampled_from(["candidate", "invigilator"])),
        st.builds(c.GiveReason, candidates=WHO, reason=st.sampled_from(["candidate", "technical"])),
        st.builds(c.Interrupt, candidates=WHO, cause=CAUSE, given_back=st.none() | st.booleans()),
        st.builds(c.InterruptRoom, cause=CAUSE, candidates=st.none() | WHO),
        st.just(c.ResumeRoom()),
        st.builds(c.TurnAway, candidates=WHO, reason=st.just("r")),
        st.builds(c.EditCandidate, candidates=WHO, extra_time=st.sampled_from([None, 33, 50])),
        st.builds(c.AddCandidate, last_name=st.sampled_from("ABC"), first_name=st.just("x")),
        st.builds(
            c.LogIncident,
            code=st.sampled_from([None, "C7", "E1", "E8", "A1"]),
            candidate=st.none() | st.sampled_from(["c1", "c2"]),
            note=st.text(max_size=5).filter(str.isprintable),
        ),
        st.builds(c.AmendIncident, incident=INCIDENT, note=st.just("mieux")),
        st.builds(c.CloseIncident, incident=INCIDENT),
        st.builds(c.Undo, seq=st.integers(1, 25)),
        st.builds(c.RevealCode, override=st.sampled_from([None, "raison"])),
        st.builds(c.SetStep, step=st.sampled_from(["room", "papers"]), state=st.just("done")),
        st.builds(c.EditSession, mode=st.sampled_from(["with-es", "without-es"])),
    )


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(st.tuples(acts(), st.integers(-10, 10)), max_size=25))
def test_any_day_is_the_fold_of_its_history(day: list[tuple[c.Act, int]]) -> None:
    state = Day(candidates=3).state
    now = at("8:30")
    for act, shift in day:
        now += dt.timedelta(minutes=3)
        command = c.Command(at=now + dt.timedelta(minutes=shift), by=BY, act=act)
        decision = decide(state, command, now)
        if not isinstance(decision, Accepted):
            continue
        before = state
        settled = c.Command(at=command.at, by=BY, act=decision.act)
        body = json.loads(json.dumps(command_body(settled)))
        assert command_from_body(act.NAME, body) == settled
        state = evolve(state, _event(state, settled, now))
        _holds(state, now)
        _undoes(state, before, act, now)


def _event(state: State, command: c.Command, now: dt.datetime) -> Event:
    return Event(
        seq=len(state.history) + 1,
        recorded=now,
        at=command.at,
        by=BY,
        type=command.act.NAME,
        act=command.act,
    )


def _holds(state: State, now: dt.datetime) -> None:
    assert state == fold(state.history)
    counts = counters(state)
    assert sum(counts.values()) == 2 * counts["total"] == 2 * len(state.candidates)
    assert phase(state) in ("before", "during", "end")
    for one in state.candidates.values():
        assert candidate_state(state, one) in STATES
        assert len(set(flags(state, one, now))) == len(flags(state, one, now))


def _undoes(state: State, before: State, act: c.Act, now: dt.datetime) -> None:
    """Undoing the newest entry gives back what was before it, but for the ids already given."""
    undo = c.Command(at=now, by=BY, act=c.Undo(seq=len(state.history)))
    decision = decide(state, undo, now)
    assert isinstance(decision, Accepted), (act, decision)
    after = evolve(state, _event(state, undo, now))
    here, there = state_to_json(after), state_to_json(before)
    here.pop("made")
    there.pop("made")
    assert here == there
