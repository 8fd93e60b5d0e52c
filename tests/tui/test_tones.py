"""Tones tell the same things apart in colour and without."""

from itertools import combinations

import pytest

from pixtui.tui.tones import COLOURED, MONOCHROME, Tones

NEEDED = ("plain", "strong", "warning", "danger")
"""What must look different: the name of a person, what to watch, what is wrong."""


@pytest.mark.parametrize("monochrome", [False, True])
@pytest.mark.parametrize(("one", "other"), list(combinations(NEEDED, 2)))
def test_what_matters_looks_different(monochrome: bool, one: str, other: str) -> None:
    tones = Tones(monochrome=monochrome)
    assert tones.style(one) != tones.style(other)  # type: ignore[arg-type]  # names of tones


def test_without_colour_there_is_no_colour() -> None:
    assert all(style.color is None and style.bgcolor is None for style in MONOCHROME.values())


def test_both_know_every_tone() -> None:
    assert COLOURED.keys() == MONOCHROME.keys()
