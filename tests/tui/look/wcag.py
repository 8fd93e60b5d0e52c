"""Contrast as WCAG 2.2 reckons it (1.4.3, relative luminance)."""

from collections.abc import Iterable, Iterator

from rich._palettes import STANDARD_PALETTE
from rich.color import Color, ColorSystem, ColorTriplet
from rich.segment import Segment

BRIGHT = 8
"""From here on the sixteen colours of a console are the light twins of the first eight."""


def luminance(colour: ColorTriplet) -> float:
    """The relative luminance, from 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: ColorTriplet, other: ColorTriplet) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def shown(
    colour: Color, system: ColorSystem, *, bold: bool = False, behind: bool = False
) -> ColorTriplet:
    """What a terminal of that many colours shows.

    A console of sixteen shows bold as the light twin of a colour, and no light one behind a text.
    """
    told = colour.downgrade(system)
    if system is not ColorSystem.STANDARD or told.number is None:
        return told.get_truecolor()
    number = told.number % BRIGHT if behind else told.number
    if bold and not behind and number < BRIGHT:
        number += BRIGHT
    return STANDARD_PALETTE[number]


def contrasts(
    segments: Iterable[Segment], system: ColorSystem
) -> Iterator[tuple[float, str, str, str]]:
    """The contrast of each written text: how much, what, its colour and the one behind."""
    for text, style, _control in segments:
        if not text.strip() or style is None or style.color is None or style.bgcolor is None:
            continue
        bold, behind = bool(style.bold), bool(style.reverse)
        colour = shown(style.color, system, bold=bold, behind=behind)
        ground = shown(style.bgcolor, system, bold=bold and behind, behind=not behind)
        yield ratio(colour, ground), text.strip(), colour.hex, ground.hex
