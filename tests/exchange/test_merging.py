"""A list against a session: adds, changes, reports; never doubles, never drops."""

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pixtui.domain import commands as c
from pixtui.domain.session import Candidate, Mark
from pixtui.exchange.merging import Held, Merge, merge
from pixtui.exchange.problems import ImportedCandidate

BORN = dt.date(2011, 3, 14)
SEEN = Mark(at=dt.datetime(2026, 11, 30, 9, tzinfo=dt.UTC), by="Mme Sarr", seq=9)


def there(key: str, last: str, first: str = "Zoé", **known: Any) -> Candidate:
    """Somebody of the session."""
    return Candidate(id=key, last_name=last, first_name=first, **{"birthdate": BORN, **known})


def row(number: int, last: str, first: str = "Zoé", **known: Any) -> ImportedCandidate:
    """A row of the list."""
    return ImportedCandidate(
        row=number, last_name=last, first_name=first, **{"birthdate": BORN, **known}
    )


def told(met: Merge) -> list[tuple[int | None, str]]:
    """What is to be said."""
    return [(one.row, one.code) for one in met.problems]


def test_the_same_list_again_changes_nothing_and_says_who_is_gone() -> None:
    people = [there("c1", "SARR", seat="07"), there("c2", "ABADIE"), there("c3", "PARTI")]
    met = merge(people, [row(2, "Sarr", "zoe"), row(3, "ABADIE")])
    assert (met.added, met.unchanged, [one.id for one in met.missing]) == ((), 1, ["c3"])
    assert met.updates == (c.EditCandidate(candidates=("c1",), last_name="Sarr", first_name="zoe"),)
    assert told(met) == []


def test_an_empty_cell_erases_nothing() -> None:
    people = [there("c1", "SARR", seat="07", class_name="3A", extra_time=33)]
    met = merge(people, [row(2, "SARR", class_name="3B")], says_extra_time=True)
    assert met.updates == (c.EditCandidate(candidates=("c1",), class_name="3B"),)
    assert told(met) == [(2, "field_changes"), (2, "extra_time_kept")]


def test_who_is_at_work_keeps_the_name_the_list_had() -> None:
    people = [there("c1", "SARR", identity=SEEN, external_id="7")]
    met = merge(people, [row(2, "Sarr", seat="3")])
    assert (met.updates[0].last_name, told(met)) == (c.UNSET, []), "Pix does not see case"
    for listed in (
        row(2, "SARRE", seat="3", external_id="7"),
        row(2, "SARR", seat="3", external_id="7", birthdate=dt.date(2011, 4, 14)),
    ):
        met = merge(people, [listed])
        assert met.updates == (c.EditCandidate(candidates=("c1",), seat="3"),)
        assert (told(met), met.added) == ([(2, "identity_kept")], ())


def test_a_name_put_right_is_found_by_the_identifier_and_asked_about() -> None:
    people = [there("c1", "SARR", external_id="7")]
    met = merge(people, [row(2, "SARRE", external_id="7")])
    assert met.updates == (c.EditCandidate(candidates=("c1",), last_name="SARRE"),)
    assert told(met) == [(2, "identity_changes")]
    other = merge(people, [row(2, "DIOP", "Awa", external_id="7", birthdate=dt.date(2010, 1, 1))])
    assert (len(other.added), told(other)) == (1, [(2, "identifier_shared")])


def test_two_identifiers_are_two_people() -> None:
    people = [there("c1", "SARR", external_id="1"), there("c2", "SARR", external_id="2")]
    rows = [row(2, "SARR", external_id="2", seat="8"), row(3, "SARR", external_id="1")]
    met = merge(people, rows)
    assert met.updates == (c.EditCandidate(candidates=("c2",), seat="8"),)
    assert (met.unchanged, met.added) == (1, ())
    third = merge(people[:1], [row(2, "SARR", external_id="3")])
    assert (len(third.added), told(third)) == (1, [(2, "twin_in_session")])


def test_the_same_name_on_another_day_is_someone_else_to_look_at() -> None:
    met = merge([there("c1", "SARR")], [row(2, "SARR", birthdate=dt.date(2010, 1, 1))])
    assert (len(met.added), told(met)) == (1, [(2, "homonym_in_session")])


def test_seats_may_be_exchanged_but_not_taken() -> None:
    people = [there("c1", "SARR", seat="1"), there("c2", "ABADIE", seat="2")]
    met = merge(people, [row(2, "SARR", seat="2"), row(3, "ABADIE", seat="1")])
    assert (len(met.updates), told(met)) == (2, [(2, "field_changes"), (3, "field_changes")])
    taken = merge(people, [row(2, "SARR", seat="2")])
    assert told(taken) == [(2, "field_changes"), (2, "seat_taken")]
    assert told(merge(people, [row(2, "NEUF", seat="2")])) == [(2, "seat_taken")]


