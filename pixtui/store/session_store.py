"""A session file that is open: the only writer of sessions.

Entries are appended to the journal, one fsynced line each; the last console to leave folds
them into the file. Others' entries are taken in by ``refresh``. What is wrong on disk makes
the store read-only, and is never overwritten.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from attrs import frozen

from pixtui.files import open_private, replace_private, sync_folder, write_all, write_private
from pixtui.store.entry import GENESIS, LONGEST_LINE, Entry, make_entry
from pixtui.store.errors import StoreError
from pixtui.store.locks import be_present, is_alone, lock_session
from pixtui.store.reading import (
    FILE_VERSION,
    FORMAT,
    Damage,
    Reading,
    Tail,
    journal_of,
    read,
    read_file,
    read_lines,
    reason,
)
from pixtui.store.strict_json import JsonError, JsonObject, canonical, readable

Project = Callable[[Sequence[Entry]], JsonObject]
"""From a history to the ``session`` it makes."""


@frozen(kw_only=True)
class Report:
    """What opening a session found, to be told, not asked."""

    replayed: int = 0
    """Entries that a console which did not leave properly had left in the journal."""
    set_aside: Path | None = None
    """Where bytes that are no entry were put."""
    bytes_set_aside: int = 0
    doubtful: int | None = None
    """The entry that a complete last line which does not verify may have been."""
    damage: Damage | None = None


class SessionStore:
    """One console's hold on one session file."""

    def __init__(self, path: Path, project: Project, *, read_only: bool) -> None:
        self.path = path
        self.journal = journal_of(path)
        self._project = project
        self._read_only = read_only
        self._entries: list[Entry] = []
        self._journal: int | None = None
        self._end = 0
        self._inode = 0
        self._damage: Damage | None = None
        self._poisoned = False
        self.report = Report()

    # --- opening and closing

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        type: str,
        body: JsonObject,
        recorded: str,
        project: Project,
    ) -> Self:
        """A new session file with its first entry, durable; refused where there is one."""
        entry = make_entry(1, type, body, recorded, GENESIS)
        if os.path.lexists(path):
            raise StoreError("exists", {"path": str(path)})
        with _disk(path):
            try:
                write_private(path, _file_bytes([entry], project), new=True)
            except FileExistsError as error:
                raise StoreError("exists", {"path": str(path)}) from error
        return cls.open(path, project=project)

    @classmethod
    def open(cls, path: Path, *, project: Project, read_only: bool = False) -> Self:
        """Come to a session; raises StoreError where the file is none.

        A file that cannot be written, is damaged or newer is opened read-only, and said.
        """
        path = path.resolve()
        store = cls(path, project, read_only=read_only)
        if read_only:
            store._take(read(path))
            return store
        lock = lock_session(path)
        try:
            store._enter(read(path))
        finally:
            os.close(lock)
        return store

    def _enter(self, found: Reading) -> None:
        if found.damage is not None or not os.access(self.path, os.W_OK):
            self._read_only = True
            self._take(found)
            return
        fresh = not found.has_journal
        with _disk(self.path):
            self._journal = open_private(self.journal, os.O_RDWR | os.O_APPEND | os.O_CREAT)
            if fresh:
                sync_folder(self.path.parent)
            be_present(self._journal)
            aside = self._set_aside(found.tail) if found.tail else None
        self._take(found)
        self.report = Report(
            replayed=len(found.entries) - found.folded,
            set_aside=aside,
            bytes_set_aside=len(found.tail.data) if found.tail else 0,
            doubtful=found.tail.seq if found.tail and not found.tail.torn else None,
        )

    def _take(self, found: Reading) -> None:
        self._entries = list(found.entries)
        self._end = found.journal_end
        self._inode = self.path.stat().st_ino
        self._damage = found.damage
        self.report = Report(damage=found.damage)

    def _set_aside(self, tail: Tail) -> Path:
        """Keep the bytes after the last entry in a file of their own, then cut them off."""
        kind = "torn" if tail.torn else "doubt"
        name = f"{self.path.name}.{kind}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
        aside = self.path.with_name(name)
        write_private(aside, tail.data, new=True)
        assert self._journal is not None  # the caller has just opened it
        os.ftruncate(self._journal, tail.start)
        os.fsync(self._journal)
        return aside

    def close(self) -> None:
        """Leave; the last one to leave folds the journal into the file."""
        if self._journal is None:
            return
        journal, self._journal = self._journal, None
        try:
            if not self._poisoned:
                lock = lock_session(self.path)
                try:
                    self._leave(journal)
                finally:
                    os.close(lock)
        finally:
            os.close(journal)

    def _leave(self, journal: int) -> None:
        if not is_alone(journal):
            return
        found = read(self.path)
        if found.damage is not None or found.tail is not None:
            return
        # The new file comes in locked, so that nobody opens the journal while it goes away.
        with _disk(self.path), ExitStack() as held:
            if len(found.entries) > found.folded:
                data = _file_bytes(found.entries, self._project)
                held.callback(os.close, replace_private(self.path, data, lock=True))
            self.journal.unlink(missing_ok=True)
            sync_folder(self.path.parent)

    # --- what is known

    @property
    def entries(self) -> Sequence[Entry]:
        """Every entry known here, in order; do not change it."""
        return self._entries

    @property
    def last_hash(self) -> str:
        """The hash of the newest entry."""
        return self._entries[-1].hash

    @property
    def damage(self) -> Damage | None:
        """What is wrong on disk, where something is."""
        return self._damage

    @property
    def read_only(self) -> bool:
        """Whether nothing can be appended here."""
        return self._read_only or self._poisoned or self._damage is not None

    def changed(self) -> bool:
        """Whether the files may hold more than is known: two cheap looks."""
        try:
            if self.path.stat().st_ino != self._inode:
                return True
        except OSError:
            return False
        return self._journal_size() != self._end

    def refresh(self) -> bool:
        """Take in what others wrote, without a lock; whether there was anything."""
        before = len(self._entries), self._inode
        try:
            size = self._journal_size()
            if self.path.stat().st_ino != self._inode or size < self._end:
                self._reload()
            elif size > self._end:
                self._read_on()
        except StoreError:
            return False
        except OSError:
            return False
        return (len(self._entries), self._inode) != before

    def _journal_size(self) -> int:
        try:
            return self.journal.stat().st_size
        except FileNotFoundError:
            return 0

    def _reload(self) -> None:
        found = read(self.path)
        if not continues(found.entries, self._entries):
            place = f"history entry {min(len(found.entries), len(self._entries))}"
            self._damage = found.damage or Damage(code="other_history", place=place)
            return
        self._entries = list(found.entries)
        self._end = found.journal_end
        self._inode = self.path.stat().st_ino
        self._damage = found.damage

    def _read_on(self) -> None:
        """Take in the lines after those known; damage is placed by reading everything again."""
        more, end, _tail, damage = read_lines(read_file(self.journal, self._end), self._entries)
        if damage is not None:
            self._reload()
            return
        self._entries += more
        self._end += end

    # --- writing

    @contextmanager
    def transaction(self) -> Iterator["Transaction"]:
        """The exclusive right to append, after taking in what others wrote.

        Raises StoreError: ``busy``, ``read_only``, ``damaged``, ``write_failed``.
        """
        if self._journal is None or self.read_only:
            place = self._damage.place if self._damage else ""
            raise StoreError("damaged" if place else "read_only", {"place": place})
        lock = lock_session(self.path)
        try:
            self.refresh()
            self._cut_unfinished()
            if self._damage is not None:
                raise StoreError("damaged", {"place": self._damage.place})
            yield Transaction(self)
        finally:
            os.close(lock)

    def _cut_unfinished(self) -> None:
        """Another console died in the middle of a line: keep its bytes, go on after the last."""
        assert self._journal is not None  # a transaction has one
        if os.fstat(self._journal).st_size == self._end:
            return
        tail = read(self.path).tail
        if tail is not None and tail.start == self._end:
            with _disk(self.path):
                self._set_aside(tail)

    def alone(self) -> bool:
        """Whether no other console is here; asked inside a transaction."""
        assert self._journal is not None  # a transaction has one
        alone = is_alone(self._journal)
        be_present(self._journal)
        return alone

    def append(self, type_: str, body: JsonObject, recorded: str) -> Entry:
        """Write and fsync one entry; called inside a transaction."""
        entry = make_entry(len(self._entries) + 1, type_, body, recorded, self.last_hash)
        try:
            line = canonical(entry.to_json()) + b"\n"
        except JsonError as error:
            raise StoreError("write_failed", {"reason": str(error)}) from error
        if len(line) > LONGEST_LINE:
            raise StoreError("line_too_long", {"bytes": len(line)})
        assert self._journal is not None  # a transaction has one
        try:
            write_all(self._journal, line)
        except OSError as error:
            self._take_back()
            raise StoreError("write_failed", {"reason": reason(error)}) from error
        try:
            os.fsync(self._journal)
        except OSError as error:
            self._poisoned = True
            raise StoreError("write_failed", {"reason": reason(error)}) from error
        self._end += len(line)
        self._entries.append(entry)
        return entry

    def _take_back(self) -> None:
        """Cut off what a failed write left; where even that fails, write no more."""
        assert self._journal is not None  # a transaction has one
        try:
            os.ftruncate(self._journal, self._end)
        except OSError:
            self._poisoned = True

    def erase(
        self,
        which: Callable[[Entry], bool],
        kept: Callable[[Entry], JsonObject | None],
    ) -> int:
        """Erase the bodies of these entries everywhere; how many. Inside a transaction.

        What was set aside goes first, so that a crash leaves entries to erase as long as it
        leaves anything. The file is rewritten whole with every entry in it, then the journal is
        emptied in place (others hold it open and see the new file).
        """
        entries = [
            entry.without_body(kept(entry)) if not entry.erased and which(entry) else entry
            for entry in self._entries
        ]
        erased = sum(new is not old for new, old in zip(entries, self._entries, strict=True))
        if not erased and not self.leftovers():
            return 0
        self._refuse_other_history()
        # The new file comes in locked, so that nobody appends while the journal is emptied.
        with _disk(self.path), ExitStack() as held:
            data = _file_bytes(entries, self._project)
            for aside in self.set_aside_files():
                aside.unlink(missing_ok=True)
            sync_folder(self.path.parent)
            held.callback(os.close, replace_private(self.path, data, lock=True))
            assert self._journal is not None  # a transaction has one
            os.ftruncate(self._journal, 0)
            os.fsync(self._journal)
        self._entries = entries
        self._end = 0
        self._inode = self.path.stat().st_ino
        return erased

    def _refuse_other_history(self) -> None:
        """Never put a history in the place of one that it does not continue."""
        there = read(self.path).entries
        if not continues(self._entries, there):
            place = f"history entry {min(len(there), len(self._entries))}"
            self._damage = Damage(code="other_history", place=place)
            raise StoreError("damaged", {"path": str(self.path), "place": place})

    def leftovers(self) -> bool:
        """Whether an erasing that a crash cut short left bytes outside the file."""
        stale = self._journal_size() > 0 and not self.report.replayed
        return stale or bool(self.set_aside_files())

    def set_aside_files(self) -> list[Path]:
        """Every other file that may hold bytes of this session.

        What was set aside, backups, originals of a migration, and the unfinished files of a
        console that died while it wrote.
        """
        name = self.path.name
        beside = re.compile(
            rf"{re.escape(name)}[.]((torn|doubt)-[0-9T]+|(bak|orig)[0-9T.-]*)"
            rf"|[.]{re.escape(name[:100])}[.][0-9a-f]{{12}}[.]tmp"
        )
        return sorted(one for one in self.path.parent.iterdir() if beside.fullmatch(one.name))


