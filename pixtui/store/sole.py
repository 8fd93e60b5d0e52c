"""One console at a time, where the file system's locks cannot be trusted.

A lock file says who has the session; it is made in one step that even a network file system
keeps whole (``O_EXCL``). One left by a dead process of this machine is cleared away; one of
another machine cannot be judged from here, and is named instead.
"""

import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

from pixtui.files import open_private, write_all
from pixtui.store.beside import lock_of
from pixtui.store.errors import StoreError
from pixtui.store.strict_json import loads

LONGEST_NOTE = 4_096


def take_alone(path: Path, by: str) -> Path:
    """Have the session for oneself; raises StoreError(``busy``) where another console does.

    The answer is the lock file, to be removed on leaving.
    """
    lock = lock_of(path)
    note = json.dumps(
        {
            "by": by,
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
    )
    for _attempt in range(2):
        try:
            descriptor = open_private(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        except FileExistsError:
            _clear(lock)
            continue
        try:
            write_all(descriptor, note.encode())
        finally:
            os.close(descriptor)
        return lock
    raise StoreError("busy", {"variant": "elsewhere", "file": lock.name})


def _clear(lock: Path) -> None:
    """Remove a dead one's lock; raises StoreError(``busy``) where it may be alive."""
    try:
        with lock.open("rb") as file:
            note = loads(file.read(LONGEST_NOTE))
        by, host, pid = str(note["by"]), str(note["host"]), int(note["pid"])
        since = str(note["since"])
    except FileNotFoundError:
        return
    except (ValueError, LookupError, TypeError):
        raise StoreError("busy", {"variant": "elsewhere", "file": lock.name}) from None
    if host == socket.gethostname() and not _lives(pid):
        lock.unlink(missing_ok=True)
        return
    raise StoreError(
        "busy", {"variant": "held", "by": by, "host": host, "since": since, "file": lock.name}
    )


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # nobody of ours: it may live elsewhere
        return True
    return True
