"""Tones: what a text means for the eye, and how it looks in colour and without.

Colour helps and is never the message: each tone also has an attribute (bold, reverse, dim,
underline) so that a monochrome terminal tells the same things apart.
"""

from collections.abc import Mapping
from functools import lru_cache

from rich.style import Style

from pixtui.present.tone import Tone

COLOURED: Mapping[Tone, Style] = {
    "plain": Style(),
    "dim": Style(color="#8a8f98"),
    "strong": Style(bold=True),
    "accent": Style(color="#5fd7ff", bold=True),
    "good": Style(color="#87d787"),
    "warning": Style(color="#ffd75f", bold=True),
    "danger": Style(color="#ff8787", bold=True),
    "cursor": Style(color="#5fd7ff", bold=True),
}
MONOCHROME: Mapping[Tone, Style] = {
    "plain": Style(),
    "dim": Style(),
    "strong": Style(bold=True),
    "accent": Style(bold=True),
    "good": Style(),
    "warning": Style(underline=True),
    "danger": Style(reverse=True),
    "cursor": Style(bold=True),
}


class Tones:
    """The styles of the tones, in colour or in a real monochrome."""

    def __init__(self, *, monochrome: bool = False) -> None:
        self._styles = MONOCHROME if monochrome else COLOURED

    def style(self, tone: Tone) -> Style:
        """How that tone looks here."""
        return self._styles[tone]

    def on(self, base: Style) -> Mapping[Tone, Style]:
        """How all the tones look on that ground."""
        return _on(base, monochrome=self._styles is MONOCHROME)


@lru_cache(maxsize=64)
def _on(base: Style, *, monochrome: bool) -> Mapping[Tone, Style]:
    styles = MONOCHROME if monochrome else COLOURED
    return {tone: base + style for tone, style in styles.items()}
