"""Who is called in an evacuation: nobody who may be in the room is left out."""

from pixtui.domain import commands as c
from pixtui.domain.rollcall import roll
from tests.domain.day import Day


def called(day: Day) -> set[str]:
    """Whom the roll call names."""
    found = roll(day.state)
    assert found is not None
    return {one.id for one in found.people}


def test_who_came_in_is_called_whatever_is_known_of_them() -> None:
    day = Day(candidates=8)
    day.do("8:40", c.MarkAbsent(candidates=("c1", "c2")))
    day.do("8:50", c.Sign(candidates=("c3",)))
    day.do("8:50", c.CheckIdentity(candidates=("c4",), outcome="doubt"))
    day.started("9:00", "c5", "c6")
    day.do("9:10", c.Arrive(candidates=("c1",)))
    day.do("9:20", c.Finish(candidates=("c5", "c6")))
    day.do("9:21", c.SignOut(candidates=("c6",)))
    day.do("9:22", c.TurnAway(candidates=("c7",), reason="autre salle"))
    day.do("9:30", c.InterruptRoom(cause="fire_alarm"))
    assert called(day) == {"c1", "c3", "c4", "c5"}
