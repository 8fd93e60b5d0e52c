"""The sessions of a folder followed all at once, looked at and never touched.

Nothing here takes a lock, writes a file or keeps one open, so that no console of a room is ever
held up by whoever looks on. Of a room in which something happened the new bytes of its journal
are read and no more; what was folded, rewritten or replaced is read again whole.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from attrs import evolve as changed
from attrs import frozen

from pixtui.desk.folder import session_files
from pixtui.desk.watching import FolderWatch
from pixtui.domain.session import State
from pixtui.store.beside import JOURNAL, SESSION, journal_of, session_of
from pixtui.store.entry import head_of
from pixtui.store.errors import StoreError, reason
from pixtui.store.file_system import file_system, locks_are_safe
from pixtui.store.known import Known
from pixtui.store.presence import Present, at_work_in
from pixtui.store.projection import brought_up, readable_entries, state_of
from pixtui.store.reading import read

Signature = tuple[tuple[int, ...], tuple[int, ...]]
"""What tells that a session's file or its journal changed."""


@frozen(kw_only=True, eq=False)
class Seen:
    """One file as it is now; the same object for as long as nothing changes."""

    path: Path
    state: State | None = None
    """The session; None where it cannot be read whole."""
    problem: StoreError | None = None
    """Why it cannot."""
    was_room: bool = False
    """Whether it is one that could be read before."""
    at_work: tuple[Present, ...] = ()
    head: str | None = None
    last: str | None = None
    """The hash of the newest entry."""
    doubtful: int | None = None
    """An entry after the newest that is whole on disk and does not verify."""


Look = tuple[Seen, ...]


