"""The console in a pty: cold start, each kind of key, rest, a slow line; others beside it."""

from pathlib import Path

from tests.benchmarks.console import keys, resting, slow_line, starting
from tests.benchmarks.console.programs import SUBJECT, programs
from tests.benchmarks.measure import Row, Size

__all__ = ["SUBJECT", "measure"]


def measure(folder: Path, size: Size) -> list[Row]:
    """The rows about the console."""
    listed: list[Row] = []
    for candidates in size.console_candidates:
        for screen in size.screens:
            own = folder / f"{candidates}-{screen[0]}"
            own.mkdir()
            found = programs(own, candidates, screen[0])
            case = f"{candidates:,} at {screen[0]}x{screen[1]}"
            listed += starting.rows(case, found, screen, size)
            if screen == size.screens[0]:
                listed += resting.rows(f"{candidates:,}", found, size)
                listed += slow_line.rows(f"{candidates:,}", found, size)
            listed += keys.rows(case, found, screen, size, candidates)
    return listed
