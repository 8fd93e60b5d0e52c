"""The sessions of a folder, followed: what changed is read and no more, and nothing is touched."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pixtui.desk import rooms as following
from pixtui.desk import watching
from pixtui.desk.rooms import Look, Rooms, Seen
from pixtui.domain import commands as c
from pixtui.domain.derive import counters
from pixtui.store import known
from pixtui.store.beside import journal_of, session_of
from pixtui.store.reading import read_file
from tests.centre_scene import BY, coming_in, make_room, nine, put_wrong_files, sample, say
from tests.faults.tracing import ROOT, STRACE

DEADLINE_SECONDS = 20.0


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    """The rooms of a folder."""
    folder = tmp_path / "day"
    folder.mkdir()
    found = Rooms(folder)
    yield found
    found.end()


def of(look: Look, name: str) -> Seen:
    """One of the files."""
    return next(one for one in look if one.path.name == name)


def test_of_a_room_only_the_new_bytes_are_read(
    rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[tuple[str, int, int]] = []

    def reading(path: Path, start: int = 0) -> bytes:
        data = read_file(path, start)
        read.append((path.name, start, len(data)))
        return data

    with make_room(rooms.folder, "B1") as desk, make_room(rooms.folder, "B2"):
        before = rooms.look()
        monkeypatch.setattr(known, "read_file", reading)
        monkeypatch.setattr(following, "read", lambda path: pytest.fail(f"read whole: {path}"))
        assert rooms.look() is before
        assert not read
        size = journal_of(desk.store.path).stat().st_size
        say(desk, coming_in("c1")[0])
        came = journal_of(desk.store.path).stat().st_size - size
        look = rooms.look(frozenset({"b1.json.journal"}))
        assert read == [("b1.json.journal", size, came)]
        assert of(look, "b2.json") is of(before, "b2.json")
        assert of(look, "b1.json").state == desk.state
        assert of(look, "b1.json").last == desk.store.last_hash


def test_a_fold_and_an_erasing_are_followed(rooms: Rooms) -> None:
    with make_room(rooms.folder, "B1") as desk:
        rooms.look()
        say(desk, *coming_in("c1"))
    folded = of(rooms.look(), "b1.json")
    assert folded.state is not None
    assert counters(folded.state)["running"] == 1
    assert not folded.at_work
    with desk.open(desk.store.path, BY, nine) as again:
        say(again, {"command": "purge", "reason": "demande"})
    purged = of(rooms.look(), "b1.json").state
    assert purged is not None
    assert purged.purged is not None
    assert purged == again.state
    assert sum(event.act is None for event in purged.history) == len(purged.history) - 1


def test_another_record_in_the_place_of_a_room_is_read_whole(rooms: Rooms, tmp_path: Path) -> None:
    with make_room(rooms.folder, "B1"):
        pass
    rooms.look()
    other = sample(tmp_path, "sealed")
    other.replace(rooms.folder / "b1.json")
    state = of(rooms.look(), "b1.json").state
    assert state is not None
    assert state.sealed is not None


def test_what_cannot_be_read_is_named_and_comes_back(rooms: Rooms, tmp_path: Path) -> None:
    with make_room(rooms.folder, "B1") as desk:
        say(desk, *coming_in("c1"))
    source = desk.store.path
    wrong = put_wrong_files(rooms.folder, source)
    look = rooms.look()
    assert {one.path.name for one in look if one.state is None} == wrong
    codes = {one.path.name: one.problem.code for one in look if one.problem is not None}
    assert codes == {
        "foreign.json": "not_a_session",
        "not-json.json": "not_json",
        "empty.json": "empty_file",
        "half.json": "not_json",
        "newer.json": "newer_version",
        "forged.json": "damaged",
        "folder.json": "is_folder",
        "pipe.json": "not_a_file",
        "loop.json": "unreadable",
    }
    kept = shutil.copy(source, tmp_path / "kept")
    source.unlink()
    gone = of(rooms.look(frozenset({"b1.json"})), "b1.json")
    assert gone.problem is not None
    assert (gone.problem.code, gone.was_room, gone.state) == ("missing", True, None)
    shutil.copy(kept, source)
    assert of(rooms.look(), "b1.json").state is not None


def test_a_foreign_file_that_goes_leaves_nothing_behind(rooms: Rooms) -> None:
    make_room(rooms.folder, "B1").close()
    foreign, room = rooms.folder / "export.json", rooms.folder / "b1.json"
    foreign.write_text("{}")
    assert len(rooms.look()) == 2
    foreign.unlink()
    assert [seen.path.name for seen in rooms.look(frozenset({foreign.name}))] == [room.name]
    foreign.write_text("{}")
    assert len(rooms.look()) == 2
    foreign.unlink()
    room.unlink()
    (seen,) = rooms.look()
    assert (seen.path.name, seen.was_room) == (room.name, True)


def test_a_room_that_was_renamed_is_not_missed_unless_an_older_one_stands_there(
    rooms: Rooms, tmp_path: Path
) -> None:
    with make_room(rooms.folder, "B1") as desk:
        older = shutil.copy(desk.store.path, tmp_path / "older")
        say(desk, coming_in("c1")[0])
    assert len(rooms.look()) == 1
    moved = desk.store.path.rename(rooms.folder / "moved.json")
    (seen,) = rooms.look()
    assert (seen.path.name, seen.problem) == ("moved.json", None)
    moved.unlink()
    shutil.copy(older, rooms.folder / "other.json")
    assert of(rooms.look(), "other.json").problem is None
    gone = of(rooms.look(), "moved.json").problem
    assert gone is not None
    assert gone.code == "missing"


def test_a_room_that_gets_damaged_is_read_again_and_named(rooms: Rooms) -> None:
    with make_room(rooms.folder, "B1") as desk:
        rooms.look()
        say(desk, *coming_in("c1"))
        journal = journal_of(desk.store.path)
        lines = journal.read_bytes().splitlines(keepends=True)
        forged = lines[-2].replace(b"Mme Sarr", b"Mme Sort")
        journal.write_bytes(b"".join([*lines[:-2], forged, lines[-1]]))
        seen = of(rooms.look(), "b1.json")
        assert seen.problem is not None
        assert (seen.problem.code, seen.was_room) == ("damaged", True)
        journal.write_bytes(b"".join(lines))
        assert of(rooms.look(), "b1.json").state == desk.state
        doubtful = lines[-1].replace(b"Mme Sarr", b"Mme Sort")
        journal.write_bytes(b"".join([*lines[:-1], doubtful]))
        seen = of(rooms.look(), "b1.json")
        assert (seen.problem, seen.doubtful) == (None, len(desk.state.history))
        journal.write_bytes(b"".join(lines))
        assert of(rooms.look(), "b1.json").doubtful is None


def test_a_session_of_which_only_the_journal_is_left_is_named(rooms: Rooms) -> None:
    with make_room(rooms.folder, "B1") as desk:
        kept = shutil.copy(desk.store.path, rooms.folder / "kept")
        desk.store.path.unlink()
        seen = of(rooms.look(), "b1.json")
        assert seen.problem is not None
        assert (seen.problem.code, seen.was_room) == ("missing", False)
        shutil.copy(kept, desk.store.path)  # so that the desk can leave


@pytest.mark.parametrize("told", [True, False], ids=["told", "looked-for"])
def test_an_entry_a_new_room_and_who_comes_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    def no_inotify() -> None:
        raise OSError("no watch left")

    if not told:
        monkeypatch.setattr(watching, "INotify", no_inotify)
    rooms = Rooms(tmp_path)
    seen: list[Look] = []
    new = threading.Condition()

    def follow() -> None:
        for look in rooms.changes(lambda: 10 * DEADLINE_SECONDS):
            with new:
                seen.append(look)
                new.notify_all()

    def until(holds: Callable[[Look], bool]) -> None:
        with new:
            assert new.wait_for(lambda: bool(seen) and holds(seen[-1]), DEADLINE_SECONDS)

    thread = threading.Thread(target=follow)
    thread.start()
    try:
        until(lambda look: look == ())
        with make_room(tmp_path, "B1") as desk:
            until(lambda look: bool(look) and [one.by for one in look[0].at_work] == [BY])
            say(desk, *coming_in("c1"))
            until(lambda look: look[0].last == desk.store.last_hash)
        until(lambda look: not look[0].at_work)
    finally:
        rooms.end()
        thread.join(DEADLINE_SECONDS)
    assert not thread.is_alive()


def test_a_folder_that_goes_and_comes_back_is_followed_on(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    folder.mkdir()
    rooms = Rooms(folder)
    looks = rooms.changes(lambda: 0.1)
    assert next(looks) == ()
    folder.rmdir()
    assert next(looks) == ()
    folder.mkdir()
    make_room(folder, "B1").close()
    for look in looks:
        if look:
            rooms.end()
    assert of(look, "b1.json").state is not None


def test_another_folder_in_the_place_of_one_moved_away_is_followed_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "day"
    folder.mkdir()
    rooms = Rooms(folder)
    longest = 30.0
    began = time.monotonic()
    looks = rooms.changes(lambda: longest)
    assert next(looks) == ()
    folder.rename(tmp_path / "before")
    folder.mkdir()
    make_room(folder, "B1").close()
    for look in looks:
        if look:
            rooms.end()
    assert of(look, "b1.json").state is not None
    assert time.monotonic() - began < longest, "it was told, not looked for"


@pytest.mark.skipif(STRACE is None, reason="no strace on this machine")
def test_whoever_looks_on_touches_nothing(tmp_path: Path) -> None:
    """Not a file opened to write or made in the folder, no lock that a writer would wait for."""
    assert STRACE is not None
    folder, trace = tmp_path / "day", tmp_path / "trace"
    folder.mkdir()
    with make_room(folder, "B1") as desk:
        before = {one: one.stat().st_mtime_ns for one in folder.iterdir()}
        done = subprocess.run(
            [STRACE, "-f", "-qq", "-y", "-e", "trace=%file,flock,write,ftruncate,fallocate",
             "-o", str(trace), sys.executable, "-m", "pixtui", "centre", str(folder), "--json"],
            cwd=ROOT,
            env={**os.environ, "PIXTUI_HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )  # fmt: skip
        assert {one: one.stat().st_mtime_ns for one in folder.iterdir()} == before
        assert json.loads(done.stdout)["rooms"][0]["at_work"][0]["by"] == desk.by
    calls = [line for line in trace.read_text().splitlines() if str(folder) in line]
    opened = [line for line in calls if "openat(" in line]
    assert any("b1.json.journal" in line for line in opened)
    assert not [
        line for line in opened if "O_WRONLY" in line or "O_RDWR" in line or "O_CREAT" in line
    ]
    locked = [line for line in calls if "flock(" in line]
    assert all("LOCK_SH|LOCK_NB" in line and ".here-" in line for line in locked)
    reading = ("openat(", "flock(", "stat", "readlink", "access", "inotify_add_watch", "execve")
    assert not [line for line in calls if not any(one in line for one in reading)]


def test_which_session_a_file_tells_of() -> None:
    told = {
        "a.json": "a.json",
        "a.json.journal": "a.json",
        "a.json.here-12-0af": "a.json",
        "a.json.bak": None,
        "a.json.ballast": None,
        ".a.json.0123456789ab.tmp": None,
        "a.json.here-x": None,
        "notes.txt": None,
    }
    assert {name: session_of(name) for name in told} == told


def test_an_act_of_another_console_is_the_same_state(rooms: Rooms) -> None:
    """What is brought up entry by entry is what reading everything makes, undone entries too."""
    with make_room(rooms.folder, "B1") as desk:
        rooms.look()
        for act in [*coming_in("c1"), {"command": "undo", "seq": 5}, *coming_in("c2")]:
            desk.submit_json(act)
            state = of(rooms.look(), "b1.json").state
            assert state == desk.state
        assert isinstance(desk.state.history[-1].act, c.Start)
