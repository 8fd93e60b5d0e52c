"""What was acknowledged survives a power cut, on three file systems."""

import pytest

from tests.faults.power import KINDS, cuts, must_lose, why_not

CUTS = 20


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_acknowledged_survives_a_power_cut(kind: str) -> None:
    reason = why_not(kind)
    if reason:
        pytest.skip(f"no power was cut on {kind}: {reason}")
    assert cuts(kind, CUTS).wrong == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_disk_that_lies_is_found_out(kind: str) -> None:
    reason = why_not(kind)
    if reason:
        pytest.skip(f"no power was cut on {kind}: {reason}")
    assert must_lose(kind).wrong == ()
