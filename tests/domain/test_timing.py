"""When a test really ends: the sum, the overlaps, the rounding."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve as changed
from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.domain import commands as c
from pixtui.domain.session import Candidate, Interruption, Mark, Span, State
from pixtui.domain.timing import extra_minutes, floor_minute, minutes_up, real_end
from pixtui.wording.catalogue import words
from pixtui.wording.sentences import end_sentence
from tests.domain.day import BY, Day, at

WHO = ("c1",)


def test_a_start_an_extra_time_and_an_alarm_add_up() -> None:
    day = Day(candidates=1)
    day.do("13:50", c.EditCandidate(candidates=WHO, extra_time=33))
    day.started("14:05", "c1")
    day.do("14:20", c.InterruptRoom(cause="fire_alarm"))
    day.do("14:32", c.ResumeRoom())
    end = real_end(day.state, day.one(), at("15:00"))
    assert end is not None
    told = end_sentence(words("fr"), end, day.state)
    assert told == "14:05 + 105 min + 35 min (33 %) + 12 min (alarme) = 16:37"


def test_own_and_room_interruptions_that_overlap_count_once() -> None:
    day = Day(candidates=1)
    day.started("9:00", "c1")
    day.do("9:10", c.Interrupt(candidates=WHO, cause="network"))
    day.do("9:15", c.InterruptRoom(cause="fire_alarm"))
    day.do("9:20", c.Resume(candidates=WHO))
    day.do("9:30", c.ResumeRoom())
    end = real_end(day.state, day.one(), at("10:00"))
    assert end is not None
    assert [(one.minutes, one.detail) for one in end.terms[1:]] == [
        (10, "network"),
        (10, "fire_alarm"),
    ]
    assert end.at == at("11:05")


def test_an_open_interruption_counts_up_to_now() -> None:
    day = Day(candidates=1)
    day.started("9:00", "c1")
    day.do("9:10", c.Interrupt(candidates=WHO, cause="network"))
    ends = [real_end(day.state, day.one(), at(now)) for now in ("9:10", "9:10:01", "9:25")]
    assert [one.at for one in ends if one] == [at("10:45"), at("10:46"), at("11:00")]


def test_minutes_that_are_not_given_back_do_not_count() -> None:
    day = Day(candidates=1)
    day.started("9:00", "c1")
    day.do("9:10", c.Interrupt(candidates=WHO, cause="network", given_back=False))
    day.do("9:20", c.Resume(candidates=WHO))
    end = real_end(day.state, day.one(), at("9:30"))
    assert end is not None
    assert end.at == at("10:45")


def test_the_cause_says_whether_minutes_are_given_back_and_someone_may_say_otherwise() -> None:
    day = Day(candidates=1)
    day.started("9:00", "c1")
    given = day.do("9:10", c.Interrupt(candidates=WHO, cause="fire_alarm")).act
    assert isinstance(given, c.Interrupt)
    assert given.given_back is True
    day.do("9:11", c.Resume(candidates=WHO))
    kept = day.do("9:12", c.Interrupt(candidates=WHO, cause="illness")).act
    assert isinstance(kept, c.Interrupt)
    assert kept.given_back is False


def test_what_was_before_the_start_or_after_the_end_does_not_count() -> None:
    day = Day(candidates=2)
    day.ready("8:50", "c1", "c2")
    day.do("8:55", c.InterruptRoom(cause="fire_alarm"))
    day.do("9:01", c.ResumeRoom())
    day.do("9:01", c.Start(candidates=WHO))
    day.do("9:10", c.InterruptRoom(cause="fire_alarm"))
    day.do("9:15", c.Finish(candidates=WHO))
    day.do("9:40", c.ResumeRoom())
    end = real_end(day.state, day.one(), at("10:00"))
    assert end is not None
    assert [one.minutes for one in end.terms] == [105, 5]


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 0), (1, 1), (59, 1), (60, 1), (61, 2), (3600, 60)]
)
def test_a_length_is_rounded_up_to_the_minute(seconds: int, minutes: int) -> None:
    assert minutes_up(dt.timedelta(seconds=seconds)) == minutes


@pytest.mark.parametrize(
    ("duration", "percent", "minutes"), [(105, 33, 35), (105, 50, 53), (60, 33, 20), (90, 100, 90)]
)
def test_extra_time_is_rounded_up_to_the_minute(duration: int, percent: int, minutes: int) -> None:
    assert extra_minutes(duration, percent) == minutes


def test_the_start_is_cut_to_the_minute() -> None:
    assert floor_minute(at("9:05:59")) == at("9:05")


def test_the_night_of_the_doubled_hour_shifts_no_end() -> None:
    day = Day(candidates=1)
    paris = ZoneInfo("Europe/Paris")
    start = dt.datetime(2026, 10, 25, 1, 30, tzinfo=paris).astimezone(dt.UTC)
    one = changed(day.one(), start=Mark(at=start, by=BY, seq=9))
    state = changed(day.state, candidates={"c1": one})
    end = real_end(state, one, start)
    assert end is not None
    assert end.at - start == dt.timedelta(minutes=105)


# --- against a slow model that counts second by second

SECONDS = st.integers(min_value=0, max_value=1200)


@st.composite
def interruptions(draw: st.DrawFn) -> list[Interruption]:
    """A few interruptions of one candidate, own or of the room, overlapping or not."""
    found = []
    for number in range(draw(st.integers(min_value=0, max_value=4))):
        began = draw(SECONDS)
        ended = draw(st.one_of(st.none(), st.integers(min_value=began, max_value=1300)))
        found.append(
            Interruption(
                id=f"x{number + 1}",
                cause="c",
                given_back=draw(st.booleans()),
                own=draw(st.booleans()),
                candidates=draw(st.sampled_from([None, ("c1",), ("c2",)])),
                span=Span(
                    began=at("9:00") + dt.timedelta(seconds=began),
                    ended=None if ended is None else at("9:00") + dt.timedelta(seconds=ended),
                ),
            )
        )
    return found


def _model(held: list[Interruption], start: int, until: int) -> int:
    """The seconds owed, one by one: inside the test, and inside any of them."""
    owed = 0
    for second in range(start, until):
        moment = at("9:00") + dt.timedelta(seconds=second)
        owed += any(
            one.given_back
            and one.concerns("c1")
            and one.span.began <= moment
            and (one.span.ended is None or moment < one.span.ended)
            for one in held
        )
    return owed


@settings(max_examples=60, deadline=None, derandomize=True)
@given(interruptions(), st.integers(min_value=0, max_value=600), st.integers(600, 1300))
def test_it_agrees_with_counting_every_second(
    held: list[Interruption], start: int, now: int
) -> None:
    day = Day(candidates=1)
    began = at("9:00") + dt.timedelta(seconds=start)
    one: Candidate = changed(day.one(), start=Mark(at=began, by=BY, seq=9))
    state: State = changed(day.state, candidates={"c1": one}, interruptions=tuple(held))
    end = real_end(state, one, at("9:00") + dt.timedelta(seconds=now))
    assert end is not None
    owed = _model(held, start, now)
    terms = [term.minutes for term in end.terms if term.kind == "interruption"]
    # Each term is rounded up by itself: never less than what is owed, less than a minute more each.
    assert owed <= sum(terms) * 60 < owed + 60 * len(terms) + (not terms)
    assert end.at == floor_minute(began) + dt.timedelta(minutes=105 + sum(terms))
