"""Cold start to the first useful paint, what is painted then, and the memory."""

from collections.abc import Iterator
from statistics import median

from tests.benchmarks.console.floor import fewest_bytes
from tests.benchmarks.console.programs import MINIMAL, PIXTUI, SUBJECT, Program, beside
from tests.benchmarks.measure import Goal, Row, Size

START = Goal(most=1.25, unit="x")
MEMORY = Goal(most=1.3, unit="x")
BYTES = Goal(most=1.3, unit="x")


def rows(
    case: str, found: dict[str, Program], screen: tuple[int, int], size: Size
) -> Iterator[Row]:
    """Cold start to the first useful paint, and the memory then.

    A first round, not counted, leaves the bytecode and the files in their caches.
    """
    took: dict[str, list[float]] = {name: [] for name in found}
    memory: dict[str, list[float]] = {name: [] for name in found}
    sent: dict[str, list[float]] = {name: [] for name in found}
    floors = []
    for number in range(-1, size.starts):
        for name, program in found.items():
            with program.on(screen) as line:
                blank = line.cells()
                first = line.until(program.marker) * 1_000
                count = line.settled(quiet=0.3)
                if number >= 0:
                    took[name].append(first)
                    memory[name].append(line.rss_bytes() / 2**20)
                    sent[name].append(line.first_bytes + count)
                    if name == PIXTUI:
                        floors.append(fewest_bytes(blank, line.cells()))
    ms = {name: median(values) for name, values in took.items()}
    mb = {name: median(values) for name, values in memory.items()}
    count = {name: median(values) for name, values in sent.items()}
    yield Row(
        subject=SUBJECT,
        case=f"{case}: cold start",
        measured=ms[PIXTUI],
        floor=ms[MINIMAL],
        goal=START,
        note=beside(ms, "ms"),
    )
    yield Row(
        subject=SUBJECT,
        case=f"{case}: first paint",
        measured=count[PIXTUI],
        floor=median(floors),
        goal=BYTES,
        note=beside(count, "B"),
        unit="B",
    )
    yield Row(
        subject=SUBJECT,
        case=f"{case}: memory",
        measured=mb[PIXTUI],
        floor=mb[MINIMAL],
        goal=MEMORY,
        note=beside(mb, "MB"),
        unit="MB",
    )
