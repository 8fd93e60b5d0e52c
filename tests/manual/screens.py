"""The screens in the manual: the console itself, driven by keys, read as text at 80×24."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import textual._wait
from textual.screen import Screen

from pixtui.clock import NOW_VARIABLE
from pixtui.resources import HOME_VARIABLE, sample_sessions
from pixtui.tui.dialogs.choice import Alarm, Choice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.dialogs.help import Help
from pixtui.tui.screens.certifiability import CertifiabilityScreen
from pixtui.tui.screens.checklist import ChecklistScreen
from pixtui.tui.screens.finalise import FinaliseScreen
from pixtui.tui.screens.grid import GridScreen
from pixtui.tui.screens.history import HistoryScreen
from pixtui.tui.screens.incidents import IncidentsScreen
from pixtui.tui.screens.rollcall import RollCallScreen
from pixtui.tui.screens.typing import TypingScreen
from pixtui.wording.manual.markdown import SCREEN
from tests.manual.writing import Made
from tests.pilot.driver import Operator, WallClock, sitting

ALIKE = 4
"""Looks in a row that show the same: nothing is still to be painted."""

Way = tuple[tuple[str, tuple[str, ...], type[Screen[Any]]], ...]
"""From picture to picture: what it is called, the keys that lead there, what is in front then."""

VISITS: Mapping[str, tuple[str, Way]] = {
    "fresh": (
        "08:20",
        (
            ("checklist", (), ChecklistScreen),
            ("typing", ("ctrl+y",), TypingScreen),
            ("certifiability", ("ctrl+g",), CertifiabilityScreen),
        ),
    ),
    "mid-exam": (
        "10:02",
        (
            ("grid", (), GridScreen),
            ("help", ("f1",), Help),
            ("offer", ("escape", "enter"), Choice),
            ("incident", ("escape", "f3"), Choice),
            ("guide", ("enter",), Form),
            ("incidents", ("escape", "f7"), IncidentsScreen),
            ("history", ("f9",), HistoryScreen),
            ("alarm", ("ctrl+e",), Alarm),
            ("rollcall", ("enter",), RollCallScreen),
        ),
    ),
    "to-finalise": ("11:40", (("finalise", ("f8",), FinaliseScreen),)),
    "sealed": ("12:10", (("sealed", ("f8",), FinaliseScreen),)),
}
"""The sample session, the time on the wall, the way through it."""
PICTURES: Mapping[str, str] = {
    name: sample for sample, (_when, way) in VISITS.items() for name, _keys, _front in way
}
"""Every picture, and the visit that comes by it."""


async def _settle(hands: Operator, front: type[Screen[Any]]) -> None:
    """Until that is in front, and looks show the same again and again."""
    await hands.until(lambda: type(hands.console.screen) is front)
    looks = [""]
    while len(looks) < ALIKE or len(set(looks[-ALIKE:])) > 1:
        await hands.pilot.pause()
        looks.append(hands.seen)


@contextlib.contextmanager
def own_home(home: Path) -> Iterator[None]:
    """Nothing of the person who runs this: another home, no clock from outside."""
    environment = {**os.environ, HOME_VARIABLE: str(home)}
    environment.pop(NOW_VARIABLE, None)
    with patch.dict(os.environ, environment, clear=True):
        yield


async def draw(sample: str, language: str, folder: Path) -> Made:
    """The pictures of one visit, by their names."""
    when, way = VISITS[sample]
    session = folder / "b204.json"
    shutil.copy(sample_sessions() / f"{sample}.json", session)
    drawn: dict[str, str] = {}
    with (
        own_home(folder),
        patch.object(textual._wait, "SLEEP_GRANULARITY", 0.002),
        patch.object(textual._wait, "SLEEP_IDLE", 0.0002),
    ):
        clock = WallClock(when)
        async with sitting(folder, session, clock=clock, language=language) as hands:
            await hands.until(lambda: bool(hands.rows.rows))
            for name, keys, front in way:
                await hands.press(*keys)
                await _settle(hands, front)
                drawn[f"screen {name}"] = f"```{SCREEN}\n{hands.seen}\n```"
    return drawn


def drawn_now(sample: str, language: str, folder: Path) -> Made:
    """The same, for whoever is not within a loop."""
    return asyncio.run(draw(sample, language, folder))
