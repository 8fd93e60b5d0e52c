"""What the terminal itself says, asked by sequences that terminals answer (ECMA-48, xterm)."""

import contextlib
import os
import re
import select
import sys
import termios
import time
import tty
from collections.abc import Iterator

from attrs import frozen

ANSWER_SECONDS = 1.5
"""How long the slowest line may take; a terminal that answers at once ends the wait."""
ASKED = b"\x05\r\xc3\xa9\x1b[6n\r\x1b[K\x1b[c"
"""Its answerback; where the cursor is after an « é » in UTF-8; what it is, which comes last."""
_PLACE = re.compile(rb"\x1b\[\d+;(\d+)R")
_LAST = re.compile(rb"\x1b\[\?[\d;]*c")
_AFTER_ONE_CELL, _AFTER_TWO = 2, 3


@frozen
class Answer:
    """What it said; None where it said nothing of it."""

    putty: bool = False
    reads_utf8: bool | None = None


def ask_terminal() -> Answer:
    """Ask the terminal on standard input and output, where there is one."""
    if not (sys.stdin and sys.stdout and sys.stdin.isatty() and sys.stdout.isatty()):
        return Answer()
    sys.stdout.flush()
    incoming, outgoing = sys.stdin.fileno(), sys.stdout.fileno()
    try:
        with _by_the_key(incoming):
            os.write(outgoing, ASKED)
            return understood(_answer(incoming))
    except (OSError, termios.error):  # it went away meanwhile
        return Answer()


def understood(said: bytes) -> Answer:
    """What an answer means."""
    place = _PLACE.search(said)
    column = int(place[1]) if place else 0
    utf8 = {_AFTER_ONE_CELL: True, _AFTER_TWO: False}.get(column)
    return Answer(putty=said.split(b"\x1b")[0].strip() == b"PuTTY", reads_utf8=utf8)


@contextlib.contextmanager
def _by_the_key(line: int) -> Iterator[None]:
    """Each byte as it comes, without an echo; afterwards as before."""
    found = termios.tcgetattr(line)
    try:
        tty.setcbreak(line, termios.TCSANOW)
        yield
    finally:
        termios.tcsetattr(line, termios.TCSANOW, found)


def _answer(line: int) -> bytes:
    said, deadline = b"", time.monotonic() + ANSWER_SECONDS
    while not _LAST.search(said):
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([line], [], [], left)[0]:
            break
        more = os.read(line, 1024)
        if not more:
            break
        said += more
    return said
