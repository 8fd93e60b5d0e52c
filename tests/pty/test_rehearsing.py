"""A rehearsal on a real terminal: its clock hurries by itself, and a kill loses nothing of it."""

import signal
from pathlib import Path

import pytest

from pixtui.store.rehearsal import load_progress
from pixtui.store.verify import verify
from tests.pty.terminal import Terminal, environment

TOLD = "CAZENAVE Maël est pâle"

pytestmark = pytest.mark.pty


def rehearsal_in(home: Path) -> Path:
    """The one rehearsal of that home."""
    (path,) = (home / "state" / "rehearsals").glob("*.json")
    return path


def test_it_goes_by_itself_and_survives_a_kill(tmp_path: Path) -> None:
    env = environment(tmp_path)
    asked = ["rehearse", "alarm", "--speed", "600", "--by", "Mme Sarr"]
    with Terminal(asked, env) as terminal:
        terminal.until(TOLD)  # nobody pressed a key
        terminal.press("f2")
        terminal.until("6 en cours")
        terminal.press("9")
        terminal.process.kill(signal.SIGKILL)
        with pytest.raises(AssertionError, match="SIGKILL"):
            terminal.ended()
    path = rehearsal_in(tmp_path)
    kept = load_progress(path)
    assert kept is not None
    assert [one.event for one in kept.told] == ["unwell"]
    with Terminal([path.stem, "--by", "Mme Sarr"], env) as terminal:
        terminal.until(TOLD)
        assert "RÉPÉTITION" in terminal.seen
        terminal.press(")")
        terminal.until("6 en cours")
        while TOLD in terminal.seen:
            assert terminal.read()
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    kept = load_progress(path)
    assert kept is not None
    assert kept.since is None, "left: it stands still"
    assert [one.read for one in kept.told] == [True]
    assert verify(path).ok


def test_a_line_that_drops_leaves_its_clock_standing_still(tmp_path: Path) -> None:
    env = environment(tmp_path)
    with Terminal(["rehearse", "alarm", "--speed", "600", "--by", "Mme Sarr"], env) as terminal:
        terminal.until(TOLD)
        terminal.hang_up()
        terminal.process.wait()
    kept = load_progress(rehearsal_in(tmp_path))
    assert kept is not None
    assert kept.since is None


def test_what_is_asked_first_is_which_day(tmp_path: Path) -> None:
    with Terminal(["rehearse", "--by", "Mme Sarr"], environment(tmp_path)) as terminal:
        terminal.until("Répéter : quelle journée ?")
        terminal.press("alarme", "enter")
        terminal.until("RÉPÉTITION")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
