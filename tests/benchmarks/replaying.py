"""What looking back costs: opening, a jump anywhere, a step backwards, a whole list of names."""

import datetime as dt
import gc
import itertools
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from attrs import evolve as changed

from pixtui.desk.replaying import Replay
from pixtui.domain import commands as c
from pixtui.domain.history import Event
from pixtui.domain.past import Past
from pixtui.present.grid import columns_for
from pixtui.present.grid_memory import GridMemory
from pixtui.store.projection import events_of
from pixtui.store.reading import read
from pixtui.wording.catalogue import words
from tests.benchmarks.measure import Goal, Row, Size, percentile, timed
from tests.benchmarks.scene import long_history

SUBJECT = "replay"
JUMP = STEP = Goal(most=100, unit="ms")
SHOWN = Goal(most=100, unit="ms", binding=False)
ANEW = "every row told anew, as the console does each minute"
MENDED_EVERY = 40
"""Entries between two that take an earlier one back."""
APART = dt.timedelta(seconds=4)
"""Between two entries."""
COLUMNS = columns_for(78)


def measure(folder: Path, size: Size) -> list[Row]:
    """The rows about looking back at sessions of these lengths, with undone entries in them."""
    rows: list[Row] = []
    for entries in size.replays:
        path = folder / f"{entries}.json"
        long_history(path, entries)
        rows += _rows(path, f"{entries:,} entries", size)
    return rows


def _rows(path: Path, case: str, size: Size) -> list[Row]:
    opened = min(timed(lambda: Replay.read(path)) for _ in range(size.open_rounds))
    plain = read(path)
    past = Past(_mended(events_of(plain.entries)))
    prepared = timed(lambda: past.after(len(past)))
    chance = random.Random(1)
    jumps = [chance.randint(1, len(past)) for _ in range(size.append_rounds)]
    memory, text = GridMemory(words("fr")), f"{case}, 1 in {MENDED_EVERY} undone"

    def painted(place: int) -> Callable[[], object]:
        now = past.events[place - 1].recorded
        return lambda: memory.rows(past.after(place), now, COLUMNS)

    jumped = [timed(lambda place=place: past.after(place)) * 1_000 for place in jumps]
    shown = [timed(painted(place)) * 1_000 for place in jumps]
    back = range(len(past), max(len(past) - size.append_rounds, 0), -1)
    stepped = [timed(painted(place)) * 1_000 for place in back]
    return [
        _row(f"{case}: open", opened * 1_000, note="read, verified, every state made once"),
        _row(f"{text}: every state once", prepared * 1_000),
        _row(f"{text}: jump, worst", max(jumped), JUMP, f"p50 {percentile(jumped, 50):.2f} ms"),
        _row(f"{text}: jump and grid, worst", max(shown), SHOWN, ANEW),
        _row(f"{text}: step back and grid, p95", percentile(stepped, 95), STEP),
        _memory(text, past),
    ]


def _row(case: str, measured: float, goal: Goal | None = None, note: str = "") -> Row:
    return Row(subject=SUBJECT, case=case, measured=measured, goal=goal, note=note)


def _memory(case: str, past: Past) -> Row:
    """What the states take that are kept, above the entries themselves."""
    events = list(past.events)
    gc.collect()
    tracemalloc.start()
    again = Past(events)
    for place in range(len(again), -1, -1):
        again.after(place)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return Row(subject=SUBJECT, case=f"{case}: states in memory", measured=held / 1e6, unit="MB")


def _mended(events: list[Event]) -> list[Event]:
    """The same history over a day, an entry of it taken back now and then."""
    found = []
    for seq, event in zip(itertools.count(1), events):
        mends = seq % MENDED_EVERY == 0 and seq > 2
        act = c.Undo(seq=seq - 1) if mends else event.act
        recorded = events[0].recorded + seq * APART
        name = act.NAME if act else event.type
        found.append(changed(event, act=act, type=name, recorded=recorded))
    return found
