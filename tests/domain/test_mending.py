"""Undoing and correcting: nothing is rewritten, and nothing that is depended on goes."""

import pytest

from pixtui.domain import commands as c
from pixtui.domain.derive import candidate_state
from tests.domain.day import Day, at

ONE = ("c1",)


def test_an_undone_entry_holds_no_more_and_stays_in_the_history() -> None:
    day = Day(candidates=1)
    day.do("9:00", c.MarkAbsent(candidates=ONE))
    day.do("9:01", c.Undo(seq=3))
    assert candidate_state(day.state, day.one()) == "expected"
    assert [event.type for event in day.state.history][-2:] == ["mark_absent", "undo"]


def test_an_undone_undo_brings_it_back() -> None:
    day = Day(candidates=1)
    day.do("9:00", c.MarkAbsent(candidates=ONE))
    day.do("9:01", c.Undo(seq=3))
    day.refuse("9:02", c.Undo(seq=3), "already_undone")
    day.do("9:02", c.Undo(seq=4))
    assert candidate_state(day.state, day.one()) == "absent"


def test_what_later_facts_depend_on_is_not_undone_and_they_are_named() -> None:
    day = Day(candidates=1)
    day.do("9:00", c.ConfirmPresence(candidates=ONE))
    day.do("9:05", c.Start(candidates=ONE))
    day.do("10:50", c.Finish(candidates=ONE))
    refusal = day.refuse("11:00", c.Undo(seq=3), "depended_on")
    assert refusal.params["entries"] == ("4:start", "5:finish")
    refusal = day.refuse("11:00", c.Undo(seq=4), "depended_on")
    assert refusal.params["entries"] == ("5:finish",)
    day.do("11:00", c.Undo(seq=5))
    day.do("11:01", c.Undo(seq=4))
    day.do("11:02", c.Undo(seq=3))


def test_an_import_is_undone_only_while_nothing_was_declared_about_its_people() -> None:
    day = Day(candidates=2)
    day.do("9:00", c.CheckIdentity(candidates=ONE))
    day.refuse("9:01", c.Undo(seq=2), "depended_on")
    day.do("9:01", c.Undo(seq=3))
    day.do("9:02", c.Undo(seq=2))
    assert day.state.candidates == {}


def test_an_id_is_never_given_twice() -> None:
    day = Day(candidates=2)
    day.do("9:00", c.Undo(seq=2))
    made = day.do("9:01", c.AddCandidate(last_name="Neuf", first_name="Zoé"))
    assert made.made == "c3"


@pytest.mark.parametrize("seq", [0, 99])
def test_an_entry_that_is_not_there_is_not_undone(seq: int) -> None:
    Day().refuse("9:00", c.Undo(seq=seq), "unknown_entry")


def test_the_creation_is_not_undone() -> None:
    Day().refuse("9:00", c.Undo(seq=1), "not_undoable")


def test_a_corrected_time_counts_from_then_on() -> None:
    day = Day(candidates=1)
    day.do("9:00", c.ConfirmPresence(candidates=ONE))
    day.do("9:10", c.Start(candidates=ONE))
    day.do("9:05", c.Correct(seq=4, instead=c.Start(candidates=ONE)), now="9:20")
    start = day.one().start
    assert start is not None
    assert start.at == at("9:05")
    assert start.seq == 4


def test_a_correction_that_breaks_what_follows_is_refused() -> None:
    day = Day(candidates=1)
    day.do("9:00", c.ConfirmPresence(candidates=ONE))
    day.do("9:10", c.Start(candidates=ONE))
    day.do("9:20", c.Interrupt(candidates=ONE, cause="network"))
    late = c.Correct(seq=4, instead=c.Start(candidates=ONE))
    day.refuse("9:30", late, "presence_expired", now="9:40")
    day.do("9:31", c.Undo(seq=5))
    day.refuse("8:59", late, "wrong_order", now="9:40")


def test_a_correction_may_be_undone() -> None:
    day = Day(candidates=1)
    day.started("9:10", "c1")
    seq = len(day.state.history)
    day.do("9:11", c.Correct(seq=seq, instead=c.Start(candidates=ONE)), now="9:20")
    day.do("9:21", c.Undo(seq=seq + 1))
    start = day.one().start
    assert start is not None
    assert start.at == at("9:10")


def test_a_correction_keeps_the_kind_of_the_entry() -> None:
    day = Day(candidates=1)
    day.do("9:00", c.MarkAbsent(candidates=ONE))
    day.refuse("9:01", c.Correct(seq=3, instead=c.Arrive(candidates=ONE)), "not_correctable")
