"""What the operator sees when the file or its disk goes wrong, and who else is there."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from pixtui.desk.desk import Desk, Done
from pixtui.store import file_system, session_store
from pixtui.store.reading import read
from pixtui.store.verify import verify
from pixtui.tui.dialogs.form import Form
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample


def spoil(path: Path) -> bytes:
    """Change one letter in the middle of the history; what the file holds then."""
    data = path.read_bytes()
    at = data.index(b'"by": "', len(data) * 3 // 4) + len(b'"by": "')
    path.write_bytes(data[:at] + b"#" + data[at + 1 :])
    return path.read_bytes()


async def save_copy(hands: Operator, to: Path) -> None:
    """Ctrl+K, the path, F2."""
    await hands.press("ctrl+k")
    await hands.until(lambda: isinstance(hands.console.screen, Form))
    await hands.fill({"path": str(to)})


async def test_damage_is_placed_in_french_and_a_copy_is_worked_on(home: Path) -> None:
    path = sample(home, "mid-exam")
    damaged = spoil(path)
    async with sitting(home, path, clock=WallClock("10:02")) as hands:
        await hands.until("abîmé")
        assert hands.lines[0].startswith(" LECTURE SEULE")
        assert "entrée 50 de l'historique" in hands.words_seen
        await hands.find("faure")
        await hands.press("7")
        assert hands.front.query_one("#message").has_class("refused")
        await save_copy(hands, home / "bonne.json")
        await hands.until("Vous travaillez maintenant")
        before = len(hands.state.history)
        assert not hands.context.read_only
        assert hands.context.desk.store.path == (home / "bonne.json").resolve()
    assert path.read_bytes() == damaged
    assert len(read(home / "bonne.json").entries) == before
    assert verify(home / "bonne.json").ok


async def test_after_an_error_of_the_disk_nothing_is_lost_and_a_copy_goes_on(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample(home, "mid-exam")
    async with sitting(home, path, clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        known = len(hands.state.history)

        def fail(_descriptor: int) -> None:
            raise OSError(errno.EIO, "Input/output error")

        with monkeypatch.context() as broken:
            broken.setattr(os, "fsync", fail)
            await hands.find("faure")
            await hands.press("7")
        assert hands.front.query_one("#message").has_class("refused")
        await hands.until("Ctrl+K")
        assert len(hands.state.history) == known
        await hands.press("7")
        assert hands.front.query_one("#message").has_class("refused"), "never tried again"
        assert hands.lines[0].startswith(" LECTURE SEULE")
        await save_copy(hands, home / "ailleurs.json")
        await hands.until("Vous travaillez maintenant")
        await hands.press("f2")
        await hands.find("faure")
        await hands.press("7")
        assert hands.standing("FAURE") == "finished"
    assert len(read(home / "ailleurs.json").entries) == known + 1
    assert len(read(path).entries) == known


async def test_a_full_disk_lets_the_exam_be_finished_and_says_so(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample(home, "mid-exam")
    written = session_store.write_all
    tries: list[int] = []

    def full_once(descriptor: int, data: bytes) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise OSError(errno.ENOSPC, "No space left on device")
        written(descriptor, data)

    async with sitting(home, path, clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        monkeypatch.setattr(session_store, "write_all", full_once)
        await hands.find("faure")
        await hands.press("7")
        await hands.until("disque est plein")
        assert hands.standing("FAURE") == "finished"


async def test_little_room_is_said_at_opening(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pixtui.present import opening

    monkeypatch.setattr(opening, "free_bytes", lambda _path: file_system.LITTLE_ROOM - 1_000_000)
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("49 Mo")


async def test_a_summary_changed_by_another_hand_is_said(home: Path) -> None:
    path = sample(home, "mid-exam")
    data = path.read_bytes()
    assert data.count(b'"last_name": "FAURE"') > 1, "in the summary, then in the history"
    path.write_bytes(data.replace(b'"last_name": "FAURE"', b'"last_name": "LAURE"', 1))
    async with sitting(home, path, clock=WallClock("10:02")) as hands:
        await hands.until("une autre main")


async def test_who_else_is_at_work_stands_on_the_first_line(home: Path) -> None:
    path = sample(home, "mid-exam")
    async with sitting(home, path, clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        assert "Roy" not in hands.lines[0]
        with Desk.open(path, "M. Roy", WallClock("10:02")):
            await hands.until(lambda: "Roy" in hands.lines[0])
        await hands.until(lambda: "Roy" not in hands.lines[0])


async def test_what_a_dead_console_left_is_told_and_not_asked(home: Path) -> None:
    path = sample(home, "mid-exam")
    desk = Desk.open(path, "M. Roy", WallClock("10:00"))
    assert isinstance(desk.submit_json({"command": "finish", "candidate": "c8"}), Done)
    shutil.copy(desk.store.journal, home / "kept")
    entries = len(desk.store.entries)
    desk.close()
    data = (home / "kept").read_bytes()
    fresh = sample(home, "mid-exam")
    (home / "mid-exam.json.journal").write_bytes(data + b'{"body":')
    async with sitting(home, fresh, clock=WallClock("10:02")) as hands:
        await hands.until(".torn-")
        assert len(hands.state.history) == entries
