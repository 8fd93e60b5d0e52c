"""The log of the program itself: what it did and how long that took, and nobody's data.

A line is an instant, the process, an event and its facts. A fact is a whole number or a word out
of the program's own vocabulary: a command, a refusal's code, a format, a hash. No text that
somebody typed, no path and no message of an error has a way in. Nothing is written before
``begin``; a log that cannot be written disturbs nothing.
"""

import logging
import os
import platform
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pixtui import __version__
from pixtui.clock import system_clock
from pixtui.files import open_private, private_folder
from pixtui.resources import state_folder

LARGEST = 256 * 1024
"""Bytes from which on a log becomes the one before it, which goes."""
SLOW_MS = 250
"""Milliseconds from which on an entry was slow: a disk or a network is in trouble."""
_WORD = re.compile(r"[A-Za-z0-9_.:+-]{1,64}")


def log_path() -> Path:
    """Where the log is."""
    return state_folder() / "pixtui.log"


class _PrivateFile(logging.Handler):
    """A private file that several processes add whole lines to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._descriptor = -1

    def emit(self, record: logging.LogRecord) -> None:
        """Add a line; what cannot be written is not."""
        try:
            if self._descriptor < 0:
                private_folder(self._path.parent)
                self._open()
            elif os.fstat(self._descriptor).st_size > LARGEST:
                self._open()
            os.write(self._descriptor, (record.getMessage() + "\n").encode("ascii", "replace"))
        except OSError:
            return

    def _open(self) -> None:
        """Open the log; one that is full becomes the one before it."""
        if self._path.exists() and self._path.stat().st_size > LARGEST:
            self._path.replace(self._path.with_name(f"{self._path.name}.1"))
        self.close()
        self._descriptor = open_private(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def close(self) -> None:
        """Let the file go."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
        super().close()


_logger = logging.Logger("pixtui")
_begun: list[str] = []
"""The command that runs, once the log is wanted; its heading is not written yet."""


def begin(command: str) -> None:
    """Keep a log from here on; ``command`` is that of the command line, or ``console``."""
    end()
    _begun[:] = [command]
    _logger.addHandler(_PrivateFile(log_path()))


def end() -> None:
    """Keep no log any more."""
    _begun.clear()
    for handler in list(_logger.handlers):
        _logger.removeHandler(handler)
        handler.close()


def note(event: str, **facts: int | str) -> None:
    """Write an event down, where a log is kept."""
    if not _logger.handlers:
        return
    if _begun:
        _write("begin", {"command": _begun.pop(), **_versions()})
    _write(event, facts)


def _write(event: str, facts: dict[str, int | str]) -> None:
    told = " ".join(f"{name}={_fact(value)}" for name, value in facts.items())
    now = system_clock().isoformat(timespec="milliseconds")
    _logger.info("%s %d %s %s", now, os.getpid(), event, told)


def _fact(value: int | str) -> str:
    """A fact as it is written; a text that is no word of the program stays out."""
    text = str(value)
    return text if _WORD.fullmatch(text) else "?"


def _versions() -> dict[str, str]:
    found = {"pixtui": __version__, "python": platform.python_version(), "system": sys.platform}
    if "textual" in sys.modules:
        from importlib.metadata import version  # slow to load, and Textual has loaded it

        found["textual"] = version("textual")
    return found


@contextmanager
def timed(event: str, *, least: int = 0) -> Iterator[dict[str, int | str]]:
    """Write an event with the time it took, from so many milliseconds on; facts may be added."""
    facts: dict[str, int | str] = {}
    began = time.monotonic()
    yield facts
    took = round((time.monotonic() - began) * 1000)
    if took >= least:
        note(event, **facts, ms=took)


def session_id(first_hash: str) -> str:
    """How a session is named: by the beginning of the hash of its first entry."""
    return first_hash[:12]
