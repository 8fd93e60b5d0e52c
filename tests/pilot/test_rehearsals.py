"""Every shipped scenario, played to its end by keys, and played carelessly."""

from pathlib import Path

import pytest
from attrs import evolve

from pixtui.domain.history import History
from pixtui.domain.rehearsal.facts import declared, fits
from pixtui.domain.rehearsal.judge import Verdict, judge
from pixtui.rules.scenarios import shipped_names
from tests.pilot.driver import Operator
from tests.pilot.rehearsing import (
    Careful,
    Careless,
    debriefing,
    rehearsal_of,
    rehearsing,
    to_the_end,
)


@pytest.mark.parametrize("scenario", shipped_names())
async def test_who_does_all_that_is_asked_is_told_so(home: Path, scenario: str) -> None:
    async with rehearsing(home, scenario) as hands:
        await to_the_end(hands, Careful(hands))
        debrief = rehearsal_of(hands).debrief()
        failed = [one for one in debrief.verdicts if one.outcome != "in_time"]
        assert not failed, (failed, debriefing(hands).text())
        assert debrief.breaches == ()
        assert debrief.to_come == 0
        assert hands.state.sealed is not None
        for verdict in debrief.verdicts:
            assert _without(hands, verdict) != "in_time", "an expectation that cannot fail"
        await hands.press("ctrl+w")
        assert f"{len(debrief.verdicts)} faits à temps · 0 oublié" in hands.seen


def _without(hands: Operator, verdict: Verdict) -> str:
    """What comes of an expectation once nothing of what met it was declared."""
    rehearsal = rehearsal_of(hands)
    met = {
        one.seq
        for one in declared(hands.state.history)
        if any(fits(rehearsal.scenario, fact, one) for fact in verdict.expected.facts)
    }
    kept = History(one for one in hands.state.history if one.seq not in met)
    state = evolve(hands.state, history=kept)
    again = judge(rehearsal.scenario, rehearsal.told, state, hands.context.now())
    return next(one.outcome for one in again.verdicts if one.expected.id == verdict.expected.id)


@pytest.mark.parametrize("scenario", shipped_names())
async def test_who_sees_to_nothing_is_told_each_thing_forgotten(home: Path, scenario: str) -> None:
    async with rehearsing(home, scenario) as hands:
        await to_the_end(hands, Careless(hands))
        rehearsal = rehearsal_of(hands)
        debrief = rehearsal.debrief()
        met = [one.expected.id for one in debrief.verdicts if one.outcome == "in_time"]
        at_the_door = {"door.7", "door.8"} if scenario != "pix-entry" else {"door.6", "door.7"}
        begun_there = rehearsal.scenario.stage == "door"
        assert set(met) == (at_the_door if begun_there else set()), "the code, and the starts"
        assert [one.event for one in debrief.breaches] == ["door"] * begun_there
        told = debriefing(hands).text()
        for verdict in debrief.verdicts:
            assert verdict.outcome in ("forgotten", "out_of_order", "in_time"), verdict
        assert sum("OUBLIÉ" in line for line in told) == debrief.count("forgotten") > 0
        await hands.press("ctrl+w")
        await hands.until(f"{debrief.count('forgotten')} oublié")
        rows = ["".join(text for text, _tone in row.cells) for row in hands.rows.rows]
        assert sum("OUBLIÉ" in row for row in rows) == debrief.count("forgotten")
        assert sum("À NE PAS FAIRE" in row for row in rows) == begun_there
