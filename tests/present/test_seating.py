"""Seats by order: from where one says, in the order shown, none given twice."""

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.domain import commands as c
from pixtui.present.seating import seat_commands, seats_from
from tests.domain.day import Day


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("1", ["1", "2", "3"]),
        ("09", ["09", "10", "11"]),
        ("A01", ["A01", "A02", "A03"]),
        (" B9 ", ["B9", "B10", "B11"]),
        ("R2-8", ["R2-8", "R2-9", "R2-10"]),
    ],
)
def test_seats_count_on_from_the_first(first: str, then: list[str]) -> None:
    seats = seats_from(first)
    assert seats is not None
    assert list(islice(seats, 3)) == then


@pytest.mark.parametrize("first", ["", "A", "12B", "١"])
def test_a_first_seat_without_a_number_gives_none(first: str) -> None:
    assert seats_from(first) is None
    assert seat_commands(Day(candidates=1).state, [], first, keep=True) is None


def given_to(day: Day, first: str, *, keep: bool, order: tuple[str, ...]) -> dict[str, str]:
    """Who gets which seat."""
    people = [day.state.candidates[one] for one in order]
    commands = seat_commands(day.state, people, first, keep=keep)
    assert commands is not None
    return {one["candidate"]: one["seat"] for one in commands}


def test_the_order_shown_is_the_order_of_the_seats() -> None:
    day = Day(candidates=3)
    assert given_to(day, "A1", keep=False, order=("c3", "c1", "c2")) == {
        "c3": "A1", "c1": "A2", "c2": "A3",
    }  # fmt: skip


def test_seats_there_are_stay_and_are_given_to_nobody_else() -> None:
    day = Day(candidates=4)  # on seats 1 to 4
    day.do("8:00", c.EditCandidate(candidates=("c1",), seat=None))
    day.do("8:00", c.EditCandidate(candidates=("c3",), seat=None))
    assert given_to(day, "1", keep=True, order=("c1", "c2", "c3", "c4")) == {"c1": "1", "c3": "3"}
    assert given_to(day, "2", keep=True, order=("c3", "c1")) == {"c3": "3", "c1": "5"}


def test_who_has_the_right_seat_is_not_written_down_again() -> None:
    assert given_to(Day(candidates=2), "1", keep=False, order=("c1", "c2")) == {}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([None, "1", "2", "3", "7", "A1"]), min_size=1, max_size=6),
    st.integers(1, 5),
    st.randoms(),
)
def test_no_seat_is_ever_given_to_two(seats: list[str | None], first: int, dice: object) -> None:
    day = Day(candidates=len(seats))
    for number, seat in enumerate(dict.fromkeys(one for one in seats if one), start=1):
        day.do("8:00", c.EditCandidate(candidates=(f"c{number}",), seat=seat))
    known = len(set(filter(None, seats)))
    for number in range(known + 1, len(seats) + 1):
        day.do("8:00", c.EditCandidate(candidates=(f"c{number}",), seat=None))
    order = list(day.state.candidates)
    dice.shuffle(order)  # type: ignore[attr-defined]  # a random.Random
    for who, seat in given_to(day, str(first), keep=True, order=tuple(order)).items():
        day.do("8:10", c.EditCandidate(candidates=(who,), seat=seat))
    taken = [one.seat for one in day.state.candidates.values()]
    assert None not in taken
    assert len(set(taken)) == len(taken)
