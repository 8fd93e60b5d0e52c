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
from pixtui.wording.catalogue import N_, Words

if TYPE_CHECKING:
    from pixtui.tui.shell import Shell


def run(asked: argparse.Namespace, text: Words) -> int:
    """Open the console on the list of sessions, or on the session named."""
    path = session_path(asked.session) if asked.session else None
    if path is not None and not path.exists():
        raise StoreError("missing", {"path": str(path)})
    return show(text, path, by=asked.by, view=asked.view)


def show(text: Words, path: Path | None, *, by: str | None, view: bool = False) -> int:
    """Show the console; answers the exit code."""

    def made() -> "Shell":
        from pixtui.tui.app import Console

        folder = path.parent if path else private_folder(sessions_folder())
        return Console(text, rulebook(), folder, by, path, view=view)

    return paint(text, made)


def paint(text: Words, make: Callable[[], "Shell"]) -> int:
    """Make an app and run it on this terminal, where there is one that can paint."""
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.__stderr__)):
        say(
            text.text(N_("The console needs a terminal. For scripts: pixtui apply, pixtui status."))
        )
        return USAGE
    if os.environ.get("TERM", "") in ("", "dumb"):
        say(
            text.text(
                N_("This terminal cannot paint (TERM=dumb). Set TERM=xterm, or use pixtui apply.")
            )
        )
        return REFUSED
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    os.environ.setdefault("ESCDELAY", "250" if "SSH_CONNECTION" in os.environ else "100")
    gc.disable()  # until the first paint: what is loaded and made until then stays
    from pixtui.tui.lifecycle import guarded

    app = make()
    lost = guarded(app)
    app.run(mouse="SSH_CONNECTION" not in os.environ)
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
