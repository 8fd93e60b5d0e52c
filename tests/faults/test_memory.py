"""No memory, no damage."""

import pytest

from tests.faults.memory import available, every_allocation


@pytest.mark.skipif(not available(), reason="this Python cannot fail an allocation")
def test_a_failed_allocation_loses_nothing() -> None:
    found = every_allocation(every=7)
    assert found.wrong == ()
    assert found.tried >= 200
