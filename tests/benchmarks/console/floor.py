"""The fewest bytes that turn one screen into another: the runs that changed, and the way there.

It is what a plain encoder needs with the whole screen before and after in its hands: a cursor
move to each run, its looks, its text. No scrolling of regions. It shares nothing with the
console's own encoder, and counts no switch back to a plain look at the end.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pyte.graphics import FG_BG_256
from pyte.screens import Char

from tests.benchmarks.console.line import Cells

NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
FLAGS = {"bold": 1, "italics": 3, "underscore": 4, "reverse": 7, "strikethrough": 9}
OFF = {1: 22, 3: 23, 4: 24, 7: 27, 9: 29}
ERASE = len("\x1b[K")

Place = tuple[int, int]
Look = tuple[str, str, bool, bool, bool, bool, bool]
PLAIN: Look = ("default", "default", False, False, False, False, False)
"""What an update begins with, as the one before it ended."""


def fewest_bytes(before: Cells, after: Cells) -> int:
    """How many bytes at least this encoder sends, line after line."""
    total, at, look = 0, None, PLAIN
    for y, (old, new) in enumerate(zip(before, after, strict=True)):
        changed = [x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
        if changed:
            cost, x, look = _line(new, changed, y, at, look)
            total, at = total + cost, (x, y)
    return total


def _line(
    new: Sequence[Char], changed: Sequence[int], y: int, at: Place | None, look: Look
) -> tuple[int, int, Look]:
    """The cheapest way through one line: its bytes, where it ends, in which look.

    ``ways[x]`` is the cheapest with everything before ``x`` right and the cursor there, each
    cell written or jumped over; the last changed cells may be erased where they are blank.
    """
    looks = [_look(cell) for cell in new]
    last = changed[-1] + 1
    blank = _blank_from(new)
    ways: dict[int, tuple[int, Look]] = {}
    best: tuple[int, int, Look] | None = None
    first = changed[0]
    ways[first] = _move(at, (first, y)), look
    following = dict(pairwise(changed))
    for x in range(first, last):
        if x not in ways:
            continue
        cost, look = ways[x]
        if blank is not None and x >= blank:
            erased = cost + _turn(look, looks[-1]) + ERASE, x, looks[-1]
            best = erased if best is None else min(best, erased, key=lambda way: way[0])
        written = cost + _turn(look, looks[x]) + len(new[x].data.encode())
        _keep(ways, x + 1, written, looks[x])
        to = following.get(x)
        if to is not None and to > x + 1:
            _keep(ways, to, written + _move((x + 1, y), (to, y)), looks[x])
    cost, look = ways[last]
    return min(best, (cost, last, look), key=lambda way: way[0]) if best else (cost, last, look)


def _keep(ways: dict[int, tuple[int, Look]], x: int, cost: int, look: Look) -> None:
    if x not in ways or cost < ways[x][0]:
        ways[x] = cost, look


def _blank_from(new: Sequence[Char]) -> int | None:
    """From where on a line is blanks that a terminal erases alike; None: it does not end so."""
    end = new[-1]
    if end.data != " " or end.underscore or end.reverse or end.strikethrough:
        return None
    at = len(new)
    while at and new[at - 1] == end:
        at -= 1
    return at


def _move(at: Place | None, to: Place) -> int:
    x, y = to
    ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1 if y else ''}H"]
    if at is not None:
        if at == to:
            return 0
        if at[1] == y:
            by = abs(x - at[0])
            ways.append(f"\x1b[{'' if by == 1 else by}C")
        if at[0] == x:
            by = abs(y - at[1])
            ways.append(f"\x1b[{'' if by == 1 else by}B")
        if (0, at[1] + 1) == to:
            ways.append("\r\n")
    return min(len(way) for way in ways)


def _look(cell: Char) -> Look:
    return (cell.fg, cell.bg, *(bool(getattr(cell, flag)) for flag in FLAGS))  # type: ignore[return-value]  # pyte types no flags


@cache
def _turn(before: Look, after: Look) -> int:
    """The shorter of: from the look before, or from a plain one."""
    if before == after:
        return 0
    ways = [["", *_parts(PLAIN, after)], _parts(before, after)]
    return min(len("\x1b[m") + len(";".join(parts)) for parts in ways)


def _parts(before: Look, after: Look) -> list[str]:
    parts = []
    for place, code in enumerate(FLAGS.values(), 2):
        if after[place] != before[place]:
            parts.append(str(code if after[place] else OFF[code]))
    for place, base in ((0, 30), (1, 40)):
        if after[place] != before[place]:
            parts.append(_colour(str(after[place]), base))
    return parts


@cache
def _colour(name: str, base: int) -> str:
    if name == "default":
        return str(base + 9)
    if name.removeprefix("bright") in NAMES:
        return str(base + NAMES.index(name.removeprefix("bright")) + 60 * name.startswith("bright"))
    if name in FG_BG_256:
        return f"{base + 8};5;{FG_BG_256.index(name)}"
    return f"{base + 8};2;" + ";".join(str(int(name[at : at + 2], 16)) for at in (0, 2, 4))
