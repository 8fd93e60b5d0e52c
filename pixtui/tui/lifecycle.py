"""The process always ends: on SIGTERM, SIGHUP, or when the terminal is gone.

The handlers are plain signal handlers with a timer that ends the process: the event loop may
be frozen by a stalled line, and then nothing that waits for it would ever run. Nothing is lost
by a hard exit: every entry was on disk before it was shown.
"""

import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

from textual.app import App

GRACE_SECONDS = 2.0
LOOK_SECONDS = 1.0
LOST_TERMINAL = 75


class Lost:
    """Whether the terminal went away."""

    def __init__(self) -> None:
        self.happened = False


def guarded(app: App[None]) -> Lost:
    """Watch over the end of this app's process."""
    lost = Lost()

    def end() -> None:
        if lost.happened:
            return
        lost.happened = True
        timer = threading.Timer(GRACE_SECONDS, os._exit, (LOST_TERMINAL,))
        timer.daemon = True
        timer.start()
        loop = app._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(lambda: app.exit(return_code=LOST_TERMINAL))

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        end()

    signal.signal(signal.SIGTERM, on_signal)
    signal.signal(signal.SIGHUP, on_signal)
    threading.Thread(target=_watch, args=(end,), name="pixtui-terminal", daemon=True).start()
    return lost


def _watch(end: Callable[[], None]) -> None:
    """Look at the terminal once a second; a hang-up shows there even where no signal comes."""
    poller = select.poll()
    poller.register(sys.__stdin__ or 0, 0)
    waiting = threading.Event()
    while not waiting.wait(LOOK_SECONDS):
        if any(
            event & (select.POLLHUP | select.POLLERR | select.POLLNVAL)
            for _, event in poller.poll(0)
        ):
            end()
            return
