"""The shadow never shows a wrong cell: a console with it and one without it, key by key."""

import signal
from pathlib import Path

import pytest

from pixtui.tui.wire.painter import SWITCH
from tests.pty.terminal import KEYS, Terminal, console, looks, state

WALK = (
    *("down", "down", "space", "down", "\x1b[6~", "\x1b[6~", "\x1b[5~", "x", "f5", "f5"),
    *("/", "é", "l", "o", "escape", "enter", "escape", "f1", "\x1b[6~", "escape"),
    *("f3", "phone", "escape", "e", "down", "Zoe\u0301 漢字", "escape", "f4", "escape"),
    *("f6", "down", "down", "\x1b[6~", "f7", "down", "f8", "f9", "\x1b[6~", "f2", "!", "escape"),
    *("f1", "f1", "down", "\x1b[6~", "down", "\x1b[C", "/", "disque", "enter", "escape"),
    *("\x05", "escape", "\x0c", "\x14", "plan", "escape"),
)
"""Keys over every screen and many dialogs; none of them declares anything."""


DOWN, UP = KEYS["down"].decode(), KEYS["up"].decode()
KEYS_THAT_WAIT = (DOWN * 6 + UP * 6) * 5 + DOWN * 4
"""Arrows as a held key leaves them on a slow line, four rows down in the end."""
BYTES_OF_A_MOVE = 100


def cells(terminal: Terminal) -> list[object]:
    """Every cell as the eye sees it."""
    size = terminal.screen
    return [size.buffer[y][x] for y in range(size.lines) for x in range(size.columns)]


def same(one: Terminal, other: Terminal, after: str) -> None:
    """Read both until they show the same, and fail where they never do."""
    seen: list[list[object]] = []
    for _ in looks(waiting_for=f"the same screens after {after!r}"):
        assert one.read()
        assert other.read()
        now = [*cells(one), *cells(other)]
        if cells(one) == cells(other) and seen and seen[-1] == now:
            return
        seen = [*seen[-1:], now]


def resized(terminal: Terminal, width: int, height: int) -> None:
    """Another size of the window."""
    terminal.process.setwinsize(height, width)
    terminal.screen.resize(height, width)


@pytest.mark.parametrize("more", [{}, {"NO_COLOR": "1"}, {"TERM": "linux"}], ids=str)
def test_with_and_without_the_shadow_the_screen_is_the_same(
    mid_exam: Path, tmp_path: Path, more: dict[str, str]
) -> None:
    twin = tmp_path / "twin" / mid_exam.name
    twin.parent.mkdir()
    twin.write_bytes(mid_exam.read_bytes())
    with console(mid_exam, **more) as short, console(twin, **{SWITCH: "1"}, **more) as plain:
        for terminal in (short, plain):
            terminal.until("28 en cours")
        same(short, plain, "the start")
        begun = len(short.written), len(plain.written)
        for key in WALK:
            for terminal in (short, plain):
                terminal.press(key)
            same(short, plain, key)
        for size in ((100, 30), (40, 12), (80, 24)):
            for terminal in (short, plain):
                resized(terminal, *size)
            same(short, plain, f"{size}")
        assert len(short.written) - begun[0] < (len(plain.written) - begun[1]) / 3
        for terminal in (short, plain):
            terminal.press("ctrl+q")
            assert terminal.ended() == 0


def test_after_a_pause_everything_is_painted_once_more(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        _paused(terminal)
        terminal.until("28 en cours")
        terminal.press("down")
        terminal.until("ABADIE Zoé · test en cours")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def test_keys_that_wait_move_first_and_are_painted_once(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.press("down")
        terminal.until("ABADIE Zoé · test en cours")
        begun = len(terminal.written)
        terminal.press(KEYS_THAT_WAIT)
        terminal.until("DA SILVA João · test en cours")
        assert len(terminal.written) - begun < 3 * BYTES_OF_A_MOVE
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def _paused(terminal: Terminal) -> None:
    """Stopped as by Ctrl+Z in a shell; meanwhile something else has the screen."""
    terminal.process.kill(signal.SIGTSTP)
    for _ in looks(waiting_for="the process to stand still"):
        assert terminal.read()
        if state(terminal.process.pid) == "T":
            break
    terminal.screen.reset()
    terminal.process.kill(signal.SIGCONT)
