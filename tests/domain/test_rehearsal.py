"""What was made of an event: in time, late, out of order, forgotten, or against the rules."""

from attrs import evolve

from pixtui.domain import commands as c
from pixtui.domain.history import Event as Entry
from pixtui.domain.history import History
from pixtui.domain.rehearsal.course import coming
from pixtui.domain.rehearsal.judge import Outcome, judge, last_window
from pixtui.domain.rehearsal.scenario import (
    Event,
    Expected,
    Fact,
    Forbidden,
    Pupil,
    Scenario,
    Told,
    When,
)
from pixtui.domain.session import State
from tests.domain.day import Day, at

LOGGED = Fact(commands=("log_incident",), candidate="01", fields={"note": "*"})
SIGNED = Fact(commands=("sign",))
REVEALED = Fact(commands=("reveal_code",))
PUPILS = tuple(
    Pupil(seat=f"{n:02}", last_name="X", first_name=f"{n}", birthdate="2010-01-01", class_name="3A")
    for n in (1, 2)
)


def scenario(*events: Event) -> Scenario:
    """A scenario of two pupils."""
    return Scenario(
        id="x", title={}, about={}, stage="running", begins=0, mode="with-es",
        pupils=PUPILS, events=events,
    )  # fmt: skip


def expecting(**more: object) -> Scenario:
    """One event that expects an incident, or what is said otherwise."""
    said: dict[str, object] = {"id": "e.1", "facts": (LOGGED,), **more}
    expected = Expected(**said)  # type: ignore[arg-type]  # the fields of each test
    return scenario(Event(id="e", when=When(minute=0), says={}, expects=(expected,)))


def entry(seq: int, hour: str, act: c.Act, fact_at: str = "") -> Entry:
    """An entry as it would be recorded."""
    when = at(hour)
    return Entry(
        seq=seq, recorded=when, at=at(fact_at or hour), by="x", type=act.NAME, act=act
    )  # fmt: skip


def outcome(
    found: Scenario, entries: list[Entry], now: str = "10:30", state: State | None = None
) -> tuple[Outcome, int]:
    """What comes of the one expectation of an event told at ten, and how late it was."""
    told = [Told(event="e", at=at("10:00"))]
    judged = judge(found, told, _with(state or State(), entries), at(now))
    (verdict,) = judged.verdicts
    return verdict.outcome, verdict.late_by


def _with(state: State, entries: list[Entry]) -> State:
    return evolve(state, history=History(entries))


NOTED = c.LogIncident(candidate="c1", note="x", id="i1")


def test_in_time_late_and_forgotten() -> None:
    found = expecting(within=5)
    assert outcome(found, [entry(1, "10:05", NOTED)]) == ("in_time", 0)
    assert outcome(found, [entry(1, "10:08", NOTED)]) == ("late", 3)
    assert outcome(found, []) == ("forgotten", 0)
    assert outcome(found, [], now="10:05") == ("pending", 0)


def test_without_a_delay_it_may_be_done_until_the_seal() -> None:
    found = expecting()
    assert outcome(found, [], now="23:00") == ("pending", 0)
    assert outcome(found, [entry(1, "12:00", NOTED)]) == ("in_time", 0)


def test_the_keyboard_counts_not_the_time_that_is_declared() -> None:
    late = entry(1, "10:20", NOTED, fact_at="10:01")
    assert outcome(expecting(within=5), [late]) == ("late", 15)


def test_what_was_done_before_the_event_was_not_done_for_it() -> None:
    assert outcome(expecting(within=5), [entry(1, "09:59", NOTED)])[0] == "forgotten"


def standing(act: c.Act, fields: dict[str, str | int | bool]) -> Scenario:
    """One event that expects what, once done, need not or cannot be done again."""
    return expecting(facts=(Fact(commands=(act.NAME,), fields=fields),), within=5)


def test_what_stood_already_when_it_was_called_for_was_done_in_time() -> None:
    for act, fields in (
        (c.SetStep(step="reports", state="done"), {"step": "reports", "state": "done"}),
        (c.SetSessionBox(box="has_incident", value=True), {"box": "has_incident", "value": True}),
        (c.MarkAbsent(candidates=("c1",)), {}),
        (c.Finalise(), {}),
        (c.RecordPixFinalised(), {}),
    ):
        found = standing(act, fields)  # type: ignore[arg-type]  # values of three kinds
        assert outcome(found, [entry(1, "09:40", act)]) == ("in_time", 0)
        again = [entry(1, "09:40", act), entry(2, "10:20", act)]
        assert outcome(found, again) == ("in_time", 0)


def test_a_tick_that_was_taken_back_does_not_stand() -> None:
    ticked = c.SetStep(step="reports", state="done")
    found = standing(ticked, {"step": "reports", "state": "done"})
    back = entry(2, "10:02", c.SetStep(step="reports", state="todo"))
    for hour in ("09:40", "10:01"):
        assert outcome(found, [entry(1, hour, ticked), back])[0] == "forgotten"
        other = entry(2, "10:02", c.SetStep(step="codes", state="todo"))
        assert outcome(found, [entry(1, hour, ticked), other])[0] == "in_time"
    assert outcome(found, [entry(1, "09:40", ticked), back, entry(3, "10:08", ticked)]) == (
        "late",
        3,
    )


