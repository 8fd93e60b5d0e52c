"""Every code has its sentence: what a refusal, a finding, a label says."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from pixtui.domain import commands as c
from pixtui.domain.checks import BLOCKERS, HOLES
from pixtui.domain.commands import ACTS as COMMANDS
from pixtui.domain.commands import StepChoice
from pixtui.domain.derive import FLAGS as ALL_FLAGS
from pixtui.domain.derive import STATES as ALL_STATES
from pixtui.domain.derive import Phase
from pixtui.domain.outcome import Finding
from pixtui.domain.rules import Destination, Mode, StepPhase
from pixtui.domain.session import State
from pixtui.wording.catalogue import LANGUAGES, words
from pixtui.wording.findings import FINDINGS
from pixtui.wording.labels import ACTS, CHOICES, FLAGS, PHASES, STATES, label, state_label
from pixtui.wording.refusals import REFUSALS, template
from pixtui.wording.sentences import finding_sentence, left_open
from tests.domain.day import Day
from tests.wording.update_catalogue import PACKAGE, parts

SAYING = ("domain", "store", "desk", "cli", "tui", "present")


def _saying() -> Iterator[Path]:
    return (file for part in SAYING for file in (PACKAGE / part).rglob("*.py"))


def calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    """Every call of these names in the package."""
    for path in _saying():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in names:
                    yield path, node


def said(*names: str) -> set[str]:
    """The codes given to these calls as they stand."""
    return {
        node.args[0].value
        for _, node in calls(*names)
        if node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def constants() -> set[str]:
    """Every text that stands in the code."""
    return {
        node.value
        for path in (*_saying(), PACKAGE / "wording" / "sentences.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


# --- refusals


def test_every_refusal_has_its_sentence() -> None:
    codes = said("Refusal", "StoreError")
    assert len(codes) > 40
    assert codes - {one.split(".")[0] for one in REFUSALS} == set()


def test_every_sentence_belongs_to_a_refusal() -> None:
    assert {one.split(".")[0] for one in REFUSALS} - constants() == set()


def test_a_variant_names_a_state_an_act_or_a_circumstance() -> None:
    known = {*ALL_STATES, *COMMANDS, *constants()}
    for key in REFUSALS:
        assert set(key.split(".")[1:]) <= known, key


def test_a_sentence_names_only_what_its_refusal_knows() -> None:
    checked = 0
    for path, node in calls("Refusal"):
        code = node.args[0]
        given = node.args[1] if len(node.args) > 1 else ast.Dict([], [])
        if (
            not isinstance(code, ast.Constant)
            or not isinstance(given, ast.Dict)
            or None in given.keys
        ):
            continue
        keys = {one.value for one in given.keys if isinstance(one, ast.Constant)} | {"findings"}
        if "variant" not in keys:
            assert parts(REFUSALS[str(code.value)]) <= keys, f"{path}:{node.lineno}"
            checked += 1
    assert checked > 25


def test_a_refusal_says_why_and_what_to_do_instead() -> None:
    silent = {"purged", "wrong_state.cancel_presence"}
    for key, sentence in REFUSALS.items():
        told = re.split(r"[.:!?] |; ", sentence)
        assert len(told) > 1 or key in silent, key


def test_the_most_precise_variant_is_said() -> None:
    assert (
        template("wrong_state", "running.resume", "resume", "running")
        == (REFUSALS["wrong_state.running.resume"])
    )
    assert (
        template("wrong_state", "running.start", "start", "running")
        == (REFUSALS["wrong_state.running"])
    )
    assert (
        template("wrong_state", "absent.return_to_room", "return_to_room", "absent")
        == (REFUSALS["wrong_state.return_to_room"])
    )
    assert template("sealed", "", "running") == REFUSALS["sealed"]
    assert template("no such code", "running") == "no such code"


# --- findings


def test_every_blocker_hole_and_warning_has_its_sentence() -> None:
    warned = {one.arg for _, node in calls("_warn") for one in node.keywords if one.arg}
    codes = {*BLOCKERS, *HOLES, *said("Finding", "about", "_of"), *warned}
    assert len(codes) > 25
    assert codes - set(FINDINGS) == set()


def test_every_finding_is_one_that_can_be_found() -> None:
    warned = {one.arg for _, node in calls("_warn") for one in node.keywords if one.arg}
    assert set(FINDINGS) - constants() - warned == set()


def test_findings_one_after_the_other_read_as_sentences() -> None:
    """Each begins with whom it is about and ends with its own full stop, the room's too."""
    for code, sentence in FINDINGS.items():
        assert sentence.rstrip().removesuffix(" {likely}")[-1] in ".?!", code
    for code in ("incident_open", "question_missing", "description_missing"):
        found = Finding(code, None, {"name": "", "code": "C7", "incident": "i4"})
        for language in ("fr", "en"):
            told = finding_sentence(words(language), found, State())
            assert told.startswith(("Salle : ", "Room: "))
            assert "  " not in told


