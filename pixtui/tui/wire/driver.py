"""The way to a real terminal: Textual's own driver, which tells when the screen is new."""

import curses

from textual.drivers.linux_driver import LinuxDriver


class WireDriver(LinuxDriver):
    """Textual's driver for a terminal; after a pause nothing of what was shown is known."""

    def start_application_mode(self) -> None:
        """Take the screen, at the start and after each suspension."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # as Textual has it
        forget = getattr(self._app, "forget_shown", None)
        if forget is not None:
            forget()


def erases_in_colour() -> bool:
    """Whether this terminal erases in the colour of the background (terminfo ``bce``)."""
    try:
        curses.setupterm()
    except (curses.error, OSError):  # a terminal that terminfo does not know
        return False
    return curses.tigetflag("bce") == 1
