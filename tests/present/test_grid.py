"""What a row of the grid shows, and what it keeps to itself."""

import datetime as dt

import pytest

from pixtui.domain import commands as c
from pixtui.present.grid import TIME_CELLS, columns_for, grid_row, row_cells
from pixtui.present.width import width
from pixtui.wording.catalogue import words
from tests.domain.day import Day, at


def test_hidden_extra_time_cannot_be_worked_out_from_the_times_of_a_row() -> None:
    day = Day()
    for name, extra_time in (("NOMA", None), ("NOMB", 33)):
        new = c.NewCandidate(last_name=name, first_name="Zoé", extra_time=extra_time)
        day.do("7:01", c.ImportCandidates(candidates=(new,)))
    day.started("9:00", "c1", "c2")

    def shown(candidate: str, hour: str, *, extra_time: bool) -> list[tuple[str, str]]:
        row = grid_row(day.state, day.one(candidate), at(hour), words(), extra_time=extra_time)
        return list(row_cells(row, columns_for(78)))[3:]  # what is after the names

    assert shown("c1", "9:42", extra_time=True) != shown("c2", "9:42", extra_time=True)
    assert shown("c1", "9:42", extra_time=False) == shown("c2", "9:42", extra_time=False)
    late = "".join(text for text, _tone in shown("c2", "10:50", extra_time=False))
    assert "0:00" in late
    assert "-0:05" not in late, "nobody is late who still has time"


@pytest.mark.parametrize("after", [{"minutes": 5}, {"hours": 9}, {"hours": 11}, {"days": 400}])
def test_however_late_it_is_the_columns_stay(after: dict[str, int]) -> None:
    day = Day(candidates=1)
    day.started("9:00", "c1")
    now = at("10:45") + dt.timedelta(**after)
    row = grid_row(day.state, day.one(), now, words())
    assert row.left[0].startswith("-")
    assert width(row.left[0]) < TIME_CELLS, "a gap is left before the signs"
