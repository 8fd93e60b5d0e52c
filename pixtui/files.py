"""Private files: 0600 whatever the umask, whole or not at all, durable once said."""

import errno
import fcntl
import os
import secrets
from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_SAFE = os.O_CLOEXEC | os.O_NOFOLLOW
_NOT_HERE = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL})
"""What a file system answers that knows no hard links, no modes or no fsync of a folder."""


def open_private(path: Path, flags: int) -> int:
    """A file descriptor on a private file; a symbolic link in its place is refused (OSError)."""
    descriptor = os.open(path, flags | _SAFE, PRIVATE_FILE)
    if flags & os.O_CREAT:
        make_private(descriptor)
    return descriptor


def make_private(descriptor: int) -> bool:
    """Give an open file its mode; False where the file system or its owner does not let us."""
    try:
        os.fchmod(descriptor, PRIVATE_FILE)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
        return False
    return True


def path_typed(text: str) -> Path:
    """The path that somebody wrote, ``~`` a home; as it stands where there is no such home."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


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
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
    finally:
        os.close(descriptor)


def write_private(path: Path, data: bytes, *, new: bool = False) -> None:
    """Put these bytes at that path, whole and durable, or leave everything as it was.

    ``new`` refuses (FileExistsError) to take the place of a file that is there.
    """
    os.close(replace_private(path, data, new=new))


def replace_private(
    path: Path, data: bytes, *, new: bool = False, lock: bool = False, backup: Path | None = None
) -> int:
    """The same, answering the open descriptor of the new file.

    ``lock`` takes the exclusive lock on it before it takes its place, so that nobody can come
    in between. ``backup`` is where the file that was there is kept.
    """
    beside = beside_of(path)
    descriptor = open_private(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        if lock:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        write_all(descriptor, data)
        os.fsync(descriptor)
        if backup is not None:
            keep(path, backup)
        if new:
            _put_new(beside, path)
        else:
            beside.replace(path)
        sync_folder(path.parent)
    except BaseException:  # whatever it was, no half-made file stays
        os.close(descriptor)
        beside.unlink(missing_ok=True)
        raise
    return descriptor


def beside_of(path: Path) -> Path:
    """A name of its own beside that path, for a file that will take its place."""
    return path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.tmp")


def keep(path: Path, backup: Path) -> None:
    """Let ``backup`` name what stands at ``path`` now; the older backup goes."""
    beside = beside_of(path)
    try:
        os.link(path, beside)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
        write_private(backup, path.read_bytes())
        return
    beside.replace(backup)
    beside.unlink(missing_ok=True)  # a rename between two names of one file leaves both


def _put_new(beside: Path, path: Path) -> None:
    """Give the file its name, unless something has it."""
    try:
        os.link(beside, path)
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
        if os.path.lexists(path):
            raise FileExistsError(error.errno, "exists", str(path)) from error
        beside.replace(path)
    beside.unlink(missing_ok=True)
