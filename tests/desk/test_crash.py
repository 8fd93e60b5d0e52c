"""A crash leaves a reference and a private file, and nobody's name in either."""

import stat
from pathlib import Path

import pytest

from pixtui.desk.crash import keep_crash

SECRET = "LE GOFF Maëlys BCDF23"


def _crash() -> BaseException:
    candidate = SECRET
    try:
        try:
            raise ValueError(candidate)
        except ValueError as error:
            raise RuntimeError(f"while showing {candidate}") from error
    except RuntimeError as error:
        return error


def test_the_file_says_where_and_never_whom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    reference = keep_crash(_crash())
    kept = tmp_path / "state" / "crashes" / f"{reference}.txt"
    text = kept.read_text()
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "test_crash.py" in text
    assert not any(word in text for word in SECRET.split())
    assert str(Path.home()) not in text
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_a_crash_that_cannot_be_kept_still_has_a_reference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    assert keep_crash(_crash()).endswith("(-)")
