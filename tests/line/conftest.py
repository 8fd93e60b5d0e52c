"""A fictional session in the middle of its day, in a home of its own."""

import shutil
from pathlib import Path

import pytest

from pixtui.resources import sample_sessions


@pytest.fixture
def mid_exam(tmp_path: Path) -> Path:
    """A copy of the sample session in the middle of its day."""
    return Path(shutil.copy(sample_sessions() / "mid-exam.json", tmp_path / "b204.json"))
