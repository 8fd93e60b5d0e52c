"""What an operator does, as keys: some are measured, others only lead there."""

from attrs import field, frozen

from tests.benchmarks.console.line import Line
from tests.pty.terminal import KEYS

DOWN, UP, HOME = b"\x1bOB", b"\x1bOA", b"\x1bOH"
"""As a terminal sends them to a program that asked for its keypad, which curses does."""
PAGE_DOWN, PAGE_UP = b"\x1b[6~", b"\x1b[5~"
BACKSPACE, ESCAPE, SPACE = b"\x7f", KEYS["escape"], KEYS["space"]
INSIDE = 5
"""Moves that stay inside the smallest page, from its third row."""


@frozen
class Action:
    """One kind of key: what leads there, then a round of measured keys, again and again."""

    name: str
    before: tuple[bytes, ...]
    each: tuple[bytes, ...]
    after: tuple[bytes, ...] = ()
    between: tuple[bytes, ...] = field(default=())
    """Pressed after each measured key, itself not measured."""
    line: bool = True
    """Whether it is small enough for the goal on a slow line."""

    def measured(self, count: int) -> list[bytes]:
        """So many measured keys or a few more: whole rounds, so that nothing is left behind."""
        return [*self.each * max(-(-count // len(self.each)), 1)]


CURSOR = Action("cursor move", (HOME, DOWN, DOWN), (*[DOWN] * INSIDE, *[UP] * INSIDE))
SCROLL = Action("scrolled by a row", (HOME, PAGE_DOWN), (DOWN,) * 8, line=False)
MARK = Action("mark", (HOME,), (SPACE, SPACE), between=(UP,))
DECLARE = Action("declare one", (HOME,), (b"1",), between=(DOWN,))
"""An identity checked: an entry on disk, a sign in the row, what the head counts."""
FILTER = Action(
    "filter keystroke",
    (HOME, b"/"),
    (b"l", b"e", b" ", BACKSPACE, BACKSPACE, BACKSPACE),
    after=(ESCAPE,),
    line=False,
)
PAGE = Action("page", (HOME, PAGE_DOWN), (PAGE_UP, PAGE_DOWN), line=False)
SCREEN = Action(
    "screen switch",
    (KEYS["f6"], KEYS["f2"]),
    (KEYS["f6"], KEYS["f2"]),
    line=False,
)
ACTIONS = (CURSOR, SCROLL, MARK, FILTER, PAGE, SCREEN)


def press(line: Line, keys: tuple[bytes, ...]) -> None:
    """Press keys one by one, each once the screen stands still."""
    for key in keys:
        line.send(key)
        line.settled()