class Rooms:
    """Every session of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.knows_who = locks_are_safe(file_system(folder))
        """Whether the notes of those at work can be trusted here: they are locks."""
        self._rooms: dict[str, _Room] = {}
        self._look: Look = ()
        self._watch: FolderWatch | None = None
        self._ended = False
        self._lock = threading.Lock()

    def look(self, names: frozenset[str] = frozenset()) -> Look:
        """Every session, of which those with a changed file are looked at; all without a name.

        The answer is the very same as the last one where nothing changed.
        """
        if names:
            wanted = {named for name in names if (named := session_of(name)) is not None}
        else:
            wanted = {path.name for path in session_files(self.folder)} | set(self._rooms)
            wanted |= self._orphans()
        here = at_work_in(self.folder, wanted)
        for name in wanted:
            room = self._rooms.get(name)
            if room is None:
                if not _is_there(self.folder / name):
                    continue  # it came and went, as a file that is being put in its place does
                room = self._rooms[name] = _Room(self.folder / name)
            room.look(here.get(name, ()))
            if (
                room.seen is not None
                and not room.seen.was_room
                and not _is_there(self.folder / name)
            ):
                del self._rooms[name]  # nobody's room: an export, a file on its way elsewhere
        self._forget_renamed()
        found = tuple(
            seen for _name, room in sorted(self._rooms.items()) if (seen := room.seen) is not None
        )
        if len(found) != len(self._look) or any(
            new is not old for new, old in zip(found, self._look, strict=True)
        ):
            self._look = found
        return self._look

    def _forget_renamed(self) -> None:
        """A room that is gone is not missed where its whole record stands in another file."""
        gone = [name for name, room in self._rooms.items() if room.is_gone]
        for name in gone:
            reached = self._rooms[name].reached
            if reached is not None and any(room.holds(*reached) for room in self._rooms.values()):
                del self._rooms[name]

    def _orphans(self) -> set[str]:
        """The sessions of which only the journal is left."""
        with suppress(OSError):
            return {
                path.name.removesuffix(JOURNAL) for path in self.folder.glob(f"*{SESSION}{JOURNAL}")
            }
        return set()

    def changes(self, pause: Callable[[], float]) -> Iterator[Look]:
        """What there is now, and again whenever something may have changed or time passed.

        ``pause`` says after how many seconds it is looked at although nobody told.
        """
        with self._lock:
            if self._ended:
                return
            watch = self._watch = FolderWatch(self.folder)
        try:
            names: frozenset[str] | None = frozenset()
            while names is not None:
                yield self.look(names)
                names = watch.wait(_tells, pause())
        finally:
            with self._lock:
                self._watch = None
                watch.close()

    def end(self) -> None:
        """Let whoever goes through the changes come to their end, from any thread."""
        with self._lock:
            self._ended = True
            if self._watch is not None:
                self._watch.end()


def _tells(name: str) -> bool:
    return session_of(name) is not None


def _is_there(path: Path) -> bool:
    return os.path.lexists(path) or os.path.lexists(journal_of(path))


class _Room:
    """What is known of one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: Known | None = None
        self._signature: Signature | None = None
        self.seen: Seen | None = None
        self.reached: tuple[int, str] | None = None
        """How many entries were seen of it, and the hash of the newest one."""

    @property
    def is_gone(self) -> bool:
        """Whether it could be read once, and is there no more."""
        seen = self.seen
        return seen is not None and seen.problem is not None and seen.problem.code == "missing"

    def holds(self, count: int, newest: str) -> bool:
        """Whether the record here goes on from one of so many entries."""
        known = self._known
        return (
            known is not None
            and len(known.entries) >= count
            and known.entries[count - 1].hash == newest
        )

    def look(self, at_work: tuple[Present, ...]) -> None:
        """Read what is new."""
        signature = (_signature(self._path), _signature(journal_of(self._path)))
        if self.seen is None or signature != self._signature:
            if not _grew(self._signature, signature):
                self._known = None
            self._signature = signature  # taken before the reading: what comes later differs
            self.seen = self._read()
        if self.seen.at_work != at_work:
            self.seen = changed(self.seen, at_work=at_work)

    def _read(self) -> Seen:
        before = self.seen
        try:
            known, state = self._read_on(before.state if before else None)
        except StoreError as error:
            return self._not_read(error)
        except FileNotFoundError:
            return self._not_read(StoreError("missing", {"path": str(self._path)}))
        except OSError as error:
            params = {"path": str(self._path), "reason": reason(error)}
            return self._not_read(StoreError("unreadable", params))
        self.reached = len(known.entries), known.entries[-1].hash
        return Seen(
            path=self._path,
            state=state,
            was_room=True,
            at_work=before.at_work if before else (),
            head=head_of(known.entries),
            last=known.entries[-1].hash,
            doubtful=known.doubtful,
        )

    def _not_read(self, error: StoreError) -> Seen:
        self._known = None
        before = self.seen
        if error.code == "missing":
            error = StoreError("missing", {**error.params, "variant": "vanished"})
        return Seen(
            path=self._path,
            problem=error,
            was_room=before is not None and before.was_room,
            at_work=before.at_work if before else (),
        )

    def _read_on(self, state: State | None) -> tuple[Known, State]:
        """The entries and what they make, from what was known of them where there is anything."""
        known = self._known
        if known is not None and state is not None:
            known.catch_up()
            if known.damage is None:
                with readable_entries(self._path):
                    return known, brought_up(state, known.entries)
        return self._read_whole()

    def _read_whole(self) -> tuple[Known, State]:
        found = read(self._path)
        if found.damage is not None:
            code = "newer_version" if found.damage.code == "newer_version" else "damaged"
            raise StoreError(code, {"path": str(self._path), "place": found.damage.place})
        with readable_entries(self._path):
            state = state_of(found.entries)
        known = self._known = Known(self._path)
        known.take(found)
        return known, state


def _grew(before: Signature | None, now: Signature) -> bool:
    """Whether the journal has more bytes than before and nothing else changed."""
    if before is None or before[0] != now[0] or not before[1] or not now[1]:
        return False
    return before[1][0] == now[1][0] and before[1][1] < now[1][1]


def _signature(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
