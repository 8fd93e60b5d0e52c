"""A console driven by keys alone, and what the eye sees of it."""

import datetime as dt
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from rich.segment import Segment
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import Input

from pixtui.clock import Clock
from pixtui.domain.derive import candidate_state, counters
from pixtui.domain.session import Candidate, State
from pixtui.rules.rulebook import rulebook
from pixtui.tui.app import Console
from pixtui.tui.context import Context
from pixtui.tui.screens.base import SessionScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.catalogue import words

DAY = "2026-11-30"
DEADLINE_SECONDS = 20.0


def cut(line: str, begin: int, end: int) -> str:
    """What stands in these cells of a line."""
    return Strip([Segment(line)]).crop(begin, end).text


class WallClock:
    """A clock on the wall that only moves when someone moves it."""

    def __init__(self, hour: str, day: str = DAY) -> None:
        self.at = dt.datetime.fromisoformat(f"{day}T{hour}:00+01:00")

    def __call__(self) -> dt.datetime:
        """The present instant."""
        return self.at

    def move(self, hour: str) -> None:
        """To that time of the same day."""
        hours, minutes = hour.split(":")
        self.at = self.at.replace(hour=int(hours), minute=int(minutes), second=0)


class Operator:
    """Someone at the keyboard: presses keys, looks at the screen."""

    def __init__(self, console: Console, pilot: Pilot[None]) -> None:
        self.console, self.pilot = console, pilot

    # --- what they see

    @property
    def lines(self) -> list[str]:
        """The lines of what is in front, as text."""
        # Private, but the only way to what is painted that does not go through an image.
        return [strip.text.rstrip() for strip in self.console.screen._compositor.render_strips()]

    @property
    def seen(self) -> str:
        """All of the screen as one text."""
        return "\n".join(self.lines)

    @property
    def words_seen(self) -> str:
        """What is in front, its line breaks and runs of spaces as one space.

        Of a dialog what is inside its frame: beside it stands the screen behind.
        """
        lines, front = self.lines, self.console.screen
        if isinstance(front, ModalScreen):
            inside = front.query_one("#dialog").content_region
            lines = [cut(line, inside.x, inside.right) for line in lines]
            lines = lines[inside.y : inside.bottom]
        return " ".join(" ".join(lines).split())

    @property
    def front(self) -> SessionScreen:
        """The screen of the session in front."""
        found = self.console.session_screen
        assert found is not None
        return found

    @property
    def rows(self) -> RowList:
        """The list in front."""
        return self.console.screen.query_one(RowList)

    @property
    def context(self) -> Context:
        """The open session."""
        assert self.console.context is not None
        return self.console.context

    @property
    def state(self) -> State:
        """The session as the console knows it."""
        return self.context.state

    @property
    def message(self) -> str:
        """The answer to the last key."""
        return str(self.front.query_one("#message").render()).strip()

    def person(self, name: str) -> Candidate:
        """The candidate whose name begins so."""
        return next(
            one
            for one in self.state.candidates.values()
            if f"{one.last_name} {one.first_name}".startswith(name)
        )

    def standing(self, name: str) -> str:
        """The state of that candidate."""
        return candidate_state(self.state, self.person(name))

    def counted(self) -> dict[str, int]:
        """The counters that are not zero, once they add up."""
        counts = counters(self.state)
        assert sum(counts.values()) == 2 * counts["total"]
        return {name: count for name, count in counts.items() if count}

    # --- what they do

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*text)

    async def until(self, holds: Callable[[], bool] | str) -> None:
        """Wait until something holds, or until a text stands on the screen."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not (holds in self.words_seen if isinstance(holds, str) else holds()):
            assert time.monotonic() < deadline, f"waited for {holds!r} before:\n{self.seen}"
            await self.pilot.pause()

    async def fill(self, values: Mapping[str, str]) -> None:
        """Fill in the fields of the form in front, going down to each, and save."""
        for name, text in values.items():
            while (self.console.focused or Input()).id != f"field-{name}":
                await self.press("down")
            await self.press("ctrl+u")
            await self.type(text)
        await self.press("f2")

    async def go_down_to(self, wanted: str) -> None:
        """Put the cursor on the first row that says so, with the arrows."""
        rows = self.rows
        told = ["".join(text for text, _tone in row.cells) for row in rows.rows]
        place = next((at for at, text in enumerate(told) if wanted in text), None)
        assert place is not None, f"{wanted!r} is not among {told}"
        here = [row.key for row in rows.rows].index(rows.current or "")
        await self.press(*(["down"] * (place - here) if place > here else ["up"] * (here - place)))
        assert rows.current == rows.rows[place].key

    async def choose(self, wanted: str) -> None:
        """Take the choice that says so."""
        await self.go_down_to(wanted)
        await self.press("enter")

    async def confirm(self, times: int = 1) -> None:
        """Say yes: the first answer is always no."""
        for _ in range(times):
            await self.press("down", "enter")

    async def find(self, letters: str) -> None:
        """Search the grid and leave the cursor on the one found."""
        await self.press("slash")
        await self.type(letters)
        await self.press("enter")
        assert len(self.rows.rows) == 1, f"{letters!r} finds {len(self.rows.rows)} rows"
        found = self.rows.current
        await self.press("escape")
        assert self.rows.current == found


@asynccontextmanager
async def sitting(
    folder: Path,
    session: Path | None = None,
    *,
    by: str | None = "Mme Sarr",
    clock: Clock | None = None,
    size: tuple[int, int] = (80, 24),
    language: str = "fr",
    view: bool = False,
    replay_at: str | None = None,
) -> AsyncIterator[Operator]:
    """Someone sits down at a console of that size."""
    console = Console(
        words(language),
        rulebook(),
        folder,
        by,
        session,
        view=view,
        clock=clock,
        replay_at=replay_at,
    )
    async with console.run_test(size=size) as pilot:
        await pilot.pause()
        yield Operator(console, pilot)
