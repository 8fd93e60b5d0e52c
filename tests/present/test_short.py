"""Long names in sentences: cut in the middle, never in what is said about them."""

from hypothesis import given
from hypothesis import strategies as st

from pixtui.domain.outcome import Finding, Refusal
from pixtui.present.short import NAME_CELLS, short_name, short_refusal
from pixtui.present.width import width


def test_both_ends_of_a_name_stay() -> None:
    told = short_name("DE LA ROCHEFOUCAULD-MONTMORENCY Marie-Antoinette")
    assert told.startswith("DE LA ROCHEFOUCAUL")
    assert told.endswith("toinette")
    assert width(told) <= NAME_CELLS
    assert short_name("LE GOFF Maëlys") == "LE GOFF Maëlys"


@given(st.text(max_size=80), st.integers(5, 40))
def test_no_name_is_wider_than_its_cells(name: str, cells: int) -> None:
    assert width(short_name(name, cells)) <= max(cells, 0)


def test_only_names_are_cut() -> None:
    long = "x" * 60
    found = Finding("c4_to_report", params={"name": long})
    told = short_refusal(Refusal("holes", {"reason": long, "names": (long,)}, (found,)))
    assert told.params["reason"] == long
    assert width(str(told.findings[0].params["name"])) == NAME_CELLS
    assert told.params["names"] == (short_name(long),)
