"""A session file that is open: the only writer of sessions.

Entries are appended to the journal, one fsynced line each; the last console to leave folds
them into the file. Others' entries are taken in by ``refresh``. What is wrong on disk makes
the store read-only, and is never overwritten.
"""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from attrs import frozen

from pixtui.files import (
    make_private,
    open_private,
    replace_private,
    sync_folder,
    write_all,
    write_private,
)
from pixtui.store.ballast import Ballast
from pixtui.store.beside import backup_of, copies_of, journal_of, unfinished_of
from pixtui.store.entry import GENESIS, LONGEST_LINE, Entry, make_entry
from pixtui.store.errors import StoreError, reason
from pixtui.store.file_system import file_system, locks_are_safe
from pixtui.store.folding import Project, continues, disk, file_bytes, write_new
from pixtui.store.locks import be_present, is_alone, lock_session
from pixtui.store.presence import Note, Present, at_work, clear_notes
from pixtui.store.reading import (
    Damage,
    Reading,
    Tail,
    longer_backup,
    read,
    read_file,
    read_lines,
)
from pixtui.store.sole import take_alone
from pixtui.store.strict_json import JsonError, JsonObject, canonical


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
    refused: str = ""
    """Why the system lets nobody write here (``ENOSPC``, ``EROFS``, ``EACCES``…)."""
    alone_on: str = ""
    """The kind of file system on which only one console may write."""
    longer_backup: Path | None = None
    """A backup that holds entries which the file does not: an older copy took its place."""


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
        self._failed = ""
        self._ballast = Ballast(path)
        self._note: Note | None = None
        self._sole: Path | None = None
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
        by: str = "",
    ) -> Self:
        """A new session file with its first entry, durable; refused where there is one."""
        entry = make_entry(1, type, body, recorded, GENESIS)
        if os.path.lexists(path):
            raise StoreError("exists", {"path": str(path)})
        write_new(path, file_bytes([entry], project))
        return cls.open(path, project=project, by=by)

    @classmethod
    def open(cls, path: Path, *, project: Project, read_only: bool = False, by: str = "") -> Self:
        """Come to a session; raises StoreError where the file is none.

        A file that cannot be written, is damaged or newer is opened read-only, and said.
        ``by`` is who comes; the others see it. Where the file system's locks cannot be trusted
        only one console may come (StoreError ``busy``).
        """
        path = path.resolve()
        store = cls(path, project, read_only=read_only)
        if read_only:
            store._take(read(path))
            return store
        kind = file_system(path)
        try:
            with store._locked(safe := locks_are_safe(kind)):
                store._enter(read(path), by, "" if safe else kind)
        except StoreError as error:
            store._let_go()
            if error.code != "no_lock":
                raise
            store._look_on(read(path), str(error.params["reason"]))
        return store

    @contextmanager
    def _locked(self, safe: bool) -> Iterator[None]:
        """The exclusive right to write; ``safe`` is whether locks can be trusted here."""
        lock = lock_session(self.path, needed=safe)
        try:
            yield
        finally:
            os.close(lock)

    def _enter(self, found: Reading, by: str, unsafe: str) -> None:
        """Come in to write; ``unsafe`` names a file system whose locks cannot be trusted."""
        if found.damage is not None or not os.access(self.path, os.W_OK):
            self._look_on(found)
            return
        try:
            if unsafe:
                self._sole = take_alone(self.path, by)
            aside = self._ballast.with_room(lambda: self._open_journal(found))
        except OSError as error:
            self._let_go()
            if error.errno == errno.ELOOP:
                raise StoreError(
                    "write_failed", {"variant": "link", "file": self.journal.name}
                ) from error
            self._look_on(found, reason(error))
            return
        self._take(found)
        self._ballast.reserve()
        self._note = None if unsafe else Note(self.path, by)
        self.report = Report(
            replayed=len(found.entries) - found.folded,
            set_aside=aside,
            bytes_set_aside=len(found.tail.data) if found.tail else 0,
            doubtful=found.tail.seq if found.tail and not found.tail.torn else None,
            alone_on=unsafe,
            longer_backup=longer_backup(self.path, found.entries),
        )

    def _open_journal(self, found: Reading) -> Path | None:
        """Open the journal, say that a console is here, set aside what is no entry."""
        if self._journal is None:
            self._journal = open_private(self.journal, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        if not found.has_journal:
            self._keep_private()
            sync_folder(self.path.parent)
        if self._sole is None:
            be_present(self._journal)
        return self._set_aside(found.tail) if found.tail else None

    def _keep_private(self) -> None:
        """A copy that came with another mode is for its owner alone from now on."""
        descriptor = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            make_private(descriptor)
        finally:
            os.close(descriptor)

    def _look_on(self, found: Reading, refused: str = "") -> None:
        self._read_only = True
        self._take(found)
        self.report = Report(damage=found.damage, refused=refused)

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
        """Leave; the last one to leave folds the journal into the file.

        Raises StoreError(``fold_failed``): the journal then stays, and with it every entry.
        """
        if self._journal is None:
            return
        try:
            if not self._failed:
                with self._locked(self._sole is None):
                    self._leave(self._journal)
        finally:
            self._let_go()

    def _let_go(self) -> None:
        """Give back what says that this console is here."""
        if self._note is not None:
            self._note.leave()
        if self._journal is not None:
            os.close(self._journal)
        if self._sole is not None:
            with suppress(OSError):
                self._sole.unlink(missing_ok=True)
        self._journal = self._note = self._sole = None

    def _leave(self, journal: int) -> None:
        if self._sole is None and not is_alone(journal):
            return
        found = read(self.path)
        if found.damage is not None or found.tail is not None:
            return
        try:
            self._ballast.with_room(lambda: self._fold(found))
            self._ballast.release()
            clear_notes(self.path)
        except OSError as error:
            where = {"path": str(self.path), "journal": self.journal.name}
            raise StoreError("fold_failed", {**where, "reason": reason(error)}) from error

    def _fold(self, found: Reading) -> None:
        """Put every entry into the file, then drop the journal."""
        # The new file comes in locked, so that nobody opens the journal while it goes away.
        with ExitStack() as held:
            if len(found.entries) > found.folded:
                data = file_bytes(found.entries, self._project)
                backup = backup_of(self.path)
                held.callback(os.close, replace_private(self.path, data, lock=True, backup=backup))
            self.journal.unlink(missing_ok=True)
            for left in unfinished_of(self.path):
                left.unlink(missing_ok=True)
            sync_folder(self.path.parent)

    def copy(self, path: Path) -> int:
        """Write what this console holds to a new file elsewhere; how many entries that is.

        Raises StoreError: ``exists``, ``write_failed``.
        """
        write_new(path, file_bytes(self._entries, self._project))
        return len(self._entries)

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
        return self._read_only or bool(self._failed) or self._damage is not None

    @property
    def failed(self) -> str:
        """Why the disk is not written any more (``EIO``); empty while it is."""
        return self._failed

    @property
    def disk_full(self) -> bool:
        """Whether the disk is full and the room kept for that is in use."""
        return self._ballast.given_up

    def others(self) -> tuple[Present, ...]:
        """Who else has the session open to write."""
        return self._note.others() if self._note else at_work(self.path)

    def handed_to(self, by: str) -> None:
        """Another person has this console's keyboard."""
        if self._note is not None:
            self._note.handed_to(by)

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
        self._refuse_read_only()  # before any lock: one who only looks takes none
        with self._locked(self._sole is None):
            self.refresh()
            self._cut_unfinished()
            self._refuse_read_only()
            yield Transaction(self)

    def why_read_only(self) -> StoreError:
        """What refuses an append to a read-only store."""
        if self._failed:
            return StoreError("read_only", {"variant": "failed", "reason": self._failed})
        if self._damage is not None:
            return StoreError("damaged", {"place": self._damage.place})
        refused = self.report.refused
        return StoreError("read_only", {"variant": "refused", "reason": refused} if refused else {})

    def _refuse_read_only(self) -> None:
        if self._journal is None or self.read_only:
            raise self.why_read_only()

    def _cut_unfinished(self) -> None:
        """Another console died in the middle of a line: keep its bytes, go on after the last."""
        assert self._journal is not None  # a transaction has one
        if os.fstat(self._journal).st_size == self._end:
            return
        tail = read(self.path).tail
        if tail is not None and tail.start == self._end:
            with disk(self.path):
                self._ballast.with_room(lambda: self._set_aside(tail))

    def alone(self) -> bool:
        """Whether no other console is here; asked inside a transaction."""
        if self._sole is not None:
            return True
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
        try:
            self._ballast.with_room(lambda: self._write(line))
        except OSError as error:
            raise StoreError("write_failed", {"reason": reason(error)}) from error
        self._sync()
        self._end += len(line)
        self._entries.append(entry)
        return entry

    def _write(self, line: bytes) -> None:
        """Put a line at the end of the journal, whole or not at all; raises OSError."""
        assert self._journal is not None  # a transaction has one
        try:
            write_all(self._journal, line)
        except OSError as error:
            self._take_back(reason(error))
            raise

    def _sync(self) -> None:
        """Wait until the disk has it; a disk that fails here is written no more.

        After a failed fsync the kernel may forget what it could not write and call the next
        one a success: trying again would lie.
        """
        assert self._journal is not None  # a transaction has one
        try:
            os.fsync(self._journal)
        except OSError as error:
            why = self._failed = reason(error)
            self._take_back(why)
            raise StoreError("write_failed", {"variant": "failed", "reason": why}) from error

    def _take_back(self, why: str) -> None:
        """Cut off what a failed write left; where even that fails, write no more."""
        assert self._journal is not None  # a transaction has one
        try:
            os.ftruncate(self._journal, self._end)
        except OSError as error:
            self._failed = why
            raise StoreError("write_failed", {"variant": "doubt", "reason": why}) from error

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
        data = file_bytes(entries, self._project)
        with disk(self.path):
            self._ballast.with_room(lambda: self._rewrite(data))
        self._entries = entries
        self._end = 0
        self._inode = self.path.stat().st_ino
        return erased

    def _rewrite(self, data: bytes) -> None:
        """Drop every other copy, put this in the file's place, empty the journal."""
        for copy in copies_of(self.path):
            copy.unlink(missing_ok=True)
        sync_folder(self.path.parent)
        # The new file comes in locked, so that nobody appends while the journal is emptied.
        with ExitStack() as held:
            held.callback(os.close, replace_private(self.path, data, lock=True))
            assert self._journal is not None  # a transaction has one
            os.ftruncate(self._journal, 0)
            os.fsync(self._journal)

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
        return stale or bool(copies_of(self.path))


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
