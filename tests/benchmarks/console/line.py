"""A program on a pty: the bytes it sends, its processor time, the screen it leaves."""

import ctypes
import os
import select
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte
from pyte.screens import Char

QUIET_SECONDS = 0.05
"""Without a byte for that long, and without work, an update is complete."""
ANSWER_SECONDS = 0.2
"""How long to wait for the first byte of an answer that may not come."""
RESTS = 0.1
"""The part of the processor that a program at rest does not reach."""
DEADLINE_SECONDS = 60.0

PR_SET_PDEATHSIG = 1
"""prctl(2): the signal a child gets once its parent is gone."""

Cells = list[list[Char]]


def _die_with_the_parent() -> None:
    """A program whose terminal is gone may spin for ever: it is not to outlive the benchmark."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Line:
    """A program on a terminal of some size."""

    def __init__(
        self, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int]
    ) -> None:
        width, height = size
        self.began = time.monotonic()
        self._process = pexpect.spawn(
            command[0],
            list(command[1:]),
            env=dict(env),
            dimensions=(height, width),
            timeout=None,
            preexec_fn=_die_with_the_parent,
        )
        self._fd = self._process.child_fd
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        self.first_bytes = 0
        """How many came until the first useful paint."""
        self.last = self.began
        """When the last byte came."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.close(force=True)

    @property
    def pid(self) -> int:
        """The program's process."""
        return int(self._process.pid)

    def cpu_seconds(self) -> float:
        """The processor time of the process until now, to the nanosecond (clock_getcpuclockid)."""
        return time.clock_gettime((~self.pid << 3) | 2)

    def rss_bytes(self) -> int:
        """The memory it holds."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def send(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._fd, keys)

    def take(self, seconds: float) -> bytes:
        """What comes within that time; empty where nothing does. Not yet on ``screen``."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return b""
        try:
            found = os.read(self._fd, 65_536)
        except OSError as gone:
            raise AssertionError(f"the program ended:\n{self.seen}") from gone
        self.last = time.monotonic()
        return found

    def until(self, marker: bytes) -> float:
        """Wait for these bytes of the first paint; the seconds since the start."""
        raw = b""
        while marker not in raw:
            raw += self.take(1.0)
            waited = time.monotonic() - self.began
            assert waited < DEADLINE_SECONDS, raw[-2_000:]
        took = self.last - self.began
        self._stream.feed(raw)
        self.first_bytes = len(raw)
        return took

    def settled(self, *, answer: float = ANSWER_SECONDS, quiet: float = QUIET_SECONDS) -> int:
        """Read onto ``screen`` until nothing comes and the program rests; how many bytes came."""
        raw, waited = b"", 0.0
        while True:
            busy = self.cpu_seconds()
            found = self.take(quiet)
            raw += found
            waited = 0.0 if found else waited + quiet
            rests = self.cpu_seconds() - busy < quiet * RESTS
            if not found and rests and (raw or waited >= answer):
                break
        self._stream.feed(raw)
        return len(raw)

    def cells(self) -> Cells:
        """The screen, cell by cell."""
        wide, high = self.screen.columns, self.screen.lines
        return [[self.screen.buffer[y][x] for x in range(wide)] for y in range(high)]

    @property
    def seen(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)