def test_a_birth_date_put_right_is_of_the_one_in_that_class_or_seat() -> None:
    other_day = dt.date(2011, 4, 13)
    for known, said in (
        ({"class_name": "3A"}, {"class_name": "3A"}),
        ({"seat": "07"}, {"seat": "07"}),
    ):
        met = merge([there("c1", "SARR", **known)], [row(2, "SARR", birthdate=other_day, **said)])
        assert (met.added, told(met)) == ((), [(2, "identity_changes")])
        at_work = there("c1", "SARR", identity=SEEN, **known)
        kept = merge([at_work], [row(2, "SARR", birthdate=other_day, **said)])
        assert (kept.added, kept.updates, told(kept)) == ((), (), [(2, "identity_kept")])
    known = {"class_name": "3A", "external_id": "1"}
    twin = row(2, "SARR", birthdate=other_day, class_name="3A", external_id="2")
    assert len(merge([there("c1", "SARR", **known)], [twin]).added) == 1, "two identifiers"
    two = [row(2, "SARR", birthdate=other_day, class_name="3A"), row(3, "SARR", class_name="3B")]
    assert len(merge([there("c1", "SARR", class_name="3A")], two).added) == 1, "two on the list"


def test_an_extra_time_of_zero_takes_it_away_and_an_empty_one_does_not() -> None:
    people = [there("c1", "SARR", extra_time=33), there("c2", "ABADIE", extra_time=33)]
    met = merge(people, [row(2, "SARR", extra_time=0), row(3, "ABADIE")], says_extra_time=True)
    assert met.updates == (c.EditCandidate(candidates=("c1",), extra_time=None),)
    assert told(met) == [(2, "field_changes"), (3, "extra_time_kept")]


def test_what_moves_the_end_of_a_test_that_has_begun_is_asked_about() -> None:
    people = [there("c1", "SARR", extra_time=33, seat="1", start=SEEN)]
    ends = {33: "11:25", 5: "10:56", None: "10:50"}
    held = Held(end_of=lambda one: ends[one.extra_time])
    met = merge(people, [row(2, "SARR", extra_time=5, seat="2")], held=held)
    assert {one.code for one in met.problems} == {"extra_time_moves_end", "started_changes"}
    assert {one.severity for one in met.problems} == {"warning"}
    (end,) = [one.params for one in met.problems if one.code == "extra_time_moves_end"]
    assert (end["old"], end["new"], end["before"], end["after"]) == ("33", "5", "11:25", "10:56")


def test_what_was_put_right_by_hand_is_asked_about_and_not_quietly_undone() -> None:
    people = [there("c1", "SARR", extra_time=50, seat="Z9")]
    held = Held(by_hand={"c1": frozenset({"extra_time"})})
    met = merge(people, [row(2, "SARR", extra_time=33, seat="A2")], held=held)
    assert told(met) == [(2, "field_changes"), (2, "hand_corrected")]


def test_values_that_only_an_export_needs_are_not_told() -> None:
    met = merge([there("c1", "SARR", email="a@b.fr")], [row(2, "SARR", email="c@d.fr")])
    (said,) = met.problems
    assert "c@d.fr" not in said.params.values()


def test_the_list_of_one_class_misses_nobody_of_another() -> None:
    people = [there("c1", "SARR", class_name="3A"), there("c2", "ABADIE", class_name="3B")]
    met = merge(people, [], class_name="3a")
    assert [one.id for one in met.missing] == ["c1"]


_NAMES = st.sampled_from(["Sarr", "SARR", "Abadie", "Œuvrard", "Ozoliņš"])
_IDS = st.none() | st.sampled_from(["1", "2", "3"])
_DAYS = st.sampled_from([BORN, dt.date(2010, 1, 1)])


@given(
    st.lists(st.tuples(_NAMES, _IDS, _DAYS), max_size=5),
    st.lists(st.tuples(_NAMES, _IDS, _DAYS), max_size=5),
)
def test_everyone_is_counted_once(
    known: list[tuple[str, str | None, dt.date]], said: list[tuple[str, str | None, dt.date]]
) -> None:
    people = [
        there(f"c{n}", name, external_id=ident, birthdate=day)
        for n, (name, ident, day) in enumerate(known, 1)
    ]
    rows = [
        row(n, name, external_id=ident, birthdate=day)
        for n, (name, ident, day) in enumerate(said, 2)
    ]
    met = merge(people, rows)
    assert len(met.added) + len(met.updates) + met.unchanged == len(rows)
    assert len(met.missing) + len(met.updates) + met.unchanged == len(people)
    changed = [one.candidates[0] for one in met.updates]
    assert len(set(changed)) == len(changed)
