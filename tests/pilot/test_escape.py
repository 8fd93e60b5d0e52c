"""Escape never destroys: a slip, or a sequence that a slow line cut in two, costs nothing."""

import errno
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.widgets import Input

from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.checklist import ChecklistScreen
from pixtui.tui.screens.sessions import SessionsScreen
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import SCREEN_KEYS, sample

BACK = {"f6": SessionsScreen}
ONCE_MORE = "Échap encore une fois"


@pytest.fixture
async def hands(home: Path) -> AsyncIterator[Operator]:
    """Someone at a session in the middle of its day, on the grid."""
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as operator:
        await operator.until("28 en cours")
        yield operator


def in_form(hands: Operator) -> bool:
    """Whether a form is in front."""
    return isinstance(hands.console.screen, Form)


async def test_what_is_typed_is_lost_by_a_second_escape_only(hands: Operator) -> None:
    await hands.press("plus")
    await hands.until(lambda: in_form(hands))
    await hands.type("TARDIEU")
    await hands.press("escape")
    await hands.until(ONCE_MORE)
    assert hands.console.screen.query_one(Input).value == "TARDIEU"
    await hands.press("escape")
    await hands.until(lambda: not in_form(hands))
    assert not any(one.last_name == "TARDIEU" for one in hands.state.candidates.values())


async def test_who_goes_on_typing_is_asked_again(hands: Operator) -> None:
    await hands.press("plus")
    await hands.type("TARD")
    await hands.press("escape")
    await hands.type("IEU")
    await hands.press("escape")
    assert in_form(hands)
    assert hands.console.screen.query_one(Input).value == "TARDIEU"


@pytest.mark.parametrize("key", ["plus", "e", "ctrl+d", "ctrl+o", "ctrl+k", "ctrl+f"])
async def test_a_form_in_which_nothing_was_typed_is_left_at_once(hands: Operator, key: str) -> None:
    await hands.press(key)
    await hands.until(lambda: in_form(hands))
    await hands.press("escape")
    await hands.until(lambda: hands.console.screen is hands.front)


@pytest.mark.parametrize("key", SCREEN_KEYS)
async def test_from_every_screen_it_leads_back_and_declares_nothing(
    hands: Operator, home: Path, key: str
) -> None:
    before = [one.name for one in home.iterdir()], len(hands.state.history)
    await hands.press(key, "escape")
    if key in BACK:  # in the middle of the day leaving the session is asked about
        await hands.until("Quitter la session ?")
        await hands.confirm()
    await hands.until(lambda: isinstance(hands.console.screen, BACK.get(key, ChecklistScreen)))
    if hands.console.context is not None:
        assert ([one.name for one in home.iterdir()], len(hands.state.history)) == before


async def test_what_a_failed_disk_leaves_in_memory_is_not_left_by_a_slip(
    hands: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fail)
        await hands.find("faure")
        await hands.press("7")
    await hands.press("escape", "escape")
    await hands.until("Quitter la session ?")
    assert "Ctrl+K" in hands.words_seen
    await hands.press("enter")  # the first answer is no
    await hands.until(lambda: isinstance(hands.console.screen, ChecklistScreen))
    assert hands.console.context is not None
