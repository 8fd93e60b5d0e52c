"""What one console knows of a session's files, and how far it has read them.

Others append to the journal and fold it into a new file; both are noticed by two cheap looks,
and taken in without a lock.
"""

from pathlib import Path

from pixtui.store.beside import journal_of
from pixtui.store.entry import Entry
from pixtui.store.errors import StoreError
from pixtui.store.folding import continues
from pixtui.store.reading import Damage, Reading, Tail, read, read_file, read_lines


class Known:
    """The entries read so far."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal = journal_of(path)
        self._inode = 0
        self.entries: list[Entry] = []
        self.end = 0
        """Bytes of the journal that are known."""
        self.damage: Damage | None = None
        self.doubtful: int | None = None
        """Which entry the last line may have been, where it is whole and does not verify."""

    def take(self, found: Reading) -> None:
        """Know what these files hold, and nothing else."""
        self.entries = list(found.entries)
        self.end = found.journal_end
        self.damage = found.damage
        self._doubt(found.tail)
        self._inode = self._path.stat().st_ino

    def _doubt(self, tail: Tail | None) -> None:
        self.doubtful = tail.seq if tail is not None and not tail.torn else None

    def appended(self, entry: Entry, size: int) -> None:
        """One more entry, that is on disk in so many bytes of the journal."""
        self.entries.append(entry)
        self.end += size

    def rewritten(self, entries: list[Entry]) -> None:
        """The file holds these now, and the journal nothing."""
        self.entries = entries
        self.end = 0
        self._inode = self._path.stat().st_ino

    def part(self, place: str) -> None:
        """The files hold another history than the one known, from that place on."""
        self.damage = Damage(code="other_history", place=place)

    def parts_at(self, there: int) -> str:
        """The place where a history of that length parts from the one known."""
        return f"history entry {min(there, len(self.entries))}"

    def journal_size(self) -> int:
        """Bytes of the journal on disk."""
        try:
            return self._journal.stat().st_size
        except FileNotFoundError:
            return 0

    def changed(self) -> bool:
        """Whether the files may hold more than is known: two cheap looks."""
        try:
            if self._path.stat().st_ino != self._inode:
                return True
        except OSError:
            return False
        return self.journal_size() != self.end

    def refresh(self) -> bool:
        """Take in what others wrote, without a lock; whether there was anything.

        Files that cannot be read just now are looked at again the next time.
        """
        before = len(self.entries), self._inode
        try:
            self.catch_up()
        except (StoreError, OSError):
            return False
        return (len(self.entries), self._inode) != before

    def catch_up(self) -> None:
        """Know all that others wrote; raises StoreError or OSError where that cannot be read."""
        size = self.journal_size()
        if self._path.stat().st_ino != self._inode or size < self.end:
            self._reload()
        elif size > self.end:
            self._read_on()
        else:
            self.doubtful = None

    def _reload(self) -> None:
        found = read(self._path)
        if continues(found.entries, self.entries):
            self.take(found)
        elif found.damage is not None:
            self.damage = found.damage
        else:
            self.part(self.parts_at(len(found.entries)))

    def _read_on(self) -> None:
        """Take in the lines after those known; damage is placed by reading everything again."""
        more, end, tail, damage = read_lines(read_file(self._journal, self.end), self.entries)
        if damage is not None:
            self._reload()
            return
        self.entries += more
        self.end += end
        self._doubt(tail)
