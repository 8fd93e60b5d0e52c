"""Make the sample sessions from the scripts beside this file, through the program itself.

``python -m tests.samples.make`` writes ``sample_sessions/``. Each ``.jsonl`` holds, on its first
line, the arguments of ``pixtui new`` and then commands for ``pixtui apply``; every command is
applied at its own ``at``, so that nothing in the history looks entered late.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pixtui.cli import main
from pixtui.clock import NOW_VARIABLE
from pixtui.resources import sample_sessions

SCRIPTS = Path(__file__).resolve().parent
BY = "Mme Sarr"


class SampleRefusedError(Exception):
    """A line of a script that the program refused."""


def names() -> list[str]:
    """The samples that have a script."""
    return sorted(path.stem for path in SCRIPTS.glob("*.jsonl"))


def make(name: str, folder: Path) -> Path:
    """Make one sample in that folder; raises SampleRefusedError where a line is refused."""
    lines = [json.loads(line) for line in (SCRIPTS / f"{name}.jsonl").read_text().splitlines()]
    head, commands = lines[0], lines[1:]
    path = folder / f"{name}.json"
    with at(head["at"]):
        run(["new", str(path), "--fictional", "--by", head.get("by", BY), *head["arguments"]])
    for (when, by), group in groupby(commands, key=lambda one: (one["at"], one.get("by", BY))):
        batch = [{key: value for key, value in one.items() if key != "by"} for one in group]
        with at(when):
            _apply(path, by, batch)
    return path


def _apply(path: Path, by: str, batch: list[dict[str, object]]) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as script:
        script.write("".join(json.dumps(one) + "\n" for one in batch))
        script.flush()
        for answer in run(["apply", str(path), script.name, "--by", by]).splitlines():
            if not json.loads(answer)["ok"]:
                raise SampleRefusedError(f"{path.name}: {answer}")


def run(arguments: list[str]) -> str:
    """What a command of the program answers; raises SampleRefusedError where it is misused."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(arguments)
    if code not in (0, 1):
        raise SampleRefusedError(" ".join(arguments))
    return out.getvalue()


@contextlib.contextmanager
def at(when: str) -> Iterator[None]:
    """The clock of fictional sessions at that instant."""
    before = os.environ.get(NOW_VARIABLE)
    os.environ[NOW_VARIABLE] = when
    try:
        yield
    finally:
        if before is None:
            del os.environ[NOW_VARIABLE]
        else:
            os.environ[NOW_VARIABLE] = before


if __name__ == "__main__":
    target = sample_sessions()
    for wanted in sys.argv[1:] or names():
        (target / f"{wanted}.json").unlink(missing_ok=True)
        print(make(wanted, target))
        (target / f"{wanted}.json.bak").unlink(missing_ok=True)  # a sample is one file