def test_to_interrupt_some_is_not_to_interrupt_the_room() -> None:
    found = expecting(
        facts=(Fact(commands=("interrupt_room",), fields={"cause": "fire_alarm"}),), within=5
    )
    day = Day(candidates=2)
    day.do("9:00", c.ConfirmPresence(candidates=("c1", "c2")))
    day.do("9:01", c.MarkReady(candidates=("c1", "c2")))
    day.do("9:03", c.RevealCode())
    day.do("9:04", c.Start(candidates=("c1", "c2")))
    started = day.state
    told = [Told(event="e", at=at("10:00"))]

    def made(*circles: tuple[str, ...] | None) -> Outcome:
        day.state = started
        for circle in circles:
            day.do("10:01", c.InterruptRoom(cause="fire_alarm", candidates=circle))
        return judge(found, told, day.state, at("11:00")).verdicts[0].outcome

    assert made(("c1",)) == "forgotten"
    assert made(None) == made(("c1", "c2")) == made(("c1",), ("c2",)) == "in_time"


def test_what_was_undone_was_not_done() -> None:
    entries = [entry(1, "10:01", NOTED), entry(2, "10:02", c.Undo(seq=1))]
    assert outcome(expecting(within=5), entries)[0] == "forgotten"


def test_a_field_that_says_nothing_is_not_enough() -> None:
    empty = c.LogIncident(candidate="c1", id="i1")
    other = c.LogIncident(candidate="c2", note="x", id="i1")
    for act in (empty, other):
        assert outcome(expecting(within=5), [entry(1, "10:01", act)])[0] == "forgotten"


def test_the_facts_within_an_incident_count() -> None:
    held = c.Command(at=at("10:01"), by="x", act=c.Interrupt(candidates=("c1",), cause="machine"))
    found = expecting(facts=(Fact(commands=("interrupt",), candidate="01"),), within=5)
    act = c.LogIncident(candidate="c1", facts=(held,), id="i1")
    assert outcome(found, [entry(1, "10:01", act)])[0] == "in_time"


def test_an_incident_is_closed_for_whom_it_is_about() -> None:
    found = expecting(facts=(Fact(commands=("close_incident",), candidate="01"),), within=5)
    closed = c.CloseIncident(incident="i1")
    assert outcome(found, [entry(1, "10:01", NOTED), entry(2, "10:02", closed)])[0] == "in_time"
    other = c.LogIncident(candidate="c2", note="x", id="i1")
    assert outcome(found, [entry(1, "10:01", other), entry(2, "10:02", closed)])[0] == "forgotten"


def test_an_incident_said_better_is_what_it_says_then() -> None:
    for first, better in (
        (c.LogIncident(candidate="c1", id="i1"), c.AmendIncident(incident="i1", note="x")),
        (evolve(NOTED, candidate="c2"), c.AmendIncident(incident="i1", candidate="c1")),
    ):
        entries = [entry(1, "10:01", first), entry(2, "10:04", better)]
        assert outcome(expecting(within=5), entries) == ("in_time", 0)
        assert outcome(expecting(within=2), entries) == ("late", 2)
        undone = [*entries, entry(3, "10:05", c.Undo(seq=2))]
        assert outcome(expecting(within=5), undone)[0] == "forgotten"


def test_an_incident_said_better_is_not_done_again() -> None:
    logs = Fact(commands=("log_incident",))
    stop = Forbidden(id="e.no1", facts=(logs,), says={})
    event = Event(id="e", when=When(minute=0), says={}, forbids=(stop,))
    later = Event(id="later", when=When(after=logs, count=2), says={})
    better = entry(2, "10:04", c.AmendIncident(incident="i1", note="y"))
    state = _with(started(), [entry(1, "10:01", NOTED), better])
    told = [Told(event="e", at=at("10:00"))]
    found = scenario(event, later)
    assert [one.seq for one in judge(found, told, state, at("11:00")).breaches] == [1]
    assert due(found, state, "11:00", *told) == {}


def test_what_must_come_first_and_came_after_is_out_of_order() -> None:
    found = expecting(before=REVEALED, within=20)
    after = [entry(1, "10:01", c.RevealCode()), entry(2, "10:02", NOTED)]
    assert outcome(found, after)[0] == "out_of_order"
    assert outcome(found, after[:1])[0] == "forgotten"
    before = [entry(1, "10:01", NOTED), entry(2, "10:02", c.RevealCode())]
    assert outcome(found, before)[0] == "in_time"


def test_codes_erased_at_the_seal_were_set_all_the_same() -> None:
    found = expecting(facts=(Fact(commands=("set_codes",), fields={"access_code": "*"}),), within=5)
    erased = Entry(
        seq=1, recorded=at("10:01"), at=at("10:01"), by="", type="set_codes", act=None
    )  # fmt: skip
    assert outcome(found, [erased])[0] == "in_time"


