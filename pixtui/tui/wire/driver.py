"""The way to a real terminal: Textual's own driver, which tells when the screen is new.

Textual stops and starts within the signal handlers of SIGTSTP and SIGCONT. These run in the midst
of whatever the main thread does: where that is a write, both wait for one lock, for ever. Here a
handler only asks; the loop pauses between two of its steps.
"""

import curses
import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from pixtui.tui.wire.bursts import marking
from pixtui.tui.wire.typed import terminal_decoder


class WireDriver(LinuxDriver):
    """Textual's driver for a terminal; after a pause nothing of what was shown is known."""

    def __init__(self, app: App[Any], **more: Any) -> None:
        super().__init__(app, **more)
        self._paused = False
        signal.signal(signal.SIGTSTP, self._on_stop)
        signal.signal(signal.SIGCONT, self._on_go_on)

    def turn_mouse(self) -> bool:
        """Take the mouse from the terminal, or give it back; whether it is taken now.

        What is taken is given back at each pause and at the end, and taken again after a pause.
        """
        if self._mouse:
            self._disable_mouse_support()
            self._mouse = False
        else:
            self._mouse = True
            self._enable_mouse_support()
        return self._mouse

    def start_application_mode(self) -> None:
        """Take the screen, at the start and after each pause."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # as Textual has it
        forget = getattr(self._app, "forget_shown", None)
        if forget is not None:
            forget()

    def run_input_thread(self) -> None:
        """Read what is typed, in the encoding of this terminal."""
        linux_driver.getincrementaldecoder = lambda name: marking(terminal_decoder(name))  # type: ignore[attr-defined,assignment]  # its own import
        super().run_input_thread()

    def _on_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._soon(self._pause)

    def _on_go_on(self, _number: int, _frame: FrameType | None) -> None:
        self._soon(self._go_on)

    def _soon(self, do: Callable[[], None]) -> None:
        loop = self._app._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(do)

    def _pause(self) -> None:
        """Give the terminal back and stand still until SIGCONT."""
        if not self._paused:
            self._paused = True
            self.suspend_application_mode()
            os.kill(os.getpid(), signal.SIGSTOP)

    def _go_on(self) -> None:
        """Take the terminal again, where it was given back."""
        if self._paused:
            self._paused = False
            self._must_signal_resume = True
            self.resume_application_mode()


def erases_in_colour() -> bool:
    """Whether this terminal erases in the colour of the background (terminfo ``bce``)."""
    return _known() and curses.tigetflag("bce") == 1


SCROLLING = {"csr": b"\x1b[%i%p1%d;%p2%dr", "dl": b"\x1b[%p1%dM", "il": b"\x1b[%p1%dL"}
"""How the shadow moves lines: the sequences of ECMA-48 and of the VT100."""


def scrolls_lines() -> bool:
    """Whether lines can be moved between two others on this terminal."""
    return _known() and all(curses.tigetstr(name) == how for name, how in SCROLLING.items())


def _known() -> bool:
    """Whether terminfo knows this terminal."""
    try:
        curses.setupterm()
    except (curses.error, OSError):
        return False
    return True