def test_what_is_said_of_someone_in_french_supposes_no_gender() -> None:
    supposing = re.compile(
        r"\{name\} (est|était|n'est|avait été|n'a pas été|n'avait pas été) (déjà |encore |pas )*"
        r"(attendu|noté|interrompu|accueilli|admis)\b|noté absent|non déconnecté"
    )
    told = [words("fr").text(one) for one in [*REFUSALS.values(), *FINDINGS.values()]]
    assert [one for one in told if supposing.search(one)] == []


@pytest.mark.parametrize(
    ("candidate", "key", "said"),
    [
        ("c1", "incident_open:c1", "NOMA Zoé : l'incident i1 est encore ouvert."),
        (None, "incident_open:i1", "Salle : l'incident i1 est encore ouvert."),
        (None, "room_interruption_open:p1", "alarme"),
        (None, "incident_open", "Salle : l'incident i1 est encore ouvert."),
        (None, "step_left", "Étape restante : …"),
    ],
)
def test_a_hole_left_open_is_told_from_its_key(candidate: str | None, key: str, said: str) -> None:
    day = Day(candidates=1)
    day.do("9:00", c.LogIncident(code="C8", candidate=candidate, note="vu"))
    day.do("9:01", c.InterruptRoom(cause="fire_alarm"))
    key = key.replace("p1", day.state.interruptions[0].id)
    assert said in finding_sentence(words("fr"), left_open(day.state, key), day.state)


# --- labels


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_states_fit_in_eleven_cells_and_differ(language: str) -> None:
    short = [state_label(words(language), one, short=True) for one in ALL_STATES]
    assert all(len(one) <= 11 for one in short)
    assert len(set(short)) == len(short)


def test_every_vocabulary_has_its_labels() -> None:
    assert set(STATES) == set(ALL_STATES)
    assert set(FLAGS) == set(ALL_FLAGS)
    assert set(ACTS) == set(COMMANDS)
    assert set(PHASES) == {*get_args(Phase), *get_args(StepPhase)}
    wanted = {*get_args(StepChoice), *get_args(Mode), *get_args(Destination)}
    wanted |= {"ok", "doubt", "wrong_line", "refused", "candidate", "technical", "invigilator"}
    assert wanted | {"out", "back"} <= set(CHOICES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_words_not_codes(language: str) -> None:
    for table in (ACTS, CHOICES, FLAGS, PHASES):
        for code in table:
            text = label(table, code, words(language))
            assert "_" not in text
            assert text


def test_an_unknown_code_is_its_own_label() -> None:
    assert label(FLAGS, "weather", words()) == "weather"
    assert state_label(words(), "weather") == "weather"


def test_a_suspected_fraud_is_said_in_neutral_words() -> None:
    french = " ".join(words().text(one) for one in [*REFUSALS.values(), *FINDINGS.values()])
    for word in ("tricheur", "triche", "fraudeur", "coupable", "faute"):
        assert word not in french.lower()
