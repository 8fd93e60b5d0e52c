"""A terminal emulator to replay bytes in, and its cells in the words of the shadow."""

import unicodedata

import pyte
from pyte.screens import Char

from pixtui.tui.wire.cells import Cell
from pixtui.tui.wire.sgr import Look, look

COLOURS = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")


class _Screen(pyte.Screen):
    """pyte's screen, but a mark on the last character of a line does not begin the next one."""

    def draw(self, data: str) -> None:
        """Put text on the screen."""
        for character in data:
            if unicodedata.combining(character) and self.cursor.x == self.columns:
                line = self.buffer[self.cursor.y]
                at = self.columns - 1 if line[self.columns - 1].data else self.columns - 2
                joined = unicodedata.normalize("NFC", line[at].data + character)
                line[at] = line[at]._replace(data=joined)
            else:
                super().draw(character)


class Emulator:
    """A terminal of some size, which erases in the colour of the background."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = _Screen(width, height)
        self.stream = pyte.Stream(self.screen)

    def feed(self, text: str) -> None:
        """Replay what was sent."""
        self.stream.feed(text)

    def text(self, y: int) -> str:
        """The text of a line; the second half of a wide character is empty."""
        line = self.screen.buffer[y]
        return "".join(line[x].data for x in range(self.screen.columns))

    def seen(self, y: int) -> list[tuple[str, frozenset[str], str, str]]:
        """The cells of a line as the eye sees them."""
        line = self.screen.buffer[y]
        return [_seen(line[x]) for x in range(self.screen.columns)]


def _seen(cell: Char) -> tuple[str, frozenset[str], str, str]:
    names = ("bold", "italics", "underscore", "reverse", "strikethrough")
    attributes = {name for name in names if getattr(cell, name)}
    return unicodedata.normalize("NFC", cell.data), frozenset(attributes), cell.fg, cell.bg


ATTRIBUTES = {1: "bold", 3: "italics", 4: "underscore", 7: "reverse", 9: "strikethrough"}


def wanted(cell: Cell) -> tuple[str, frozenset[str], str, str]:
    """What the eye should see of a cell."""
    text, codes = cell
    parts: Look = look(codes)
    attributes = frozenset(ATTRIBUTES[one] for one in parts.attributes if one in ATTRIBUTES)
    shown = unicodedata.normalize("NFC", text)
    return shown, attributes, _colour(parts.colour, 30), _colour(parts.background, 40)


def _colour(code: str, base: int) -> str:
    if not code:
        return "default"
    first, *rest = code.split(";")
    if rest and rest[0] == "2":
        return "".join(f"{int(one):02x}" for one in rest[1:])
    if rest:
        from pyte.graphics import FG_BG_256

        return str(FG_BG_256[int(rest[1])])
    number = int(first) - base
    return COLOURS[number] if number < 8 else f"bright{COLOURS[number - 60]}"
