"""What opening a session costs, its chain checked, against parsing the same bytes."""

import gc
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from pixtui.desk.desk import Desk
from pixtui.store.beside import journal_of
from pixtui.store.errors import StoreError
from pixtui.store.projection import project
from pixtui.store.session_store import SessionStore
from tests.benchmarks.measure import Goal, Row, Size, Timer, interleaved, medians, timed
from tests.benchmarks.scene import BY, clock, long_history, unfold

SUBJECT = "open"
FLOOR = "json.loads"
GOALS = {
    1_000: Goal(most=100, unit="ms"),
    5_000: Goal(most=9, unit="x"),
    100_000: Goal(most=2_000, unit="ms", binding=False),
}
LONG, ROUNDS_OF_A_LONG_ONE = 10_000, 3
NAME = "session.json"


class Opened(Protocol):
    """What opening gives."""

    def close(self) -> None:
        """Leave."""


def measure(folder: Path, size: Size) -> list[Row]:
    """The rows about opening, each length at rest and with everything in the journal."""
    rows = []
    for entries in size.histories:
        rounds = size.open_rounds if entries <= LONG else ROUNDS_OF_A_LONG_ONE
        kept = folder / f"at-rest-{entries}"
        kept.mkdir()
        long_history(kept / NAME, entries)
        rows += _rows(kept, f"{entries:,} at rest", entries, rounds)
        unfold(kept / NAME, journal_of(kept / NAME))
        rows += _rows(kept, f"{entries:,} in the journal", entries, rounds)
    return rows


def _rows(kept: Path, case: str, entries: int, rounds: int) -> list[Row]:
    openers: dict[str, Callable[[Path], Opened]] = {
        "SessionStore.open": lambda path: SessionStore.open(path, project=project, by=BY),
        "Desk.open": lambda path: Desk.open(path, BY, clock),
    }
    timers = {name: _opening(kept, opener) for name, opener in openers.items()}
    found = medians(interleaved(rounds, {FLOOR: _parsing(kept), **timers}))
    floor = found[FLOOR]
    return [
        Row(
            subject=SUBJECT,
            case=f"{case}: {FLOOR}",
            measured=floor,
            floor=floor,
            note="the floor",
        ),
        *(
            Row(
                subject=SUBJECT,
                case=f"{case}: {name}",
                measured=found[name],
                floor=floor,
                goal=GOALS.get(entries),
            )
            for name in timers
        ),
    ]


def _parsing(kept: Path) -> Timer:
    """Parse the bytes of the file and each line of its journal."""
    journal = journal_of(kept / NAME)
    parts = [(kept / NAME).read_bytes()]
    if journal.exists():
        parts += journal.read_bytes().splitlines()

    def go() -> float:
        gc.collect()
        return timed(lambda: [json.loads(part) for part in parts])

    return go


def _opening(kept: Path, opener: Callable[[Path], Opened]) -> Timer:
    """Open a fresh copy, as leaving it would fold its journal into the file."""
    fresh = kept.with_name(f"{kept.name}-copy")

    def go() -> float:
        _copy(kept, fresh)
        held: list[Opened] = []
        gc.collect()
        took = timed(lambda: held.append(opener(fresh / NAME)))
        shutil.rmtree(fresh)
        with suppress(StoreError):  # its file is gone, so that nothing is folded
            held[0].close()
        return took

    return go


def _copy(kept: Path, fresh: Path) -> None:
    """Copy a folder onto the disk, so that the opener does not wait for that."""
    shutil.copytree(kept, fresh)
    for path in (*fresh.iterdir(), fresh):
        descriptor = os.open(path, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
