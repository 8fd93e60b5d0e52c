"""Segments of text as the cells of a terminal."""

import unicodedata
from collections.abc import Iterable

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Cell = tuple[str, str]
"""A character with the marks on it, and its look (codes of an SGR sequence).

The second cell of a wide character is an empty text in the same look.
"""
BLANK: Cell = (" ", "")


class OpaqueError(Exception):
    """A text whose cells cannot be told one by one: it is sent as it is."""


def cells(strip: Iterable[Segment], colours: ColorSystem) -> list[Cell]:
    """The cells of a strip; raises OpaqueError where their number is not the strip's."""
    found: list[Cell] = []
    for text, style, control in strip:
        if control or not text:
            continue
        look = codes(style, colours) if style is not None else ""
        if text.isascii():
            if not text.isprintable():
                raise OpaqueError
            found += [(one, look) for one in text]
        else:
            _spread(text, look, found)
    return found


def codes(style: Style, colours: ColorSystem) -> str:
    """The codes of a style; raises OpaqueError on a link, which is more than a look."""
    if style.link:
        raise OpaqueError
    return style._ansi if style._ansi is not None else Strip.render_ansi(style, colours)


def _spread(text: str, look: str, found: list[Cell]) -> None:
    begun = len(found)
    for character in text:
        wide = get_character_cell_size(character)
        if wide == 0:
            if len(found) == begun or unicodedata.category(character)[0] != "M":
                raise OpaqueError  # a joiner, or a mark on what came before
            at = -1 if found[-1][0] else -2
            found[at] = (found[at][0] + character, look)
            continue
        if unicodedata.category(character)[0] == "C":
            raise OpaqueError
        found.append((character, look))
        if wide == 2:
            found.append(("", look))
