"""A real terminal: a program on a pty, its screen read as a person would."""

import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

ROOT = Path(__file__).resolve().parents[2]
DEADLINE_SECONDS = 20.0
KEYS: Mapping[str, bytes] = {
    "enter": b"\r",
    "escape": b"\x1b",
    "space": b" ",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "f12": b"\x1b[24~",
    "ctrl+q": b"\x11",
}


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a program on that terminal is told of the world."""
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **known,
        "PYTHONPATH": str(ROOT),
        "PIXTUI_HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        **more,
    }


class Terminal:
    """``python -m pixtui …`` on a terminal of 80 by 24."""

    def __init__(self, arguments: list[str], env: dict[str, str]) -> None:
        self.screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.process = pexpect.spawn(
            sys.executable, ["-m", "pixtui", *arguments], env=env, dimensions=(24, 80), timeout=None
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.process.close(force=True)

    @property
    def seen(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self) -> bool:
        """Take in what was written meanwhile; False once the program is gone."""
        try:
            data = self.process.read_nonblocking(65_536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.written += data
        self._stream.feed(data)
        return True

    def until(self, text: str) -> None:
        """Read until that text stands on the screen, line breaks aside."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while text not in " ".join(self.seen.split()):
            assert self.read(), f"ended before {text!r}:\n{self.seen}"
            assert time.monotonic() < deadline, f"waited for {text!r}:\n{self.seen}"

    def press(self, *keys: str) -> None:
        """Press keys: a name, or the text itself."""
        for key in keys:
            self.process.send(KEYS.get(key, key.encode()))

    def hang_up(self) -> None:
        """The line drops: the other end of the terminal is gone."""
        self.process.ptyproc.fileobj.close()
        self.process.ptyproc.closed = True
        self.process.closed = True

    def ended(self, within: float = DEADLINE_SECONDS) -> int:
        """Read to the end of the program; its exit code."""
        deadline = time.monotonic() + within
        while self.read():
            assert time.monotonic() < deadline, f"still there:\n{self.seen}"
        return self.code(deadline)

    def code(self, deadline: float) -> int:
        """Wait for the end of the program; its exit code."""
        while self.process.isalive():
            assert time.monotonic() < deadline, "still there"
            time.sleep(0.02)  # between two looks, not a guess
        assert self.process.signalstatus is None, signal.Signals(self.process.signalstatus).name
        assert self.process.exitstatus is not None
        return int(self.process.exitstatus)
