"""Several consoles at once: nothing lost, doubled or decided on what was not known."""

import pytest

from tests.faults.writers import several


@pytest.mark.parametrize(("consoles", "kills", "stops"), [(2, 0, 1), (4, 2, 2), (8, 5, 3)])
def test_what_several_consoles_write_is_what_one_would_have(
    consoles: int, kills: int, stops: int
) -> None:
    found = several(consoles, 150, kills=kills, stops=stops)
    assert found.wrong == ()
    assert found.tried > 150
