"""The mouse on a real terminal: left to the terminal over SSH, taken and given back by one key."""

import re
import select
import signal
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal, assert_sane, console, looks, state

pytestmark = pytest.mark.pty

TRACKING = {"9", "1000", "1001", "1002", "1003", "1005", "1006", "1015", "1016"}
"""The modes in which a terminal tells of its mouse, and in which way."""
TAKEN = {"1000", "1003", "1006", "1015"}
FAR = ({"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}, {"SSH_TTY": "/dev/pts/7"})
MINE, YOURS = "La souris est à pixtui", "La souris est au terminal"


def asked_for(terminal: Terminal) -> set[str]:
    """Every mode of the mouse that was ever switched on."""
    found = re.findall(rb"\x1b\[\?([0-9;]+)h", terminal.written)
    return {mode.decode() for modes in found for mode in modes.split(b";")} & TRACKING


def on(terminal: Terminal) -> set[str]:
    """The modes of the mouse that are on now."""
    return TRACKING & terminal.left_on().keys()


def pressed(terminal: Terminal, said: str) -> None:
    """Press the key of the mouse and wait for what it says."""
    terminal.press("\x0e")
    terminal.until(said)


def paused(terminal: Terminal) -> set[str]:
    """Stop it as a shell does; what of the mouse is on while it stands still."""
    terminal.process.kill(signal.SIGTSTP)
    for _ in looks(waiting_for="the process to stand still"):
        assert terminal.read()
        if state(terminal.process.pid) == "T":
            break
    while select.select([terminal.process.fileno()], [], [], 0)[0]:
        assert terminal.read()
    return on(terminal)


def went_on(terminal: Terminal) -> None:
    """Let it go on, and wait until it paints again and answers a key."""
    terminal.screen.reset()
    terminal.process.kill(signal.SIGCONT)
    terminal.until("28 en cours")
    terminal.press("down")
    terminal.until("ABADIE Zoé · test en cours")
    terminal.press("up")


@pytest.mark.parametrize("far", FAR, ids=lambda one: next(iter(one)))
def test_over_ssh_the_mouse_is_never_asked_for(mid_exam: Path, far: dict[str, str]) -> None:
    with console(mid_exam, **far) as terminal:
        terminal.until("28 en cours")
        terminal.press("f6")
        terminal.until("Entrée cocher")
        terminal.press("f2")
        terminal.until("28 en cours")
        assert paused(terminal) == set()
        went_on(terminal)
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert asked_for(terminal) == set()


def test_over_ssh_one_key_takes_the_mouse_and_gives_it_back(mid_exam: Path) -> None:
    with console(mid_exam, **FAR[0]) as terminal:
        terminal.until("28 en cours")
        pressed(terminal, MINE)
        assert on(terminal) == TAKEN
        assert paused(terminal) == set()
        went_on(terminal)
        assert on(terminal) == TAKEN
        pressed(terminal, YOURS)
        assert on(terminal) == set()
        assert paused(terminal) == set()
        before = len(terminal.written)
        went_on(terminal)
        assert b"?1000h" not in terminal.written[before:]
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert_sane(terminal)


def test_near_the_mouse_is_pixtuis_and_one_key_gives_it_back(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        assert on(terminal) == TAKEN
        pressed(terminal, YOURS)
        assert on(terminal) == set()
        assert paused(terminal) == set()
        went_on(terminal)
        assert on(terminal) == set()
        pressed(terminal, MINE)
        assert on(terminal) == TAKEN
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert_sane(terminal)


def test_ended_from_outside_the_mouse_is_given_back(mid_exam: Path) -> None:
    with console(mid_exam, **FAR[0]) as terminal:
        terminal.until("28 en cours")
        pressed(terminal, MINE)
        terminal.process.kill(signal.SIGTERM)
        assert terminal.ended() == 75
        assert_sane(terminal)
