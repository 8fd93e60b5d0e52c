"""What every pilot needs: its own home, and a pilot that does not doze between two keys."""

from pathlib import Path

import pytest
import textual._wait

from pixtui.clock import NOW_VARIABLE


@pytest.fixture(autouse=True)
def home(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder of one's own, and no clock from outside."""
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    monkeypatch.delenv(NOW_VARIABLE, raising=False)
    # A file name that is typed must not land in the project's folder.
    monkeypatch.chdir(tmp_path_factory.mktemp("here"))
    return tmp_path


@pytest.fixture(autouse=True)
def _brisk_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot looks every 2 ms, not every 20, whether the console is idle; tests wait anyway."""
    monkeypatch.setattr(textual._wait, "SLEEP_GRANULARITY", 0.002)
    monkeypatch.setattr(textual._wait, "SLEEP_IDLE", 0.0002)
