"""Many consoles that write to one session at once: how long each waits, and nothing lost.

Run as a module this is one of those consoles.
"""

import fcntl
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from pixtui.domain.commands import CheckIdentity, Command
from pixtui.store.codec import command_body
from pixtui.store.errors import StoreError
from pixtui.store.projection import project
from pixtui.store.reading import read
from pixtui.store.session_store import SessionStore
from tests.benchmarks.measure import Goal, Row, Size, percentile
from tests.benchmarks.processes import at_once, when_told
from tests.benchmarks.scene import BY, NINE, RECORDED, line_of, new_session

SUBJECT = "writers"
CANDIDATES = 30
GOAL = Goal(most=50, unit="ms", binding=False)
ACT = CheckIdentity(candidates=("c7",))


@frozen
class Written:
    """What some writers did together."""

    waits: tuple[float, ...] = ()
    """Milliseconds of every acknowledged append."""
    refused: int = 0

    def plus(self, waits: list[float], refused: int) -> "Written":
        """With another writer's."""
        return Written((*self.waits, *waits), self.refused + refused)


def measure(folder: Path, size: Size) -> list[Row]:
    """The rows about writing at once, one writer and many in turn."""
    cases = {(kind, many): Written() for kind in ("floor", "store") for many in (1, size.writers)}
    for number in range(size.write_rounds):
        for (kind, many), before in cases.items():
            path = folder / f"{kind}-{many}-{number}.json"
            cases[kind, many] = _round(before, path, kind, many, size.writes)
    return _rows(cases, size.writers)


def _rows(cases: dict[tuple[str, int], Written], most: int) -> list[Row]:
    rows = []
    for kind, name in (("floor", "lock + write + fsync"), ("store", "append")):
        one = percentile(cases[kind, 1].waits, 99)
        for many in (1, most):
            written = cases[kind, many]
            rows.append(
                Row(
                    subject=SUBJECT,
                    case=f"{name}, p99 of {many} at once",
                    measured=percentile(written.waits, 99),
                    floor=one,
                    goal=GOAL if (kind, many) == ("store", most) else None,
                    note=_note(written),
                )
            )
    return rows


def _note(written: Written) -> str:
    median, longest = percentile(written.waits, 50), max(written.waits)
    told = f"{len(written.waits):,} appends, median {median:.1f} ms, longest {longest:.0f} ms"
    return f"{told}, {written.refused} refused as busy" if written.refused else told


def _round(before: Written, path: Path, kind: str, many: int, writes: int) -> Written:
    """So many writers on a fresh session; fails where an acknowledged entry is not there."""
    with new_session(path, CANDIDATES) as desk:
        known = len(desk.store.entries)
    told = at_once("tests.benchmarks.writers", [(path, kind, writes)] * many)
    written = before
    for one in told:
        answer = json.loads(one)
        written = written.plus(answer["waits"], answer["refused"])
    if kind == "store":
        acknowledged = len(written.waits) - len(before.waits)
        there = read(path)
        assert there.damage is None, there.damage
        assert len(there.entries) == known + acknowledged, "an acknowledged entry is lost"
    return written


# --- one of the consoles


def _work(path: Path, kind: str, writes: int) -> str:
    if kind == "store":
        store = SessionStore.open(path, project=project, by=BY)
        append = _appending(store)
    else:
        append = _locking(path)
    waits, refused = [], 0
    for _ in range(writes):
        begun = time.perf_counter()
        try:
            append()
        except StoreError as error:
            if error.code != "busy":
                raise
            refused += 1
        else:
            waits.append((time.perf_counter() - begun) * 1_000)
    if kind == "store":
        store.close()
    return json.dumps({"waits": waits, "refused": refused})


def _appending(store: SessionStore) -> Callable[[], None]:
    body = command_body(Command(at=NINE, by=BY, act=ACT))

    def append() -> None:
        with store.transaction() as transaction:
            transaction.append(ACT.NAME, body, RECORDED)

    return append


def _locking(path: Path) -> Callable[[], None]:
    """The floor: wait in the kernel for a lock, write the bytes of an entry, sync them."""
    line = line_of(read(path).entries[-1])[:500]
    descriptor = os.open(path.with_suffix(".floor"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def append() -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        os.write(descriptor, line)
        os.fsync(descriptor)
        fcntl.flock(descriptor, fcntl.LOCK_UN)

    return append


if __name__ == "__main__":
    when_told(lambda: _work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))
