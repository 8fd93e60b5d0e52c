"""Who is on a list twice."""

import datetime as dt

import pytest

from pixtui.exchange.problems import ImportedCandidate
from pixtui.exchange.uniqueness import within

BORN, OTHER_DAY = dt.date(2011, 3, 14), dt.date(2011, 3, 15)


def _one(
    row: int,
    last: str,
    first: str,
    born: dt.date = BORN,
    seat: str | None = None,
    id: str | None = None,
) -> ImportedCandidate:
    return ImportedCandidate(
        row=row, last_name=last, first_name=first, birthdate=born, seat=seat, external_id=id
    )


@pytest.mark.parametrize(
    ("last", "first"),
    [("Abadie", "Zoé"), ("ABADIE", "zoe"), ("Abadie", "Zoe\u0301"), ("ABA-DIE", "Zo é")],
)
def test_the_same_person_twice_is_refused(last: str, first: str) -> None:
    (said,) = within([_one(2, "Abadie", "Zoé"), _one(5, last, first)])
    assert (said.code, said.severity, said.row) == ("DUPLICATE_CANDIDATE", "error", 5)
    assert said.params["first_row"] == "2"


def test_the_same_name_on_another_date_is_looked_at() -> None:
    (said,) = within([_one(2, "Abadie", "Zoé"), _one(3, "ABADIE", "Zoé", OTHER_DAY)])
    assert (said.code, said.severity, said.row) == ("homonyms", "warning", 3)


def test_other_scripts_are_compared_by_their_letters() -> None:
    assert within([_one(2, "王", "小明"), _one(3, "李", "小明")]) == []
    assert [one.code for one in within([_one(2, "王", "小明"), _one(3, "王", "小明")])] == [
        "DUPLICATE_CANDIDATE"
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


def test_two_identifiers_tell_two_people_apart() -> None:
    rows = [_one(2, "Abadie", "Zoé", id="1"), _one(3, "ABADIE", "Zoé", id="2")]
    assert [(one.code, one.severity) for one in within(rows)] == [("twins", "warning")]
    third = _one(4, "Abadie", "Zoe", id="1")
    assert [one.code for one in within([*rows, third])] == ["twins", "DUPLICATE_CANDIDATE"]
    without = _one(4, "Abadie", "Zoe")
    assert [one.code for one in within([*rows, without])] == ["twins", "DUPLICATE_CANDIDATE"]


def test_an_identifier_is_of_one_person_where_the_list_says_so() -> None:
    rows = [_one(2, "Abadie", "Zoé", id="1"), _one(3, "Sarr", "Awa", id="1")]
    assert within(rows) == []
    assert [one.code for one in within(rows, unique_ids=True)] == ["id_duplicated"]
