"""Every text of every screen, in every theme and depth of colour, has the contrast it promises."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from rich.color import ColorSystem
from rich.segment import Segment

from pixtui.resources import sample_sessions
from pixtui.rules.rulebook import rulebook
from pixtui.terminal import MONO, THEMES, Look
from pixtui.tui.app import Console
from pixtui.tui.look.palettes import palette
from pixtui.wording.catalogue import words
from tests.tui.look.wcag import contrasts

SYSTEMS = {
    "truecolor": ColorSystem.TRUECOLOR,
    "256": ColorSystem.EIGHT_BIT,
    "standard": ColorSystem.STANDARD,
}
FRAME = set("─│┌┐└┘")
FRAME_CONTRAST = 3.0
"""What WCAG 2.2 asks of what is no text (1.4.11)."""
WALK = (
    *("f6", "down", "f7", "f8", "f9", "f2", "space", "7", "slash", "a", "escape", "escape"),
    *("enter", "escape", "f3", "m", "escape", "f1", "escape", "f4", "escape", "e", "x", "escape"),
    *("ctrl+e", "escape", "ctrl+g", "ctrl+y", "ctrl+t", "escape", "ctrl+d", "escape"),
)
"""Keys over every screen and the dialogs; one of them declares something, one is refused."""


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("theme", [name for name in THEMES if name != MONO])
async def test_every_text_on_every_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: str, system: str
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    console = _console(tmp_path, theme)
    wanted = palette(theme).contrast
    poor: dict[tuple[str, str], str] = {}
    seen = 0
    async with console.run_test(size=(80, 24)) as pilot:
        for key in WALK:
            await pilot.press(key)
            for told, text, colour, ground in contrasts(_painted(console), SYSTEMS[system]):
                seen += 1
                if told < (FRAME_CONTRAST if set(text) <= FRAME else wanted):
                    poor[colour, ground] = f"{told:.2f} {text!r} after {key}"
    assert seen > 1000
    assert not poor


async def test_without_colours_nothing_is_coloured(tmp_path: Path) -> None:
    console = _console(tmp_path, MONO)
    async with console.run_test(size=(80, 24)) as pilot:
        for key in WALK:
            await pilot.press(key)
            for _text, style, _control in _painted(console):
                assert style is None or not _coloured(style), f"{_text!r} after {key}: {style}"


async def test_a_key_goes_through_the_themes(tmp_path: Path) -> None:
    console = _console(tmp_path, THEMES[0])
    async with console.run_test(size=(80, 24)) as pilot:
        grounds = []
        for _ in (*THEMES, None):
            await pilot.press("f6")
            await pilot.press("f2")  # a screen that was not in front follows too
            found = {style.bgcolor for _t, style, _c in _painted(console) if style is not None}
            grounds.append({one and one.name for one in found})
            await pilot.press("percent_sign")
        assert grounds[0] == grounds[-1]
        assert all(one != other for one, other in pairwise(grounds))


def _console(folder: Path, theme: str) -> Console:
    session = Path(shutil.copy(sample_sessions() / "mid-exam.json", folder / "mid-exam.json"))
    return Console(words("fr"), rulebook(), session.parent, "Mme Sarr", session, look=Look(theme))


def _painted(console: Console) -> Iterator[Segment]:
    for strip in console.screen._compositor.render_strips():
        yield from strip


def _coloured(style: object) -> bool:
    return any(
        colour is not None and not colour.is_default
        for colour in (getattr(style, "color", None), getattr(style, "bgcolor", None))
    )
