"""Scenarios: those shipped cover every situation; a broken one is refused at its line."""

import datetime as dt
from pathlib import Path

import pytest

from pixtui.domain.commands import ACTS
from pixtui.domain.history import Event, History
from pixtui.domain.rehearsal.judge import judge
from pixtui.domain.rehearsal.scenario import SOMETHING, Fact, Forbidden, Scenario, Told
from pixtui.domain.session import State
from pixtui.rules.problems import SCENARIO_PROBLEMS, RulesError
from pixtui.rules.rulebook import load
from pixtui.rules.scenarios import (
    SHIPPED,
    read_scenario,
    scenario_names,
    scenario_path,
    shipped_names,
)
from pixtui.store.codec import act_from_json
from pixtui.wording.catalogue import words
from pixtui.wording.rules_problems import rules_sentence

BOOK = load()
NOW = dt.datetime(2026, 11, 30, 10, 0, tzinfo=dt.UTC)
SMALL = """\
title = { fr = "Essai", en = "Trial" }
about = { fr = "Un essai.", en = "A trial." }
pupils = 3

[[event]]
id = "phone"
situation = "phone"
when = { minute = 10 }
says = { fr = "{02} tient un téléphone.", en = "{02} holds a phone." }
expects = [
  { facts = [{ command = "log_incident", situation = "phone", candidate = "02" }], line = 3 },
]
"""


def scenario(name: str) -> Scenario:
    """A shipped scenario."""
    return read_scenario(scenario_path(name), BOOK).scenario


def test_every_situation_of_the_guide_is_rehearsed_somewhere() -> None:
    met: dict[str, set[str]] = {}
    for name in shipped_names():
        for event in scenario(name).events:
            if event.situation and event.expects:
                met.setdefault(event.situation, set()).add(name)
    assert set(BOOK.situations()) - met.keys() == set()


def test_the_list_names_every_shipped_file() -> None:
    assert {f"{one}.toml" for one in [*shipped_names(), "frame"]} == {
        path.name for path in SHIPPED.iterdir()
    }


@pytest.mark.parametrize("name", shipped_names())
def test_what_is_told_is_said_in_both_languages_with_the_names_filled_in(name: str) -> None:
    found = scenario(name)
    for event in found.events:
        texts = [event.says, *(one.says for one in (*event.expects, *event.forbids) if one.says)]
        for text in texts:
            french, english = found.texts(text, "fr"), found.texts(text, "en")
            assert french
            assert english
            assert french != english
            assert "{" not in french + english


@pytest.mark.parametrize("name", shipped_names())
def test_no_two_things_expected_of_an_event_are_told_alike(name: str) -> None:
    for event in scenario(name).events:
        told = [
            one.says.get("fr")
            or BOOK.situation_do(event.situation or "", "fr")[(one.line or 0) - 1]
            for one in event.expects
        ]
        assert len(set(told)) == len(told), event.id


@pytest.mark.parametrize("name", shipped_names())
def test_each_thing_forbidden_is_noticed(name: str) -> None:
    found = scenario(name)
    count = 0
    for event in found.events:
        for forbidden in event.forbids:
            for fact in forbidden.facts:
                for command in fact.commands:
                    _is_noticed(found, event.id, forbidden, fact, command)
                    count += 1
    assert count > 0 or name in ("questions",)


NEEDED = {
    "interrupt": {"cause": "other"},
    "interrupt_room": {"cause": "other"},
    "edit_candidate": {},
    "add_candidate": {"last_name": "X", "first_name": "Y"},
    "see_end_screen": {},
}
ON_CANDIDATES = ("interrupt", "finish", "see_end_screen", "edit_candidate", "check_identity")


def _is_noticed(
    found: Scenario, event: str, forbidden: Forbidden, fact: Fact, command: str
) -> None:
    said = {key: "x" if one == SOMETHING else one for key, one in fact.fields.items()}
    fields = {**NEEDED.get(command, {}), **said}
    if fact.candidate is not None:
        fields["candidate"] = found.candidate(fact.candidate)
    elif command in ON_CANDIDATES:
        fields["candidate"] = "c1"
    act = act_from_json(command, fields)
    told = [Told(event=event, at=NOW)]
    for later, noticed in ((dt.timedelta(0), True), (-dt.timedelta(seconds=1), False)):
        at = NOW + later
        done = Event(seq=1, recorded=at, at=at, by="x", type=command, act=act)
        state = State(history=History([done]))
        breaches = judge(found, told, state, NOW).breaches
        assert (forbidden in [one.forbidden for one in breaches]) is noticed, (command, act)


