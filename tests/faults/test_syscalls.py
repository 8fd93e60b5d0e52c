"""A sample of every system call of a life, killed before it and failed at it."""

import pytest

from tests.faults.syscalls import enumerate_all
from tests.faults.tracing import STRACE

SAMPLED = ("append", "fold", "recover", "torn", "seal")


@pytest.mark.skipif(STRACE is None, reason="strace is not installed: no call was failed")
@pytest.mark.parametrize("scenario", SAMPLED)
def test_what_was_acknowledged_survives_whatever_call_is_hit(scenario: str) -> None:
    found = enumerate_all([scenario], every=17)
    assert found.wrong == ()
    assert found.points >= 8
    assert found.killed >= 1
