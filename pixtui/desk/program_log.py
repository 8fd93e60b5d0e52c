"""The log of the program itself: what it did and how long that took, and nobody's data.

A line is an instant, the process, an event and its facts. A fact is a whole number or a word out
of the program's own vocabulary: a command, a refusal's code, a format, a hash. No text that
somebody typed, no path and no message of an error has a way in. Nothing is written before
``begin``; a log that cannot be written disturbs nothing.
"""

import os
import platform
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pixtui import __version__
from pixtui.clock import system_clock
from pixtui.resources import state_folder

if TYPE_CHECKING:
    from logging import Logger

SLOW_MS = 250
"""Milliseconds from which on an entry was slow: a disk or a network is in trouble."""
_WORD = re.compile(r"[A-Za-z0-9_.:+-]{1,64}")


def log_path() -> Path:
    """Where the log is."""
    return state_folder() / "pixtui.log"


_wanted: list[str] = []
"""The command that runs, where a log is kept and its heading is not written yet."""
_kept: list["Logger"] = []
"""The logger, from the first event on."""


def begin(command: str) -> None:
    """Keep a log from here on; ``command`` is that of the command line, or ``console``."""
    end()
    _wanted.append(command)


def end() -> None:
    """Keep no log any more."""
    _wanted.clear()
    while _kept:
        for handler in _kept.pop().handlers:
            handler.close()


def note(event: str, **facts: int | str) -> None:
    """Write an event down, where a log is kept."""
    if _wanted:
        # Loaded with the first event: most commands have none.
        from pixtui.desk.log_file import logger_to

        _kept.append(logger_to(log_path()))
        _write("begin", {"command": _wanted.pop(), **_versions()})
    if _kept:
        _write(event, facts)


def _write(event: str, facts: dict[str, int | str]) -> None:
    told = " ".join(f"{name}={_fact(value)}" for name, value in facts.items())
    now = system_clock().isoformat(timespec="milliseconds")
    _kept[-1].info("%s %d %s %s", now, os.getpid(), event, told)


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
