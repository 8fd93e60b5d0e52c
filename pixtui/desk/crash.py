"""What remains of a crash: a short reference, and a private file without anyone's data.

The file holds where the program stood: files, lines, functions, the kinds of the errors. No
message, no value, no local variable: those may hold names and codes.
"""

import platform
import secrets
import traceback
from pathlib import Path

from pixtui import __version__
from pixtui.clock import system_clock
from pixtui.desk.program_log import note
from pixtui.files import private_folder, write_private
from pixtui.resources import state_folder

_PACKAGE = Path(__file__).resolve().parent.parent.parent


def crashes_folder() -> Path:
    """Where what remains of each crash is kept."""
    return state_folder() / "crashes"


def keep_crash(error: BaseException) -> str:
    """Write down where it happened; answers the reference, also where nothing can be written."""
    reference = secrets.token_hex(4)
    note("crash", reference=reference, kind=type(error).__name__, place=_last_place(error))
    text = "\n".join((_heading(reference), *_told(error), ""))
    try:
        folder = private_folder(crashes_folder())
        write_private(folder / f"{reference}.txt", text.encode("utf-8"), new=True)
    except OSError:
        return f"{reference} (-)"
    return reference


def _heading(reference: str) -> str:
    now = system_clock().isoformat(timespec="seconds")
    return f"pixtui {__version__} · {reference} · {now} · Python {platform.python_version()}"


def _told(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    while error is not None:
        lines.append(type(error).__name__)
        for frame in traceback.extract_tb(error.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
        error = error.__cause__ or error.__context__
    return lines


def _last_place(error: BaseException) -> str:
    """The last place of our own in it: a module and a line."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if Path(one.filename).is_relative_to(_PACKAGE / "pixtui")]
    if not ours:
        return "?"
    module = Path(ours[-1].filename).relative_to(_PACKAGE).with_suffix("").parts
    return f"{'.'.join(module)}:{ours[-1].lineno}"


def _place(filename: str) -> str:
    """A file without the path of someone's home: from the package or the library on."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return str(path.relative_to(_PACKAGE))
    parts = path.parts
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    return path.name
