"""Pix's CSV of several sessions: which row is of which session, and every rule of a session."""

import csv
import datetime as dt
import io

import pytest
from attrs import evolve as changed

from pixtui.domain.session import Details
from pixtui.exchange.pix_columns import CSV_HABILITATIONS, SESSIONS_CSV
from pixtui.exchange.pix_sessions import ImportedSessions, parse
from pixtui.exchange.session_choice import of_session

TODAY = dt.date(2026, 11, 30)
NOW = dt.datetime(2026, 11, 30, 8, 0, tzinfo=dt.UTC)
B204 = {
    "site": "Centre fictif",
    "room": "B204",
    "date": "01/12/2026",
    "time": "09:00",
    "examiner": "Mme Sarr",
}
ZOE = {
    "last_name": "ABADIE",
    "first_name": "Zoé",
    "birthdate": "01/04/2010",
    "sex": "F",
    "birth_insee": "75056",
    "birth_country": "FRANCE",
    "billing": "Gratuite",
}


def sessions(*rows: dict[str, str], now: dt.datetime | None = None) -> ImportedSessions:
    """A file of these rows, read."""
    columns = (*SESSIONS_CSV, *CSV_HABILITATIONS)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(one.header for one in columns)
    writer.writerows([row.get(one.name, "") for one in columns] for row in rows)
    return parse(out.getvalue().encode("utf-8-sig"), TODAY, now)


def named(first: str) -> dict[str, str]:
    """A candidate of that first name."""
    return {**ZOE, "first_name": first}


def codes(found: ImportedSessions) -> list[tuple[int | None, str]]:
    """What is to be said."""
    return [(one.row, one.code) for one in found.problems]


def test_rows_start_join_and_follow_a_session() -> None:
    found = sessions(
        {**B204, **named("Un")},
        named("Deux"),
        {**B204, "room": "B205", **named("Trois")},
        {**B204, "examiner": "M. Blanchard", **named("Quatre")},
        {"number": "4242", **named("Cinq")},
        named("Six"),
    )
    assert codes(found) == []
    told = [
        (one.number, one.room, one.examiner, [who.first_name for who in one.candidates])
        for one in found.sessions
    ]
    assert told == [
        (None, "B204", "Mme Sarr, M. Blanchard", ["Un", "Deux", "Quatre"]),
        (None, "B205", "Mme Sarr", ["Trois"]),
        (4242, None, None, ["Cinq", "Six"]),
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"site": ""}, "SESSION_ADDRESS_REQUIRED"),
        ({"room": ""}, "SESSION_ROOM_REQUIRED"),
        ({"date": ""}, "SESSION_DATE_REQUIRED"),
        ({"date": "2026-12-01"}, "SESSION_DATE_NOT_VALID"),
        ({"date": "31/02/2027"}, "SESSION_DATE_NOT_VALID"),
        ({"time": ""}, "SESSION_TIME_REQUIRED"),
        ({"time": "9h"}, "SESSION_TIME_NOT_VALID"),
        ({"time": "24:00"}, "SESSION_TIME_NOT_VALID"),
        ({"examiner": ""}, "SESSION_EXAMINER_REQUIRED"),
        ({"date": "29/11/2026"}, "SESSION_SCHEDULED_IN_THE_PAST"),
        ({"number": "abc"}, "SESSION_ID_NOT_VALID"),
        ({"room": "=1+1"}, "formula"),
    ],
)
def test_a_wrong_session_is_named_with_pix_own_code(changes: dict[str, str], code: str) -> None:
    whole = {**B204, **ZOE, **changes}
    if "number" in changes:
        whole = {**ZOE, **changes}
    assert (2, code) in codes(sessions(whole, now=NOW))


def test_a_number_goes_without_the_fields_of_a_session() -> None:
    found = sessions({"number": "4242", **B204, **ZOE})
    assert codes(found) == [(2, "INFORMATION_NOT_ALLOWED_WITH_SESSION_ID")]
    missing = sessions({"number": "4242", **ZOE}, now=NOW)
    assert codes(missing) == [(2, "session_details_missing")]


def test_a_row_that_repeats_another_is_left_out_and_a_contradiction_is_refused() -> None:
    found = sessions({**B204, **ZOE}, ZOE, {**B204, "room": "B205", **ZOE})
    assert codes(found) == [(3, "DUPLICATE_CANDIDATE_IN_SESSION")]
    assert found.worst() == "warning"
    assert [len(one.candidates) for one in found.sessions] == [1, 1]
    other = sessions({**B204, **ZOE}, {**ZOE, "first_name": "ZOE"})
    assert codes(other) == [(3, "DUPLICATE_CANDIDATE")]


def test_a_session_without_candidates_is_said() -> None:
    found = sessions(B204, {**B204, "room": "B205", **ZOE})
    assert codes(found) == [(2, "EMPTY_SESSION")]
    assert len(found.sessions) == 2


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0,33", "CANDIDATE_EXTRA_TIME_OUT_OF_RANGE"),
        ("1000%", "CANDIDATE_EXTRA_TIME_OUT_OF_RANGE"),
        ("33,5", "CANDIDATE_EXTRA_TIME_INTEGER"),
        ("tiers", "CANDIDATE_EXTRA_TIME_INTEGER"),
    ],
)
def test_extra_time_is_a_whole_percentage(value: str, code: str) -> None:
    assert codes(sessions({**B204, **ZOE, "extra_time": value})) == [(2, code)]
    for right in ("33", "33%", "33 %"):
        (one,) = sessions({**B204, **ZOE, "extra_time": right}).sessions
        assert one.candidates[0].extra_time == 33


def test_no_header_and_no_row_are_said() -> None:
    assert codes(sessions()) == [(None, "CSV_DATA_REQUIRED")]
    found = parse("Numéro;Nom\n1;A\n".encode(), TODAY)
    assert {one.code for one in found.problems} == {"CSV_HEADERS_NOT_VALID"}
    assert len(found.problems) > 10


def test_the_session_that_is_meant_is_found_in_the_file() -> None:
    found = sessions({**B204, **named("Un")}, {"number": "4242", **named("Deux")})
    day = dt.date(2026, 12, 1)
    details = Details(
        site="Centre fictif",
        room="B204",
        date=day,
        time=dt.time(9),
        examiner="E",
        zone="Europe/Paris",
        product="pix",
        duration=105,
        mode="with-es",
        language="fr",
        retention_until=day,
    )
    assert [one.first_name for one in of_session(found, details).candidates] == ["Un"]
    by_number = of_session(found, changed(details, room="X", number=4242))
    assert [one.first_name for one in by_number.candidates] == ["Deux"]
    neither = of_session(found, changed(details, room="X"))
    assert [one.code for one in neither.problems] == ["session_not_found"]
    alone = of_session(sessions({**B204, **ZOE}), changed(details, room="X"))
    assert (alone.worst(), len(alone.candidates)) == ("warning", 1)
