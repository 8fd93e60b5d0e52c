"""The sessions of a folder, the readable ones and the others."""

from collections.abc import Iterator
from pathlib import Path

from pixtui.domain.session import State
from pixtui.store.beside import SESSION
from pixtui.store.errors import StoreError
from pixtui.store.projection import read_session


def session_files(folder: Path) -> list[Path]:
    """Every file of a folder that has the name of a session, by name; empty without a folder."""
    return sorted(folder.glob(f"*{SESSION}")) if folder.is_dir() else []


def listed(folder: Path) -> Iterator[tuple[Path, State | StoreError]]:
    """Every ``.json`` file of a folder with its session, or with why it is none."""
    for path in session_files(folder):
        try:
            yield path, read_session(path).state
        except StoreError as error:
            yield path, error
