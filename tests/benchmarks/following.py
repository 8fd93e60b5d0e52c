"""How long after an acknowledged append another console has it.

Run as a module this is that console. Both read one monotonic clock, which the machine shares.
"""

import json
import random
import sys
import threading
import time
from pathlib import Path

from pixtui.desk.desk import Desk, Done
from tests.benchmarks.measure import Goal, Row, Size, percentile
from tests.benchmarks.processes import process, stream, when_told
from tests.benchmarks.scene import checks, clock, new_session

SUBJECT = "follow"
CANDIDATES = 30
GOAL = Goal(most=500, unit="ms")
DEADLINE = 30.0
PAUSES = (0.02, 0.25)
"""Seconds between two appends, to meet the other console at any moment of its round."""


def measure(folder: Path, size: Size) -> list[Row]:
    """The rows about following."""
    path = folder / "followed.json"
    with new_session(path, CANDIDATES) as desk:
        until = len(desk.store.entries) + size.follows
        with process("tests.benchmarks.following", path, until) as other:
            stream(other.stdin).write("go\n")
            stream(other.stdin).flush()
            written = _write(desk, size.follows)
            seen = json.loads(stream(other.stdout).readline())
    delays = [max(0.0, seen[str(seq)] - at) * 1_000 for seq, at in written.items()]
    return [
        Row(subject=SUBJECT, case="median", measured=percentile(delays, 50), goal=GOAL),
        Row(subject=SUBJECT, case="longest", measured=max(delays), goal=GOAL),
    ]


def _write(desk: Desk, times: int) -> dict[int, float]:
    """When each entry was acknowledged."""
    pause = random.Random(2026)
    acts = checks(CANDIDATES)
    written = {}
    for _ in range(times):
        time.sleep(pause.uniform(*PAUSES))  # no wait for anything: the pace of an operator
        answer = desk.submit(next(acts))
        assert isinstance(answer, Done), answer
        written[answer.seq] = time.monotonic()
    return written


def _follow(path: Path, until: int) -> str:
    """When each entry came to a listener, until that one."""
    seen: dict[int, float] = {}
    there = threading.Event()
    with Desk.open(path, "M. B", clock) as desk:

        def listen() -> None:
            now = time.monotonic()
            for entry in desk.store.entries[len(seen) :]:
                seen[entry.seq] = now
            if len(seen) >= until:
                there.set()

        listen()
        desk.follow(listen)
        assert there.wait(DEADLINE), "not everything came"
    return json.dumps(seen)


if __name__ == "__main__":
    when_told(lambda: _follow(Path(sys.argv[1]), int(sys.argv[2])))
