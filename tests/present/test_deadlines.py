"""The strip of what the clock brings: the most pressing first, nothing dropped in silence."""

import datetime as dt

from pixtui.domain import commands as c
from pixtui.present.head import deadline_line
from pixtui.present.width import width
from pixtui.wording.catalogue import words
from tests.domain.day import Day, at

FR = words("fr")


def strip(day: Day, now: str, cells: int = 80) -> str:
    """What the strip says at that time."""
    return deadline_line(day.state, at(now), FR, cells).strip()


def test_before_anything_happens_it_is_empty() -> None:
    assert strip(Day(candidates=3), "8:00") == ""


def test_the_next_end_and_how_many_end_then() -> None:
    day = Day(candidates=3)
    day.started("9:00", "c1", "c2")
    day.started("9:05", "c3")
    assert strip(day, "9:30") == "prochaine fin 10:45 (2 candidats)"


def test_an_end_that_is_passed_is_said_so_before_the_next_one() -> None:
    day = Day(candidates=3)
    day.started("9:00", "c1", "c2")
    day.started("9:05", "c3")
    assert (
        strip(day, "10:46") == "fin passée 10:45 (2 candidats) · prochaine fin 10:50 (1 candidat)"
    )


def test_presences_about_to_expire_then_expired() -> None:
    day = Day(candidates=3)
    day.do("8:50", c.ConfirmPresence(candidates=("c1", "c2")))
    day.do("8:55", c.ConfirmPresence(candidates=("c3",)))
    assert strip(day, "8:59") == "une présence expire à 09:05 (2 candidats)"
    assert strip(day, "9:06") == "2 présences expirées · une présence expire à 09:10 (1 candidat)"


def test_an_alert_is_too_long_after_the_minutes_of_the_rules() -> None:
    day = Day(candidates=1)
    day.started("9:00", "c1")
    day.do("9:10", c.LogIncident(code="E4", candidate="c1", question=3))
    assert strip(day, "9:12").startswith("1 alerte ouverte depuis 2 min · prochaine fin")
    assert strip(day, "9:16").startswith("1 alerte ouverte depuis 6 min : trop longtemps")


def test_the_next_end_stays_in_sight_when_an_alert_takes_long() -> None:
    day = Day(candidates=1)
    day.started("9:00", "c1")
    day.do("9:10", c.LogIncident(code="E4", candidate="c1", question=3))
    assert (
        strip(day, "9:16", 79)
        == "1 alerte ouverte depuis 6 min : trop longtemps · prochaine fin 10:45"
    )


def test_the_limits_of_24_hours_are_said_when_they_are_near() -> None:
    day = Day(candidates=2)
    day.started("9:00", "c1")
    day.do("9:10", c.Interrupt(candidates=("c1",), cause="power_cut"))
    assert "plus de" not in strip(day, "9:30")
    late = deadline_line(day.state, at("9:00") + dt.timedelta(hours=23), FR, 200)
    assert "plus de départ après 01/12 09:00" in late
    assert "plus de reprise après 01/12 09:00" in late


def test_what_has_no_room_is_counted() -> None:
    day = Day(candidates=4)
    day.started("9:00", "c1", "c2", "c3")
    day.do("9:10", c.LogIncident(code="E4", candidate="c1", question=3))
    day.do("10:50", c.ConfirmPresence(candidates=("c4",)))
    whole = strip(day, "10:52", 200)
    assert len(whole.split(" · ")) == 3
    short = strip(day, "10:52", 50)
    assert width(short) <= 50
    assert short.endswith(("et 2 autres", "et 1 autre"))
