"""One console's being there: the open journal, and what tells the others."""

import os
from contextlib import suppress
from pathlib import Path

from pixtui.files import open_private
from pixtui.store.beside import journal_of
from pixtui.store.locks import be_present, is_alone
from pixtui.store.presence import Note, Present, at_work
from pixtui.store.sole import take_alone


class Attendance:
    """Held from coming to a session to write until leaving it.

    Where locks can be trusted, a shared one on the journal says that a console is here, and a
    note says who; elsewhere a lock file keeps every other console out.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._note: Note | None = None
        self._sole: Path | None = None

    @property
    def here(self) -> bool:
        """Whether this console has come to write."""
        return self._descriptor is not None

    @property
    def shared(self) -> bool:
        """Whether other consoles may write beside this one."""
        return self._sole is None

    @property
    def journal(self) -> int:
        """The descriptor of the open journal."""
        assert self._descriptor is not None  # asked only by a console that has come
        return self._descriptor

    def come_alone(self, by: str) -> None:
        """Keep every other console out; raises StoreError(``busy``) where one is here."""
        self._sole = take_alone(self._path, by)

    def open_journal(self) -> None:
        """Open the journal, made where there is none, and be seen there."""
        if self._descriptor is None:
            journal = journal_of(self._path)
            self._descriptor = open_private(journal, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        if self.shared:
            be_present(self._descriptor)

    def leave_note(self, by: str) -> None:
        """Say who is here."""
        if self.shared:
            self._note = Note(self._path, by)

    def handed_to(self, by: str) -> None:
        """Another person has this console's keyboard."""
        if self._note is not None:
            self._note.handed_to(by)

    def others(self) -> tuple[Present, ...]:
        """Who else has the session open to write."""
        return self._note.others() if self._note else at_work(self._path)

    def alone(self) -> bool:
        """Whether no other console is here; asked under the right to append."""
        return not self.shared or is_alone(self.journal)

    def stay(self) -> None:
        """Be one of those who are here again, after having been alone."""
        if self.shared:
            be_present(self.journal)

    def go(self) -> None:
        """Give back what says that this console is here."""
        if self._note is not None:
            self._note.leave()
        if self._descriptor is not None:
            os.close(self._descriptor)
        if self._sole is not None:
            with suppress(OSError):
                self._sole.unlink(missing_ok=True)
        self._descriptor = self._note = self._sole = None
