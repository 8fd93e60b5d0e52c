"""The sessions of a folder, the readable ones and the others."""

from collections.abc import Iterator
from pathlib import Path

from pixtui.domain.session import State
from pixtui.store.errors import StoreError
from pixtui.store.projection import read_session


def listed(folder: Path) -> Iterator[tuple[Path, State | StoreError]]:
    """Every ``.json`` file of a folder with its session, or with why it is none."""
    if not folder.is_dir():
        return
    for path in sorted(folder.glob("*.json")):
        try:
            yield path, read_session(path).state
        except StoreError as error:
            yield path, error
