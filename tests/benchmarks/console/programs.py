"""The programs that are measured: the console, and others that show the same rows."""

import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from attrs import frozen

from tests.benchmarks.console.line import Line
from tests.benchmarks.console.minimal import MARKER
from tests.benchmarks.console.session import NOW, busy_session, plain_copy
from tests.benchmarks.measure import told
from tests.pty.terminal import environment

SUBJECT = "console"
PIXTUI, PLAIN, MINIMAL = "pixtui", "plain Textual paint", "minimal"
GRID_MARKER = b"signes"
"""In the heading of the grid: the rows come in the same update."""
KEYS_MARKER = "Étapes".encode()
"""In the footer of the others, which comes last."""
SWITCH = "PIXTUI_PLAIN_PAINT"


@frozen
class Program:
    """What is started, and how its first useful paint is known."""

    name: str
    command: tuple[str, ...]
    marker: bytes
    env: dict[str, str]

    def on(self, size: tuple[int, int], through: Sequence[str] = ()) -> Line:
        """Start it on a terminal of that size."""
        return Line([*through, *self.command], self.env, size)

    def shown(self, stack: ExitStack, size: tuple[int, int], through: Sequence[str] = ()) -> Line:
        """Start it and wait until it stands still."""
        line = stack.enter_context(self.on(size, through))
        line.until(self.marker)
        line.settled(quiet=0.3)
        return line


def programs(folder: Path, candidates: int, width: int) -> dict[str, Program]:
    """The console on a session, and the others on the same rows."""
    session, copy = folder / "session.json", folder / f"{width}.json"
    if not session.exists():
        busy_session(session, candidates)
    plain_copy(session, copy, width)
    twin = folder / "twin" / session.name  # so that neither sees the other at work
    if not twin.exists():
        twin.parent.mkdir()
        shutil.copy(session, twin)
    env = environment(folder, PIXTUI_NOW=NOW)
    python = sys.executable
    pixtui, plain = (
        (python, "-m", "pixtui", str(one), "--by", "Mme Sarr") for one in (session, twin)
    )
    here = "tests.benchmarks.console"
    listed = [
        Program(PIXTUI, pixtui, GRID_MARKER, env),
        Program(PLAIN, plain, GRID_MARKER, env | {SWITCH: "1"}),
        Program("DataTable", (python, "-m", f"{here}.data_table", str(copy)), KEYS_MARKER, env),
        Program("curses", (python, "-m", f"{here}.with_curses", str(copy)), KEYS_MARKER, env),
        Program(MINIMAL, (python, "-m", f"{here}.minimal"), MARKER.encode(), env),
    ]
    return {one.name: one for one in listed}


def beside(values: Mapping[str, float], unit: str) -> str:
    """What the others cost, as a note; the console and the floor are told elsewhere."""
    others = {name: value for name, value in values.items() if name not in (PIXTUI, MINIMAL)}
    return " · ".join(f"{name} {told(value, unit)}" for name, value in others.items())
