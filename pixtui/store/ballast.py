"""A little room kept beside an open session, given up when the disk is full.

With it an exam can be finished: some thousands of entries fit into it.
"""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pixtui.files import open_private
from pixtui.store.beside import ballast_of

BYTES = 4_194_304
FULL = frozenset({errno.ENOSPC, errno.EDQUOT})

T = TypeVar("T")


class Ballast:
    """The room kept for one session; consoles of one session share it."""

    def __init__(self, path: Path) -> None:
        self.path = ballast_of(path)
        self.given_up = False
        """Whether the disk was full and this console let the room go."""

    def reserve(self) -> None:
        """Keep the room; where there is none left, go on without."""
        try:
            descriptor = open_private(self.path, os.O_RDWR | os.O_CREAT)
        except OSError:
            return
        try:
            if os.fstat(descriptor).st_size < BYTES:
                os.posix_fallocate(descriptor, 0, BYTES)
        except OSError:
            self.release()
        finally:
            os.close(descriptor)

    def release(self) -> None:
        """Let the room go; one that cannot be removed does no harm."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)

    def with_room(self, write: Callable[[], T]) -> T:
        """Do this, once more without the ballast where the disk is full; raises OSError."""
        try:
            return write()
        except OSError as error:
            if error.errno not in FULL:
                raise
        self.release()
        self.given_up = True
        return write()
