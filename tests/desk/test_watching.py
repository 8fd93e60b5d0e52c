"""Another console's entries are seen: told by the kernel, looked for, or there before the watch."""

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pixtui.desk import watching
from pixtui.desk.desk import Desk, Done
from pixtui.domain import commands as c
from pixtui.resources import sample_sessions
from tests.pilot.driver import WallClock

CLOCK = WallClock("10:02")
DEADLINE_SECONDS = 20.0
BEFORE, AFTER = "before", "after"


def no_inotify() -> None:
    """A kernel, or a user's limit, that gives no watch."""
    raise OSError("no watch left")


@pytest.mark.parametrize("when", [BEFORE, AFTER])
@pytest.mark.parametrize("told", [None, no_inotify], ids=["told", "looked-for"])
def test_another_consoles_entry_is_seen(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: Callable[[], None] | None,
    when: str,
) -> None:
    if told is not None:
        monkeypatch.setattr(watching, "INotify", told)
    monkeypatch.setattr(watching, "LONGEST_SECONDS", 10 * DEADLINE_SECONDS)
    path = Path(shutil.copy(sample_sessions() / "mid-exam.json", tmp_path / "b204.json"))
    seen = threading.Event()
    with Desk.open(path, "Mme Sarr", CLOCK) as desk, Desk.open(path, "M. Roy", CLOCK) as other:
        entries = len(desk.state.history)

        def look() -> None:
            if len(desk.state.history) > entries:
                seen.set()

        def write() -> None:
            assert isinstance(other.submit(c.Finish(candidates=("c1",))), Done)

        if when == BEFORE:
            write()
        desk.follow(look)
        if when == AFTER:
            write()
        assert seen.wait(DEADLINE_SECONDS)


def test_who_waits_is_let_go_at_once(tmp_path: Path) -> None:
    watch = watching.Watch(tmp_path / "b204.json")
    watch.end()
    assert not watch.wait()
    watch.close()
