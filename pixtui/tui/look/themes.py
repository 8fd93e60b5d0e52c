"""The palettes as Textual and Rich take them."""

from collections.abc import Mapping
from functools import cache
from typing import cast, get_args

from rich.style import Style
from textual.theme import Theme

from pixtui.present.tone import Tone
from pixtui.tui.look.palettes import Palette, palette

TONES = cast(tuple[Tone, ...], get_args(Tone))
USES = ("dim", "accent", "good", "warning", "danger")
_COLOUR_OF: Mapping[Tone, str] = {
    "dim": "dim",
    "accent": "accent",
    "good": "good",
    "warning": "warning",
    "danger": "danger",
    "cursor": "accent",
}
MOST_GROUNDS = 32
_ANY = "#808080"
"""A colour for where none is shown."""


def textual_theme(of: Palette) -> Theme:
    """What the style sheets mean by ``$panel``, ``$dim`` and so on."""

    def colour(text: str) -> str:
        return text or _ANY

    return Theme(
        name=f"pixtui-{of.name}",
        dark=of.dark,
        primary=colour(of.accent),
        accent=colour(of.accent),
        warning=colour(of.warning),
        error=colour(of.danger),
        success=colour(of.good),
        foreground=colour(of.text),
        background=colour(of.ground),
        surface=colour(of.surface),
        panel=colour(of.panel),
        variables={
            "dim": colour(of.dim),
            "frame": colour(of.frame),
            "input-cursor-background": colour(of.text),
            "input-cursor-foreground": colour(of.ground),
            "input-selection-background": colour(of.frame),
            "scrollbar": colour(of.frame),
            "scrollbar-hover": colour(of.frame),
            "scrollbar-active": colour(of.frame),
            "scrollbar-background": colour(of.panel),
            "scrollbar-background-hover": colour(of.panel),
            "scrollbar-background-active": colour(of.panel),
        },
    )


class Tones:
    """How the tones look in a theme: each by a colour and, where it matters, an attribute too.

    Colour helps and is never the message: without it the same things differ.
    """

    def __init__(self, of: Palette) -> None:
        self._styles = {tone: _style(of, tone) for tone in TONES}
        self._grounds: dict[Style, Mapping[Tone, Style]] = {}

    def style(self, tone: Tone) -> Style:
        """How that tone looks here."""
        return self._styles[tone]

    def on(self, base: Style) -> Mapping[Tone, Style]:
        """How all the tones look on that ground; a few grounds are kept, they come line by line."""
        found = self._grounds.get(base)
        if found is None:
            found = {tone: base + style for tone, style in self._styles.items()}
            if len(self._grounds) >= MOST_GROUNDS:
                self._grounds.clear()
            self._grounds[base] = found
        return found


@cache
def tones(name: str, *, sixteen: bool = False) -> Tones:
    """The tones of that theme, on a terminal of many colours or of sixteen."""
    return Tones(palette(name, sixteen=sixteen))


def _style(of: Palette, tone: Tone) -> Style:
    """The colour of a tone and its attributes; these may name another colour of the palette."""
    said = of.tones.get(tone, "").split()
    attributes = [one for one in said if one not in USES]
    uses = [one for one in said if one in USES] or [_COLOUR_OF.get(tone, "")]
    colour = getattr(of, uses[0]) if uses[0] else ""
    return Style.parse(" ".join(attributes)) + (Style(color=colour) if colour else Style())
