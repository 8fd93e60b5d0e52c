"""The process always ends: on SIGTERM, SIGHUP, or when the terminal is gone.

The handlers are plain signal handlers with a timer that ends the process: the event loop may
be frozen by a stalled line, and then nothing that waits for it would ever run. Nothing is lost
by a hard exit: every entry was on disk before it was shown.
"""

import os
import select
import signal
import sys
import termios
import threading
import time
from types import FrameType

from textual.app import App

from pixtui.terminal import GIVE_BACK

GRACE_SECONDS = 2.0
RESET_SECONDS = 1.0
LOST_TERMINAL = 75


class Lost:
    """Whether the terminal went away or the process is to end, and what then happens."""

    def __init__(self, app: App[None]) -> None:
        self.happened = False
        self._app = app
        self._terminal = _Terminal()
        self._leaving = threading.Lock()
        self._timer = threading.Timer(GRACE_SECONDS, self._leave)
        self._timer.daemon = True

    def end(self) -> None:
        """Ask the app to end, and end the process soon whether it does or not."""
        if self.happened:
            return
        self.happened = True
        # A process in the background is stopped for touching the terminal; threads inherit this.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        self._timer.start()
        loop = self._app._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(lambda: self._app.exit(return_code=LOST_TERMINAL))

    def on_signal(self, _number: int, _frame: FrameType | None) -> None:
        """End, by a signal."""
        self.end()

    def watch(self) -> None:
        """Wait for the hang-up, which shows on the terminal even where no signal comes."""
        poller = select.poll()
        poller.register(self._terminal.input, 0)  # errors and hang-ups only
        poller.poll()
        self._terminal.read_no_more()
        self.end()

    def settled(self) -> None:
        """The app ended in time: where the hard exit is under way nevertheless, wait for it."""
        with self._leaving:
            return

    def _leave(self) -> None:
        with self._leaving:
            try:
                self._terminal.give_back()
            finally:
                os._exit(LOST_TERMINAL)


class _Terminal:
    """The terminal as it was found, given back without the help of a frozen event loop."""

    def __init__(self) -> None:
        self.input = (sys.__stdin__ or sys.stdin).fileno()
        self._output = (sys.__stderr__ or sys.stderr).fileno()
        self._found = termios.tcgetattr(self.input)

    def read_no_more(self) -> None:
        """Put a silent pipe in the place of a dead terminal, which Textual reads without end.

        Its one byte, which is no key, is for the read that may be about to happen.
        """
        silent, writing = os.pipe()
        os.write(writing, b"\0")
        os.dup2(silent, self.input)

    def give_back(self) -> None:
        """Throw away what nobody reads, leave the painted screen, and restore the line."""
        own = os.dup(self._output)
        os.dup2(os.open(os.devnull, os.O_WRONLY), self._output)  # what is still queued
        os.set_blocking(own, False)
        try:
            termios.tcsetattr(self.input, termios.TCSANOW, self._found)
            _write_whole(own, GIVE_BACK)
        except (OSError, termios.error):
            pass  # there is no terminal any more
        finally:
            os.set_blocking(own, True)  # the shell has the same open file


def _write_whole(terminal: int, data: bytes) -> None:
    """Write at once what must not be cut, making room first; gives up after a while.

    Room has to be made again as long as the writer that was stalled fills it.
    """
    deadline = time.monotonic() + RESET_SECONDS
    while time.monotonic() < deadline:
        termios.tcflush(terminal, termios.TCOFLUSH)
        try:
            if os.write(terminal, data) == len(data):
                return
        except BlockingIOError:
            time.sleep(0.01)  # the stalled writer is still at it


def guarded(app: App[None]) -> Lost:
    """Watch over the end of this app's process; raises termios.error without a terminal."""
    lost = Lost(app)
    signal.signal(signal.SIGTERM, lost.on_signal)
    signal.signal(signal.SIGHUP, lost.on_signal)
    threading.Thread(target=lost.watch, name="pixtui-terminal", daemon=True).start()
    return lost
