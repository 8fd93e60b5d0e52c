"""A fictional session in the middle of its day, in a home of its own."""

import shutil
from pathlib import Path

import pytest

from pixtui.resources import sample_sessions


@pytest.fixture
def mid_exam(tmp_path: Path) -> Path:
    """A copy of the sample session in the middle of its day."""
    return Path(shutil.copy(sample_sessions() / "mid-exam.json", tmp_path / "b204.json"))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name typed where a file is asked for must not land in the project's folder."""
    monkeypatch.chdir(tmp_path_factory.mktemp("here"))
