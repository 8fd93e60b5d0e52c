"""The tests would see a bug: each of these is planted, and must be caught."""

import pytest

from tests.faults.mutants import MUTANTS, caught
from tests.faults.tracing import STRACE


@pytest.mark.skipif(STRACE is None, reason="strace is not installed: no bug was planted")
@pytest.mark.parametrize("name", MUTANTS)
def test_a_storage_bug_is_caught(name: str) -> None:
    assert caught(name)
