"""The lists of names: each candidate once, in the order that is looked for."""

import datetime as dt

import pytest

from pixtui.documents.matter import by_name, seat_key
from pixtui.domain import commands as c
from tests.documents.reading import Paper, a_day, a_list, paper, printed
from tests.documents.sessions import Told, listed, matter

BORN = dt.date(2010, 2, 3)
SIZES = (0, 1, 40, 200)


def last_names(day: Told, *, by_seat: bool = False) -> list[str]:
    """The last names, each different, in the order of a list."""
    people = sorted(day.state.candidates.values(), key=by_name)
    if by_seat:
        people.sort(key=lambda one: seat_key(one.seat))
    return [one.last_name for one in people]


def each_once(sheet: Paper, names: list[str]) -> None:
    """Every name stands exactly once, one after the other."""
    assert [sheet.count(one) for one in names] == [1] * len(names)
    places = sheet.places(names)
    assert places == sorted(places)


@pytest.mark.parametrize("count", SIZES)
def test_the_door_list_is_alphabetical(count: int) -> None:
    day = a_list(count)
    each_once(paper("door-list", matter(day)), last_names(day))


@pytest.mark.parametrize("count", SIZES[1:])
def test_the_convocation_grid_goes_by_seat(count: int) -> None:
    day = a_list(count)
    sheet = paper("convocation-grid", matter(day))
    each_once(sheet, last_names(day, by_seat=True))
    assert sheet.count("08:40") == count


@pytest.mark.parametrize("count", SIZES)
def test_the_roll_call_goes_by_seat(count: int) -> None:
    day = a_list(count)
    each_once(paper("roll-call", matter(day)), last_names(day, by_seat=True))


def test_who_is_not_here_is_not_called() -> None:
    sheet = printed("roll-call", open_=True)
    *here, absent, away = a_day(open_=True).state.candidates.values()
    assert not sheet.says(absent.last_name)
    assert not sheet.says(away.last_name)
    assert all(sheet.count(one.last_name) == 1 for one in here)


@pytest.mark.parametrize("count", SIZES)
@pytest.mark.parametrize("seats", [True, False])
def test_everyone_has_a_card_on_the_seating_plan(count: int, seats: bool) -> None:
    day = a_list(count, seats)
    sheet = paper("seating-plan", matter(day))
    each_once(sheet, last_names(day, by_seat=True))
    assert sheet.says("Sans place pour l'instant") == bool(count and not seats)


def test_seats_are_counted_as_people_count() -> None:
    seats = ["A10", "A2", "B1", "10", "9", None, "A1b", "A1a"]
    assert sorted(seats, key=seat_key) == ["9", "10", "A1a", "A1b", "A2", "A10", "B1", None]


def test_namesakes_are_told_apart_by_their_class_on_the_door() -> None:
    people = (
        c.NewCandidate(last_name="Diop", first_name="Awa", class_name="3A", birthdate=BORN),
        c.NewCandidate(last_name="Diop", first_name="Awa", class_name="3C"),
        c.NewCandidate(last_name="Faure", first_name="Noé", class_name="3B", seat="3"),
    )
    sheet = paper("door-list", matter(listed(people)))
    places = sheet.places(["DiopAwa3A", "DiopAwa3C", "FaureNoé"])
    assert places == sorted(places)
    assert not sheet.says("3B")
