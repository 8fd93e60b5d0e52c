"""One cell to one value."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixtui.exchange.fields import (
    Cell,
    check_insee,
    parse_date,
    read_birthdate,
    read_extra_time,
    read_label,
    read_name,
)

TODAY = dt.date(2026, 11, 30)


def _read(reader: Callable[[Cell], object], text: str) -> tuple[object, list[str]]:
    cell = Cell(text, 2, "Colonne")
    value = reader(cell)
    assert all((one.row, one.column) == (2, "Colonne") for one in cell.problems)
    return value, [one.code for one in cell.problems]


def _name(cell: Cell) -> object:
    return read_name(cell, "CANDIDATE_LAST_NAME_REQUIRED")


def _birthdate(cell: Cell) -> object:
    return read_birthdate(cell, TODAY)


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        (" Le  Goff ", "Le Goff", []),
        ("", None, ["CANDIDATE_LAST_NAME_REQUIRED"]),
        (" \u00a0 ", None, ["CANDIDATE_LAST_NAME_REQUIRED"]),
        ("Œuvrard", "Œuvrard", ["letters_pix_drops"]),
        ("Straße", "Straße", []),
        ("王", "王", ["other_script"]),
        ("Zo\u202eé", None, ["forbidden_character"]),
    ],
)
def test_a_name(text: str, value: object, codes: list[str]) -> None:
    assert _read(_name, text) == (value, codes)


def test_the_character_that_refuses_a_name_is_given() -> None:
    cell = Cell("Zo\u202eé", 2, "Nom")
    read_name(cell, "CANDIDATE_LAST_NAME_REQUIRED")
    (said,) = cell.problems
    assert said.params["character"] == "U+202E"
    assert said.params["value"] == "Zo<U+202E>é"


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("", None, []),
        (" 07 ", "07", []),
        ("=1", None, ["formula"]),
        ("3/4", "3/4", []),
        ("1,2E+10", "1,2E+10", ["digits_lost"]),
        ("1.23457E+11", "1.23457E+11", ["digits_lost"]),
        ("5E3", "5E3", []),
        ("120E7", "120E7", []),
    ],
)
def test_a_label(text: str, value: object, codes: list[str]) -> None:
    assert _read(read_label, text) == (value, codes)


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("01/04/2012", dt.date(2012, 4, 1), []),
        (" 2012-04-01 ", dt.date(2012, 4, 1), []),
        ("1/4/2012", dt.date(2012, 4, 1), []),
        ("29/02/2012", dt.date(2012, 2, 29), []),
        ("2012-04-01T00:00:00", dt.date(2012, 4, 1), []),
        ("41000", dt.date(2012, 4, 1), ["birthdate_serial"]),
        ("30/11/2018", dt.date(2018, 11, 30), []),
        ("01/12/2018", dt.date(2018, 12, 1), ["age_unusual"]),
        ("01/12/1926", dt.date(1926, 12, 1), []),
        ("30/11/1926", dt.date(1926, 11, 30), ["age_unusual"]),
        ("02/01/1900", dt.date(1900, 1, 2), ["age_unusual"]),
        ("01/01/1900", None, ["CANDIDATE_BIRTHDATE_MUST_BE_GREATER"]),
        ("01/12/2026", None, ["birthdate_in_future"]),
        ("", None, ["CANDIDATE_BIRTHDATE_REQUIRED"]),
        *(
            (text, None, ["CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"])
            for text in (
                "29/02/2011",
                "04/13/2012",
                "01/04/12",
                "20120401",
                "2012-W13-7",
                "01-04-2012",
                "01/04/2012 10:30",
                "٠١/٠٤/٢٠١٢",
                "１/４/２０１２",
            )
        ),
    ],
)
def test_a_birth_date(text: str, value: object, codes: list[str]) -> None:
    assert _read(_birthdate, text) == (value, codes)


@given(st.dates(dt.date(1900, 1, 2), TODAY))
def test_both_ways_to_write_a_date_say_the_same(day: dt.date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day:02}/{day.month:02}/{day.year}") == day


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("", None, []),
        ("0", 0, []),
        ("0 %", 0, []),
        ("0,00", 0, []),
        ("non", 0, []),
        ("33", 33, []),
        ("33%", 33, []),
        ("33\u202f%", 33, []),
        ("33,0 %", 33, []),
        ("0,33", 33, []),
        ("0.5", 50, []),
        ("100", 100, []),
        ("999", 999, []),
        ("0,333", 33, ["extra_time_read_as"]),
        ("1", 1, ["extra_time_read_as"]),
        ("1 %", 1, []),
        ("1/3", 33, ["extra_time_read_as"]),
        ("Tiers temps", 33, ["extra_time_read_as"]),
        ("oui", None, ["extra_time_percentage_needed"]),
        ("X", None, ["extra_time_percentage_needed"]),
        ("1000", None, ["CANDIDATE_EXTRA_TIME_OUT_OF_RANGE"]),
        ("-10", None, ["CANDIDATE_EXTRA_TIME_OUT_OF_RANGE"]),
        ("0,001", None, ["CANDIDATE_EXTRA_TIME_OUT_OF_RANGE"]),
        *(
            (text, None, ["CANDIDATE_EXTRA_TIME_INTEGER"])
            for text in ("33,5", "0,33 %", "NaN", "inf", "1e3", "3_3", "²", "３３", "٣٣", "33 min")
        ),
    ],
)
def test_extra_time(text: str, value: object, codes: list[str]) -> None:
    assert _read(read_extra_time, text) == (value, codes)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", []),
        ("75056", []),
        ("2A004", []),
        ("99", []),
        ("1053", ["insee_zero_lost"]),
        ("75O56", ["insee_not_valid"]),
        ("７５０５６", ["insee_not_valid"]),
    ],
)
def test_a_damaged_insee_code_is_seen(text: str, codes: list[str]) -> None:
    assert _read(check_insee, text) == (None, codes)


@pytest.mark.parametrize(
    "reader",
    [_name, _birthdate, read_label, read_extra_time, check_insee],
    ids=lambda one: one.__name__,
)
@given(text=st.text(st.characters()))
def test_any_text_has_an_answer(reader: Callable[[Cell], object], text: str) -> None:
    _read(reader, text)
