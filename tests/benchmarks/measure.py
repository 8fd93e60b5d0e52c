"""Timing in interleaved rounds, and the table that says what came of it."""

import gc
import math
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from statistics import median
from typing import Literal

from attrs import frozen

Timer = Callable[[], float]
"""One measured go: the seconds it took, preparing and clearing away not counted."""


@frozen(kw_only=True)
class Size:
    """How much is measured."""

    warm_up: int
    append_rounds: int
    candidates: tuple[int, ...]
    histories: tuple[int, ...]
    """Entries of the sessions that are opened."""
    replays: tuple[int, ...]
    """Entries of the sessions that are replayed."""
    open_rounds: int
    writers: int
    writes: int
    """Appends of each writer in one round."""
    write_rounds: int
    follows: int
    convocations: tuple[int, ...]
    """How many in one file."""
    sheet_rows: int
    """Candidates on an attendance sheet."""
    paper_rounds: int
    console_candidates: tuple[int, ...]
    screens: tuple[tuple[int, int], ...]
    """Columns and rows of the terminals."""
    keys: int
    """Keys of each kind pressed in the console."""
    peer_keys: int
    """The same in the programs beside it."""
    starts: int
    idle_seconds: float
    rooms: tuple[int, int]
    """Rooms of a centre, and candidates in each."""
    rounds_of_rooms: int
    line: tuple[int, int] = (100, 56_000)
    """The slow line: milliseconds of delay one way, bits per second."""
    line_peers: bool = True
    """Whether the programs beside the console go over it too."""


WHOLE = Size(
    warm_up=20,
    append_rounds=500,
    candidates=(30, 200, 2_000),
    histories=(1_000, 5_000, 100_000),
    replays=(3_800,),
    open_rounds=9,
    writers=8,
    writes=300,
    write_rounds=3,
    follows=60,
    convocations=(30, 200, 1_000),
    sheet_rows=200,
    paper_rounds=9,
    console_candidates=(30, 200, 2_000),
    screens=((80, 24), (160, 48)),
    keys=40,
    peer_keys=8,
    starts=5,
    idle_seconds=20,
    rooms=(30, 40),
    rounds_of_rooms=100,
)
QUICK = Size(
    warm_up=5,
    append_rounds=100,
    candidates=(30, 200, 2_000),
    histories=(1_000, 5_000),
    replays=(3_800,),
    open_rounds=3,
    writers=8,
    writes=50,
    write_rounds=1,
    follows=8,
    convocations=(30, 200),
    sheet_rows=200,
    paper_rounds=3,
    console_candidates=(30, 2_000),
    screens=((80, 24),),
    keys=10,
    peer_keys=4,
    starts=3,
    idle_seconds=3,
    rooms=(30, 40),
    rounds_of_rooms=20,
)
SMALLEST = Size(
    warm_up=1,
    append_rounds=3,
    candidates=(3, 6),
    histories=(60,),
    replays=(60,),
    open_rounds=1,
    writers=2,
    writes=5,
    write_rounds=1,
    follows=2,
    convocations=(3,),
    sheet_rows=21,
    paper_rounds=1,
    console_candidates=(30,),
    screens=((80, 24),),
    keys=1,
    peer_keys=1,
    starts=1,
    idle_seconds=0.1,
    rooms=(2, 3),
    rounds_of_rooms=2,
    line=(2, 1_000_000),
    line_peers=False,
)


@frozen(kw_only=True)
class Goal:
    """The most that something may cost."""

    most: float
    unit: Literal["x", "ms", "B"]
    """A ratio to the floor, milliseconds or bytes."""
    binding: bool = True
    """Whether ``--strict`` fails where it is missed; otherwise it is only reported."""

    def __str__(self) -> str:
        text = f"<= {self.most:g} {self.unit}"
        return text if self.binding else f"({text})"


@frozen(kw_only=True)
class Row:
    """One measured case."""

    subject: str
    case: str
    measured: float
    floor: float | None = None
    """What the ratio is to, where there is such a thing."""
    goal: Goal | None = None
    note: str = ""
    unit: Literal["ms", "B", "MB"] = "ms"

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.measured / self.floor if self.floor else None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None without one."""
        if self.goal is None:
            return None
        value = self.ratio if self.goal.unit == "x" else self.measured
        return value is not None and value <= self.goal.most

    @property
    def missed(self) -> bool:
        """Whether a binding goal is missed."""
        return self.goal is not None and self.goal.binding and not self.met


def timed(action: Callable[[], object]) -> float:
    """The seconds that one call takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def timer(action: Callable[[], object]) -> Timer:
    """The timer of a call that needs no preparing."""
    return lambda: timed(action)


def interleaved(
    rounds: int, timers: Mapping[str, Timer], warm_up: int = 0
) -> dict[str, list[float]]:
    """The milliseconds of every timer in every round.

    Every round runs them all, each time beginning with another one, so that whatever else
    the machine does falls on all of them alike.
    """
    found: dict[str, list[float]] = {name: [] for name in timers}
    names = list(timers)
    gc.collect()
    for number in range(-warm_up, rounds):
        start = number % len(names)
        for name in names[start:] + names[:start]:
            took = timers[name]() * 1_000
            if number >= 0:
                found[name].append(took)
    return found


def medians(found: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """The median of each."""
    return {name: median(values) for name, values in found.items()}


def percentile(values: Iterable[float], percent: float) -> float:
    """The smallest value that so many percent do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(0, math.ceil(len(ranked) * percent / 100) - 1)]


HEADINGS = ("subject", "case", "measured", "floor", "ratio", "goal", "met", "note")
_RIGHT = frozenset({"measured", "floor", "ratio"})


def table(rows: Sequence[Row]) -> str:
    """The rows as a table of plain text."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    ruled = [cells[0], tuple("-" * width for width in widths), *cells[1:]]
    return "\n".join(_line(line, widths) for line in ruled)


def _cells(row: Row) -> tuple[str, ...]:
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    met = {None: "", True: "yes", False: "NO"}[row.met]
    floor = "" if row.floor is None else told(row.floor, row.unit)
    measured = told(row.measured, row.unit)
    return (row.subject, row.case, measured, floor, ratio, str(row.goal or ""), met, row.note)


def told(value: float, unit: str) -> str:
    """A number and what it counts."""
    return f"{value:,.0f} B" if unit == "B" else f"{value:.2f} {unit}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if name in _RIGHT else cell.ljust(width)
        for name, cell, width in zip(HEADINGS, cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()
