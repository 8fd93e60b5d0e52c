"""The end: what blocks, what is missing, the seal, and what may come after it."""

import pytest

from pixtui.domain import commands as c
from pixtui.domain.checks import blockers, holes, warnings
from pixtui.domain.derive import flags, next_now, next_step, phase
from pixtui.domain.rules import Mode
from tests.domain.day import Day, at

ONE, TWO = ("c1",), ("c2",)


def finished(mode: Mode = "with-es") -> Day:
    """A day of one candidate with nothing left open."""
    day = Day(mode, candidates=1)
    day.started("9:00", "c1")
    day.do("10:45", c.Finish(candidates=ONE))
    day.signed_off("10:46", "c1")
    day.steps_done("10:50")
    return day


def codes(found: object) -> list[str]:
    """The codes of findings."""
    return [one.code for one in found]  # type: ignore[attr-defined]  # any sequence of findings


@pytest.mark.parametrize("mode", ["with-es", "without-es"])
def test_a_complete_day_is_sealed(mode: Mode) -> None:
    day = finished(mode)
    assert holes(day.state) == []
    day.do("11:00", c.Finalise())
    assert phase(day.state) == "finalised"
    assert next_step(day.state) == "finalise"
    day.do("11:30", c.RecordPixFinalised())
    assert next_step(day.state) is None


def test_what_pix_would_refuse_blocks_and_is_never_overridden() -> None:
    day = Day(candidates=3)
    assert codes(blockers(day.state, at("8:00")))[-1] == "nobody_started"
    day.started("9:00", "c1", "c2")
    day.do("9:10", c.Interrupt(candidates=ONE, cause="network"))
    found = blockers(day.state, at("9:20"))
    assert [(one.code, one.candidate) for one in found] == [
        ("interrupted", "c1"),
        ("running", "c2"),
        ("still_expected", "c3"),
    ]
    overrides = {"interrupted:c1": "x", "running:c2": "x", "still_expected:c3": "x"}
    day.refuse("9:20", c.Finalise(overrides=overrides), "blockers")


def test_an_unfinished_test_needs_its_reason() -> None:
    day = finished()
    day.do("10:50", c.AddCandidate(last_name="Tard", first_name="Ève"))
    day.started("10:51", "c2")
    day.do("11:00", c.Finish(candidates=TWO, how="invigilator"))
    assert codes(blockers(day.state, at("11:01"))) == ["no_reason"]
    day.do("11:01", c.GiveReason(candidates=TWO, reason="technical"))
    assert blockers(day.state, at("11:02")) == []


def test_a_test_ended_by_the_candidate_takes_no_reason() -> None:
    finished().refuse("11:00", c.GiveReason(candidates=ONE, reason="candidate"), "wrong_state")


def test_without_the_invigilator_space_the_reason_ends_the_test() -> None:
    day = Day("without-es", candidates=1)
    day.started("9:00", "c1")
    day.do("11:00", c.GiveReason(candidates=ONE, reason="technical"))
    end = day.one().end
    assert end is not None
    assert end.outcome == "finalisation"
    assert blockers(day.state, at("11:01")) == []


def test_each_hole_needs_its_reason_by_code_and_candidate() -> None:
    day = Day(candidates=2)
    day.started("9:00", "c1", "c2")
    day.do("10:45", c.Finish(candidates=("c1", "c2")))
    day.signed_off("10:46", "c1")
    day.steps_done("10:50")
    day.do("10:51", c.LogIncident(note="bruit"))
    found = holes(day.state)
    assert [(one.code, one.candidate) for one in found] == [
        ("end_screen_not_seen", "c2"),
        ("not_signed_out", "c2"),
        ("incident_open", None),
    ]
    refusal = day.refuse("11:00", c.Finalise(overrides={"not_signed_out:c2": "parti"}), "holes")
    assert codes(refusal.findings) == ["end_screen_not_seen", "incident_open"]
    day.refuse("11:00", c.Finalise(overrides={one.keys[0]: " " for one in found}), "holes")
    reasons = {
        "end_screen_not_seen:c2": "parti avant",
        "not_signed_out:c2": "parti avant",
        "incident_open": "sans suite",
    }
    day.do("11:00", c.Finalise(overrides=reasons))
    assert day.state.overrides == reasons


def test_a_step_left_is_a_hole_under_its_code_alone() -> None:
    day = finished()
    day.do("10:51", c.SetStep(step="conditions", state="todo"))
    (hole,) = holes(day.state)
    assert (hole.code, hole.subject) == ("step_left", "conditions")
    day.do("11:00", c.Finalise(overrides={"step_left": "vidéo vue en classe"}))


def test_after_the_seal_only_what_comes_after_it() -> None:
    day = finished()
    day.refuse("10:55", c.Annex(note="x"), "not_sealed")
    day.refuse("10:55", c.RecordPixFinalised(), "not_sealed")
    day.do("11:00", c.Finalise())
    day.refuse("11:01", c.Undo(seq=3), "sealed")
    day.refuse("11:01", c.CheckIdentity(candidates=ONE), "sealed")
    day.refuse("11:01", c.Finalise(), "sealed")
    day.do("11:02", c.Annex(note="incident retrouvé", candidate="c1"))
    day.do("11:03", c.RecordEntered(candidates=ONE))
    day.do("11:04", c.Hold(reason="contestation"))
    day.refuse("11:05", c.Purge(reason="fin"), "on_hold")
    day.do("11:06", c.Release())
    day.refuse("11:07", c.Release(), "not_on_hold")


def test_the_seal_takes_the_codes_away() -> None:
    day = finished()
    day.do("10:55", c.SetCodes(access_code="BCDF23", invigilator_password="b3kVx7"))
    day.do("11:00", c.Finalise())
    assert day.state.codes.access_code is None
    assert day.state.codes_set


def test_a_purged_session_takes_nothing_more() -> None:
    day = finished()
    day.do("11:00", c.Purge(reason="durée écoulée"))
    assert phase(day.state) == "purged"
    assert day.state.candidates == {}
    day.refuse("11:01", c.Annex(note="x"), "purged")


def test_what_was_left_before_the_tests_is_not_what_comes_next_while_they_run() -> None:
    day = Day(candidates=2)
    assert next_now(day.state) == next_step(day.state) == "convocations"
    day.ready("8:50", "c1", "c2")
    assert next_now(day.state) == "convocations", "there is still time for it"
    day.do("9:00", c.RevealCode())
    day.do("9:00", c.Start(candidates=("c1", "c2")))
    left = {rule.id: rule.phase for rule in day.state.rules.steps_for("with-es")}
    assert next_step(day.state) == "convocations"
    assert left[next_now(day.state) or ""] == "during"
    day.do("10:45", c.Finish(candidates=("c1", "c2"), how="candidate"))
    assert left[next_now(day.state) or ""] == "end"
    for step, when in left.items():
        if when in ("end", "finalise") and step != "finalise":
            day.do("10:50", c.SetStep(step=step, state="done", reason="vu"))
    assert next_now(day.state) == "finalise"


def test_the_presence_of_someone_who_does_not_start_expires_unsaid() -> None:
    day = Day(candidates=3)
    day.ready("8:50", "c1", "c2", "c3")
    day.do("8:55", c.TurnAway(candidates=ONE, reason="pas de pièce", decided_by="M. Roy"))
    found = [one.candidate for one in warnings(day.state, at("9:30"))]
    assert found.count("c1") == 0
    assert found.count("c2") == 1
    assert "presence_expired" not in flags(day.state, day.one("c1"), at("9:30"))
    assert "presence_expired" in flags(day.state, day.one("c2"), at("9:30"))
