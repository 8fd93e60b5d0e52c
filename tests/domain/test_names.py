"""How Pix compares a name at entry (domain notes §3)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixtui.domain.names import identity_key, lossy_letters, pix_name


@pytest.mark.parametrize(
    ("name", "compared"),
    [
        ("Zoé", "ZOE"),
        ("Le Goff-Da Silva", "LEGOFFDASILVA"),
        ("N’Diaye", "NDIAYE"),
        ("Œuvrard", "UVRARD"),
        ("Łukasz", "UKASZ"),
        ("Straße", "STRASSE"),
        ("İpek", "IPEK"),
        ("Ozoliņš 2", "OZOLINS2"),
        ("王小明", ""),
    ],
)
def test_pix_keeps_capitals_and_digits_only(name: str, compared: str) -> None:
    assert pix_name(name) == compared


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("Œuvrard Søren", ["Œ", "ø"]),
        ("Łukasz", ["Ł"]),
        ("Ææ", ["Æ", "æ"]),
        ("Zoé Maëlys", []),
        ("Straße", []),
        ("O'Neil O’Neil OʼNeil", []),
        ("Zoe\u0301", []),
    ],
)
def test_the_letters_that_pix_drops_are_known_in_advance(name: str, lost: list[str]) -> None:
    assert lossy_letters(name) == lost


@given(st.text())
def test_pix_does_not_tell_composed_from_decomposed(name: str) -> None:
    composed = pix_name(unicodedata.normalize("NFC", name))
    assert composed == pix_name(unicodedata.normalize("NFD", name))
    assert pix_name(composed) == composed


def test_names_of_another_script_are_told_apart_by_their_letters() -> None:
    assert identity_key("王", "小明") != identity_key("李", "小明")
    assert identity_key("ABADIE", "Zoé") == identity_key("abadie", "ZOE")