class Transaction:
    """The right to append, while it lasts."""

    def __init__(self, store: SessionStore) -> None:
        self._store = store

    def append(self, type: str, body: JsonObject, recorded: str) -> Entry:
        """Write and fsync one entry; raises StoreError(``write_failed``, ``line_too_long``)."""
        return self._store.append(type, body, recorded)

    def alone(self) -> bool:
        """Whether no other console has the session open; nobody can come while this lasts."""
        return self._store.alone()

    def erase(
        self, which: Callable[[Entry], bool], kept: Callable[[Entry], JsonObject | None]
    ) -> int:
        """Erase the bodies of these entries everywhere; how many there were."""
        return self._store.erase(which, kept)


def continues(longer: Sequence[Entry], shorter: Sequence[Entry]) -> bool:
    """Whether one history begins with the whole of the other."""
    at = len(shorter)
    return len(longer) >= at and (at == 0 or longer[at - 1].hash == shorter[at - 1].hash)


def _file_bytes(entries: Sequence[Entry], project: Project) -> bytes:
    return readable(
        {
            "format": FORMAT,
            "version": FILE_VERSION,
            "session": project(entries),
            "history": [entry.to_json() for entry in entries],
        }
    )


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    """What the system refuses, as the store says it."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise StoreError("write_failed", {"path": str(path), "reason": reason(error)}) from error
