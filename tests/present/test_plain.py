"""What a terminal without accents shows can still be read, and stands where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixtui.present.plain import to_ascii, to_ascii_cells
from pixtui.present.width import width


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Zoé Bücher", "Zoe Bucher"),
        ("CŒUR-D'ÂNE", "COEUR-D'ANE"),
        ("Œuvré", "Oeuvre"),
        ("OZOLIŅŠ Kārlis", "OZOLINS Karlis"),
        ("Łukasz WOŹNIAK", "Lukasz WOZNIAK"),
        ("Straße", "Strasse"),
        ("Щукин Юлия", "Shchukin Yuliya"),
        ("ЩУКИН", "SHCHUKIN"),
        ("Γιώργος", "Giorgos"),
        ("« à 9 h »", '" a 9 h "'),
        ("e\u0301te\u0301", "ete"),
        ("grille → fin…", "grille -> fin..."),
        ("␛[31m", "^[[31m"),
        ("漢字", "??"),
    ],
)
def test_it_is_spelled_out(text: str, plain: str) -> None:
    assert to_ascii(text) == plain


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("CŒUR   09:06", "COEUR  09:06"),
        ("CŒUR 09:06  ", "COEUR 09:06 "),
        ("CŒUR 09:06", "COUR 09:06"),  # no room: rather short than out of its column
        ("ALVES-TEIXE… Inès   en cours", "ALVES-TEIXE~ Ines   en cours"),
        ("ALVES-TEIXE…    Inès", "ALVES-TEIXE...  Ines"),
        ("漢字  x", "??    x"),
    ],
)
def test_what_gets_longer_takes_of_the_next_gap(line: str, plain: str) -> None:
    assert to_ascii_cells([(line, None)]) == [(plain, None)]


def test_each_run_keeps_what_belongs_to_it() -> None:
    assert to_ascii_cells([("Œ", 1), ("uf ", 2), (" à", 3)]) == [("Oe", 1), ("uf", 2), (" a", 3)]


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Cf", "Zl", "Zp")))))
def test_any_line_is_ascii_and_as_wide_as_it_was(texts: list[str]) -> None:
    told = to_ascii_cells([(text, place) for place, text in enumerate(texts)])
    assert [place for _text, place in told] == list(range(len(texts)))
    line = "".join(text for text, _place in told)
    assert line.isascii()
    assert len(line) == width("".join(texts))
