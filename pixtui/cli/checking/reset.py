"""A terminal that a killed program left broken, put right: what ``reset`` and ``stty sane`` do."""

import os
import sys
import termios
from typing import Any

from pixtui.terminal import RESET

Attributes = list[Any]
"""As termios.tcgetattr gives them: flags of input, output, control, line; speeds; characters."""
_CONTROL_CHARACTERS = {
    termios.VINTR: 0x03,
    termios.VQUIT: 0x1C,
    termios.VERASE: 0x7F,
    termios.VKILL: 0x15,
    termios.VEOF: 0x04,
    termios.VSTART: 0x11,
    termios.VSTOP: 0x13,
    termios.VSUSP: 0x1A,
    termios.VREPRINT: 0x12,
    termios.VWERASE: 0x17,
    termios.VLNEXT: 0x16,
    termios.VDISCARD: 0x0F,
    termios.VEOL: 0x00,
    termios.VEOL2: 0x00,
}
_INPUT_ON = termios.BRKINT | termios.ICRNL | termios.IMAXBEL | termios.IXON
_INPUT_OFF = termios.IGNBRK | termios.INLCR | termios.IGNCR | termios.IXOFF | termios.IXANY
_OUTPUT_ON = termios.OPOST | termios.ONLCR
_OUTPUT_OFF = termios.OCRNL | termios.ONOCR | termios.ONLRET | termios.OFILL
_LINE_ON = (
    termios.ISIG
    | termios.ICANON
    | termios.IEXTEN
    | termios.ECHO
    | termios.ECHOE
    | termios.ECHOK
    | termios.ECHOCTL
    | termios.ECHOKE
)
_LINE_OFF = termios.ECHONL | termios.NOFLSH | termios.TOSTOP | termios.ECHOPRT


def sane(found: Attributes) -> Attributes:
    """The line as a shell wants it; speeds and the size of a character stay."""
    incoming, outgoing, control, line, speed_in, speed_out, characters = found
    wanted = list(characters)
    for place, code in _CONTROL_CHARACTERS.items():
        wanted[place] = bytes([code])
    return [
        (incoming | _INPUT_ON) & ~_INPUT_OFF,
        (outgoing | _OUTPUT_ON) & ~_OUTPUT_OFF,
        control | termios.CREAD,
        (line | _LINE_ON) & ~_LINE_OFF,
        speed_in,
        speed_out,
        wanted,
    ]


def reset_terminal() -> bool:
    """Put this terminal right; False where there is none."""
    try:
        terminal = _terminal()
    except OSError:
        return False
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, sane(termios.tcgetattr(terminal)))
        os.write(terminal, RESET)
    except (OSError, termios.error):
        return False
    finally:
        os.close(terminal)
    return True


def _terminal() -> int:
    """The terminal of any standard stream, else the controlling one; raises OSError."""
    for stream in (sys.stderr, sys.stdout, sys.stdin):
        if stream is not None and stream.isatty():
            return os.open(os.ttyname(stream.fileno()), os.O_RDWR | os.O_NOCTTY)
    return os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
