"""Between Textual's compositor and its driver: each update as the difference to the shadow.

It reads two classes of Textual's that are not public. ``usable`` tells whether they are what is
expected here, in the very version that pixtui pins; where they are not, and under
``PIXTUI_PLAIN_PAINT=1``, Textual paints by itself.
"""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import version

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from textual import _compositor
from textual.strip import Strip

from pixtui.tui.wire.cells import Cell, OpaqueError, cells
from pixtui.tui.wire.moves import Place
from pixtui.tui.wire.shadow import Shadow

KNOWN = "8.2.8"
"""The version of Textual whose updates are read here."""
SWITCH = "PIXTUI_PLAIN_PAINT"
Patch = tuple[int, int, Strip]
"""Row, column, what comes there."""


def usable() -> bool:
    """Whether this Textual's updates can be read."""
    if os.environ.get(SWITCH):
        return False
    return _known()


@cache
def _known() -> bool:
    names = ("ChopsUpdate", "LayoutUpdate", "Compositor")
    return version("textual") == KNOWN and all(hasattr(_compositor, name) for name in names)


class Painter:
    """One terminal's updates, made short."""

    def __init__(self, *, erases_in_colour: bool, scrolls: bool = False) -> None:
        self._shadow = Shadow(erases_in_colour=erases_in_colour, scrolls=scrolls)

    def forget(self) -> None:
        """Something else painted on the terminal."""
        self._shadow.forget()

    def short(
        self,
        update: object,
        console: Console,
        size: Place,
        cursor: Place | None,
    ) -> str | None:
        """The shortest text for an update; None where it is not one that can be read.

        ``cursor`` is where the terminal's own cursor belongs, None where nobody looks at it.
        """
        patches = _patches(update)
        if patches is None:
            return None
        shadow = self._shadow
        shadow.resize(*size)
        colours = console._color_system or ColorSystem.TRUECOLOR
        width, height = size
        told: list[tuple[int, int, list[Cell] | str]] = []
        for y, x, strip in patches:
            if y >= height or x >= width:
                continue
            try:
                told.append((y, x, cells(strip, colours)[: width - x]))
            except OpaqueError:
                told.append((y, x, strip.render(console)))
        sent = [shadow.scroll(_wanted(shadow, told))]
        for y, x, what in told:
            if isinstance(what, str):
                sent.append(shadow.opaque(y, x, what))
            else:
                sent.append(shadow.paint(y, x, what))
        sent.append(shadow.rest())
        if cursor is not None:
            sent.append(shadow.place(cursor))
        return "".join(sent)


def _wanted(
    shadow: Shadow, told: Sequence[tuple[int, int, list[Cell] | str]]
) -> dict[int, list[Cell]]:
    """The lines as they are to be, where all of each is known."""
    lines: dict[int, list[Cell]] = {}
    unknown = {y for y, _x, what in told if isinstance(what, str) or shadow.line(y) is None}
    for y, x, what in told:
        if y not in unknown and not isinstance(what, str):
            line = lines.get(y) or shadow.line(y) or []
            lines[y] = [*line[:x], *what, *line[x + len(what) :]]
    return lines


def _patches(update: object) -> Iterator[Patch] | None:
    if isinstance(update, _compositor.LayoutUpdate):
        return _whole(update)
    if isinstance(update, _compositor.ChopsUpdate):
        return _parts(update)
    return None


def _whole(update: _compositor.LayoutUpdate) -> Iterator[Patch]:
    region = update.region
    for y, strips in enumerate(update.strips, region.y):
        segments: list[Segment] = [one for strip in strips for one in strip]
        yield y, region.x, Strip(segments)


def _parts(update: _compositor.ChopsUpdate) -> Iterator[Patch]:
    for y, x1, x2 in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is None or x > x2 or end <= x1:
                continue
            whole = x2 > x >= x1 and end <= x2
            yield y, x, strip if whole else strip.crop(0, min(end, x2) - x)
