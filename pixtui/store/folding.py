"""From a history to the bytes of its file, and which history may take another's place."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pixtui.files import write_private
from pixtui.store.entry import Entry
from pixtui.store.errors import StoreError, reason
from pixtui.store.reading import FILE_VERSION, FORMAT
from pixtui.store.strict_json import JsonObject, readable

Project = Callable[[Sequence[Entry]], JsonObject]
"""From a history to the ``session`` it makes."""


def continues(longer: Sequence[Entry], shorter: Sequence[Entry]) -> bool:
    """Whether one history begins with the whole of the other."""
    at = len(shorter)
    return len(longer) >= at and (at == 0 or longer[at - 1].hash == shorter[at - 1].hash)


def file_bytes(entries: Sequence[Entry], project: Project) -> bytes:
    """A whole session file with this history."""
    return readable(
        {
            "format": FORMAT,
            "version": FILE_VERSION,
            "session": project(entries),
            "history": [entry.to_json() for entry in entries],
        }
    )


@contextmanager
def disk(path: Path) -> Iterator[None]:
    """What the system refuses, as the store says it."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise StoreError("write_failed", {"path": str(path), "reason": reason(error)}) from error


def write_new(path: Path, data: bytes) -> None:
    """A new private file, whole and durable.

    Raises StoreError: ``exists``, ``no_folder``, ``write_failed``.
    """
    if not path.parent.is_dir():
        raise StoreError("no_folder", {"path": str(path.parent)})
    with disk(path):
        try:
            write_private(path, data, new=True)
        except FileExistsError as error:
            raise StoreError("exists", {"path": str(path)}) from error
