"""Incidents: the rules of their codes, and the facts recorded by the same entry."""

import pytest

from pixtui.domain import commands as c
from pixtui.domain.derive import candidate_state, destinations, is_alert
from tests.domain.day import BY, Day, at

ONE = ("c1",)


def running(mode: str = "with-es") -> Day:
    """One candidate whose test runs since 9:00."""
    day = Day(mode, candidates=1)  # type: ignore[arg-type]  # one of the two modes
    day.started("9:00", "c1")
    return day


def test_a_situation_brings_its_code_and_where_it_goes() -> None:
    day = running()
    day.do("9:10", c.LogIncident(situation="site_down", candidate="c1", question=12))
    incident = day.state.incidents["i1"]
    assert incident.code == "E4"
    assert destinations(day.state, incident) == ("live",)
    assert is_alert(day.state, incident)


def test_without_the_invigilator_space_a_question_goes_to_the_finalisation() -> None:
    day = running("without-es")
    day.do("9:10", c.LogIncident(code="E4", candidate="c1", question=12))
    incident = day.state.incidents["i1"]
    assert destinations(day.state, incident) == ("finalisation",)
    assert not is_alert(day.state, incident)


def test_a_suspected_fraud_also_goes_to_its_form() -> None:
    day = running()
    day.do("9:10", c.LogIncident(code="C6", candidate="c1", note="téléphone vu"))
    assert destinations(day.state, day.state.incidents["i1"]) == ("finalisation", "fraud_form")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (c.LogIncident(candidate="c1", note=" "), "malformed"),
        (c.LogIncident(code="E8", candidate="c1", question=1), "needs_extra_time"),
        (c.LogIncident(code="C7", candidate="c1", blocking=True), "blocking_problem"),
        (c.LogIncident(code="C8", candidate="c1", blocking=True), "blocking_problem"),
        (c.LogIncident(code="A1", candidate="c1"), "deprecated_code"),
        (c.LogIncident(code="Z9", candidate="c1"), "unknown_code"),
        (c.LogIncident(situation="nothing"), "unknown_situation"),
        (c.LogIncident(code="E1", candidate="c1", question=501), "question_invalid"),
        (c.LogIncident(code="E1", candidate="c9", question=1), "unknown_candidate"),
    ],
)
def test_a_wrong_code_is_refused_with_its_reason(act: c.Act, code: str) -> None:
    running().refuse("9:10", act, code)


def test_a_question_is_live_only_with_the_invigilator_space() -> None:
    act = c.LogIncident(code="E1", candidate="c1", question=3)
    day = running()
    day.do("10:45", c.Finish(candidates=ONE))
    day.refuse("10:50", act, "live_only")
    day.do("10:40", act, now="10:51")  # it happened during the test, and is typed in late
    without = running("without-es")
    without.do("10:45", c.Finish(candidates=ONE))
    without.do("10:50", act)


def test_what_is_missing_is_warned_of_and_may_be_said_later() -> None:
    day = running()
    decision = day.do("9:10", c.LogIncident(code="E1"))
    assert [one.code for one in decision.warnings] == ["candidate_missing", "question_missing"]
    decision = day.do("9:11", c.AmendIncident(incident="i1", candidate="c1", question=4))
    assert decision.warnings == ()


def test_the_facts_of_an_incident_are_recorded_with_it() -> None:
    day = running()
    before = len(day.state.history)
    day.do(
        "9:10",
        c.LogIncident(
            situation="machine_frozen",
            candidate="c1",
            facts=(
                c.Command(at("9:08"), BY, c.Interrupt(candidates=ONE, cause="machine")),
                c.Command(at("9:10"), BY, c.ChangeWorkstation(candidates=ONE, to="P9")),
            ),
        ),
    )
    assert len(day.state.history) == before + 1
    assert candidate_state(day.state, day.one()) == "interrupted"
    assert day.one().workstation == "P9"
    assert day.state.interruptions[0].span.began == at("9:08")


def test_one_fact_that_cannot_be_refuses_the_whole_incident() -> None:
    day = running()
    facts = (
        c.Command(at("9:10"), BY, c.Interrupt(candidates=ONE, cause="machine")),
        c.Command(at("9:11"), BY, c.Start(candidates=ONE)),
    )
    day.refuse("9:12", c.LogIncident(candidate="c1", note="x", facts=facts), "wrong_state")
    assert day.state.incidents == {}
    nested = (c.Command(at("9:10"), BY, c.Undo(seq=2)),)
    day.refuse("9:12", c.LogIncident(note="x", facts=nested), "fact_not_allowed")


def test_an_incident_is_closed_once() -> None:
    day = running()
    day.do("9:10", c.LogIncident(note="bruit"))
    day.refuse("9:09", c.CloseIncident(incident="i1"), "wrong_order", now="9:20")
    day.do("9:15", c.CloseIncident(incident="i1", outcome="calme revenu"))
    day.refuse("9:16", c.CloseIncident(incident="i1"), "wrong_state")
    day.refuse("9:16", c.CloseIncident(incident="i2"), "unknown_incident")
