"""The screens in the manual: the console itself, driven by keys, read as text at 80×24."""

import asyncio
import contextlib
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from unittest.mock import patch

import textual._wait

from pixtui.clock import NOW_VARIABLE
from pixtui.resources import HOME_VARIABLE, sample_sessions
from pixtui.wording.manual.markdown import SCREEN
from tests.manual.writing import Made
from tests.pilot.driver import Operator, WallClock, sitting

Pictures = Callable[[Operator], AsyncIterator[str]]
"""Goes from screen to screen and says what each picture is called."""


async def _settle(hands: Operator) -> None:
    """Until two looks show the same."""
    before = ""
    while before != hands.seen:
        before = hands.seen
        await hands.pilot.pause()


async def _mid_exam(hands: Operator) -> AsyncIterator[str]:
    await hands.until(lambda: bool(hands.rows.rows))
    yield "grid"
    await hands.press("f1")
    yield "help"
    await hands.press("escape", "enter")
    yield "offer"
    await hands.press("escape", "f3")
    yield "incident"
    await hands.type("navigateur")
    await hands.press("enter")
    yield "guide"
    await hands.press("escape", "f7")
    yield "incidents"
    await hands.press("f9")
    yield "history"
    await hands.press("ctrl+e")
    yield "alarm"
    await hands.press("enter")
    yield "rollcall"


async def _fresh(hands: Operator) -> AsyncIterator[str]:
    await hands.until(lambda: bool(hands.rows.rows))
    yield "checklist"
    await hands.press("ctrl+y")
    yield "typing"
    await hands.press("ctrl+g")
    yield "certifiability"


async def _to_finalise(hands: Operator) -> AsyncIterator[str]:
    await hands.until(lambda: bool(hands.rows.rows))
    await hands.press("f8")
    yield "finalise"


async def _sealed(hands: Operator) -> AsyncIterator[str]:
    await hands.until(lambda: bool(hands.rows.rows))
    await hands.press("f8")
    yield "sealed"


VISITS: Mapping[str, tuple[str, Pictures]] = {
    "fresh": ("08:20", _fresh),
    "mid-exam": ("10:02", _mid_exam),
    "to-finalise": ("11:40", _to_finalise),
    "sealed": ("12:10", _sealed),
}
"""The sample session, the time on the wall, the way through it."""


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
            async for name in way(hands):
                await _settle(hands)
                drawn[f"screen {name}"] = f"```{SCREEN}\n{hands.seen}\n```"
    return drawn


def drawn_now(sample: str, language: str, folder: Path) -> Made:
    """The same, for whoever is not within a loop."""
    work: Awaitable[Made] = draw(sample, language, folder)
    return asyncio.run(work)  # type: ignore[arg-type]  # a coroutine is what it is
