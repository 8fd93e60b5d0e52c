"""The themes are whole, and their tones tell the same things apart."""

from itertools import combinations

import pytest
from rich.color import Color, ColorSystem

from pixtui.present.tone import Tone
from pixtui.terminal import MONO, THEMES
from pixtui.tui.look.palettes import Palette, palette
from pixtui.tui.look.themes import TONES, Tones
from tests.tui.look.wcag import ratio, shown

NEEDED: tuple[Tone, ...] = ("plain", "strong", "warning", "danger")
"""What must look different: the name of a person, what to watch, what is wrong."""
USES = (
    *("ground", "panel", "surface", "text", "dim"),
    *("accent", "warning", "danger", "good", "frame"),
)
COLOURED = [
    pytest.param(palette(name, sixteen=sixteen), id=f"{name}-{'16' if sixteen else 'many'}")
    for name in THEMES
    for sixteen in (False, True)
]


@pytest.mark.parametrize("of", COLOURED)
@pytest.mark.parametrize(("one", "other"), list(combinations(NEEDED, 2)))
def test_what_matters_looks_different(of: Palette, one: Tone, other: Tone) -> None:
    tones = Tones(of)
    assert tones.style(one) != tones.style(other)


@pytest.mark.parametrize("name", [name for name in THEMES if name != MONO])
@pytest.mark.parametrize("sixteen", [False, True], ids=["many", "16"])
def test_every_text_colour_stands_out_on_ground_and_surface(name: str, sixteen: bool) -> None:
    of = palette(name, sixteen=sixteen)
    system = ColorSystem.STANDARD if sixteen else ColorSystem.EIGHT_BIT
    for behind in (of.ground, of.surface):
        for colour in (of.text, of.dim, of.accent, of.warning, of.danger, of.good):
            pair = [Color.parse(one).downgrade(system).get_truecolor() for one in (colour, behind)]
            assert ratio(*pair) >= of.contrast, f"{colour} on {behind}"


@pytest.mark.parametrize("name", THEMES)
def test_sixteen_colours_are_those_of_the_console(name: str) -> None:
    of = palette(name, sixteen=True)
    for use in USES:
        if not (colour := getattr(of, use)):
            continue
        parsed = Color.parse(colour)
        assert shown(parsed, ColorSystem.STANDARD) == parsed.triplet


@pytest.mark.parametrize("tone", TONES)
def test_without_colour_there_is_no_colour(tone: Tone) -> None:
    style = Tones(palette(MONO)).style(tone)
    assert style.color is None
    assert style.bgcolor is None
