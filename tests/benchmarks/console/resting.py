"""What programs send and take of the processor while nothing happens."""

import time
from collections.abc import Iterator
from contextlib import ExitStack

from tests.benchmarks.console.programs import MINIMAL, PIXTUI, Program, beside
from tests.benchmarks.measure import Goal, Row, Size

SUBJECT = "idle"
BYTES = Goal(most=0, unit="B")
CPU = Goal(most=1.3, unit="x")


def rows(case: str, found: dict[str, Program], size: Size) -> Iterator[Row]:
    """Bytes and processor time at rest, all programs at the same time, inside one minute."""
    screen = size.screens[0]
    with ExitStack() as stack:
        lines = {name: program.shown(stack, screen) for name, program in found.items()}
        before = {name: line.cpu_seconds() for name, line in lines.items()}
        until = time.monotonic() + size.idle_seconds
        sent = dict.fromkeys(lines, 0)
        while time.monotonic() < until:
            for name, line in lines.items():
                sent[name] += len(line.take(0.1))
        cpu = {name: (line.cpu_seconds() - before[name]) * 1_000 for name, line in lines.items()}
    seconds = f"{case}: {size.idle_seconds:g} s at rest"
    yield Row(
        subject=SUBJECT,
        case=seconds,
        measured=sent[PIXTUI],
        goal=BYTES,
        note=beside(sent, "B"),
        unit="B",
    )
    yield Row(
        subject=SUBJECT,
        case=f"{seconds}, CPU",
        measured=cpu[PIXTUI],
        floor=cpu[MINIMAL],
        goal=CPU,
        note=beside(cpu, "ms"),
    )
