"""Lines in, lines out, over whatever standard input and output are: a terminal, a pipe, a file.

Input is read from its descriptor so that the session is followed while one waits for a line;
signals are only noted, and told where a line is awaited: nothing is ever cut off in between.
"""

import os
import re
import select
import shutil
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from pixtui.domain.text import visible
from pixtui.present.plain import to_ascii
from pixtui.present.width import wrap

LOOK_SECONDS = 0.3
"""How often, while one waits for a line, it is looked for what happens by itself."""
PIECE_SECONDS = 0.1
"""The longest pause between two pieces of one paste."""
LONGEST_LINE = 100_000
_SEQUENCE = re.compile("\x1b(?:\\[[0-9;?]*[ -/]*[@-~]|O.|.)?")
"""What a key such as an arrow sends where no line editor takes it."""


class LostError(Exception):
    """The terminal is gone, or the process is to end."""


class EndedError(Exception):
    """Nothing more comes in: the end of a file, Ctrl+D."""


class Wire:
    """Standard input and output as lines."""

    def __init__(self, *, ascii_only: bool = False) -> None:
        self._in = sys.stdin.fileno()
        self._out = sys.stdout.fileno()
        self._ascii = ascii_only
        self._cells = shutil.get_terminal_size().columns if os.isatty(self._out) else 0
        self._typed = b""
        self._lost = self._interrupted = False
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._end)
        signal.signal(signal.SIGINT, self._interrupt)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self._lost = True

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        self._interrupted = True

    # --- out

    def say(self, text: str) -> None:
        """A text on lines of its own, broken at the width of the terminal."""
        safe = visible(text, lines=True)
        lines = wrap(safe, self._cells - 1) if self._cells > 1 else safe.split("\n")
        self._write("".join(f"{line.rstrip()}\n" for line in lines))

    def prompt(self, text: str) -> None:
        """What an answer is typed behind."""
        self._write(f"{visible(text)} ")

    def _write(self, text: str) -> None:
        data = (to_ascii(text) if self._ascii else text).encode("utf-8", "replace")
        try:
            while data:
                data = data[os.write(self._out, data) :]
        except OSError as error:
            raise LostError from error

    # --- in

    def read(self, prompt: str, meanwhile: Callable[[], list[str]], *, secret: bool = False) -> str:
        """A line, without what is around it; an interrupted one is empty.

        ``meanwhile`` answers what is to be said of what happened while one waits. Raises
        LostError, EndedError.
        """
        self.prompt(prompt)
        with self._echo(off=secret):
            line = self._next_line(prompt, meanwhile)
        if not os.isatty(self._in):
            self._write("\n")  # nobody pressed Enter here: what comes next is a line of its own
        return line

    def _next_line(self, prompt: str, meanwhile: Callable[[], list[str]]) -> str:
        while b"\n" not in self._typed and len(self._typed) < LONGEST_LINE:
            if self._lost:
                raise LostError
            if self._interrupted:
                self._interrupted, self._typed = False, b""
                self._write("\n")
                return ""
            ready, _, _ = select.select([self._in], [], [], LOOK_SECONDS)
            if not ready:
                told = meanwhile()
                if told:
                    self._write("\n")
                    for one in told:
                        self.say(one)
                    self.prompt(prompt)
                continue
            more = self._read_some()
            if not more and not self._typed:
                self._write("\n")
                raise EndedError
            self._typed += more or b"\n"
        line, _, self._typed = self._typed.partition(b"\n")
        return _cleaned(line)

    def drop_ahead(self) -> bool:
        """Drop what was typed, or pasted, ahead of its question on a terminal; whether there was.

        From a pipe each line is an answer that somebody has thought of.
        """
        if not os.isatty(self._in):
            return False
        dropped, self._typed = bool(self._typed), b""
        while select.select([self._in], [], [], PIECE_SECONDS)[0] and not self._hung_up():
            try:
                termios.tcflush(self._in, termios.TCIFLUSH)
            except termios.error as error:
                raise LostError from error
            dropped = True
        return dropped

    def _read_some(self) -> bytes:
        try:
            more = os.read(self._in, 65536)
        except OSError as error:
            raise LostError from error
        if not more and os.isatty(self._in) and self._hung_up():
            raise LostError
        return more

    def _hung_up(self) -> bool:
        poller = select.poll()
        poller.register(self._in, 0)  # errors and hang-ups only
        return bool(poller.poll(0))

    @contextmanager
    def _echo(self, *, off: bool) -> Iterator[None]:
        """Without the terminal's own echo of what is typed; the end of the line is shown."""
        if not off or not os.isatty(self._in):
            yield
            return
        found = termios.tcgetattr(self._in)
        quiet = termios.tcgetattr(self._in)
        quiet[3] = (quiet[3] & ~termios.ECHO) | termios.ECHONL
        try:
            termios.tcsetattr(self._in, termios.TCSADRAIN, quiet)
            yield
        finally:
            termios.tcsetattr(self._in, termios.TCSADRAIN, found)


def _cleaned(line: bytes) -> str:
    """What was meant by a line: no keys that are no text, spaces around it gone."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("latin-1")  # a terminal set to an older encoding
    text = _SEQUENCE.sub("", text)
    return "".join(one for one in text if one.isprintable()).strip()
