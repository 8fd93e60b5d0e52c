"""What it costs to look over many rooms: from an entry in one to its paint, and at rest.

The floor of taking an entry in is the least that any program could do: read the bytes that came
and decode their line. The floor of rest is a Textual app with one line of text.
"""

import itertools
import json
import random
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from pixtui.desk.desk import Desk, Done
from pixtui.desk.rooms import Rooms
from pixtui.domain import commands as c
from pixtui.present.centre import Overview
from pixtui.store.beside import journal_of
from tests.benchmarks.console import resting
from tests.benchmarks.console.line import DEADLINE_SECONDS, Line
from tests.benchmarks.console.minimal import MARKER
from tests.benchmarks.console.programs import MINIMAL, PIXTUI, Program
from tests.benchmarks.console.session import NOW
from tests.benchmarks.measure import Goal, Row, Size, interleaved, medians, percentile, timed
from tests.benchmarks.scene import clock
from tests.centre_scene import make_room
from tests.pty.terminal import environment

SUBJECT = "centre"
SEEN = Goal(most=500, unit="ms")
"""As every follower: within half a second."""
FIRST = Goal(most=3_000, unit="ms", binding=False)
READY = b"FICTIF"
"""In the head, once the rooms were read."""
PAUSES = (0.05, 0.25)
"""Seconds between two entries."""


def measure(folder: Path, size: Size) -> list[Row]:
    """The rows about a centre."""
    rooms, people = size.rooms
    day = folder / "day"
    day.mkdir()
    with ExitStack() as held:
        desks = [
            held.enter_context(make_room(day, f"B{number + 1}", people, clock))
            for number in range(rooms)
        ]
        case = f"{rooms} rooms of {people}"
        return [
            *_taking_in(case, day, desks, size),
            *_painting(case, folder, day, desks, size),
            *resting.rows(f"centre of {case}", _programs(folder, day), size),
        ]


def _taking_in(case: str, day: Path, desks: list[Desk], size: Size) -> list[Row]:
    """One entry read and the rooms told anew, against its bare bytes read and decoded."""
    acts = _acts(desks)
    following, overview = Rooms(day), Overview(clock, clock)
    look = following.look()
    overview.centre(look)
    path = journal_of(desks[0].store.path)
    known = path.stat().st_size

    def bare() -> float:
        nonlocal known
        _declare(desks[0], acts)
        begun = time.perf_counter()
        with path.open("rb") as journal:
            journal.seek(known)
            line = journal.read()
        json.loads(line.splitlines()[-1])
        took = time.perf_counter() - begun
        known += len(line)
        return took

    def ours() -> float:
        nonlocal look
        _declare(desks[1], acts)
        name = journal_of(desks[1].store.path).name
        begun = time.perf_counter()
        fresh = following.look(frozenset({name}))
        overview.centre(fresh)
        took = time.perf_counter() - begun
        assert fresh is not look
        look = fresh
        return took

    took = medians(interleaved(size.rounds_of_rooms, {"bare": bare, "ours": ours}, 1))
    rest = medians(interleaved(size.rounds_of_rooms, {"rest": lambda: timed(following.look)}, 1))
    following.end()
    return [
        Row(
            subject=SUBJECT,
            case=f"{case}: an entry taken in",
            measured=took["ours"],
            floor=took["bare"],
        ),
        Row(subject=SUBJECT, case=f"{case}: a look at nothing new", measured=rest["rest"]),
    ]


def _painting(case: str, folder: Path, day: Path, desks: list[Desk], size: Size) -> list[Row]:
    """From an acknowledged entry to the first byte of its paint, on a real terminal."""
    acts, pause = _acts(desks), random.Random(2026)
    delays: list[float] = []
    centre = _programs(folder, day)[PIXTUI]
    with centre.on((80, 24)) as line:
        first = line.until(READY)
        line.settled(quiet=0.3)
        before = line.cpu_seconds()
        for desk in itertools.islice(itertools.cycle(desks), size.follows):
            time.sleep(pause.uniform(*PAUSES))  # no wait for anything: the pace of operators
            _drain(line)
            _declare(desk, acts)
            acknowledged = time.monotonic()
            delays.append(max(0.0, _first_byte(line) - acknowledged) * 1_000)
            line.settled()
        cpu = (line.cpu_seconds() - before) * 1_000 / size.follows
    return [
        Row(subject=SUBJECT, case=f"{case}: cold start", measured=first * 1_000, goal=FIRST),
        Row(
            subject=SUBJECT,
            case=f"{case}: entry to paint, median",
            measured=percentile(delays, 50),
            goal=SEEN,
        ),
        Row(
            subject=SUBJECT,
            case=f"{case}: entry to paint, longest",
            measured=max(delays),
            goal=SEEN,
        ),
        Row(subject=SUBJECT, case=f"{case}: an entry painted, CPU", measured=cpu),
    ]


def _drain(line: Line) -> None:
    while line.take(0):
        pass


def _first_byte(line: Line) -> float:
    """When the first byte came."""
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not line.take(1.0):
        assert time.monotonic() < deadline, line.seen
    return line.last


def _acts(desks: list[Desk]) -> dict[int, "itertools.cycle[c.Act]"]:
    """Of each room something new, for ever: somebody is absent, and then came after all."""
    ids = list(desks[0].state.candidates)
    acts = [
        act for one in ids for act in (c.MarkAbsent(candidates=(one,)), c.Arrive(candidates=(one,)))
    ]
    return {id(desk): itertools.cycle(acts) for desk in desks}


def _declare(desk: Desk, acts: "dict[int, itertools.cycle[c.Act]]") -> None:
    answer = desk.submit(next(acts[id(desk)]))
    assert isinstance(answer, Done), answer


def _programs(folder: Path, day: Path) -> dict[str, Program]:
    """The centre, and the least that a Textual app costs."""
    env = environment(folder, PIXTUI_NOW=NOW)
    python = sys.executable
    listed = [
        Program(PIXTUI, (python, "-m", "pixtui", "centre", str(day)), READY, env),
        Program(MINIMAL, (python, "-m", "tests.benchmarks.console.minimal"), MARKER.encode(), env),
    ]
    return {one.name: one for one in listed}
