"""Private files: 0600 whatever the umask, whole or not at all, durable once said."""

import fcntl
import os
import secrets
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_SAFE = os.O_CLOEXEC | os.O_NOFOLLOW


def open_private(path: Path, flags: int) -> int:
    """A file descriptor on a private file; a symbolic link in its place is refused (OSError)."""
    descriptor = os.open(path, flags | _SAFE, PRIVATE_FILE)
    if flags & os.O_CREAT:
        os.fchmod(descriptor, PRIVATE_FILE)
    return descriptor


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte; raises OSError where the disk takes only a part."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def private_folder(path: Path) -> Path:
    """The folder, made private with its missing parents where it is not there yet."""
    for folder in reversed([path, *path.parents]):
        if not folder.exists():
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            folder.chmod(PRIVATE_FOLDER)
    return path


def sync_folder(folder: Path) -> None:
    """Make names created, renamed or removed in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_private(path: Path, data: bytes, *, new: bool = False) -> None:
    """Put these bytes at that path, whole and durable, or leave everything as it was.

    ``new`` refuses (FileExistsError) to take the place of a file that is there.
    """
    os.close(replace_private(path, data, new=new))


def replace_private(path: Path, data: bytes, *, new: bool = False, lock: bool = False) -> int:
    """The same, answering the open descriptor of the new file.

    ``lock`` takes the exclusive lock on it before it takes its place, so that nobody can come
    in between.
    """
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.tmp")
    descriptor = open_private(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        if lock:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        write_all(descriptor, data)
        os.fsync(descriptor)
        if new:
            os.link(beside, path)
            beside.unlink()
        else:
            beside.replace(path)
        sync_folder(path.parent)
    except BaseException:
        os.close(descriptor)
        beside.unlink(missing_ok=True)
        raise
    return descriptor