def started() -> State:
    """Two candidates of whom one has started, the other is absent."""
    day = Day(candidates=2)
    day.do("9:00", c.ConfirmPresence(candidates=("c1",)))
    day.do("9:01", c.MarkReady(candidates=("c1",)))
    day.do("9:02", c.MarkAbsent(candidates=("c2",)))
    day.do("9:03", c.RevealCode())
    day.do("9:04", c.Start(candidates=("c1",)))
    return day.state


def test_everyone_means_each_one_and_names_who_is_missing() -> None:
    found = expecting(facts=(SIGNED,), everyone="present", within=5)
    told = [Told(event="e", at=at("10:00"))]
    state = started()
    judged = judge(found, told, state, at("11:00"))
    assert judged.verdicts[0].missing == ("c1",), "who is absent signs nothing"
    signed = _with(state, [*state.history, entry(99, "10:07", c.Sign(candidates=("c1",)))])
    (verdict,) = judge(found, told, signed, at("11:00")).verdicts
    assert (verdict.outcome, verdict.late_by, verdict.missing) == ("late", 2, ())


def test_a_forbidden_act_counts_each_time_from_the_event_on_for_as_long_as_it_holds() -> None:
    stop = Forbidden(id="e.no1", facts=(Fact(commands=("finish",)),), within=10, says={})
    found = scenario(Event(id="e", when=When(minute=0), says={}, forbids=(stop,)))
    entries = [
        entry(n, hour, c.Finish(candidates=("c1",)))
        for n, hour in enumerate(("09:59", "10:00", "10:10", "10:11"), 1)
    ]
    told = [Told(event="e", at=at("10:00"))]
    breaches = judge(found, told, _with(State(), entries), at("11:00")).breaches
    assert [one.seq for one in breaches] == [2, 3]


def test_an_incident_about_somebody_it_does_not_concern_is_noticed() -> None:
    noted = Fact(commands=("log_incident",), candidate="01", fields={"situation": "phone"})
    expected = Expected(id="e.1", facts=(noted,), within=5)
    event = Event(id="e", when=When(minute=0), says={}, situation="phone", expects=(expected,))
    talked_of = evolve(event, id="f", says={"fr": "{02}"}, expects=())
    told = [Told(event="e", at=at("10:00")), Told(event="f", at=at("10:00"))]
    wrong = entry(1, "10:01", c.LogIncident(candidate="c2", situation="phone", id="i1"))
    right = entry(2, "10:02", c.LogIncident(candidate="c1", situation="phone", id="i2"))
    room = entry(3, "10:02", c.LogIncident(situation="phone", id="i3"))
    state = _with(State(), [wrong, right, room])
    (breach,) = judge(scenario(event), told, state, at("10:30")).breaches
    assert (breach.seq, breach.about) == (1, ("c2",))
    assert judge(scenario(event, talked_of), told, state, at("10:30")).breaches == ()
    undone = _with(State(), [wrong, entry(2, "10:02", c.Undo(seq=1))])
    assert judge(scenario(event), told, undone, at("10:30")).breaches == ()


def test_what_is_not_told_yet_is_not_judged() -> None:
    judged = judge(expecting(within=5), [], State(), at("11:00"))
    assert (judged.verdicts, judged.to_come) == ((), 1)
    assert last_window(expecting(within=5), []) is None


# --- when things happen


def due(found: Scenario, state: State, now: str = "9:10", *told: Told) -> dict[str, str]:
    """Each event to come with its time."""
    return {one.event: f"{one.at:%H:%M}" for one in coming(found, told, state, at(now))}


def test_an_event_comes_by_the_clock_a_fact_another_event_or_the_end_of_the_tests() -> None:
    begun = Fact(commands=("start",))
    found = scenario(
        Event(id="clock", when=When(minute=30), says={}),
        Event(id="fact", when=When(after=begun, minutes=20), says={}),
        Event(id="never", when=When(after=begun, count=2), says={}),
        Event(id="other", when=When(told="clock", minutes=5), says={}),
        Event(id="ends", when=When(ends=True), says={}),
    )
    state = started()
    assert due(found, state) == {"fact": "09:24", "clock": "09:30", "ends": "10:49"}
    told = Told(event="clock", at=at("9:31"))
    assert due(found, state, "9:31", told) == {
        "fact": "09:24", "other": "09:36", "ends": "10:49",
    }  # fmt: skip


def test_the_end_of_the_tests_counts_what_is_given_back_not_what_still_goes_on() -> None:
    found = scenario(Event(id="ends", when=When(ends=True), says={}))
    day = Day()
    day.state = started()
    day.do("9:30", c.InterruptRoom(cause="fire_alarm"))
    assert due(found, day.state, "10:00") == {"ends": "10:49"}
    day.do("9:40", c.ResumeRoom())
    assert due(found, day.state, "10:00") == {"ends": "10:59"}


def test_once_every_test_has_ended_the_end_is_now() -> None:
    found = scenario(Event(id="ends", when=When(ends=True), says={}))
    day = Day()
    day.state = started()
    day.do("9:50", c.Finish(candidates=("c1",)))
    assert due(found, day.state, "9:51") == {"ends": "09:51"}
