"""Dates, lengths of time and the sum of an end, as people write them."""

import datetime as dt

import pytest

from pixtui.wording.catalogue import words
from pixtui.wording.times import duration, end_sum, long_date, short_date

DAY = dt.date(2026, 11, 30)


def test_the_sum_of_an_end_explains_itself_in_one_line() -> None:
    terms = [("duration", 105, ""), ("extra_time", 35, "33"), ("interruption", 12, "alarme")]
    told = end_sum(words("fr"), "14:05", terms, "16:37")
    assert told == "14:05 + 105 min + 35 min (33 %) + 12 min (alarme) = 16:37"


def test_the_sum_of_a_plain_end_has_one_term() -> None:
    assert end_sum(words("en"), "09:05", [("duration", 105, "")], "10:50") == (
        "09:05 + 105 min = 10:50"
    )


def test_each_language_writes_its_percentage() -> None:
    told = end_sum(words("en"), "09:00", [("extra_time", 35, "33")], "09:35")
    assert "35 min (33%)" in told


def test_a_cause_typed_by_hand_is_left_as_it_is() -> None:
    told = end_sum(words("fr"), "09:00", [("interruption", 3, "{odd} cause")], "09:03")
    assert "({odd} cause)" in told


def test_dates_are_written_out() -> None:
    assert long_date(words("fr"), DAY) == "lundi 30 novembre 2026"
    assert long_date(words("en"), DAY) == "Monday 30 November 2026"
    assert short_date(words("fr"), DAY) == "lundi 30 novembre"


def test_every_month_and_day_has_its_name() -> None:
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=n) for n in range(365)]
    french = {
        part for day in days for part in long_date(words("fr"), day).split() if part.isalpha()
    }
    assert len(french) == 12 + 7
    assert french.isdisjoint({"Monday", "January"})


@pytest.mark.parametrize(
    ("minutes", "told"), [(0, "0:00"), (39, "0:39"), (73, "1:13"), (-5, "-0:05"), (-61, "-1:01")]
)
def test_a_length_is_hours_and_minutes(minutes: int, told: str) -> None:
    assert duration(minutes) == told
