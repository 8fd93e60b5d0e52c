"""A replay shows, at each entry, what the console that lived the day showed after it."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pixtui.clock import NOW_VARIABLE
from pixtui.desk.desk import Desk
from pixtui.desk.replaying import Replay
from pixtui.domain.derive import next_now
from pixtui.domain.rollcall import roll
from pixtui.domain.session import State
from pixtui.present.certifiability import certifiability_line, certifiability_rows
from pixtui.present.checklist import checklist_rows, step_lines
from pixtui.present.entering import entering_rows, progress
from pixtui.present.finalising import finalising_rows, lines, moment, moment_sealed
from pixtui.present.grid import columns_for
from pixtui.present.grid_memory import GridMemory
from pixtui.present.head import counters_line, deadline_line, head_line, next_line
from pixtui.present.incidents import incident_lines, incident_rows, incidents_in_order
from pixtui.present.rollcall import roll_line, roll_rows
from pixtui.present.row import Row
from pixtui.present.typing import typing_rows
from pixtui.rules.rulebook import rulebook
from pixtui.store.verify import head_of
from pixtui.wording.catalogue import words
from pixtui.wording.history import history_lines
from tests.samples.living import lived
from tests.samples.make import names

CELLS = 78
EVERY = 6
"""After so many entries the screens that hardly change are compared too."""
WORDS, BOOK = words("fr"), rulebook()


def _text(rows: list[Row]) -> list[str]:
    return [f"{row.key}|" + "".join(text for text, _tone in row.cells) for row in rows]


def _grid(state: State, now: dt.datetime, memory: GridMemory) -> Iterator[str]:
    yield counters_line(state, WORDS)
    yield deadline_line(state, now, WORDS)
    yield from _text(memory.rows(state, now, columns_for(CELLS)))


def _checklist(state: State, _now: dt.datetime) -> Iterator[str]:
    yield from _text(checklist_rows(state, WORDS, BOOK, CELLS))
    step = next_now(state)
    if step is not None:
        yield from (text for text, _tone in step_lines(state, step, WORDS, BOOK, CELLS))


def _incidents(state: State, now: dt.datetime) -> Iterator[str]:
    yield from _text(incident_rows(state, incidents_in_order(state), WORDS, BOOK, CELLS))
    for one in state.incidents:
        yield from (text for text, _tone in incident_lines(state, one, now, WORDS, BOOK, CELLS))


def _finalise(state: State, now: dt.datetime) -> Iterator[str]:
    if state.sealed is not None:
        yield progress(state, WORDS, BOOK)
        yield from _text(entering_rows(state, WORDS, BOOK, CELLS))
        return
    found = lines(state, now)
    yield from _text(finalising_rows(state, found, {}, WORDS, CELLS))
    yield moment(found, {}, WORDS)


def _others(state: State) -> Iterator[str]:
    yield from _text(typing_rows(state, WORDS, CELLS))
    yield certifiability_line(state, WORDS)
    yield from _text(certifiability_rows(state, WORDS, CELLS))
    called = roll(state)
    if called is not None:
        yield roll_line(called, "out", WORDS)
        yield from _text(roll_rows(called, WORDS, CELLS))


SCREENS: dict[str, Callable[[State, dt.datetime], Iterator[str]]] = {
    "checklist": _checklist,
    "incidents": _incidents,
    "finalise": _finalise,
}


def painted(desk: Desk, memory: GridMemory) -> dict[str, list[str]]:
    """The text of every screen of that desk's console, which remembers the grid before."""
    state, now = desk.state, desk.now()
    top = [head_line(state, now, WORDS, desk.by, CELLS), next_line(state, WORDS, BOOK)]
    whole = len(state.history) % EVERY == 0 or state.sealed is not None
    told = history_lines(state, WORDS, BOOK) if whole else []
    head = head_of(list(desk.store.entries)[: len(state.history)])
    return {
        "top": top,
        "grid": list(_grid(state, now, memory)),
        **{name: list(paint(state, now)) for name, paint in SCREENS.items()},
        "others": list(_others(state)) if whole else [],
        "history": [line.text() for line in told],
        "sealed": [moment_sealed(state, head, WORDS)] if state.sealed else [],
    }


@pytest.mark.parametrize("name", names())
def test_a_replay_shows_at_each_entry_what_the_console_showed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(NOW_VARIABLE, raising=False)
    path = tmp_path / f"{name}.json"
    memory = GridMemory(WORDS)
    seen = [painted(desk, memory) for desk in lived(name, path)]
    replay = Replay.read(path)
    assert isinstance(replay, Replay)
    assert replay.count == len(seen)
    told = history_lines(replay.past.after(replay.count), WORDS, BOOK)
    erased = {line.seq: line.text() for line in told if line.erased}
    memory = GridMemory(WORDS)
    # Backwards, so that no state is simply the one before and a step more.
    for place in range(replay.count, 0, -1):
        replay.go(place)
        lived_then = seen[place - 1]
        for seq, line in erased.items():  # the codes of the day, which the seal erased
            if lived_then["history"] and seq <= place:
                lived_then["history"][seq - 1] = line
        assert painted(replay, memory) == lived_then, f"{name}, entry {place}"
    assert len(erased) == (name == "sealed")
