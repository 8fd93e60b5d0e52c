"""What the console says the manual is to open at is in the manual."""

import ast
from pathlib import Path

import pixtui.tui
from pixtui.tui.actions import PLACE_NAMES
from pixtui.tui.shell import ANY_DIALOG
from pixtui.wording.manual import anchors

SOURCES = sorted(Path(pixtui.tui.__file__).parent.rglob("*.py"))


def topics() -> set[str]:
    """Every topic that is written out where something is asked."""
    return {
        node.value.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.keyword) and node.arg == "topic"
        if isinstance(node.value, ast.Constant)
    }


def test_every_topic_is_a_section_of_the_manual() -> None:
    found = topics()
    assert len(found) > 8
    for language in ("fr", "en"):
        wanted = {*found, *ANY_DIALOG, *(f"scope-{one}" for one in PLACE_NAMES)}
        assert wanted - set(anchors(language)) == set()
