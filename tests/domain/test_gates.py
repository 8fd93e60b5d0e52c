"""The gates of the day: the code, the start, the resume, the times that are typed in."""

import datetime as dt

import pytest

from pixtui.domain import commands as c
from pixtui.domain.decide import decide
from pixtui.domain.derive import candidate_state, counters, next_step, phase, step_state
from pixtui.domain.outcome import Accepted, Refusal
from tests.domain.day import BY, Day, at

ONE, TWO, BOTH = ("c1",), ("c2",), ("c1", "c2")


def test_the_code_waits_for_everyone_who_is_neither_absent_nor_turned_away() -> None:
    day = Day(candidates=3)
    day.ready("8:50", "c1")
    refusal = day.refuse("8:55", c.RevealCode(), "not_all_ready")
    assert refusal.params["names"] == ("NOMB Zoé", "NOMC Zoé")
    day.do("8:56", c.MarkAbsent(candidates=TWO))
    day.do("8:57", c.TurnAway(candidates=("c3",), reason="autre salle"))
    day.do("8:58", c.RevealCode())
    assert day.state.revealed is not None


def test_with_the_invigilator_space_ready_is_not_enough_for_the_code() -> None:
    day = Day(candidates=1)
    day.do("8:50", c.MarkReady(candidates=ONE))
    day.refuse("8:55", c.RevealCode(), "not_all_ready")
    day.do("8:56", c.ConfirmPresence(candidates=ONE))
    day.do("9:30", c.RevealCode())  # the age of the confirmation is not looked at


def test_without_the_invigilator_space_ready_is_enough_for_the_code() -> None:
    day = Day("without-es", candidates=1)
    day.do("8:50", c.MarkReady(candidates=ONE))
    day.do("8:55", c.RevealCode())


def test_a_reason_opens_the_code_and_it_stays_open() -> None:
    day = Day(candidates=1)
    day.do("8:50", c.RevealCode(override="consigne du chef de centre"))
    day.do("8:55", c.RevealCode())
    assert day.state.revealed is not None
    assert day.state.revealed.note == "consigne du chef de centre"


@pytest.mark.parametrize(("start", "fine"), [("9:14:59", True), ("9:15:00", False)])
def test_a_presence_confirmation_holds_less_than_fifteen_minutes(start: str, fine: bool) -> None:
    day = Day(candidates=1)
    day.do("9:00", c.ConfirmPresence(candidates=ONE))
    if fine:
        day.do(start, c.Start(candidates=ONE))
    else:
        day.refuse(start, c.Start(candidates=ONE), "presence_expired")


def test_a_day_typed_in_afterwards_is_judged_by_its_own_times() -> None:
    day = Day(candidates=1)
    day.do("9:00", c.ConfirmPresence(candidates=ONE), now="12:00")
    day.do("9:05", c.Start(candidates=ONE), now="12:01")
    day.do("10:50", c.Finish(candidates=ONE), now="12:02")
    assert candidate_state(day.state, day.one()) == "finished"


def test_a_confirmation_after_the_start_is_the_wrong_order() -> None:
    day = Day(candidates=1)
    day.do("9:10", c.ConfirmPresence(candidates=ONE), now="12:00")
    day.refuse("9:05", c.Start(candidates=ONE), "wrong_order", now="12:01")


def test_nobody_starts_more_than_a_day_after_the_first() -> None:
    day = Day("without-es", candidates=2)
    day.do("9:00", c.Start(candidates=ONE))
    late = c.Command(at=at("9:01") + dt.timedelta(days=1), by=BY, act=c.Start(candidates=TWO))
    decision = decide(day.state, late, late.at)
    assert not isinstance(decision, Accepted)
    assert decision.code == "start_window_closed"


@pytest.mark.parametrize(
    "act",
    [
        c.Finish(candidates=ONE),
        c.Interrupt(candidates=ONE, cause="network"),
        c.LeaveRoom(candidates=ONE),
        c.SeeEndScreen(candidates=ONE),
        c.SignOut(candidates=ONE),
    ],
)
def test_a_fact_of_the_test_is_not_before_its_start(act: c.Act) -> None:
    day = Day(candidates=1)
    day.started("9:05", "c1")
    day.refuse("9:04", act, "wrong_order", now="9:30")


