"""What the finalising screen lists before the seal."""

from pixtui.domain import commands as c
from pixtui.present.finalising import finalising_rows, lines
from pixtui.present.width import width
from pixtui.wording.catalogue import words
from tests.domain.day import Day, at


def told(day: Day, hour: str, cells: int = 200) -> list[str]:
    """The lines as they are shown at that hour."""
    rows = finalising_rows(day.state, lines(day.state, at(hour)), {}, words(), cells)
    return ["".join(text for text, _tone in row.cells).rstrip() for row in rows]


def test_who_can_stand_on_no_paper_is_named_before_the_seal() -> None:
    day = Day(candidates=2)
    day.do("8:00", c.AddCandidate(last_name="शर्मा", first_name="Zoé"))
    found = [one for one in told(day, "8:05") if "s'imprime pas" in one]
    assert len(found) == 1
    assert "शर्मा Zoé" in found[0]
    assert "U+0936" in found[0]


def test_a_long_name_leaves_room_for_what_is_missing() -> None:
    day = Day()
    long = "WOLFESCHLEGELSTEINHAUSENBERGERDORFF-" * 2
    for first in ("Anne", "Zoé"):
        day.do("8:00", c.AddCandidate(last_name=long, first_name=first))
    day.started("9:00", "c1", "c2")
    day.do("10:45", c.Finish(candidates=("c1", "c2"), how="candidate"))
    found = [one for one in told(day, "10:46", cells=78) if "non vu" in one]
    assert len(set(found)) == 2, found
    assert all(width(one) <= 78 and not one.endswith("…") for one in found)
