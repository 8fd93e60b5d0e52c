"""``pixtui [SESSION]``: the console."""

import argparse
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pixtui.cli.shared import DONE, LOST_TERMINAL, REFUSED, USAGE, say, session_path
from pixtui.files import private_folder
from pixtui.resources import sessions_folder
from pixtui.rules.rulebook import rulebook
from pixtui.store.errors import StoreError
from pixtui.terminal import MANY_COLOURS, Look, colours, look
from pixtui.wording.catalogue import N_, Words

OVER_SSH = ("SSH_CONNECTION", "SSH_TTY")
"""Set by sshd. Far away each move of the mouse costs bytes, and the terminal's own selection is
the only way to copy: the mouse is left to the terminal until it is asked for."""

if TYPE_CHECKING:
    from pixtui.tui.shell import Shell


def run(asked: argparse.Namespace, text: Words) -> int:
    """Open the console on the list of sessions, or on the session named."""
    path = session_path(asked.session) if asked.session else None
    if path is not None and not path.exists():
        raise StoreError("missing", {"path": str(path)})
    return show(text, path, asked, view=asked.view)


def plainly(asked: argparse.Namespace) -> bool:
    """Whether line mode is asked for, here or in the settings."""
    return bool(asked.loaded.settings.plain if asked.plain is None else asked.plain)


def show(text: Words, path: Path | None, asked: argparse.Namespace, *, view: bool = False) -> int:
    """Show the console; answers the exit code."""
    settings = asked.loaded.settings
    if plainly(asked):
        return _talk(text, path, asked, view=view)

    def made() -> "Shell":
        from pixtui.tui.app import Console
        from pixtui.tui.keymap import load_keymap

        folder = path.parent if path else private_folder(sessions_folder())
        keys = load_keymap()
        return Console(
            text,
            rulebook(),
            folder,
            asked.by,
            path,
            view=view,
            keys=keys,
            look=wanted(asked),
            settings=asked.loaded,
        )

    return paint(text, made, mouse=settings.mouse)


def _talk(text: Words, path: Path | None, asked: argparse.Namespace, *, view: bool) -> int:
    """The console in line mode, over whatever standard input and output are."""
    if sys.stdin is None or sys.stdout is None:
        say(text.text(N_("Line mode needs a standard input and output.")))
        return USAGE
    from pixtui.line.console import Plain
    from pixtui.line.wire import Wire

    folder = path.parent if path else private_folder(sessions_folder())
    wire = Wire(ascii_only=wanted(asked).ascii_only)
    plain = Plain(wire, text, rulebook(), folder, asked.by, view=view, settings=asked.loaded)
    return plain.run(path)


def wanted(asked: argparse.Namespace) -> Look:
    """How the console is to look: as asked for, else as suits the terminal."""
    settings = asked.loaded.settings
    usual = Look(settings.theme or "", bool(settings.ascii))
    return look(os.environ, asked.theme, ascii_only=asked.ascii, usual=usual)


def paint(text: Words, make: Callable[[], "Shell"], *, mouse: bool | None = None) -> int:
    """Make an app and run it on this terminal, where there is one that can paint.

    ``mouse`` is whether it is taken, where the user has said so.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.__stderr__)):
        say(text.text(N_("The console needs a terminal, or --plain. For scripts: pixtui apply.")))
        return USAGE
    if os.environ.get("TERM", "") in ("", "dumb"):
        say(
            text.text(
                N_("This terminal cannot paint (TERM=dumb). Set TERM=xterm, or use pixtui --plain.")
            )
        )
        return REFUSED
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    if colours(os.environ["TERM"]) >= MANY_COLOURS and not os.environ.get("COLORTERM"):
        os.environ["TEXTUAL_COLOR_SYSTEM"] = "256"  # Textual goes by the name, which need not tell
    far = any(one in os.environ for one in OVER_SSH)
    os.environ.setdefault("ESCDELAY", "250" if far else "100")
    gc.disable()  # until the first paint: what is loaded and made until then stays
    from pixtui.tui.lifecycle import guarded

    app = make()
    lost = guarded(app)
    app.run(mouse=not far if mouse is None else mouse)
    gc.enable()
    if lost.happened:
        _let_go()
        lost.settled()
        return LOST_TERMINAL
    if app.last_words:
        say(app.last_words)
    return app.return_code or DONE


def _let_go() -> None:
    """Turn what is left to write away from a terminal that is gone: the exit code stays ours."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
