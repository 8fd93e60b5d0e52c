"""Who is at work on a session: a note beside it, locked for as long as its console lives.

The kernel frees the lock of a console that died, so a note that nobody holds is told from one
that somebody does. Looking changes nothing; the last console to leave clears such notes away.
"""

import fcntl
import json
import os
import secrets
from collections.abc import Container, Iterable
from contextlib import suppress
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from pathlib import Path

from attrs import frozen

from pixtui.files import open_private, write_all
from pixtui.store.beside import HERE, here_of, session_of_note
from pixtui.store.strict_json import loads

LONGEST_NOTE = 4_096


@frozen(order=True)
class Present:
    """Someone at work, as they declared themselves."""

    since: str
    """When their console opened the session, ISO 8601."""
    by: str
    pid: int


class Note:
    """The note of one console."""

    def __init__(self, path: Path, by: str) -> None:
        self._session = path
        self._path: Path | None = path.with_name(
            f"{path.name}{HERE}{os.getpid()}-{secrets.token_hex(3)}"
        )
        self._since = datetime.now(UTC).isoformat(timespec="seconds")
        self._descriptor: int | None = None
        self._put(by)

    def _put(self, by: str) -> None:
        """Say who; a disk that refuses only leaves it unsaid."""
        assert self._path is not None  # only a note that is there is written
        note = {"by": by, "pid": os.getpid(), "since": self._since}
        try:
            if self._descriptor is None:
                self._descriptor = open_private(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL)
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            data = json.dumps(note).encode()
            write_all(self._descriptor, data)
            os.ftruncate(self._descriptor, len(data))
        except OSError:
            self.leave()

    def handed_to(self, by: str) -> None:
        """Another person has the keyboard."""
        if self._path is not None:
            self._put(by)

    def leave(self) -> None:
        """Take the note away."""
        if self._path is not None:
            with suppress(OSError):  # nobody holds what stays, so nobody is seen there
                self._path.unlink(missing_ok=True)
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._path = self._descriptor = None

    def others(self) -> tuple[Present, ...]:
        """Everyone else at work."""
        return at_work(self._session, without=self._path)


def at_work(path: Path, without: Path | None = None) -> tuple[Present, ...]:
    """Everyone who has the session open to write, the first to come first."""
    try:
        notes = here_of(path)
    except OSError:
        return ()
    return _present(note for note in notes if note != without)


def _present(notes: Iterable[Path]) -> tuple[Present, ...]:
    return tuple(sorted(one for note in notes if (one := _read(note)) is not None))


def at_work_in(folder: Path, wanted: Container[str]) -> dict[str, tuple[Present, ...]]:
    """Everyone at work on the wanted sessions of a folder, by the name of the session's file."""
    notes: dict[str, list[Path]] = {}
    try:
        for note in folder.iterdir():
            session = session_of_note(note.name)
            if session is not None and session in wanted:
                notes.setdefault(session, []).append(note)
    except OSError:
        return {}
    return {session: _present(found) for session, found in notes.items()}


def clear_notes(path: Path) -> None:
    """Remove the notes of those who died; called by a console that is alone, on leaving."""
    for note in here_of(path):
        with suppress(OSError):
            if _read(note) is None:
                note.unlink(missing_ok=True)


def _read(path: Path) -> Present | None:
    """The note, where its writer lives."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return None
    try:
        note = loads(os.read(descriptor, LONGEST_NOTE))
        since = datetime.fromisoformat(note["since"])
        if since.tzinfo is None or not MINYEAR < since.year < MAXYEAR:
            return None  # no instant, or one that is none in another zone
        present = Present(since=since.isoformat(), by=str(note["by"]), pid=int(note["pid"]))
        return present if _held(descriptor) else None
    except (OSError, ValueError, LookupError, TypeError):
        return None  # one that is just being written, or that somebody else put there
    finally:
        os.close(descriptor)


def _held(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    return False
