"""Whatever an operator or a script can meet has its place in the manual, in both languages.

Nothing is listed here: what is wanted comes from the registries, so that a new command, key,
setting, refusal or situation fails these tests until the manual tells of it.
"""

import argparse
import re
from pathlib import Path

import attrs
import pytest

import pixtui
from pixtui.cli.arguments import COMMANDS
from pixtui.cli.main import console_parser, make_parser
from pixtui.desk.schema import schema
from pixtui.desk.settings import SETTINGS
from pixtui.documents.catalogue import DOCUMENTS
from pixtui.domain.checks import BLOCKERS, DEADLINES, HOLES
from pixtui.domain.derive import FLAGS, STATES
from pixtui.domain.rules import Windows
from pixtui.exchange.problems import FORMATS
from pixtui.rules import schema as rules_schema
from pixtui.rules.rulebook import load
from pixtui.rules.scenario_schema import FIELDS as OF_SCENARIOS
from pixtui.tui.actions import ACTIONS, PLACE_NAMES
from pixtui.wording.catalogue import words
from pixtui.wording.findings import FINDINGS
from pixtui.wording.import_problems import PROBLEMS
from pixtui.wording.manual import BY_ID, anchors, section
from pixtui.wording.refusals import REFUSALS
from tests.manual.writing import LANGUAGES

PACKAGE = Path(pixtui.__file__).parent
RULES = load()
both = pytest.mark.parametrize("language", LANGUAGES)


def told(language: str, anchor: str) -> str:
    """What the section of an anchor says; fails where there is none."""
    known = anchors(language)
    assert anchor in known, f"{language}: no section {anchor}"
    return "\n".join(block.text for block in section(known[anchor], language))


def page(language: str, page_id: str) -> str:
    """A whole page as it is written."""
    return BY_ID[page_id].path(language).read_text(encoding="utf-8")


def lacking(text: str, wanted: list[str]) -> list[str]:
    """Which of these codes a text does not hold between signs of code."""
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    shown = " ".join(re.findall(r"`([^`]+)`", prose))
    return [one for one in wanted if not re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", shown)]


@both
def test_every_place_of_the_console(language: str) -> None:
    for scope in PLACE_NAMES:
        assert told(language, f"scope-{scope}")
        assert told(language, f"keys-{scope}")


@both
def test_every_key(language: str) -> None:
    for one in ACTIONS:
        assert f"(`{one.id}`)" in told(language, f"keys-{one.scope}")


@both
def test_every_command_and_option(language: str) -> None:
    below = make_parser(words(language))._subparsers
    assert below is not None
    parsers = below._group_actions[0].choices
    assert isinstance(parsers, dict)
    assert set(parsers) == set(COMMANDS)
    for name, parser in parsers.items():
        text = told(language, f"command-{name}")
        assert lacking(text, [one for one in flags_of(parser) if one != "--lang"]) == []
    shown = flags_of(console_parser(words(language)))
    assert lacking(page(language, "commands"), shown) == []


def flags_of(parser: argparse.ArgumentParser) -> list[str]:
    """The options of a command, but those for its own help."""
    found = [flag for one in parser._actions for flag in one.option_strings]
    return [one for one in found if one not in ("-h", "--help")]


@both
def test_every_command_of_apply_and_its_fields(language: str) -> None:
    for name, fields in schema()["commands"].items():
        assert lacking(told(language, f"apply-{name}"), list(fields)) == []


@both
def test_every_vocabulary(language: str) -> None:
    text = " ".join(page(language, "apply").split())
    for name, held in schema()["vocabularies"].items():
        assert lacking(text, [name, *held]) == []


@both
def test_every_refusal_warning_blocker_and_hole(language: str) -> None:
    for code in {one.partition(".")[0] for one in REFUSALS}:
        assert told(language, f"refusal-{code}")
    for code in FINDINGS:
        assert told(language, f"finding-{code}")
    for code in (*BLOCKERS, *HOLES):
        assert anchors(language)[f"finding-{code}"].page.id == "seal"


@both
def test_every_word_of_the_vocabulary(language: str) -> None:
    for anchor, codes in (("states", STATES), ("flags", FLAGS), ("deadlines", DEADLINES)):
        assert lacking(told(language, anchor), list(codes)) == []


@both
def test_every_step_and_item(language: str) -> None:
    text = " ".join(page(language, "steps").split())
    for rule in RULES.rules.steps:
        assert told(language, f"step-{rule.id}")
        for mode in (rule.mode,) if rule.mode else ("with-es", "without-es"):
            for one in rule.items:
                assert RULES.item_title(rule.id, one, mode, language) in text


@both
def test_every_situation_code_and_cause(language: str) -> None:
    for one in RULES.situations():
        text = told(language, f"situation-{one}")
        assert all(line in text for line in RULES.situation_do(one, language))
    for code in RULES.codes():
        assert f"**{code}**" in told(language, "codes")
    assert lacking(page(language, "situations"), RULES.causes()) == []


@both
def test_every_paper_format_and_problem_of_a_list(language: str) -> None:
    assert lacking(page(language, "papers"), list(DOCUMENTS)) == []
    assert lacking(page(language, "lists"), [*FORMATS, *PROBLEMS]) == []


def variables() -> set[str]:
    """The environment variables that the sources name."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"\bPIXTUI_[A-Z_]+\b", text))
        found |= set(re.findall(r"""environ(?:\.get|\.setdefault)?[(\[]\s*"([A-Z_]+)\"""", text))
        found |= set(re.findall(r"""^[A-Z_]+_VARIABLE = "([A-Z_]+)\"""", text, re.M))
    return found


SET_BY_OTHERS = {"TMUX", "STY", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "LANGUAGE"}
"""Set by tmux and screen, or by pixtui itself for what it runs on: nobody sets these."""


@both
def test_every_environment_variable(language: str) -> None:
    found = variables()
    assert {"PIXTUI_HOME", "PIXTUI_NOW", "PAGER", "NO_COLOR", "TERM"} <= found
    assert lacking(told(language, "environment"), sorted(found - SET_BY_OTHERS)) == []


@both
def test_every_setting(language: str) -> None:
    assert lacking(told(language, "config-toml"), [one.name for one in SETTINGS]) == []


@both
def test_every_table_and_field_of_the_rules(language: str) -> None:
    windows = [one.name for one in attrs.fields(Windows)]
    assert lacking(told(language, "rules-windows"), windows) == []
    assert lacking(told(language, "rules-durations"), list(RULES.rules.durations)) == []
    assert lacking(told(language, "rules-centre"), list(rules_schema.CENTRE_TABLE)) == []
    for table, fields in rules_schema.FIELDS.items():
        assert lacking(told(language, f"rules-{table}"), list(fields)) == []
    assert lacking(told(language, "rules-toml"), sorted(rules_schema.AT_THE_TOP)) == []


@both
def test_every_table_and_field_of_a_scenario(language: str) -> None:
    for table, fields in OF_SCENARIOS.items():
        assert lacking(told(language, f"scenario-{table}"), list(fields)) == []
