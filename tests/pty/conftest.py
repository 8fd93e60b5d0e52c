"""What every test on a real terminal starts from."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from pixtui.resources import sample_sessions
from tests.pty.terminal import EXIT_SECONDS, looks, processes


@pytest.fixture
def mid_exam(tmp_path: Path) -> Iterator[Path]:
    """A session in the middle of its day; no process is left on it, whatever the test does."""
    session = Path(shutil.copy(sample_sessions() / "mid-exam.json", tmp_path / "mid-exam.json"))
    yield session
    try:
        for _ in looks(EXIT_SECONDS, "the end of every process"):
            if not processes(session):
                break
    finally:
        for pid in processes(session):
            os.kill(pid, signal.SIGKILL)
