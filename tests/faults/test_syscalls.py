"""A sample of every system call of every life, killed before it and failed at it."""

import pytest

from tests.faults.play import SCENARIOS
from tests.faults.syscalls import all_points, orders
from tests.faults.tracing import STRACE

EVERY = 23
"""Of so many points one is hit at each change; ``python -m tests.faults`` hits them all."""

pytestmark = pytest.mark.skipif(
    STRACE is None, reason="strace is not installed: no call was failed or killed"
)


def test_what_reaches_the_disk_does_so_in_order() -> None:
    assert orders().wrong == ()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_was_acknowledged_survives_whatever_call_is_hit(scenario: str) -> None:
    found = all_points([scenario], every=EVERY)
    assert found.wrong == ()
    assert found.tried >= 5
