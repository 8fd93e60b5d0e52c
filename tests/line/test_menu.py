"""Every line of the menu, in every kind of session: entered, looked at, left."""

import shutil
from pathlib import Path

import pytest

from pixtui.cli import main
from pixtui.line.menu import PARTS
from pixtui.resources import sample_sessions
from tests.line.test_line_mode import piped

SAMPLES = sorted(path.name for path in sample_sessions().glob("*.json"))


def walk(session: Path) -> str:
    """Go into every part, take its first line, and come back to the menu by empty lines."""
    answers = []
    for number in range(1, len(PARTS) + 1):
        answers += [str(number), "1", ".", *[""] * 4]
    given = "\n".join([*answers, "q", ""])
    done = piped(session.parent, str(session), "--by", "Mme Sarr", given=given)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.count("Menu, 1 à") > len(PARTS)
    return done.stdout


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_part_is_entered_and_left(sample: str, tmp_path: Path) -> None:
    session = Path(shutil.copy(sample_sessions() / sample, tmp_path / sample))
    told = walk(session)
    assert "None" not in told
    hostile = sample == "hostile-names.json"  # where a name looks like a part of a sentence
    assert hostile or "{" not in told, "a part of a sentence was not filled in"


def test_of_a_purged_session_its_history_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    monkeypatch.setenv("PIXTUI_NOW", "2028-11-30T10:05:00+01:00")
    session = Path(shutil.copy(sample_sessions() / "sealed.json", tmp_path / "sealed.json"))
    assert main(["purge", str(session), "--yes", "--reason", "fini", "--by", "M. Roy"]) == 0
    told = walk(session)
    assert "Refusé" in told