def test_a_resume_is_not_before_its_interruption() -> None:
    day = Day(candidates=1)
    day.started("9:05", "c1")
    day.do("9:20", c.Interrupt(candidates=ONE, cause="network"))
    day.refuse("9:19", c.Resume(candidates=ONE), "wrong_order", now="9:30")


def test_nothing_is_declared_for_a_time_to_come() -> None:
    day = Day(candidates=1)
    day.refuse("9:01", c.CheckIdentity(candidates=ONE), "in_future", now="9:00")


def test_an_open_alert_holds_the_resume_and_the_room_resumes_without_them() -> None:
    day = Day(candidates=2)
    day.started("9:00", *BOTH)
    day.do("9:10", c.LogIncident(code="E4", candidate="c1", question=12))
    day.do("9:12", c.InterruptRoom(cause="fire_alarm"))
    resumed = day.do("9:20", c.ResumeRoom())
    assert [one.candidate for one in resumed.warnings] == ["c1"]
    assert candidate_state(day.state, day.one("c1")) == "interrupted"
    assert candidate_state(day.state, day.one("c2")) == "running"
    refusal = day.refuse("9:21", c.Resume(candidates=ONE), "alert_open")
    assert refusal.params["name"] == "NOMA Zoé"
    day.do("9:25", c.CloseIncident(incident="i1"))
    day.do("9:26", c.Resume(candidates=ONE))
    assert candidate_state(day.state, day.one("c1")) == "running"


def test_an_e_code_is_no_alert_without_the_invigilator_space() -> None:
    day = Day("without-es", candidates=1)
    day.started("9:00", "c1")
    day.do("9:10", c.LogIncident(code="E4", candidate="c1", question=12))
    day.do("9:11", c.Interrupt(candidates=ONE, cause="question"))
    day.do("9:20", c.Resume(candidates=ONE))


def test_nobody_starts_while_the_room_is_interrupted() -> None:
    day = Day(candidates=2)
    day.ready("9:00", *BOTH)
    day.do("9:05", c.InterruptRoom(cause="fire_alarm", candidates=TWO))
    day.refuse("9:06", c.Start(candidates=TWO), "wrong_state")
    day.do("9:06", c.Start(candidates=ONE))


def test_several_candidates_are_all_or_none() -> None:
    day = Day(candidates=2)
    day.started("9:00", "c1")
    refusal = day.refuse("9:05", c.Finish(candidates=BOTH), "wrong_state")
    assert refusal.params["name"] == "NOMB Zoé"
    assert candidate_state(day.state, day.one("c1")) == "running"


def test_an_absent_candidate_who_arrives_may_start() -> None:
    day = Day("without-es", candidates=1)
    day.do("9:00", c.MarkAbsent(candidates=ONE))
    day.refuse("9:20", c.Start(candidates=ONE), "wrong_state")
    day.do("9:20", c.Arrive(candidates=ONE))
    day.do("9:21", c.Start(candidates=ONE))


def test_the_phase_and_the_counters_follow_the_day() -> None:
    day = Day("without-es", candidates=2)
    assert phase(day.state) == "before"
    day.do("8:50", c.CheckIdentity(candidates=ONE))
    assert phase(day.state) == "during"
    day.do("9:00", c.Start(candidates=ONE))
    day.do("9:01", c.MarkAbsent(candidates=TWO))
    day.do("10:45", c.Finish(candidates=ONE))
    assert phase(day.state) == "end"
    counts = counters(day.state)
    assert (counts["finished"], counts["absent"], counts["total"]) == (1, 1, 2)
    assert sum(counts.values()) == 2 * counts["total"]


# --- the steps


def test_a_step_is_done_when_all_its_items_are_ticked() -> None:
    day = Day()
    rule = day.state.rules.step("papers", "with-es")
    assert rule is not None
    for item in rule.items[:-1]:
        day.do("8:00", c.SetStep(step="papers", item=item, state="done"))
    assert step_state(day.state, rule) == "todo"
    day.refuse("8:01", c.SetStep(step="papers", state="done"), "reason_required")
    day.do("8:02", c.SetStep(step="papers", item=rule.items[-1], state="done"))
    assert step_state(day.state, rule) == "done"


