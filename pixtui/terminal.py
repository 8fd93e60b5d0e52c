"""What a terminal can show, by its name, terminfo and the locale; and what puts it right again."""

import curses
import os
import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

THEMES = ("dark", "light", "contrast", "mono")
"""In the order in which a key goes through them; the first is the one for most terminals."""
MONO = "mono"
THEME_VARIABLE = "PIXTUI_THEME"
ASCII_VARIABLE = "PIXTUI_ASCII"
FEWEST_COLOURS = 8
"""A terminal of fewer has, for pixtui, none."""
MANY_COLOURS = 256
_MONOCHROME_NAME = re.compile(r"(vt\d|.*-(m|mono)$)")
_LOCALE_VARIABLES = ("LC_ALL", "LC_CTYPE", "LANG")

ON = (7, 25)
OFF = (1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2026, 2048)
GIVE_BACK = "".join(
    [
        "\x18\x1b[0m",  # cancel: what came before may be cut in the middle of a sequence
        *(f"\x1b[?{mode}l" for mode in OFF),
        "\x1b[<u\x1b[?1049l",
        *(f"\x1b[?{mode}h" for mode in ON),
    ]
).encode()
"""What undoes every mode the console sets: mouse, paste, focus, keyboard, alternate screen…"""
RESET = b"\x1b7" + GIVE_BACK + b"\x1b[4l\x1b[?1l\x1b[?6l\x1b>\x1b(B\x0f\x1b7\x1b[r\x1b8"
"""The same for what any other program may have left too: insert mode, keypad, line drawing,
scroll region. The place of the cursor is saved first: leaving the alternate screen restores it."""


@frozen
class Look:
    """How the console is to look."""

    theme: str
    ascii_only: bool = False


def look(
    environ: Mapping[str, str],
    theme: str | None = None,
    *,
    ascii_only: bool | None = None,
    usual: Look | None = None,
) -> Look:
    """What suits this terminal; what was asked for comes before that.

    ``usual`` is what a user set once for all (an empty theme says nothing): a terminal without
    colours, or NO_COLOR, comes before it.
    """
    wanted = theme or environ.get(THEME_VARIABLE, "")
    if wanted not in THEMES:
        colourless = bool(environ.get("NO_COLOR")) or not colours(environ.get("TERM", ""))
        own = usual.theme if usual is not None else ""
        wanted = MONO if colourless else own or THEMES[0]
    asked = ascii_only
    if asked is None and environ.get(ASCII_VARIABLE, ""):
        asked = environ[ASCII_VARIABLE] != "0"
    if asked is None and usual is not None:
        asked = usual.ascii_only
    return Look(wanted, bool(asked) or not speaks_utf8())


@cache
def known(term: str) -> bool:
    """Whether terminfo on this machine knows a terminal of that name."""
    try:
        curses.setupterm(term, 1 if sys.stdout is None else sys.stdout.fileno())
    except (curses.error, OSError, ValueError):
        return False
    return True


@cache
def colours(term: str) -> int:
    """How many colours a terminal of that name has; 0 for one without, -1 where nobody knows."""
    if known(term):
        told = curses.tigetnum("colors")
        return told if told >= FEWEST_COLOURS else 0
    if _MONOCHROME_NAME.match(term):
        return 0
    return MANY_COLOURS if "256color" in term or "direct" in term else -1


def charset(environ: Mapping[str, str]) -> str:
    """The encoding that the locale names, in lower case; "" where nothing is said of it."""
    named = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), "")
    if named in ("C", "POSIX"):
        return "ascii"
    language, dot, after = named.partition(".")
    encoding = (after if dot else language).partition("@")[0].lower()
    if encoding.replace("-", "") == "utf8":
        return "utf-8"
    return encoding if dot or not named else "latin-1"  # unsaid, it is the oldest one


def speaks_utf8() -> bool:
    """Whether this terminal is to be written to in UTF-8: unless the locale says otherwise.

    Nothing said is a container or a bare SSH command, where terminals take UTF-8 all the same.
    """
    return charset(environment_at_start()) in ("utf-8", "")


@cache
def environment_at_start() -> Mapping[str, str]:
    """What this process was given: Python itself sets LC_CTYPE where the locale is C (PEP 538)."""
    try:
        given = Path("/proc/self/environ").read_bytes().decode(errors="replace")
    except OSError:
        return dict(os.environ)
    return dict(one.split("=", 1) for one in given.split("\0") if "=" in one)
