"""Every screen, dialog and answer in a language where what is not translated shows."""

from pathlib import Path

import pytest

from pixtui.rules.rulebook import rulebook
from pixtui.store.projection import read_session
from pixtui.tui.actions import ACTIONS, Action
from pixtui.tui.app import Console
from pixtui.tui.centre import CentreConsole
from pixtui.tui.screens.base import Performs
from pixtui.tui.screens.sessions import SessionsScreen
from tests.pilot.driver import Operator, WallClock
from tests.pilot.test_screens import sample
from tests.wording.pseudo import (
    SAID_EVERYWHERE,
    Pseudo,
    left_in_english,
    of_the_data,
    of_the_rules,
)

SCREENS = {
    "grid": "f2",
    "checklist": "f6",
    "incidents": "f7",
    "finalise": "f8",
    "history": "f9",
    "certifiability": "ctrl+g",
    "typing": "ctrl+y",
}
LEAVING = {"quit", "quit_list", "back", "redraw", "leave_centre", "replay", "see_then", "to_centre"}
LEAVING |= {"rehearse", "manual"}
"""What leads out of what is walked through here, or to pages written in each language."""


def looked_at(operator: Operator, known: frozenset[str], left: dict[str, str], place: str) -> None:
    """Note what stands there untranslated."""
    for word in left_in_english(operator.words_seen, known):
        left.setdefault(word, place)


async def walk(
    operator: Operator, keys: str, actions: list[Action], known: frozenset[str]
) -> dict[str, str]:
    """Do each action from that screen, look, and come back."""
    left: dict[str, str] = {}
    for action in actions:
        await operator.press(keys)
        front = operator.console.screen
        assert isinstance(front, Performs)
        front.action_perform(action.id)
        await operator.pilot.pause()
        looked_at(operator, known, left, f"{keys} {action.id}")
        for _ in range(6):
            if operator.console.screen is front:
                break
            await operator.press("escape")
    return left


@pytest.mark.parametrize(
    ("name", "screens"),
    [
        ("mid-exam", tuple(SCREENS)),
        ("to-finalise", ("finalise", "checklist")),
        ("sealed", ("finalise", "history")),
    ],
)
async def test_nothing_on_a_screen_of_a_session_is_left_in_english(
    home: Path, name: str, screens: tuple[str, ...]
) -> None:
    session = sample(home, name)
    console = Console(Pseudo(), rulebook(), home, "Mme Sarr", session, clock=WallClock("10:02"))
    async with console.run_test(size=(120, 40)) as pilot:
        operator = Operator(console, pilot)
        await operator.until(lambda: console.context is not None)
        state = operator.state
        known = of_the_data(state, session) | of_the_rules(rulebook()) | SAID_EVERYWHERE
        left: dict[str, str] = {}
        for screen in screens:
            key = SCREENS[screen]
            scopes = {screen} if screen != "grid" else {"grid", "session", "everywhere", "people"}
            actions = [one for one in ACTIONS if one.scope in scopes and one.id not in LEAVING]
            left = {**await walk(operator, key, actions, known), **left}
        assert not left, left


async def test_nothing_in_the_list_of_sessions_is_left_in_english(home: Path) -> None:
    session = sample(home, "mid-exam")
    (home / "damaged.json").write_text("{")
    console = Console(Pseudo(), rulebook(), home, None, clock=WallClock("10:02"))
    async with console.run_test(size=(120, 40)) as pilot:
        operator = Operator(console, pilot)
        state = read_session(session).state
        known = of_the_data(state, session) | SAID_EVERYWHERE | {"damaged"}
        left: dict[str, str] = {}
        looked_at(operator, known, left, "name")
        await operator.type("Mme Sarr")
        await operator.press("enter")
        await operator.until(lambda: isinstance(console.screen, SessionsScreen))
        held = [one for one in ACTIONS if one.scope == "sessions"]
        actions = [one for one in held if one.id not in {*LEAVING, "open"}]
        left |= await walk(operator, "home", actions, known)
        assert not left, left


async def test_nothing_over_the_rooms_of_a_centre_is_left_in_english(home: Path) -> None:
    day = home / "day"
    day.mkdir()
    session = sample(day, "mid-exam")
    (day / "half.json").write_text("{")
    console = CentreConsole(Pseudo(), rulebook(), day, clock=WallClock("10:52"))
    async with console.run_test(size=(120, 40)) as pilot:
        operator = Operator(console, pilot)
        state = read_session(session).state
        known = of_the_data(state, session) | SAID_EVERYWHERE | {"half"}
        await operator.until(lambda: bool(operator.rows.rows))
        held = [one for one in ACTIONS if one.scope == "centre"]
        actions = [one for one in held if one.id not in {*LEAVING, "visit"}]
        left = await walk(operator, "home", actions, known)
        await operator.press("end")
        looked_at(operator, known, left, "a file that is no room")
        assert not left, left