def test_a_reason_does_for_the_items_that_are_missing() -> None:
    day = Day()
    rule = day.state.rules.step("papers", "with-es")
    assert rule is not None
    day.do("8:01", c.SetStep(step="papers", state="done", reason="imprimante en panne"))
    assert step_state(day.state, rule) == "done"


def test_what_comes_next_is_the_first_step_left_then_what_was_put_off() -> None:
    day = Day()
    assert next_step(day.state) == "convocations"
    day.do("8:00", c.SetStep(step="convocations", state="deferred", reason="demain"))
    assert next_step(day.state) == "certifiability"
    for rule in day.state.rules.steps_for("with-es"):
        if rule.id != "convocations":
            day.do("8:01", c.SetStep(step=rule.id, state="done", reason="vu"))
    assert next_step(day.state) == "convocations"
    day.do("8:02", c.SetStep(step="convocations", state="done"))
    assert next_step(day.state) is None


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (c.SetStep(step="nowhere", state="done"), "unknown_step"),
        (c.SetStep(step="step_2", state="done"), "unknown_step"),
        (c.SetStep(step="room", item="nothing", state="done"), "unknown_item"),
        (c.SetStep(step="room", state="not_applicable"), "reason_required"),
    ],
)
def test_a_step_that_cannot_be_set_is_refused(act: c.Act, code: str) -> None:
    Day().refuse("8:00", act, code)


# --- codes and details


@pytest.mark.parametrize("code", ["bcdf23", "BCDF2", "BCD234", "BCDF2A", "", "BCDF23 "])
def test_an_access_code_is_four_capitals_and_two_digits(code: str) -> None:
    Day().refuse("8:00", c.SetCodes(access_code=code), "access_code_invalid")


@pytest.mark.parametrize(
    ("code", "character", "likely"),
    [("OCDF23", "O", "Q"), ("BCDF21", "1", "7"), ("BCAF23", "A", "")],
)
def test_a_code_pix_would_not_give_is_warned_of(code: str, character: str, likely: str) -> None:
    (warning,) = Day().do("8:00", c.SetCodes(access_code=code)).warnings
    assert (warning.code, warning.params["character"], warning.params["likely"]) == (
        "code_unlikely",
        character,
        likely,
    )


@pytest.mark.parametrize(
    "edit",
    [
        c.EditSession(date=dt.date(2026, 12, 1)),
        c.EditSession(zone="America/Martinique"),
        c.EditSession(duration=90),
    ],
)
def test_a_day_or_a_zone_changed_after_the_first_start_is_warned_of(edit: c.Act) -> None:
    day = Day(candidates=1)
    early = day.ask("8:00", edit)
    assert isinstance(early, Accepted)
    assert early.warnings == ()
    day.started("9:00", "c1")
    assert [one.code for one in day.do("9:10", edit).warnings] == ["after_start"]


def test_a_cause_that_the_rules_do_not_know_is_warned_of() -> None:
    day = Day(candidates=1)
    day.started("9:00", "c1")
    known, unknown = c.InterruptRoom(cause="fire_alarm"), c.InterruptRoom(cause="fire_alram")
    assert day.ask("9:10", known).warnings == ()  # type: ignore[union-attr]  # accepted
    (warning,) = day.do("9:10", unknown).warnings
    assert (warning.code, warning.params["cause"]) == ("cause_unknown", "fire_alram")
    day.do("9:11", c.ResumeRoom())
    own = day.do("9:12", c.Interrupt(candidates=("c1",), cause="netwrok"))
    assert [one.code for one in own.warnings] == ["cause_unknown"]


@pytest.mark.parametrize(("percent", "warned"), [(33, False), (100, False), (133, True)])
def test_an_extra_time_longer_than_the_test_is_warned_of(percent: int, warned: bool) -> None:
    day = Day(candidates=1)
    added = day.do("8:00", c.AddCandidate(last_name="A", first_name="B", extra_time=percent))
    edited = day.do("8:01", c.EditCandidate(candidates=("c1",), extra_time=percent))
    told = [[one.code for one in done.warnings] for done in (added, edited)]
    assert told == [["extra_time_unlikely"] if warned else []] * 2


