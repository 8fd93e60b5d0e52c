"""Lines of a given width: what belongs together is not parted."""

import pytest

from pixtui.present.width import wrap


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("onglet « Finaliser » de Pix", ["onglet", "« Finaliser »", "de Pix"]),
        ("D'origine : false", ["D'origine :", "false"]),
        ("a  b", ["a  b"]),
        ("un mot bien trop long", ["un mot bien", "trop long"]),
    ],
)
def test_a_line_ends_where_a_french_one_may(text: str, lines: list[str]) -> None:
    assert wrap(text, 14 if "«" in text else 11) == lines
