"""Cells of the screen: how wide a text is, cut and padded without hiding that it was cut."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

CUT = "…"
_BREAKS = re.compile(r"(?<!«) (?![»:;?!])")
"""The spaces at which a line may end."""


def width(text: str) -> int:
    """How many cells a text takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_cells(one) for one in text)


@lru_cache(maxsize=4096)
def _cells(one: str) -> int:
    if unicodedata.combining(one) or unicodedata.category(one) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(one) in "WF" else 1


def fit(text: str, cells: int) -> str:
    """The text in exactly that many cells, padded, or cut with a visible mark."""
    wide = width(text)
    if wide <= cells:
        return text + " " * (cells - wide)
    kept, room = "", max(cells - 1, 0)
    for one in text:
        if width(kept + one) > room:
            break
        kept += one
    return kept + CUT + " " * (room - width(kept)) if cells > 0 else ""


def cut(text: str, cells: int) -> str:
    """The text in at most that many cells, cut with a visible mark."""
    return text if width(text) <= cells else fit(text, cells).rstrip()


def wrap(text: str, cells: int) -> list[str]:
    """The text on lines of at most that many cells, broken at spaces where there are any.

    Not at those inside French quotation marks or before a double sign, which belong to the word.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in _short_words(paragraph, max(cells, 2)):
            tried = f"{line} {word}" if line else word
            if line and width(tried) > cells:
                lines.append(line)
                line = word
            else:
                line = tried
        lines.append(line)
    return lines


def _short_words(paragraph: str, cells: int) -> Iterator[str]:
    """The words of a paragraph, those longer than a line cut into lines."""
    for word in _BREAKS.split(paragraph):
        rest = word
        while width(rest) > cells:
            cut = next(n for n in range(len(rest), 0, -1) if width(rest[:n]) <= cells)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest
