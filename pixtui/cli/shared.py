"""What the subcommands share: words on stderr, data on stdout, sessions by path or by name."""

import getpass
import json
import sys
from pathlib import Path
from typing import Any, TextIO

from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.files import path_typed
from pixtui.present.plain import to_ascii
from pixtui.resources import rehearsals_folder, sessions_folder
from pixtui.store.errors import StoreError
from pixtui.terminal import speaks_utf8
from pixtui.wording.catalogue import Words
from pixtui.wording.sentences import refusal_sentence

DONE, REFUSED, USAGE, LOST_TERMINAL = 0, 1, 2, 75


def say(text: str) -> None:
    """A line of words for the person, on stderr."""
    print(_shown(text, sys.stderr), file=sys.stderr)


def put(value: Any) -> None:
    """Data on stdout as one JSON line, out at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def put_text(text: str) -> None:
    """A line of the answer, safe for a terminal, on stdout."""
    print(_shown(text, sys.stdout))


def for_stdout(text: str) -> str:
    """A text as standard output can show it."""
    return _shown(text, sys.stdout)


def _shown(text: str, where: TextIO | None) -> str:
    """A text as that stream can show it: a terminal that reads no UTF-8 gets ASCII."""
    safe = visible(text, lines=True)
    on_terminal = where is not None and not where.closed and where.isatty()
    return to_ascii(safe) if on_terminal and not speaks_utf8() else safe


def refusal_json(words: Words, refusal: Refusal, state: State | None = None) -> dict[str, Any]:
    """Why something was refused, for a script."""
    message = refusal_sentence(words, refusal, state or State())
    return {"ok": False, "refusal": refusal.code, "message": message}


def refuse(words: Words, refusal: Refusal, state: State | None = None) -> int:
    """Say why, and answer the exit code."""
    say(refusal_sentence(words, refusal, state or State()))
    return REFUSED


def refuse_store(words: Words, error: StoreError) -> int:
    """Say what is wrong with a file, and answer the exit code."""
    return refuse(words, Refusal(error.code, dict(error.params)))


def session_path(named: str) -> Path:
    """The file of a session: a path, else a name in the default folder (``.json`` added).

    A name that is not there may be that of a rehearsal.
    """
    path = path_typed(named)
    if path.exists() or "/" in named or named.endswith(".json"):
        own = sessions_folder() / named
        return own if not path.exists() and "/" not in named and own.exists() else path
    known = (folder / f"{named}.json" for folder in (sessions_folder(), rehearsals_folder()))
    return next((one for one in known if one.exists()), path)


def login_name() -> str:
    """Who acts, where nobody says: the login name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"
