"""The same programs over a slow line: when the paint of a key is complete."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from tests.benchmarks.console.actions import CURSOR, DOWN, FILTER, HOME, MARK, PAGE, SCREEN, Action
from tests.benchmarks.console.line import Line
from tests.benchmarks.console.programs import PIXTUI, SUBJECT, Program, beside
from tests.benchmarks.measure import Goal, Row, Size

OVER_THE_TRIP = 30
"""Milliseconds that a paint may take beyond the round trip."""
KEYS, PEER_KEYS = 6, 2
HELD, REPEAT_SECONDS = 30, 1 / 30
"""An arrow held for one second, as keyboards repeat it."""
PROGRAMS = (PIXTUI, "DataTable", "curses")
ACTIONS = (CURSOR, MARK, FILTER, PAGE, SCREEN)
ANSWER_SECONDS, QUIET_SECONDS = 1.0, 0.15


def _relay(line: tuple[int, int]) -> tuple[str, ...]:
    return (sys.executable, "-m", "tests.benchmarks.console.relay", *map(str, line))


def rows(case: str, found: dict[str, Program], size: Size) -> Iterator[Row]:
    """How long after a key its paint is complete, and what an arrow held for a second leaves."""
    screen = size.screens[0]
    late: dict[str, dict[str, float]] = {}
    held: dict[str, float] = {}
    with ExitStack() as stack:
        echo = stack.enter_context(Line([*_relay(size.line), "cat"], dict(os.environ), screen))
        trip = median(_delay(echo, b"x") for _ in range(3))
    for name in PROGRAMS if size.line_peers else (PIXTUI,):
        with ExitStack() as stack:
            line = found[name].shown(stack, screen, _relay(size.line))
            late[name] = {}
            for action in ACTIONS:
                count = KEYS if name == PIXTUI else PEER_KEYS
                late[name][action.name] = _late(line, action, min(size.keys, count))
            held[name] = _held(line)
    for action in ACTIONS:
        others = {name: late[name][action.name] for name in late if name != PIXTUI}
        yield Row(
            subject=SUBJECT,
            case=f"{case}, slow line: {action.name}",
            measured=late[PIXTUI][action.name],
            floor=trip,
            goal=Goal(most=round(trip) + OVER_THE_TRIP, unit="ms", binding=action.line),
            note=beside(others, "ms"),
        )
    yield Row(
        subject=SUBJECT,
        case=f"{case}, slow line: after a held arrow",
        measured=held[PIXTUI],
        floor=trip,
        goal=Goal(most=round(trip) + OVER_THE_TRIP, unit="ms"),
        note=beside({name: one for name, one in held.items() if name != PIXTUI}, "ms"),
    )


def _delay(line: Line, key: bytes) -> float:
    """Milliseconds from a key to the last byte of its paint; 0 where it paints nothing."""
    pressed = time.monotonic()
    line.send(key)
    painted = line.settled(answer=ANSWER_SECONDS, quiet=QUIET_SECONDS)
    return (line.last - pressed) * 1_000 if painted else 0.0


def _late(line: Line, action: Action, count: int) -> float:
    for key in action.before:
        _delay(line, key)
    found = []
    for key in action.measured(count):
        found.append(_delay(line, key))
        for other in action.between:
            _delay(line, other)
    for key in action.after:
        _delay(line, key)
    return median(found)


def _held(line: Line) -> float:
    """Milliseconds from the last key of a held arrow to the last byte of its paint."""
    _delay(line, HOME)
    for _ in range(HELD):
        line.send(DOWN)
        until = time.monotonic() + REPEAT_SECONDS
        while (left := until - time.monotonic()) > 0:
            line.take(left)
    pressed = time.monotonic() - REPEAT_SECONDS
    line.settled(answer=ANSWER_SECONDS, quiet=QUIET_SECONDS)
    return max(line.last - pressed, 0.0) * 1_000
