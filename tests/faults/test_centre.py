"""A centre that looks on while its rooms write, die, are damaged and vanish (P2, P7).

Real consoles write in every room at once and are killed; foreign, damaged and half-copied files
come and go. Whoever looks on, a script and a screen, never stops, never shows a total that is not
the sum of its rooms, names what it cannot read and ends with what is on disk.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import define, field

from pixtui.clock import NOW_VARIABLE, system_clock
from pixtui.domain.derive import STATES, counters
from pixtui.rules.rulebook import rulebook
from pixtui.store.projection import read_session
from pixtui.tui.centre import CentreConsole
from pixtui.tui.screens.centre import CentreScreen
from pixtui.wording.catalogue import words
from tests.centre_scene import coming_in, make_room, put_wrong_files, sample
from tests.faults.tracing import ROOT

ROOMS, CANDIDATES, KILLED = 4, 10, 2
DEADLINE_SECONDS = 60.0


def _program(*arguments: str, **pipes: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "pixtui", "--lang", "en", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **pipes,
    )


@define
class Script:
    """``centre --json --watch``, every line of it held against what it must be."""

    process: subprocess.Popen[str]
    lines: int = 0
    wrong: list[str] = field(factory=list)
    last: dict[str, Any] = field(factory=dict)

    def listen(self) -> None:
        """Take down its lines as they come."""
        assert self.process.stdout is not None  # it was opened as a pipe
        for line in self.process.stdout:
            told = json.loads(line)
            self.wrong += wrong_sums(told)
            self.lines, self.last = self.lines + 1, told


def wrong_sums(told: dict[str, Any]) -> list[str]:
    """Every total that is not the sum of its rooms, every room that does not add up."""
    counted = [room["counters"] for room in told["rooms"] if room["counted"]]
    found = [
        f"{name}: {told['totals'][name]}"
        for name in (*STATES, "total")
        if told["totals"][name] != sum(room[name] for room in counted)
    ]
    for room in told["rooms"]:
        counts = room["counters"]
        if sum(counts[one] for one in STATES) != counts["total"]:
            found.append(f"{room['file']}: {counts}")
    return found


@contextmanager
def watching(folder: Path) -> Iterator[Script]:
    """A script that follows the folder."""
    script = Script(_program("centre", str(folder), "--json", "--watch"))
    listener = threading.Thread(target=script.listen)
    listener.start()
    try:
        yield script
        assert script.process.poll() is None, "it stopped looking"
    finally:
        script.process.send_signal(signal.SIGINT)
        listener.join(DEADLINE_SECONDS)
        _out, errors = script.process.communicate(timeout=DEADLINE_SECONDS)
    assert "Traceback" not in errors


def write(room: Path, who: str, candidates: list[str], *, dies: bool) -> int:
    """A console of that room; one that dies is killed in the middle. How many it acknowledged."""
    commands = [json.dumps(act) for one in candidates for act in coming_in(one)]
    acknowledged = 0
    with _program("apply", str(room), "--by", who, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None  # opened as pipes
        assert process.stdout is not None
        for number, command in enumerate(commands):
            if dies and number == len(commands) // 2:
                process.stdin.write(command[:20])  # half a command, never a whole one
                process.stdin.flush()
                process.kill()
                return acknowledged
            process.stdin.write(command + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert answer["ok"], answer
            acknowledged += 1
        process.stdin.close()
        assert process.wait(DEADLINE_SECONDS) == 0
    return acknowledged


def vandalise(folder: Path, source: Path, over: threading.Event) -> None:
    """Put wrong files there and take them away, for as long as the others write."""
    vanishing = folder / "vanishing.json"
    while not over.is_set():
        put_wrong_files(folder, source)
        vanishing.write_bytes(source.read_bytes())
        over.wait(0.05)
        vanishing.unlink()
        (folder / "half.json").write_bytes(source.read_bytes()[: 7 * len(source.name)])
        over.wait(0.05)


@pytest.fixture
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path / "home"))
    monkeypatch.delenv(NOW_VARIABLE, raising=False)


@pytest.mark.usefixtures("_home")
async def test_who_looks_on_stays_right_in_a_storm(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    folder.mkdir()
    today = system_clock().astimezone(ZoneInfo("Europe/Paris")).date()
    rooms = []
    for number in range(ROOMS):
        with make_room(
            folder, f"B{number + 1}", CANDIDATES, system_clock, fictional=False, date=today
        ) as desk:
            rooms.append(desk.store.path)
    exercise = sample(tmp_path, "mid-exam")
    over = threading.Event()
    acknowledged: dict[Path, int] = dict.fromkeys(rooms, 0)
    failed: list[BaseException] = []

    def work(room: Path, at: int) -> None:
        half = CANDIDATES // 2
        ids = [f"c{number + 1}" for number in range(CANDIDATES)]
        try:
            acknowledged[room] += write(room, "M. Roy", ids[:half], dies=at < KILLED)
            acknowledged[room] += write(room, "Mme Sarr", ids[half:], dies=False)
        except BaseException as error:  # noqa: BLE001 - told by the test, not by a thread
            failed.append(error)

    console = CentreConsole(words("en"), rulebook(), folder)
    with watching(folder) as script:
        workers = [
            threading.Thread(target=work, args=one) for one in zip(rooms, range(ROOMS), strict=True)
        ]
        vandal = threading.Thread(target=vandalise, args=(folder, exercise, over))
        for one in (*workers, vandal):
            one.start()
        async with console.run_test(size=(80, 24)) as pilot:
            screen = console.screen
            assert isinstance(screen, CentreScreen)
            looks = 0
            try:
                while any(one.is_alive() for one in workers):
                    await pilot.pause(0.02)
                    looks += _looked_right(screen)
            finally:
                over.set()
                vandal.join(DEADLINE_SECONDS)
            assert not failed
            assert looks > 10
            wanted = {one.name: read_session(one) for one in rooms}
            assert {name: len(made.state.history) - 2 for name, made in wanted.items()} == {
                one.name: count for one, count in acknowledged.items()
            }
            unread = put_wrong_files(folder, exercise) | {"vanishing.json"}
            last = {name: made.reading.entries[-1].hash for name, made in wanted.items()}
            await _until(lambda: _heads(script.last, set(last)) == last, pilot.pause)
            # Nobody is left at work, those least of all who were killed there.
            await _until(
                lambda: not any(room["at_work"] for room in script.last["rooms"]), pilot.pause
            )
            await _until(
                lambda: {one["file"] for one in script.last["unread"]} >= unread, pilot.pause
            )
            await _until(lambda: _total(screen) == _all(wanted), pilot.pause)
            await _until(lambda: _unread(screen) >= unread, pilot.pause)
    assert not script.wrong
    assert script.lines > ROOMS
    for name, made in wanted.items():
        told = next(room for room in script.last["rooms"] if room["file"] == name)
        assert told["counters"] == counters(made.state)
        assert told["counted"]
    assert all(one["message"] for one in script.last["unread"])


def _looked_right(screen: CentreScreen) -> bool:
    """Whether there is anything on the screen yet; what there is adds up."""
    found = screen.centre
    if found is None:
        return False
    for name in (*STATES, "total"):
        counted = [room.tally.counters[name] for room in found.rooms if room.counted]
        assert found.totals[name] == sum(counted)
    return True


def _total(screen: CentreScreen) -> dict[str, int]:
    assert screen.centre is not None
    return {name: screen.centre.totals[name] for name in (*STATES, "total")}


def _unread(screen: CentreScreen) -> set[str]:
    assert screen.centre is not None
    return {one.file for one in screen.centre.unread}


def _all(wanted: dict[str, Any]) -> dict[str, int]:
    return {
        name: sum(counters(made.state)[name] for made in wanted.values())
        for name in (*STATES, "total")
    }


def _heads(told: dict[str, Any], names: set[str]) -> dict[str, str]:
    return {room["file"]: room["last"] for room in told.get("rooms", ()) if room["file"] in names}


async def _until(holds: Callable[[], bool], pause: Callable[[float], Any]) -> None:
    deadline = time.monotonic() + DEADLINE_SECONDS
    while not holds():
        assert time.monotonic() < deadline
        await pause(0.02)
