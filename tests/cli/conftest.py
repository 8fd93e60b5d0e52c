"""The command line, run in this process, in a home of its own."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen

from pixtui.cli import main

NEW = ["--site", "Collège fictif", "--room", "B204", "--date", "2026-11-30", "--time", "09:00",
       "--examiner", "Mme Sarr", "--number", "123456", "--by", "Mme Sarr"]  # fmt: skip


@frozen
class Done:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The answer, as JSON."""
        return json.loads(self.out)

    @property
    def answers(self) -> list[Any]:
        """The answers of ``apply``, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run ``pixtui`` with these arguments; ``given`` is its standard input."""
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def go(*arguments: str, given: str | bytes = b"") -> Done:
        data = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        try:
            code = main(["--lang", "en", *arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert "\x1b" not in out + err
        return Done(code, out, err)

    return go


@pytest.fixture
def session(run: Run) -> str:
    """A session file that has just been created."""
    done = run("new", "b204.json", *NEW)
    assert done.code == 0
    return "b204.json"


def script(*commands: dict[str, Any]) -> str:
    """Commands as ``apply`` takes them."""
    return "".join(json.dumps(one) + "\n" for one in commands)
