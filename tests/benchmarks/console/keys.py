"""Bytes and processor time of each kind of key, once the screen stands still."""

from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from attrs import frozen

from tests.benchmarks.console.actions import ACTIONS, DECLARE, DOWN, FILTER, HOME, Action, press
from tests.benchmarks.console.floor import fewest_bytes
from tests.benchmarks.console.line import Line
from tests.benchmarks.console.programs import MINIMAL, PIXTUI, PLAIN, SUBJECT, Program, beside
from tests.benchmarks.console.session import expected
from tests.benchmarks.measure import Goal, Row, Size

BYTES = Goal(most=1.3, unit="x")
KEY = Goal(most=4, unit="ms")
KEYSTROKE = Goal(most=10, unit="ms")
WAITING = 30
"""Arrows that wait together, as after a held key."""
WAIT = f"{WAITING} waiting arrows"
CPU = {FILTER.name: KEYSTROKE, WAIT: Goal(most=4 * WAITING, unit="ms")}
"""Where the goal is not that of one key."""
BY_SEAT = (b"\x1b[15~",) * 2
"""Keys that order the rows by seat."""


@frozen
class Cost:
    """What keys of one kind cost: medians."""

    bytes: float
    fewest: float
    cpu_ms: float


def _cost(line: Line, action: Action, count: int) -> Cost:
    press(line, action.before)
    sent, fewest, cpu = [], [], []
    for key in action.measured(count):
        before, began = line.cells(), line.cpu_seconds()
        line.send(key)
        sent.append(line.settled())
        cpu.append((line.cpu_seconds() - began) * 1_000)
        fewest.append(fewest_bytes(before, line.cells()))
        press(line, action.between)
    press(line, action.after)
    return Cost(median(sent), median(fewest), median(cpu))


def rows(
    case: str, found: dict[str, Program], screen: tuple[int, int], size: Size, candidates: int
) -> Iterator[Row]:
    costs: dict[str, dict[str, Cost]] = {}
    for name, program in found.items():
        if name == MINIMAL:
            continue
        count = size.keys if name == PIXTUI else size.peer_keys
        with ExitStack() as stack:
            line = program.shown(stack, screen)
            costs[name] = {one.name: _cost(line, one, count) for one in ACTIONS}
            if name in (PIXTUI, PLAIN):
                press(line, BY_SEAT)  # the first ones are still to come
            costs[name][DECLARE.name] = _cost(line, DECLARE, min(count, expected(candidates)))
            press(line, (HOME,))
            before, began = line.cells(), line.cpu_seconds()
            line.send(DOWN * WAITING)
            sent = line.settled(quiet=0.2)
            cpu = (line.cpu_seconds() - began) * 1_000
            costs[name][WAIT] = Cost(sent, fewest_bytes(before, line.cells()), cpu)
    for action in (*(one.name for one in ACTIONS), DECLARE.name, WAIT):
        own = costs[PIXTUI][action]
        others = {name: costs[name][action] for name in costs if name != PIXTUI}
        yield Row(
            subject=SUBJECT,
            case=f"{case}: {action}",
            measured=own.bytes,
            floor=own.fewest,
            goal=BYTES,
            note=beside({name: one.bytes for name, one in others.items()}, "B"),
            unit="B",
        )
        yield Row(
            subject=SUBJECT,
            case=f"{case}: {action}, CPU",
            measured=own.cpu_ms,
            goal=CPU.get(action, KEY),
            note=beside({name: one.cpu_ms for name, one in others.items()}, "ms"),
        )