BROKEN = (
    ("no title", SMALL.replace("title", "titel"), 1, "unknown_key"),
    ("half a title", SMALL.replace(', en = "Trial"', ""), 1, "missing_key"),
    ("too many pupils", SMALL.replace("pupils = 3", "pupils = 300"), 3, "pupils_count"),
    ("nobody", SMALL.replace("pupils = 3\n", ""), 1, "missing_key"),
    ("no event", SMALL.split("\n[[event]]")[0], 1, "missing_key"),
    ("an unknown frame", 'frame = ["lunch"]\n' + SMALL, 1, "event_unknown"),
    ("an unknown situation", SMALL.replace('"phone"\nwhen', '"x"\nwhen'), 7, "situation_unknown"),
    ("an unknown command", SMALL.replace('"log_incident"', '"write"'), 11, "command_unknown"),
    ("a field it has not", SMALL.replace(", line = 3", "").replace(
        'situation = "phone", candidate', 'weather = "fine", candidate'), 11, "unknown_key"),
    ("a seat not taken", SMALL.replace('candidate = "02"', 'candidate = "44"'), 11, "seat_unknown"),
    ("a name of nobody", SMALL.replace("{02} tient", "{99} tient"), 9, "seat_unknown"),
    ("another of nobody", SMALL.replace(
        ", line = 3", ', says = { fr = "{} noté", en = "noted" }'), 11, "seat_unknown"),
    ("no such line", SMALL.replace("line = 3", "line = 9"), 11, "line_unknown"),
    ("nothing said", SMALL.replace(", line = 3", ""), 11, "missing_key"),
    ("no when", SMALL.replace("when = { minute = 10 }\n", ""), 5, "missing_key"),
    ("two whens", SMALL.replace("minute = 10", "minute = 10, ends = true"), 8, "when_one"),
    ("told by nobody", SMALL.replace("minute = 10", 'told = "alarm"'), 8, "event_unknown"),
    ("told by itself", SMALL.replace("minute = 10", 'told = "phone"'), 8, "event_unknown"),
    ("told by one another", SMALL.replace("minute = 10", 'told = "b"') + """
[[event]]
id = "b"
when = { told = "phone" }
says = { fr = "B", en = "B" }
""", 8, "when_circle"),
    ("no command at all", SMALL.replace('"log_incident"', "[]"), 11, "wrong_value"),
    ("a command in a list too many", SMALL.replace('"log_incident"', '[["start"]]'), 11,
        "wrong_value"),
    ("a table for a command", SMALL.replace('"log_incident"', "{ a = 1 }"), 11, "wrong_value"),
    ("an outcome it cannot have", SMALL.replace(
        'command = "log_incident", situation = "phone"',
        'command = "check_identity", outcome = "maybe"'), 11, "wrong_value"),
    ("a text for a number", SMALL.replace(
        'situation = "phone", candidate', 'question = "five", candidate'), 11, "wrong_value"),
    ("no fact", SMALL.replace("{ command", "{ comand"), 11, "wrong_value"),
    ("no facts", SMALL.replace("facts = [{", "facts = [], but = [{").split("expects")[0]
        + "expects = [{ facts = [], line = 3 }]\n", 10, "wrong_value"),
    ("an event twice", SMALL + SMALL[SMALL.index("\n[[event]]"):], 15, "twice"),
    ("an unknown step", SMALL.replace("line = 3", 'line = 3, step = "lunch"'), 11, "step_unknown"),
    ("no TOML", SMALL.replace("pupils = 3", "pupils 3"), 3, "syntax"),
)  # fmt: skip


