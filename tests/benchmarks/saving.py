"""What an acknowledged append costs, against the fewest things that could be as durable."""

import itertools
import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from pixtui.desk.desk import Desk, Done
from pixtui.domain.commands import Command
from pixtui.store.codec import command_body
from tests.benchmarks.measure import Goal, Row, Size, Timer, interleaved, medians, timer
from tests.benchmarks.scene import BY, NINE, RECORDED, checks, line_of, new_session

SUBJECT = "append"
FLOOR, SQLITE, STORE = "write + fsync", "SQLite WAL FULL insert", "store append"
STORE_GOAL = Goal(most=1.25, unit="x")
FLAT_GOAL = Goal(most=1.2, unit="x")


def measure(folder: Path, size: Size) -> list[Row]:
    """The rows about saving."""
    with ExitStack() as held:
        alone = held.enter_context(new_session(folder / "store.json", size.candidates[0]))
        timers = {STORE: _store(alone, size.candidates[0])}
        for candidates in size.candidates:
            path = folder / f"desk-{candidates}.json"
            desk = held.enter_context(new_session(path, candidates))
            timers[_desk_case(candidates)] = _submit(desk, candidates)
        timers[STORE]()
        line = line_of(alone.store.entries[-1])
        timers[FLOOR] = held.enter_context(_file(folder / "floor", line))
        timers[SQLITE] = held.enter_context(_sqlite(folder / "floor.db", line))
        found = medians(interleaved(size.append_rounds, timers, size.warm_up))
    return _rows(found, size)


def _rows(found: dict[str, float], size: Size) -> list[Row]:
    first, *more = (_desk_case(candidates) for candidates in size.candidates)
    floor = found[FLOOR]
    return [
        Row(subject=SUBJECT, case=FLOOR, measured=floor, floor=floor, note="the floor"),
        Row(subject=SUBJECT, case=SQLITE, measured=found[SQLITE], floor=floor),
        Row(subject=SUBJECT, case=STORE, measured=found[STORE], floor=floor, goal=STORE_GOAL),
        *(
            Row(subject=SUBJECT, case=case, measured=found[case], floor=floor)
            for case in (first, *more)
        ),
        *(
            Row(
                subject="flat",
                case=case,
                measured=found[case],
                floor=found[first],
                goal=FLAT_GOAL,
                note=f"to the {size.candidates[0]}",
            )
            for case in more
        ),
    ]


def _desk_case(candidates: int) -> str:
    return f"Desk.submit, {candidates:,} candidates"


def _store(desk: Desk, candidates: int) -> Timer:
    """One append through the store alone, the body already made."""
    bodies = [
        (act.NAME, command_body(Command(at=NINE, by=BY, act=act)))
        for act in itertools.islice(checks(candidates), candidates)
    ]
    following = itertools.cycle(bodies)
    store = desk.store

    def append() -> None:
        name, body = next(following)
        with store.transaction() as transaction:
            transaction.append(name, body, RECORDED)

    return timer(append)


def _submit(desk: Desk, candidates: int) -> Timer:
    """One command through the door."""
    acts = checks(candidates)

    def submit() -> None:
        answer = desk.submit(next(acts))
        assert isinstance(answer, Done), answer

    return timer(submit)


@contextmanager
def _file(path: Path, line: bytes) -> Iterator[Timer]:
    """The same bytes written to a file and synced."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def write() -> None:
        os.write(descriptor, line)
        os.fsync(descriptor)

    try:
        yield timer(write)
    finally:
        os.close(descriptor)


@contextmanager
def _sqlite(path: Path, line: bytes) -> Iterator[Timer]:
    """The same bytes as one row of a database, committed."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute("CREATE TABLE entry (seq INTEGER PRIMARY KEY, line BLOB)")
        yield timer(lambda: base.execute("INSERT INTO entry (line) VALUES (?)", (line,)))
