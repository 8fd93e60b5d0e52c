"""The reckoning of contrast is the one of WCAG 2.2."""

import pytest
from rich.color import Color

from tests.tui.look.wcag import ratio


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#777777", 1.0),
        ("#767676", "#ffffff", 4.54),  # the lightest grey that passes AA on white
        ("#777777", "#ffffff", 4.48),
        ("#595959", "#ffffff", 7.0),  # and AAA
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_known_pairs(one: str, other: str, wanted: float) -> None:
    told = ratio(Color.parse(one).get_truecolor(), Color.parse(other).get_truecolor())
    assert told == pytest.approx(wanted, abs=0.01)
