"""The first lines of every screen: when it is, and what makes that doubtful."""

import datetime as dt

import pytest

from pixtui.domain import commands as c
from pixtui.present.head import head_line, next_line
from pixtui.rules.rulebook import load
from pixtui.wording.catalogue import words
from tests.domain.day import Day, at

BOOK = load()
DAYS = dt.timedelta(days=1)


def head(day: Day, now: dt.datetime, cells: int = 100) -> str:
    """The first line at that instant."""
    return head_line(day.state, now, words(), "Mme Sarr", cells)


def test_another_day_than_the_sessions_is_said_with_its_date() -> None:
    day = Day(candidates=1)
    assert head(day, at("9:00")).endswith("Mme Sarr   09:00 ")
    early = head(day, at("9:00") - DAYS)
    assert early.endswith("29/11 09:00 ")
    assert "HORLOGE EN RETARD" in early, "it was created later"
    late = head(day, at("9:00") + 2 * DAYS)
    assert "AUTRE JOUR" in late
    assert late.endswith("02/12 09:00 ")


def test_a_session_prepared_the_day_before_is_no_cause_for_alarm() -> None:
    day = Day(candidates=1)
    day.do("7:10", c.EditSession(date=dt.date(2026, 12, 1)))
    assert "AUTRE JOUR" not in head(day, at("9:00"))
    day.do("9:00", c.CheckIdentity(candidates=("c1",)))
    assert "AUTRE JOUR" in head(day, at("9:01"))


@pytest.mark.parametrize(("hour", "said"), [("8:59:40", False), ("8:59", True), ("9:01", False)])
def test_a_clock_before_the_newest_entry_is_said_as_long_as_it_is(hour: str, said: bool) -> None:
    day = Day(candidates=1)
    day.do("9:00", c.CheckIdentity(candidates=("c1",)))
    assert ("HORLOGE EN RETARD" in head(day, at(hour))) is said


def test_a_room_that_stands_still_is_said_before_any_step_until_it_goes_on() -> None:
    day = Day(candidates=1)
    day.do("9:00", c.CheckIdentity(candidates=("c1",)))  # nobody has started yet
    day.do("9:12", c.InterruptRoom(cause="fire_alarm"))
    stopped = next_line(day.state, words(), BOOK, "!")
    assert stopped == " PENDANT · SALLE ARRÊTÉE depuis 09:12 (alarme) · ! : elle reprend"
    assert next_line(day.state, words(), BOOK).endswith("(alarme)")
    day.do("9:20", c.ResumeRoom())
    assert "ensuite : " in next_line(day.state, words(), BOOK, "!")
