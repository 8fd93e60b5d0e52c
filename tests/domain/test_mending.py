"""Undoing and correcting: nothing is rewritten, and nothing that is depended on goes."""

import pytest

from pixtui.domain import commands as c
from pixtui.domain.checks import holes
from pixtui.domain.derive import candidate_state
from pixtui.domain.history import last_about, without
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


def test_an_act_for_several_is_taken_back_for_one_of_them_alone() -> None:
    day = Day(candidates=3)
    day.started("9:00", "c1", "c2", "c3")
    day.do("9:30", c.Interrupt(candidates=("c1", "c2", "c3"), cause="network"))
    event = last_about(day.state.history, "c2")
    assert event is not None
    assert isinstance(event.act, c.Interrupt)
    day.do("9:40", c.Resume(candidates=("c1",)))
    day.refuse("9:41", c.Undo(seq=event.seq), "depended_on")
    day.do("9:30", c.Correct(seq=event.seq, instead=without(event.act, "c2")), now="9:41")
    people = day.state.candidates
    told = [candidate_state(day.state, people[one]) for one in ("c1", "c2", "c3")]
    assert told == ["running", "running", "interrupted"]
    before = last_about(day.state.history, "c2")
    assert before is not None
    assert before.type == "start", "what was taken back for them is not their last entry"
    day.do("9:45", c.Resume(candidates=("c3",)))


def test_a_correction_keeps_the_ids_of_interruptions_and_makes_those_that_are_missing() -> None:
    day = Day(candidates=3)
    day.started("9:00", "c1", "c2", "c3")
    day.do("9:30", c.Interrupt(candidates=("c1", "c2"), cause="network"))
    seq = len(day.state.history)
    day.do(
        "9:31", c.Correct(seq=seq, instead=c.Interrupt(candidates=("c2", "c3"), cause="network"))
    )
    held = {one.candidates: one.id for one in day.state.interruptions}
    assert held == {("c2",): "x2", ("c3",): "x3"}
    nobody = c.Correct(seq=seq, instead=c.Interrupt(candidates=(), cause="network"))
    day.refuse("9:32", nobody, "malformed")


def test_an_absent_one_who_signed_is_a_hole() -> None:
    day = Day(candidates=2)
    day.started("9:00", "c1")
    day.do("9:01", c.Sign(candidates=("c2",)))
    day.do("9:02", c.MarkAbsent(candidates=("c2",)))
    assert ("absent_but_here", "c2") in {(one.code, one.candidate) for one in holes(day.state)}
    day.do("9:03", c.Undo(seq=len(day.state.history) - 1))
    assert "absent_but_here" not in {one.code for one in holes(day.state)}
