"""The rows kept from one look to the next are those told anew, at every instant of a day."""

import datetime as dt

import pytest

from pixtui.domain.evolve import evolve
from pixtui.domain.session import State
from pixtui.present.grid import ORDERS, columns_for, grid_rows, row_cells
from pixtui.present.grid_memory import GridMemory
from pixtui.present.row import Row
from pixtui.resources import sample_sessions
from pixtui.store.projection import events_of
from pixtui.store.reading import read
from pixtui.wording.catalogue import words

SAMPLES = sorted(path.name for path in sample_sessions().glob("*.json"))
AT_ONCE = (0.0, 0.000001)
LATER = (20.0, 60.0, 901.0)
"""Seconds after a fact: within its minute, over it, over a presence's fifteen minutes."""


@pytest.mark.parametrize("after", [AT_ONCE, AT_ONCE + LATER], ids=["at once", "later"])
@pytest.mark.parametrize("name", SAMPLES)
def test_kept_rows_are_the_rows_told_anew(name: str, after: tuple[float, ...]) -> None:
    text, columns = words("fr"), columns_for(78)
    memory = GridMemory(text)
    state = State()
    for number, event in enumerate(events_of(read(sample_sessions() / name).entries)):
        state = evolve(state, event)
        if state.details is None:
            continue
        for turn, seconds in enumerate(after):
            now = event.recorded + dt.timedelta(seconds=seconds)
            order = ORDERS[(number // 5 + turn) % len(ORDERS)]
            wanted, extra_time = ("", "le", "z e")[number % 3], number // 7 % 2 == 0
            told = grid_rows(state, now, text, order=order, wanted=wanted, extra_time=extra_time)
            kept = memory.rows(
                state, now, columns, order=order, wanted=wanted, extra_time=extra_time
            )
            assert kept == [Row(row.id, tuple(row_cells(row, columns))) for row in told]


def test_at_the_very_second_that_a_test_is_over_its_row_says_so() -> None:
    text, columns = words("fr"), columns_for(78)
    state = State()
    for event in events_of(read(sample_sessions() / "mid-exam.json").entries):
        state = evolve(state, event)
    memory = GridMemory(text)
    begun = dt.datetime.fromisoformat("2026-11-30T10:40:00+01:00")
    for second in range(0, 3_000, 7):
        now = begun + dt.timedelta(seconds=second)
        told = grid_rows(state, now, text)
        kept = memory.rows(state, now, columns)
        assert kept == [Row(row.id, tuple(row_cells(row, columns))) for row in told]
