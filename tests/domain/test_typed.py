"""What was typed against the list, letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixtui.domain.names import pix_name
from pixtui.domain.typed import compare_date, compare_name


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("LE GOFF-DA SILVA", "le goff da silva"),
        ("N'Diaye", "NDIAYE"),
        ("Maëlys", "maelys"),
        ("Œuvrard", "Œuvrard"),
        ("Œuvrard", "uvrard"),
        ("Weiß", "WEISS"),
    ],
)
def test_what_pix_takes_is_the_same(listed: str, typed: str) -> None:
    found = compare_name(listed, typed)
    assert found.same
    assert found.differences == ()


@pytest.mark.parametrize(
    ("listed", "typed", "differences"),
    [
        ("DA SILVA", "DA SYLVA", [("changed", "I", "Y", 4)]),
        ("GOFF", "GOF", [("missing", "F", "", 4)]),
        ("GOF", "GOFF", [("added", "", "F", 4)]),
        ("Œuvrard", "Oeuvrard", [("added", "", "OE", 1)]),
        ("Jean Marc", "Jean", [("missing", "MARC", "", 5)]),
    ],
)
def test_each_difference_has_its_place(
    listed: str, typed: str, differences: list[tuple[str, str, str, int]]
) -> None:
    found = compare_name(listed, typed)
    assert not found.same
    assert [(one.kind, one.listed, one.typed, one.at) for one in found.differences] == differences


def test_the_letters_pix_drops_are_named() -> None:
    assert compare_name("Œuvrard Øst", "OEUVRARD").lost == ("Œ", "Ø")


def test_a_date_is_compared_by_its_digits() -> None:
    assert compare_date("01/04/2010", "01-04-2010").same
    assert compare_date("01/04/2010", "04/01/2010").differences


@given(st.text(max_size=12), st.text(max_size=12))
def test_the_pieces_put_together_are_both_spellings(listed: str, typed: str) -> None:
    found = compare_name(listed, typed)
    assert "".join(one.listed for one in found.pieces) == pix_name(listed)
    assert "".join(one.typed for one in found.pieces) == pix_name(typed)
    assert found.same == (not found.differences)
