"""``pixtui check`` on a real terminal: it asks it, and puts a broken one right."""

import os
import subprocess
import termios
import tty
from pathlib import Path

import pytest

from tests.pty.terminal import PIXTUI, Terminal, environment, looks

pytestmark = pytest.mark.pty

BROKEN = (
    b"\x1b[?1049h\x1b[?1000h\x1b[?1003h\x1b[?1006h\x1b[?2004h\x1b[?25l\x1b[?7l\x1b[?1004h"
    b"\x1b[7;31m\x1b(0\x1b[5;10r\x1b[4h"
)
"""What a killed program leaves: alternate screen, mouse, paste, no cursor, line drawing…"""


def checked(folder: Path, *arguments: str, **more: str) -> Terminal:
    """``pixtui check`` on a terminal of its own."""
    return Terminal(["check", *arguments], environment(folder, **more))


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (b"PuTTY\x1b[1;2R\x1b[?6c", "Xterm R6"),
        (b"\x1b[1;3R\x1b[?6c", "ne lit pas l'UTF-8"),
    ],
    ids=["putty", "latin-1"],
)
def test_it_asks_the_terminal(tmp_path: Path, answer: bytes, shown: str) -> None:
    with checked(tmp_path) as terminal:
        for _ in looks(waiting_for="the question"):
            assert terminal.read()
            if b"\x1b[c" in terminal.written:
                break
        terminal.process.send(answer)
        terminal.until(shown)
        terminal.until("règles datées")
        assert terminal.ended() == (1 if "UTF-8" in shown else 0)
        assert terminal.cooked()


def test_a_terminal_that_does_not_answer_is_not_waited_for(tmp_path: Path) -> None:
    with checked(tmp_path) as terminal:
        terminal.until("règles datées")
        assert terminal.ended() == 0


def test_without_utf8_even_the_check_is_ascii(tmp_path: Path) -> None:
    with checked(tmp_path, LC_ALL="C") as terminal:
        terminal.until("export LC_ALL=C.UTF-8")
        assert terminal.ended() == 1
    answer = terminal.written.replace(b"\xc3\xa9", b"", 1)  # the question to the terminal
    assert answer.isascii()


def test_a_broken_terminal_is_put_right(tmp_path: Path) -> None:
    with checked(tmp_path, "--reset") as terminal:
        terminal.until("remis en état")
        assert terminal.ended() == 0
    broken = Terminal([], environment(tmp_path), program=["cat"])
    with broken:
        line = broken.process.fileno()
        tty.setraw(line)
        broken.written += BROKEN
        assert broken.left_on()
        assert not broken.cooked()
        env = environment(tmp_path)
        slave = os.open(
            Path(f"/proc/{broken.process.pid}/fd/0").readlink(), os.O_RDWR | os.O_NOCTTY
        )
        command = [*PIXTUI, "check", "--reset"]
        subprocess.run(command, env=env, stdin=slave, stdout=slave, stderr=slave, check=True)
        for _ in looks(waiting_for="the reset"):
            assert broken.read()
            if not broken.left_on():
                break
        assert broken.cooked()
        ours = termios.tcgetattr(line)
        subprocess.run(["stty", "sane"], stdin=slave, check=True)
        assert ours == termios.tcgetattr(line)
        os.close(slave)
        for back in (b"\x1b(B", b"\x1b[r", b"\x1b[4l", b"\x1b[0m"):
            assert back in broken.written
