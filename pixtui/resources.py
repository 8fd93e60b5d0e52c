"""Where things are: what travels with the program, and the user's own folders.

``styles/`` and ``sample_sessions/`` stand at the top of the repository and travel inside the
wheel; an editable install finds them beside the package. The user's folders follow XDG;
``PIXTUI_HOME`` puts them all under one folder instead.
"""

import os
from pathlib import Path

from platformdirs import PlatformDirs

HOME_VARIABLE = "PIXTUI_HOME"
_PACKAGE = Path(__file__).resolve().parent


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def styles() -> Path:
    """The folder of the ``.tcss`` files."""
    return _shipped("styles")


def sample_sessions() -> Path:
    """The folder of the fictional session files."""
    return _shipped("sample_sessions")


def _own(name: str, default: Path) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else default


def sessions_folder() -> Path:
    """Where sessions are kept unless a path says otherwise."""
    return _own("sessions", PlatformDirs("pixtui").user_data_path / "sessions")


def config_folder() -> Path:
    """Where a centre's own rules and settings are."""
    return _own("config", PlatformDirs("pixtui").user_config_path)


def rehearsals_folder() -> Path:
    """Where rehearsals are kept, apart from the sessions that count."""
    return state_folder() / "rehearsals"


def state_folder() -> Path:
    """Where the demo and other scratch files are, never a shared temporary folder."""
    return _own("state", PlatformDirs("pixtui").user_state_path)