@pytest.mark.parametrize("password", ["b3kVxO", "0aebil", "BCDF1"])
def test_a_doubtful_password_is_warned_of_without_a_letter_of_it(password: str) -> None:
    (warning,) = Day().do("8:00", c.SetCodes(invigilator_password=password)).warnings
    assert (warning.code, warning.params) == ("password_unlikely", {})


def test_the_prefix_shown_before_the_password_is_not_part_of_it() -> None:
    day = Day()
    assert day.do("8:00", c.SetCodes(invigilator_password="C-b3kVx7")).warnings == ()
    assert day.state.codes.invigilator_password == "b3kVx7"
    day.refuse("8:01", c.SetCodes(invigilator_password="b3kV"), "password_invalid")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (c.EditSession(number=0), "number_invalid"),
        (c.EditSession(zone="Mars/Olympus"), "unknown_zone"),
        (c.EditSession(product="inconnu"), "unknown_product"),
        (c.EditSession(duration=0), "duration_invalid"),
        (c.EditSession(date=dt.date(2027, 3, 28), time=dt.time(2, 30)), "hour_skipped"),
        (c.EditSession(room="B\u202e204"), "text_invalid"),
        (c.AddCandidate(last_name="A", first_name="\x1b[2J"), "text_invalid"),
        (c.AddCandidate(last_name="A", first_name="B", extra_time=1000), "extra_time_invalid"),
        (
            c.AddCandidate(last_name="A", first_name="B", birthdate=dt.date(1899, 1, 1)),
            "birthdate_invalid",
        ),
    ],
)
def test_details_that_cannot_be_are_refused(act: c.Act, code: str) -> None:
    Day().refuse("8:00", act, code)


def test_the_same_person_is_not_listed_twice() -> None:
    day = Day()
    born = dt.date(2010, 1, 2)
    day.do("8:00", c.AddCandidate(last_name="Hébert", first_name="Zoé", birthdate=born))
    twice = c.AddCandidate(last_name="HEBERT", first_name="Zoe", birthdate=born)
    day.refuse("8:01", twice, "duplicate_candidate")
    other = c.AddCandidate(last_name="HEBERT", first_name="Zoe", birthdate=dt.date(2011, 1, 2))
    day.do("8:01", other)


def test_a_product_brings_its_duration() -> None:
    day = Day()
    day.do("8:00", c.EditSession(product="pix-droit"))
    assert day.state.session.duration == 60


def test_what_is_not_known_of_certifiability_keeps_the_step_open_without_a_reason() -> None:
    day = Day(candidates=2)
    day.do("8:00", c.RecordCertifiability(candidates=("c1",), certifiable=False))
    tick = c.SetStep(step="certifiability", state="done")
    refused = day.ask("8:01", tick)
    assert isinstance(refused, Refusal)
    assert (refused.code, refused.params["names"]) == ("reason_required", ("NOMB Zoé",))
    reasoned = c.SetStep(step="certifiability", state="done", reason="vu avec le professeur")
    assert isinstance(day.ask("8:01", reasoned), Accepted)
    day.do("8:02", c.RecordCertifiability(candidates=("c2",), certifiable=True))
    day.do("8:03", tick)


@pytest.mark.parametrize(
    ("zone", "date", "hour", "skipped"),
    [
        ("Europe/Paris", dt.date(2027, 3, 28), dt.time(2, 0), True),
        ("Europe/Paris", dt.date(2027, 3, 28), dt.time(2, 59), True),
        ("Europe/Paris", dt.date(2027, 3, 28), dt.time(3, 0), False),
        ("Europe/Paris", dt.date(2026, 10, 25), dt.time(2, 30), False),  # it comes twice
        ("Indian/Reunion", dt.date(2027, 3, 28), dt.time(2, 30), False),
    ],
)
def test_an_hour_that_summer_time_skips_is_refused(
    zone: str, date: dt.date, hour: dt.time, skipped: bool
) -> None:
    act = c.EditSession(zone=zone, date=date, time=hour)
    if skipped:
        Day().refuse("8:00", act, "hour_skipped")
    else:
        Day().do("8:00", act)
