"""Every part of line mode in a language where what is not translated shows."""

import os
import re
import sys
from pathlib import Path

import pytest

from pixtui.line.console import Plain
from pixtui.line.menu import PARTS
from pixtui.line.wire import Wire
from pixtui.rules.rulebook import rulebook
from pixtui.store.projection import read_session
from tests.wording.pseudo import (
    SAID_EVERYWHERE,
    Pseudo,
    left_in_english,
    of_the_data,
    of_the_rules,
)

CODE = re.compile(r"[A-Z]+(?:_[A-Z]+)+")
"""A code of Pix's own, said as Pix says it."""


def test_nothing_of_line_mode_is_left_in_english(
    mid_exam: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    each = ("?", "+", "1", "?", ".", "", "", "")
    # Papers are made by another process, which speaks no Greek.
    parts = [number for number, part in enumerate(PARTS, 1) if part != "papers"]
    answers = [line for number in parts for line in (f"{number}", *each)]
    script, told = mid_exam.with_name("answers"), mid_exam.with_name("told")
    script.write_text("".join(f"{one}\n" for one in (*answers, "q", "q", "")))
    monkeypatch.setenv("PIXTUI_NOW", "2026-11-30T10:05:00+01:00")
    state = read_session(mid_exam).state
    with script.open() as given, told.open("w") as out:
        monkeypatch.setattr(sys, "stdin", given)
        monkeypatch.setattr(sys, "stdout", out)
        plain = Plain(Wire(), Pseudo(), rulebook(), mid_exam.parent, "Mme Sarr")
        assert plain.run(mid_exam) == 0
    said = CODE.sub(" ", told.read_text())
    assert len(said) > 10_000
    known = of_the_data(state, mid_exam) | of_the_rules(rulebook()) | SAID_EVERYWHERE
    assert not left_in_english(said, known | {os.environ.get("USER", "root")})
