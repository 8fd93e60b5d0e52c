"""Who is on a list twice, or in the session already."""

import datetime as dt

import pytest

from pixtui.exchange.problems import ImportedCandidate, ImportedList
from pixtui.exchange.uniqueness import Known, against, within

BORN, OTHER_DAY = dt.date(2011, 3, 14), dt.date(2011, 3, 15)


def _one(
    row: int, last: str, first: str, born: dt.date = BORN, seat: str | None = None
) -> ImportedCandidate:
    return ImportedCandidate(row=row, last_name=last, first_name=first, birthdate=born, seat=seat)


@pytest.mark.parametrize(
    ("last", "first"),
    [("Abadie", "Zoé"), ("ABADIE", "zoe"), ("Abadie", "Zoe\u0301"), ("ABA-DIE", "Zo é")],
)
def test_the_same_person_twice_is_refused(last: str, first: str) -> None:
    (said,) = within([_one(2, "Abadie", "Zoé"), _one(5, last, first)])
    assert (said.code, said.severity, said.row) == ("DUPLICATE_CANDIDATE_IN_SESSION", "warning", 5)
    assert said.params["first_row"] == "2"


def test_the_same_name_on_another_date_is_looked_at() -> None:
    (said,) = within([_one(2, "Abadie", "Zoé"), _one(3, "ABADIE", "Zoé", OTHER_DAY)])
    assert (said.code, said.severity, said.row) == ("homonyms", "warning", 3)


def test_other_scripts_are_compared_by_their_letters() -> None:
    assert within([_one(2, "王", "小明"), _one(3, "李", "小明")]) == []
    assert [one.code for one in within([_one(2, "王", "小明"), _one(3, "王", "小明")])] == [
        "DUPLICATE_CANDIDATE_IN_SESSION"
    ]


def test_a_seat_is_given_once() -> None:
    rows = [
        _one(2, "A", "B", seat="a1"),
        _one(3, "C", "D", seat="A1"),
        _one(4, "E", "F"),
        _one(5, "G", "H"),
    ]
    (said,) = within(rows)
    assert (said.code, said.severity, said.row) == ("seat_duplicated", "error", 3)


def test_who_is_in_the_session_already_is_refused() -> None:
    known = [
        Known(last_name="ABADIE", first_name="Zoe", birthdate=BORN, seat="07"),
        Known(last_name="Sarr", first_name="Awa", birthdate=None, seat=None),
    ]
    rows = (
        _one(2, "Abadie", "Zoé"),
        _one(3, "Abadie", "Zoé", OTHER_DAY),
        _one(4, "Sarr", "Awa"),
        _one(5, "Ozoliņš", "Kārlis", seat="07"),
        _one(6, "N'Diaye", "Ismaël", seat="08"),
    )
    found = against(known, ImportedList(format="plain-csv", candidates=rows))
    assert [(one.row, one.code, one.severity) for one in found] == [
        (2, "already_in_session", "error"),
        (3, "homonym_in_session", "warning"),
        (4, "homonym_in_session", "warning"),
        (5, "seat_taken", "error"),
    ]
