"""A slow line: a program on a pty of its own, its bytes late and few at a time, both ways.

Run as a module: ``relay DELAY_MS BITS_PER_SECOND COMMAND…``, with the terminal on its standard
input and output. The delay is that of one way; a byte is ten bits, as on a serial line with its
start and stop bits. Nothing is lost, and what does not go through yet stays where it is after
``BUFFER`` bytes, as with a network in between.
"""

import fcntl
import os
import pty
import select
import sys
import termios
import time
import tty
from collections import deque

BITS_PER_BYTE = 8
PIECE = 32
"""Bytes that arrive together."""
BUFFER = 65_536


class OneWay:
    """One direction: what is under way, and when it arrives."""

    def __init__(self, source: int, target: int, delay: float, bits_per_second: float) -> None:
        self.source, self._target = source, target
        self._delay, self._pace = delay, BITS_PER_BYTE / bits_per_second
        self._under_way: deque[tuple[float, bytes]] = deque()
        self._free = 0.0
        self._held = 0

    @property
    def full(self) -> bool:
        """Whether nothing more is taken."""
        return self._held >= BUFFER

    @property
    def due(self) -> float | None:
        """When the next piece arrives."""
        return self._under_way[0][0] if self._under_way else None

    def take(self) -> bool:
        """Send what came on its way; False where the end is gone."""
        try:
            data = os.read(self.source, 4_096)
        except OSError:
            return False
        for at in range(0, len(data), PIECE):
            piece = data[at : at + PIECE]
            self._free = max(self._free, time.monotonic()) + len(piece) * self._pace
            self._under_way.append((self._free + self._delay, piece))
            self._held += len(piece)
        return bool(data)

    def deliver(self) -> None:
        """Hand over what has arrived."""
        now = time.monotonic()
        while self._under_way and self._under_way[0][0] <= now:
            piece = self._under_way.popleft()[1]
            self._held -= len(piece)
            os.write(self._target, piece)


def relay(delay: float, bits_per_second: float, command: list[str]) -> None:
    """Until either end is gone."""
    pid, line = pty.fork()
    if pid == 0:
        os.execvp(command[0], command)  # the child becomes the program
    size = fcntl.ioctl(0, termios.TIOCGWINSZ, bytes(8))
    fcntl.ioctl(line, termios.TIOCSWINSZ, size)
    tty.setraw(0)
    ways = [
        OneWay(0, line, delay, bits_per_second),
        OneWay(line, 1, delay, bits_per_second),
    ]
    while True:
        dues = [way.due for way in ways if way.due is not None]
        wait = max(min(dues) - time.monotonic(), 0) if dues else None
        ready, _, _ = select.select([way.source for way in ways if not way.full], [], [], wait)
        for way in ways:
            if way.source in ready and not way.take():
                return
            way.deliver()


if __name__ == "__main__":
    relay(float(sys.argv[1]) / 1_000, float(sys.argv[2]), sys.argv[3:])
