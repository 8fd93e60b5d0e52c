"""A session file that is open: the only writer of sessions.

Entries are appended to the journal, one fsynced line each; the last console to leave folds
them into the file. Others' entries are taken in by ``refresh``. What is wrong on disk makes
the store read-only, and is never overwritten.
"""

import errno
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from pixtui.files import (
    make_private,
    replace_private,
    sync_folder,
    write_all,
    write_private,
)
from pixtui.store.attendance import Attendance
from pixtui.store.ballast import Ballast
from pixtui.store.beside import backup_of, copies_of, journal_of, unfinished_of
from pixtui.store.entry import GENESIS, LONGEST_LINE, Entry, make_entry, make_line
from pixtui.store.errors import StoreError, reason
from pixtui.store.file_system import file_system, locks_are_safe
from pixtui.store.folding import Project, continues, disk, file_bytes, write_new
from pixtui.store.known import Known
from pixtui.store.locks import lock_session, same_file
from pixtui.store.presence import Present, clear_notes
from pixtui.store.reading import Damage, Reading, Tail, longer_backup, read
from pixtui.store.report import Report
from pixtui.store.strict_json import JsonError, JsonObject

_TO_THE_MOMENT = "%Y%m%dT%H%M%S%f"


class SessionStore:
    """One console's hold on one session file."""

    def __init__(self, path: Path, project: Project, *, read_only: bool) -> None:
        self.path = path
        self.journal = journal_of(path)
        self._project = project
        self._read_only = read_only
        self._known = Known(path)
        self._attendance = Attendance(path)
        self._failed = ""
        self._ballast = Ballast(path)
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
    def open(
        cls,
        path: Path,
        *,
        project: Project,
        read_only: bool = False,
        by: str = "",
        accept: Callable[[Reading], bool] | None = None,
    ) -> Self:
        """Come to a session; raises StoreError where the file is none.

        A file that cannot be written, is damaged or newer is opened read-only, and said.
        ``by`` is who comes; the others see it. ``accept`` sees what was read before anything is
        touched: it may refuse it (StoreError), and answers whether the file's ``session`` is
        what its history makes. Where the file system's locks cannot be trusted
        only one console may come (StoreError ``busy``).
        """
        path = path.resolve()
        store = cls(path, project, read_only=read_only)
        accept = accept or (lambda _: True)
        if read_only:
            store._look_on(found := read(path), agrees=accept(found))
            return store
        kind = file_system(path)
        try:
            with store._locked(safe := locks_are_safe(kind)):
                found = read(path)
                store._enter(found, by, "" if safe else kind, agrees=accept(found))
        except StoreError as error:
            store._attendance.go()
            if error.code != "no_lock":
                raise
            found = read(path)
            store._look_on(found, str(error.params["reason"]), agrees=accept(found))
        return store

    @contextmanager
    def _locked(self, safe: bool) -> Iterator[None]:
        """The exclusive right to write; ``safe`` is whether locks can be trusted here."""
        lock = lock_session(self.path, needed=safe)
        try:
            yield
        finally:
            os.close(lock)

    def _enter(self, found: Reading, by: str, unsafe: str, *, agrees: bool) -> None:
        """Come in to write; ``unsafe`` names a file system whose locks cannot be trusted."""
        if found.damage is not None:
            self._look_on(found, agrees=agrees)
            return
        if not os.access(self.path, os.W_OK):
            self._look_on(found, "EACCES", agrees=agrees)
            return
        try:
            if unsafe:
                self._attendance.come_alone(by)
            aside = self._ballast.with_room(lambda: self._open_journal(found))
        except OSError as error:
            self._attendance.go()
            if error.errno == errno.ELOOP:
                raise StoreError(
                    "write_failed", {"variant": "link", "file": self.journal.name}
                ) from error
            self._look_on(found, reason(error), agrees=agrees)
            return
        self._known.take(found)
        self._ballast.reserve()
        self._attendance.leave_note(by)
        self.report = Report(
            replayed=len(found.entries) - found.folded,
            set_aside=aside,
            bytes_set_aside=len(found.tail.data) if found.tail else 0,
            doubtful=found.tail.seq if found.tail and not found.tail.torn else None,
            alone_on=unsafe,
            longer_backup=longer_backup(self.path, found.entries),
            differs=not agrees,
        )

    def _open_journal(self, found: Reading) -> Path | None:
        """Open the journal, say that a console is here, set aside what is no entry."""
        self._attendance.open_journal()
        if not found.has_journal:
            self._keep_private()
        # Even a journal that was there: whoever made it may have died before it had its name.
        sync_folder(self.path.parent)
        return self._set_aside(found.tail) if found.tail else None

    def _keep_private(self) -> None:
        """A copy that came with another mode is for its owner alone from now on."""
        descriptor = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            make_private(descriptor)
        finally:
            os.close(descriptor)

    def _look_on(self, found: Reading, refused: str = "", *, agrees: bool) -> None:
        self._read_only = True
        self._known.take(found)
        self.report = Report(damage=found.damage, refused=refused, differs=not agrees)

    def _set_aside(self, tail: Tail) -> Path:
        """Keep the bytes after the last entry in a file of their own, then cut them off."""
        kind = "torn" if tail.torn else "doubt"
        name = f"{self.path.name}.{kind}-{datetime.now(UTC):{_TO_THE_MOMENT}}"
        aside = self.path.with_name(name)
        write_private(aside, tail.data, new=True)
        os.ftruncate(self._attendance.journal, tail.start)
        self._sync()
        return aside

    def close(self) -> None:
        """Leave; the last one to leave folds the journal into the file.

        Raises StoreError(``fold_failed``): the journal then stays, and with it every entry.
        """
        if not self._attendance.here:
            return
        try:
            if not self._failed and self._known.damage is None:
                with self._locked(self._attendance.shared):
                    self._leave()
        finally:
            self._attendance.go()

    def _leave(self) -> None:
        if not self._attendance.alone():
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
                self._keep_longer_backup(found)
                held.callback(os.close, replace_private(self.path, data, lock=True, backup=backup))
            self.journal.unlink(missing_ok=True)
            for left in unfinished_of(self.path):
                left.unlink(missing_ok=True)
            sync_folder(self.path.parent)

    def _keep_longer_backup(self, found: Reading) -> None:
        """An older copy took the file's place: the backup that knows more is not overwritten."""
        longer = longer_backup(self.path, found.entries)
        if longer is not None:
            longer.replace(longer.with_name(f"{longer.name}-{datetime.now(UTC):{_TO_THE_MOMENT}}"))

    def copy(self, path: Path) -> int:
        """Write what this console holds to a new file elsewhere; how many entries that is.

        Raises StoreError: ``exists``, ``write_failed``.
        """
        write_new(path, file_bytes(self._known.entries, self._project))
        return len(self._known.entries)

    # --- what is known

    @property
    def entries(self) -> Sequence[Entry]:
        """Every entry known here, in order; do not change it."""
        return self._known.entries

    @property
    def last_hash(self) -> str:
        """The hash of the newest entry."""
        return self._known.entries[-1].hash

    @property
    def damage(self) -> Damage | None:
        """What is wrong on disk, where something is."""
        return self._known.damage

    @property
    def read_only(self) -> bool:
        """Whether nothing can be appended here."""
        return self._read_only or bool(self._failed) or self._known.damage is not None

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
        return self._attendance.others()

    def handed_to(self, by: str) -> None:
        """Another person has this console's keyboard."""
        self._attendance.handed_to(by)

    def changed(self) -> bool:
        """Whether the files may hold more than is known: two cheap looks."""
        return self._known.changed()

    def refresh(self) -> bool:
        """Take in what others wrote, without a lock; whether there was anything."""
        return self._known.refresh()

    # --- writing

    @contextmanager
    def transaction(self) -> Iterator["Transaction"]:
        """The exclusive right to append, after taking in what others wrote.

        Raises StoreError: ``busy``, ``read_only``, ``damaged``, ``write_failed``.
        """
        self._refuse_read_only()  # before any lock: one who only looks takes none
        with self._locked(self._attendance.shared):
            with disk(self.path):
                self._known.catch_up()
            self._refuse_another_journal()
            self._refuse_read_only()
            self._cut_unfinished()
            yield Transaction(self)

    def why_read_only(self) -> StoreError:
        """What refuses an append to a read-only store."""
        if self._failed:
            return StoreError("read_only", {"variant": "failed", "reason": self._failed})
        if self._known.damage is not None:
            return StoreError("damaged", {"place": self._known.damage.place})
        refused = self.report.refused
        return StoreError("read_only", {"variant": "refused", "reason": refused} if refused else {})

    def _refuse_read_only(self) -> None:
        if not self._attendance.here or self.read_only:
            raise self.why_read_only()

    def _cut_unfinished(self) -> None:
        """Another console died in the middle of a line: keep its bytes, go on after the last."""
        if os.fstat(self._attendance.journal).st_size == self._known.end:
            return
        tail = read(self.path).tail
        if tail is None or tail.start != self._known.end:
            raise StoreError("busy", {"path": str(self.path)})
        with disk(self.path):
            self._ballast.with_room(lambda: self._set_aside(tail))

    def _refuse_another_journal(self) -> None:
        """What is appended to a journal that was moved away or replaced would be lost."""
        if not self._attendance.shared:
            return  # such a disk may give a file another number at each look
        if not same_file(self._attendance.journal, self.journal):
            self._known.part("journal")

    def alone(self) -> bool:
        """Whether no other console is here; asked inside a transaction."""
        alone = self._attendance.alone()
        with disk(self.path):
            self._attendance.stay()
        return alone

    def append(self, type_: str, body: JsonObject, recorded: str) -> Entry:
        """Write and fsync one entry; called inside a transaction."""
        seq = len(self._known.entries) + 1
        try:
            entry, line = make_line(seq, type_, body, recorded, self.last_hash)
        except JsonError as error:
            raise StoreError("write_failed", {"reason": str(error)}) from error
        if len(line) > LONGEST_LINE:
            raise StoreError("line_too_long", {"bytes": len(line)})
        try:
            self._ballast.with_room(lambda: self._write(line))
        except OSError as error:
            raise StoreError("write_failed", {"reason": reason(error)}) from error
        try:
            self._sync()
        except OSError as error:
            self._take_back(self._failed)
            why = {"variant": "failed", "reason": self._failed}
            raise StoreError("write_failed", why) from error
        self._known.appended(entry, len(line))
        return entry

    def _write(self, line: bytes) -> None:
        """Put a line at the end of the journal, whole or not at all; raises OSError."""
        try:
            write_all(self._attendance.journal, line)
        except OSError as error:
            self._take_back(reason(error))
            raise

    def _sync(self) -> None:
        """Wait until the disk has the journal; a disk that fails here is written no more.

        After a failed fsync the kernel may forget what it could not write and call the next
        one a success: trying again would lie.
        """
        try:
            os.fsync(self._attendance.journal)
        except OSError as error:
            self._failed = reason(error)
            raise

    def _take_back(self, why: str) -> None:
        """Cut off what a failed write left; where even that fails, write no more."""
        try:
            os.ftruncate(self._attendance.journal, self._known.end)
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
            for entry in self._known.entries
        ]
        erased = sum(new is not old for new, old in zip(entries, self._known.entries, strict=True))
        if not erased and not self.leftovers():
            return 0
        self._refuse_other_history()
        data = file_bytes(entries, self._project)
        with disk(self.path):
            self._ballast.with_room(lambda: self._rewrite(data))
        self._known.rewritten(entries)
        return erased

    def _rewrite(self, data: bytes) -> None:
        """Drop every other copy, put this in the file's place, empty the journal."""
        for copy in copies_of(self.path):
            copy.unlink(missing_ok=True)
        sync_folder(self.path.parent)
        # The new file comes in locked, so that nobody appends while the journal is emptied.
        with ExitStack() as held:
            held.callback(os.close, replace_private(self.path, data, lock=True))
            os.ftruncate(self._attendance.journal, 0)
            self._sync()

    def _refuse_other_history(self) -> None:
        """Never put a history in the place of one that it does not continue."""
        there = read(self.path).entries
        if not continues(self._known.entries, there):
            place = self._known.parts_at(len(there))
            self._known.part(place)
            raise StoreError("damaged", {"path": str(self.path), "place": place})

    def leftovers(self) -> bool:
        """Whether an erasing that a crash cut short left bytes outside the file."""
        stale = self._known.journal_size() > 0 and not self.report.replayed
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