@pytest.mark.parametrize(("what", "text", "line", "code"), BROKEN, ids=[one[0] for one in BROKEN])
def test_a_broken_one_is_refused_with_its_line_and_a_remedy(
    tmp_path: Path, what: str, text: str, line: int, code: str
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(RulesError) as refused:
        read_scenario(path, BOOK)
    assert (refused.value.code, refused.value.line) == (code, line), what
    for language in ("fr", "en"):
        said = rules_sentence(words(language), refused.value)
        assert said.startswith(f"{path}, ")
        assert said.endswith((".", "…"))
        assert "{" not in said.replace("{ command", "")


def test_every_problem_of_a_scenario_is_reached_by_a_test() -> None:
    reached = {one[3] for one in BROKEN} | {"item_unknown", "missing"}  # the last one: tests.cli
    assert SCENARIO_PROBLEMS.keys() <= reached


def test_the_whole_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(SMALL)
    found = read_scenario(path, BOOK).scenario
    assert (found.id, found.stage, len(found.pupils)) == ("own", "running", 3)
    (event,) = found.events
    assert found.texts(event.says, "fr") == "ALVES Rui tient un téléphone."


def test_a_centres_own_is_listed_and_takes_the_place_of_a_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    own = tmp_path / "config" / "scenarios"
    own.mkdir(parents=True)
    (own / "lunch.toml").write_text(SMALL)
    (own / "alarm.toml").write_text(SMALL)
    assert scenario_names() == [*shipped_names(), "lunch"]
    assert scenario("alarm").title["fr"] == "Essai"
    assert scenario("lunch").title["fr"] == "Essai"


def test_a_pupil_table_each_and_an_event_of_the_frame_changed(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        SMALL.replace("pupils = 3", 'frame = ["over"]')
        + '[[pupil]]\nseat = "02"\nlast_name = "X"\nfirst_name = "Y"\nbirthdate = "2010-01-01"\n'
        '[[event]]\nid = "over"\nsays = { fr = "Fini.", en = "Over." }\n'
    )
    found = read_scenario(path, BOOK).scenario
    assert [one.id for one in found.events] == ["over", "phone"]
    assert found.events[0].says["fr"] == "Fini."
    assert found.events[0].expects, "the rest of the frame's event stays"
    assert found.candidate("02") == "c1"


def test_every_command_a_scenario_names_is_one() -> None:
    for name in shipped_names():
        for event in scenario(name).events:
            for one in (*event.expects, *event.forbids):
                assert all(set(fact.commands) <= ACTS.keys() for fact in one.facts)


def test_a_centres_own_rules_make_no_shipped_scenario_unusable(tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[[step]]\nid = "notice"\nitems = [{ id = "poster", fr = "affiche", en = "poster" }]\n'
        '[[situation]]\nid = "phone"\n'
        'do = { fr = ["Appelez le 4512."], en = ["Call 4512."] }\n'
    )
    own = load(rules)
    door, fraud = (read_scenario(scenario_path(one), own).scenario for one in ("bad-day", "fraud"))
    asked = [fact.fields.get("item") for one in door.events[0].expects for fact in one.facts]
    assert "number" not in asked, "the centre has no such item any more"
    ours = scenario("fraud").event("phone")
    assert ours is not None
    assert [one.line for one in ours.expects] == [None, 3]
    phone = next(one for one in fraud.events if one.id == "phone")
    assert [one.line for one in phone.expects] == [None, None]
    assert phone.expects[1].says["fr"] == "Appelez le 4512."


def test_without_the_invigilator_space_nothing_is_asked_of_it(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('stage = "door"\nmode = "without-es"\nframe = ["door"]\n' + SMALL)
    found = read_scenario(path, BOOK).scenario
    commands = {
        name for one in found.events[0].expects for fact in one.facts for name in fact.commands
    }
    assert "confirm_presence" not in commands
    assert "reveal_code" in commands


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        ('command = "set_step", step = "lunch"', "step_unknown"),
        ('command = "set_step", step = "notice", item = "soup"', "item_unknown"),
    ],
)
def test_a_step_that_is_not_there_can_not_be_asked_for(
    tmp_path: Path, fact: str, code: str
) -> None:
    path = tmp_path / "own.toml"
    old = 'command = "log_incident", situation = "phone", candidate = "02"'
    path.write_text(SMALL.replace(old, fact))
    with pytest.raises(RulesError) as refused:
        read_scenario(path, BOOK)
    assert (refused.value.code, refused.value.line) == (code, 11)
