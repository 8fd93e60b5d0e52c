"""The shadow of the terminal: the cells it shows, and the shortest text that makes them others.

A line whose cells cannot be told (an emoji sequence, a link) is sent whole, as Textual would; the
shadow then forgets that line, so that it is sent whole again until it is plain. What the terminal
shows is unknown after a resize or when something else painted: everything is sent once more.
"""

from collections.abc import Iterable, Mapping, Sequence

from pixtui.tui.wire.cells import BLANK, Cell
from pixtui.tui.wire.moves import Place, move
from pixtui.tui.wire.sgr import fills, turn

Line = list[Cell]
GAP = 4
"""Unchanged cells between two changed ones that are rather sent again than jumped over."""
MOVED = 3
"""Lines that are found elsewhere, from which on it is worth a try to move them."""
TAIL = 5
"""Blank cells at the end of a line from which on erasing is shorter than writing."""


class Shadow:
    """What one terminal shows, as far as it is known."""

    def __init__(self, *, erases_in_colour: bool = False, scrolls: bool = False) -> None:
        self._lines: list[Line | None] = []
        self._width = 0
        self._cursor: Place | None = None
        self._look = ""
        self._erases, self._scrolls = erases_in_colour, scrolls

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of what is known."""
        return self._width, len(self._lines)

    def forget(self) -> None:
        """Something else painted: nothing is known any more."""
        self._lines = [None] * len(self._lines)
        self._cursor = None

    def resize(self, width: int, height: int) -> None:
        """The terminal has another size; what it made of its old content is unknown."""
        if (width, height) != self.size:
            self._width, self._lines = width, [None] * height
            self._cursor = None

    def line(self, y: int) -> Line | None:
        """The cells of a line; None where they are not known."""
        return self._lines[y]

    # --- what is to be sent

    def paint(self, y: int, x: int, cells: Sequence[Cell]) -> str:
        """These cells on that line from that column on."""
        known = self._lines[y]
        end = x + len(cells)
        if known is None:
            sent = self._write(y, x, cells)
            if x == 0 and end == self._width:
                self._lines[y] = list(cells)
            return sent
        if known[x:end] == list(cells):
            return ""
        new = [*known[:x], *cells, *known[end:]]
        sent = self._difference(y, known, new)
        self._lines[y] = new
        return sent

    def scroll(self, wanted: Mapping[int, Line]) -> str:
        """Make these lines what they are to be by moving lines, where that is the shorter way.

        Empty where it is not: nothing is done then.
        """
        if not self._scrolls:
            return ""
        old = self._lines
        changed = {y: line for y, line in wanted.items() if old[y] is not None and old[y] != line}
        by, top, bottom = _moved(old, changed)
        if not by:
            return ""
        region = range(top, bottom + 1)
        final = {y: changed.get(y) or old[y] for y in region}
        before = list(old), self._cursor, self._look
        moved = self._move_lines(by, top, bottom) + self._all(final)
        after = self._lines, self._cursor, self._look
        self._lines, self._cursor, self._look = list(before[0]), *before[1:]
        written = self._all(final)
        if len(written) <= len(moved):
            self._lines, self._cursor, self._look = before
            return ""
        self._lines, self._cursor, self._look = after
        return moved

    def _move_lines(self, by: int, top: int, bottom: int) -> str:
        """Move the lines between these two up, or down where ``by`` is negative."""
        plain = self._turn("")  # the lines that come in are blanks of this look
        how = f"\x1b[{by}M" if by > 0 else f"\x1b[{-by}L"
        lines: list[Line | None] = self._lines[top : bottom + 1]
        fresh: list[Line | None] = [[BLANK] * self._width for _ in range(abs(by))]
        kept = [*lines[by:], *fresh] if by > 0 else [*fresh, *lines[:by]]
        self._lines[top : bottom + 1] = kept
        self._cursor = None
        return f"{plain}\x1b[{top + 1};{bottom + 1}r\x1b[{top + 1}H{how}\x1b[r"

    def _all(self, lines: Mapping[int, Line | None]) -> str:
        return "".join(self.paint(y, 0, line) for y, line in lines.items() if line is not None)

    def opaque(self, y: int, x: int, text: str) -> str:
        """A text whose cells cannot be told, sent as it is."""
        sent = self._turn("") + move(None, (x, y)) + text + "\x1b[m"
        self._lines[y], self._cursor, self._look = None, None, ""
        return sent

    def rest(self) -> str:
        """What ends an update: the plain look, which whatever else writes may count on."""
        return self._turn("")

    def place(self, at: Place) -> str:
        """Put the terminal's own cursor there."""
        sent = move(self._cursor, at)
        self._cursor = at
        return sent

    def _difference(self, y: int, old: Line, new: Line) -> str:
        width = self._width
        tail = self._tail(old, new)
        sent: list[str] = []
        stop = width if tail is None else tail
        at = 0
        while at < stop:
            if old[at] == new[at]:
                at += 1
                continue
            end = at + 1
            same = 0
            for place in range(end, stop):
                if old[place] != new[place]:
                    end, same = place + 1, 0
                else:
                    same += 1
                    if same > GAP:
                        break
            while at and new[at][0] == "":
                at -= 1  # a wide character is written whole
            while end < width and new[end][0] == "":
                end += 1
            sent.append(self._write(y, at, new[at:end]))
            at = end
        if tail is not None:
            sent.append(move(self._cursor, (tail, y)) + self._turn(new[tail][1]) + "\x1b[K")
            self._cursor = (tail, y)
        return "".join(sent)

    def _tail(self, old: Line, new: Line) -> int | None:
        """Where the line ends in blanks that are rather erased than written; None: nowhere."""
        blank = new[-1]
        if blank[0] != " " or not fills(blank[1]) or not (self._erases or blank == BLANK):
            return None
        at = len(new)
        while at and new[at - 1] == blank:
            at -= 1
        changed = [place for place in range(at, len(new)) if old[place] != blank]
        if len(changed) < TAIL:
            return None
        return changed[0]

    def _write(self, y: int, x: int, cells: Sequence[Cell]) -> str:
        """These cells, all of them."""
        sent = [move(self._cursor, (x, y))]
        sure = True
        for text, look in cells:
            if look != self._look:
                sent.append(self._turn(look))
            if text:
                sent.append(text)
            sure = sure and text.isascii() and len(text) == 1
        end = x + len(cells)
        # After the last column, and after a character that terminals do not agree upon, the
        # terminal's cursor may be anywhere.
        self._cursor = (end, y) if sure and end < self._width else None
        return "".join(sent)

    def _turn(self, look: str) -> str:
        sent = turn(self._look, look)
        self._look = look
        return sent


def _moved(old: Sequence[Line | None], changed: Mapping[int, Line]) -> tuple[int, int, int]:
    """By how many lines up most of what changed has moved, and between which lines; 0: not."""
    places: dict[tuple[Cell, ...], list[int]] = {}
    for y in changed:
        line = old[y]
        assert line is not None  # only lines that are known can be said to have changed
        places.setdefault(tuple(line), []).append(y)
    found: dict[int, list[int]] = {}
    for y, new in changed.items():
        for at in places.get(tuple(new), ()):
            found.setdefault(at - y, []).append(y)
    by, lines = max(found.items(), key=lambda one: len(one[1]), default=(0, []))
    if len(lines) < MOVED:
        return 0, 0, 0
    top, bottom = min(lines) + min(by, 0), max(lines) + max(by, 0)
    if any(line is None for line in old[top : bottom + 1]):
        return 0, 0, 0
    return by, top, bottom


def rows(lines: Iterable[Sequence[Cell]]) -> list[str]:
    """The text of lines of cells, for looking at."""
    return ["".join(text for text, _look in line) for line in lines]
