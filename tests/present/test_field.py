"""What was typed into a form, read as yes, as a time, as a number, or said to mean nothing."""

import datetime as dt

import pytest

from pixtui.present.field import Answers, UnclearError, yes_no
from pixtui.wording.catalogue import words
from tests.domain.day import Day, at


def answers(typed: str, day: dt.datetime | None = None) -> Answers:
    """One field typed so, at 10:02:30."""
    return Answers(
        state=Day().state, words=words("fr"), now=at("10:02:30"), values={"f": typed}, day=day
    )


@pytest.mark.parametrize("typed", ["oui", " Oui", "o", "YES", "y"])
def test_a_yes_in_either_language(typed: str) -> None:
    assert answers(typed).yes("f")


@pytest.mark.parametrize("typed", ["", "non", "n", "NO"])
def test_a_no_in_either_language_or_nothing(typed: str) -> None:
    assert not answers(typed).yes("f")
    assert not answers("oui").yes("another field")


@pytest.mark.parametrize("typed", ["peut-être", "absent", "ouais", "0"])
def test_what_is_neither_yes_nor_no_is_asked_again(typed: str) -> None:
    with pytest.raises(UnclearError, match="oui ou non"):
        answers(typed).yes("f")


@pytest.mark.parametrize("typed", ["9:05", "09:05", "9h05", "09.05"])
def test_a_time_of_today(typed: str) -> None:
    assert answers(typed).time("f") == at("9:05")
    assert answers("").time("f") is None


def test_the_present_minute_means_now() -> None:
    assert answers("10:02").time("f") == at("10:02:30")


def test_a_time_of_another_day_is_that_days() -> None:
    later = at("12:00") + dt.timedelta(days=2)
    assert answers("9:05", day=later).time("f") == at("9:05") + dt.timedelta(days=2)


@pytest.mark.parametrize("typed", ["9", "25:00", "9:60", "neuf heures"])
def test_a_time_that_means_nothing_says_how_to_write_it(typed: str) -> None:
    with pytest.raises(UnclearError, match="09:05"):
        answers(typed).time("f")


def test_numbers_are_digits_with_or_without_percent() -> None:
    assert answers("33 %").number("f", "wrong") == 33
    assert answers("").number("f", "wrong") is None
    for typed in ("tiers", "-3", "٣٣", "3.5"):
        with pytest.raises(UnclearError, match="wrong"):
            answers(typed).number("f", "wrong")


def test_a_question_stands_on_the_likely_answer() -> None:
    assert [yes_no(words("fr"), "f", "signed?", said=said).value for said in (True, False)] == [
        "oui", "non",
    ]  # fmt: skip
