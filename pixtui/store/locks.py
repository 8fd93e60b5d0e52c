"""Locks that leave nothing behind: on the session file to write, on the journal to be there.

The kernel frees them when a process dies, so there is no stale lock and nothing to clean up.
A file renamed over while a lock was waited for is noticed by its inode.
"""

import fcntl
import os
import time
from contextlib import suppress
from pathlib import Path

from pixtui.store.errors import StoreError, reason

WAIT_SECONDS = 2.0
STEP_SECONDS = 0.01


def same_file(descriptor: int, path: Path) -> bool:
    """Whether that path still names the open file."""
    try:
        named = path.stat()
    except OSError:
        return False
    here = os.fstat(descriptor)
    return (here.st_dev, here.st_ino) == (named.st_dev, named.st_ino)


def lock_session(path: Path, *, needed: bool = True) -> int:
    """The exclusive right to append: a descriptor whose closing gives it back.

    Raises StoreError(``busy``) after two seconds, ``missing`` where there is no file,
    ``no_lock`` where the system gives none; unless ``needed``, that is passed over.
    """
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError as error:
            raise StoreError("missing", {"path": str(path)}) from error
        except OSError as error:
            raise StoreError("unreadable", {"path": str(path), "reason": reason(error)}) from error
        held = False
        try:
            held = _taken(descriptor, needed=needed) and same_file(descriptor, path)
        finally:
            if not held:
                os.close(descriptor)
        if held:
            return descriptor
        if time.monotonic() > deadline:
            raise StoreError("busy", {"path": str(path)})
        time.sleep(STEP_SECONDS)  # another console writes for a few milliseconds


def _taken(descriptor: int, *, needed: bool) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if needed:
            raise StoreError("no_lock", {"reason": reason(error)}) from error
    return True


def be_present(journal: int) -> None:
    """Say that a console is here, for as long as the journal's descriptor is open."""
    fcntl.flock(journal, fcntl.LOCK_SH | fcntl.LOCK_NB)


def is_alone(journal: int) -> bool:
    """Whether no other console is here; asked under the right to append.

    Where the system gives no answer, somebody may be: the journal then stays.
    """
    try:
        fcntl.flock(journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        with suppress(OSError):
            fcntl.flock(journal, fcntl.LOCK_SH | fcntl.LOCK_NB)
        return False
    return True
