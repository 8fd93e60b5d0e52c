"""What the finalising screen lists before the seal."""

from pixtui.domain import commands as c
from pixtui.present.finalising import finalising_rows, lines
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
