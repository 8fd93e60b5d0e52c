"""The one typeface of the papers: what it can print, how wide a text is, where it breaks.

DejaVu Sans Condensed comes with the program (``fonts/``, openly licensed): Latin with all its
marks, Greek, Cyrillic. It places combining marks without a shaping engine. Scripts that need
one (Arabic, Devanagari…) or run from right to left are not printed: a name in one of them is
an error that names the candidate, never a hole on the paper.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from pixtui.documents.embedding import loaded

POINT = 25.4 / 72
"""Millimetres in a point."""
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))
PRINTED = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x250))))
"""What the typeface prints for certain: names in these letters need no look at its file."""
_SIGNS = "ªºµ"
"""Letters for Unicode, signs of no script for everyone else."""
_PLAIN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "COMBINING", "ARMENIAN", "GEORGIAN", "MODIFIER")


@frozen
class Face:
    """One style of the typeface: the width of each character it has, in thousandths of an em."""

    widths: Mapping[int, float]

    def width(self, text: str, size: float) -> float:
        """How wide a text is, in millimetres, at a size in points."""
        known = self.widths
        return sum(known.get(ord(one), 600) for one in text) * size * POINT / 1000

    def wrapped(self, text: str, size: float, width: float) -> list[str]:
        """The text in lines no wider than that; a word that is wider is broken."""
        return [
            line
            for paragraph in text.split("\n")
            for line in self._paragraph(paragraph, 1000 * width / (size * POINT))
        ]

    def _paragraph(self, text: str, room: float) -> Iterator[str]:
        known, line, used = self.widths, "", 0.0
        space = known.get(32, 300)
        for word in text.split(" "):
            wide = sum(known.get(ord(one), 600) for one in word)
            if line and used + space + wide > room:
                yield line
                line, used = "", 0.0
            elif line or used:
                line, used = f"{line} ", used + space
            rest = word
            while wide > room:
                head = self._fitting(rest, room)
                yield head
                rest = rest[len(head) :]
                wide = sum(known.get(ord(one), 600) for one in rest)
            line, used = line + rest, used + wide
        yield line

    def _fitting(self, word: str, room: float) -> str:
        """The longest beginning of a word that fits, at least one character; marks stay on."""
        used = 0.0
        for place, character in enumerate(word):
            used += self.widths.get(ord(character), 600)
            if used > room and place and not unicodedata.combining(character):
                return word[:place]
        return word


@cache
def face(style: str) -> Face:
    """The widths of a style, as fpdf2 draws it."""
    return Face(dict(loaded(style).cw))


def unprintable(text: str) -> str | None:
    """The first character of a text that cannot be printed; None where all of it can."""
    if text.isascii() or PRINTED.issuperset(text):
        return None
    known = face("").widths
    for character in text:
        if ord(character) not in known or not _plain(character):
            return character
    return None


def _plain(character: str) -> bool:
    """Whether a character prints by itself, from left to right."""
    if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
        return False
    if unicodedata.category(character)[0] not in "LM" or character in _SIGNS:
        return True
    return unicodedata.name(character, "?").startswith(_PLAIN_SCRIPTS)


def printable(text: str) -> str:
    """Free text as it can be printed: composed, and what has no glyph told by its code."""
    composed = unicodedata.normalize("NFC", text)
    if unprintable(composed) is None:
        return composed
    return "".join(one if unprintable(one) is None else f"<U+{ord(one):04X}>" for one in composed)
