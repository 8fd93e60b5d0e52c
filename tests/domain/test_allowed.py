"""Which command is allowed in which state, and what each refusal says: one table."""
# ruff: noqa: E501 - a table is read across

import pytest

from pixtui.domain import commands as c
from pixtui.domain.derive import STATES, candidate_state
from pixtui.domain.outcome import Accepted
from tests.domain.day import Day

WHO = ("c1",)
STATE_NAMES = ("expected", "checked_in", "ready", "running", "interrupted", "finished",
               "stopped", "absent", "turned_away")  # fmt: skip

WITH_ES = {
    # command                expected  checked_in ready  running interrupted finished stopped absent turned_away
    "check_identity":       "ok        ok        ok     ok      ok          ok       ok      ok     ok",
    "sign":                 "ok        ok        ok     ok      ok          ok       ok      ok     ok",
    "confirm_presence":     "ok        ok        ok     wrong   wrong       wrong    wrong   ok     ok",
    "cancel_presence":      "wrong     wrong     ok     wrong   wrong       wrong    wrong   wrong  wrong",
    "mark_ready":           "ok        ok        ok     wrong   wrong       wrong    wrong   ok     ok",
    "mark_absent":          "ok        ok        ok     wrong   wrong       wrong    wrong   ok     ok",
    "arrive":               "ok        ok        ok     wrong   wrong       wrong    wrong   ok     ok",
    "turn_away":            "ok        ok        ok     wrong   wrong       wrong    wrong   ok     ok",
    "start":                "presence  presence  ok     wrong   wrong       wrong    wrong   wrong  wrong",
    "interrupt":            "wrong     wrong     wrong  ok      wrong       wrong    wrong   wrong  wrong",
    "resume":               "wrong     wrong     wrong  wrong   ok          wrong    wrong   wrong  wrong",
    "leave_room":           "wrong     wrong     wrong  ok      ok          wrong    wrong   wrong  wrong",
    "return_to_room":       "wrong     wrong     wrong  wrong   wrong       wrong    wrong   wrong  wrong",
    "change_workstation":   "ok        ok        ok     ok      ok          ok       ok      ok     ok",
    "finish":               "wrong     wrong     wrong  ok      ok          wrong    wrong   wrong  wrong",
    "give_reason":          "wrong     wrong     wrong  wrong   wrong       wrong    ok      wrong  wrong",
    "see_end_screen":       "wrong     wrong     wrong  ok      ok          ok       ok      wrong  wrong",
    "sign_out":             "wrong     wrong     wrong  ok      ok          ok       ok      wrong  wrong",
    "edit_candidate":       "ok        ok        ok     ok      ok          ok       ok      ok     ok",
    "remove_candidate":     "ok        has_facts has_facts has_facts has_facts has_facts has_facts has_facts has_facts",
    "record_entered":       "unsealed  unsealed  unsealed unsealed unsealed unsealed unsealed unsealed unsealed",
}  # fmt: skip
WITHOUT_ES = {
    "cancel_presence":      "wrong     wrong     wrong  wrong   wrong       wrong    wrong   wrong  wrong",
    "start":                "ok        ok        ok     wrong   wrong       wrong    wrong   wrong  wrong",
    "give_reason":          "wrong     wrong     wrong  ok      ok          wrong    ok      wrong  wrong",
}  # fmt: skip
CODES = {"wrong": "wrong_state", "presence": "presence_expired", "unsealed": "not_sealed"}

ACTS: dict[str, c.Act] = {
    "check_identity": c.CheckIdentity(candidates=WHO),
    "sign": c.Sign(candidates=WHO),
    "confirm_presence": c.ConfirmPresence(candidates=WHO),
    "cancel_presence": c.CancelPresence(candidates=WHO),
    "mark_ready": c.MarkReady(candidates=WHO),
    "mark_absent": c.MarkAbsent(candidates=WHO),
    "arrive": c.Arrive(candidates=WHO),
    "turn_away": c.TurnAway(candidates=WHO, reason="sans pièce", decided_by="M. Blanchard"),
    "start": c.Start(candidates=WHO),
    "interrupt": c.Interrupt(candidates=WHO, cause="network"),
    "resume": c.Resume(candidates=WHO),
    "leave_room": c.LeaveRoom(candidates=WHO),
    "return_to_room": c.ReturnToRoom(candidates=WHO),
    "change_workstation": c.ChangeWorkstation(candidates=WHO, to="P9"),
    "finish": c.Finish(candidates=WHO),
    "give_reason": c.GiveReason(candidates=WHO, reason="technical"),
    "see_end_screen": c.SeeEndScreen(candidates=WHO),
    "sign_out": c.SignOut(candidates=WHO),
    "edit_candidate": c.EditCandidate(candidates=WHO, seat="9"),
    "remove_candidate": c.RemoveCandidate(candidates=WHO),
    "record_entered": c.RecordEntered(candidates=WHO),
}


def day_in(state: str, mode: str) -> Day:
    """A session whose only candidate is in that state at 9:10."""
    day = Day(mode, candidates=1)  # type: ignore[arg-type]  # one of the two modes
    if state == "checked_in":
        day.do("9:00", c.CheckIdentity(candidates=WHO))
    elif state == "ready":
        day.ready("9:00", "c1")
    elif state == "absent":
        day.do("9:00", c.MarkAbsent(candidates=WHO))
    elif state == "turned_away":
        day.do("9:00", c.TurnAway(candidates=WHO, reason="r"))
    elif state != "expected":
        day.started("9:00", "c1")
    if state == "interrupted":
        day.do("9:05", c.Interrupt(candidates=WHO, cause="network"))
    elif state == "finished":
        day.do("9:05", c.Finish(candidates=WHO))
    elif state == "stopped":
        day.do("9:05", c.Finish(candidates=WHO, how="invigilator"))
    assert candidate_state(day.state, day.one()) == state
    return day


def rows() -> list[tuple[str, str, str, str]]:
    """(mode, command, state, what must come of it), cell by cell."""
    found = []
    for mode, table in (("with-es", WITH_ES), ("without-es", {**WITH_ES, **WITHOUT_ES})):
        for command, cells in table.items():
            for state, cell in zip(STATE_NAMES, cells.split(), strict=True):
                found.append((mode, command, state, cell))
    return found


@pytest.mark.parametrize(("mode", "command", "state", "cell"), rows())
def test_the_table_holds(mode: str, command: str, state: str, cell: str) -> None:
    decision = day_in(state, mode).ask("9:10", ACTS[command])
    if cell == "ok":
        assert isinstance(decision, Accepted), decision
    else:
        assert not isinstance(decision, Accepted)
        assert decision.code == CODES.get(cell, cell)


def test_the_table_covers_every_state_and_every_command_about_a_candidate() -> None:
    assert set(STATE_NAMES) == set(STATES)
    about = {
        name
        for name, kind in c.ACTS.items()
        if issubclass(kind, c.OnCandidates) and name not in ("record_certifiability", "roll_call")
    }
    assert about == set(WITH_ES)
