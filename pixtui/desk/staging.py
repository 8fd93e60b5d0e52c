"""Files made aside and shown together: a run that is cut off leaves none of them in sight.

They are made in a hidden folder beside their places and renamed at the end, which takes a moment
where making them may take seconds. What a cut-off run left is swept by the next one: it holds a
lock on its folder for as long as it lives.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen

from pixtui.files import private_folder, sync_folder
from pixtui.store.errors import StoreError

PREFIX = ".pixtui-new-"


@frozen
class Stage:
    """The hidden folder in which files are made."""

    folder: Path

    def place(self, path: Path) -> Path:
        """Where a file of the folder is made until it is shown."""
        return self.folder / path.name

    def show(self, paths: Sequence[Path]) -> None:
        """Put each file in its place; raises FileExistsError where one is taken, and shows none."""
        for path in paths:
            if path.exists():
                raise FileExistsError(path)
        shown: list[Path] = []
        try:
            for path in paths:
                self.place(path).rename(path)
                shown.append(path)
        except BaseException:  # whatever it was, none of them stays in sight
            for path in shown:
                path.rename(self.place(path))
            raise
        sync_folder(self.folder.parent)


@contextmanager
def staged(folder: Path) -> Iterator[Stage]:
    """A hidden folder in that one, gone with all that is in it at the end.

    A StoreError from within says so: never that anything is kept.
    """
    private_folder(folder)
    _sweep(folder)
    aside = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    held = os.open(aside, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield Stage(aside)
    except StoreError as error:
        if error.code != "fold_failed":
            raise
        # Nothing of it is kept, where a session in its place would be whole with its journal.
        params = {"path": str(folder), "reason": str(error.params.get("reason", ""))}
        raise StoreError("write_failed", params) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
        os.close(held)


def _sweep(folder: Path) -> None:
    """Remove what a run that was cut off has left: its lock went with it."""
    for aside in folder.glob(f"{PREFIX}*"):
        held = os.open(aside, os.O_RDONLY)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(aside, ignore_errors=True)
        except OSError:
            continue  # another run is at work in it
        finally:
            os.close(held)
