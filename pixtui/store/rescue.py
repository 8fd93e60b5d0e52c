"""The last good state of a session whose files are damaged.

Everything that is taken verifies, entry by entry, from the first on; what follows the first
that does not is left. The longest such history is found among the file with its journal, the
entries that can still be cut out of a file that is no JSON any more, and the backup.
"""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from pixtui.store.beside import backup_of, journal_of
from pixtui.store.entry import Entry
from pixtui.store.errors import StoreError
from pixtui.store.reading import chained, parse_files, read, read_file, read_lines
from pixtui.store.strict_json import JsonError, loads

_OPEN, _CLOSE = b'\n  {\n   "seq": ', b"\n  }"


@frozen
class Rescued:
    """The entries that verify."""

    entries: tuple[Entry, ...]
    whole: bool
    """Whether nothing was wrong with the files."""
    from_backup: bool = False
    """Whether they come from the backup: what was declared since may be missing."""


def rescue(path: Path) -> Rescued:
    """The longest good history of this session; raises StoreError where there is none."""
    try:
        found = read(path)
        if found.damage is None:
            return Rescued(found.entries, whole=found.tail is None)
        refused = StoreError("damaged", {"path": str(path), "place": found.damage.place})
        best = Rescued(found.entries, whole=False)
    except StoreError as error:
        if error.code in ("missing", "is_folder", "unreadable", "too_large"):
            raise
        refused = error
        best = Rescued(tuple(_cut_out(path)), whole=False)
    backup = _of_backup(path)
    if len(backup) > len(best.entries):
        best = Rescued(backup, whole=False, from_backup=True)
    if not best.entries:
        raise refused
    return best


def _of_backup(path: Path) -> tuple[Entry, ...]:
    """The entries of the backup and what the journal still adds to them."""
    try:
        return parse_files(path, read_file(backup_of(path)), _journal(path)).entries
    except StoreError:
        return ()


def _journal(path: Path) -> bytes | None:
    try:
        return read_file(journal_of(path))
    except StoreError:
        return None


def _cut_out(path: Path) -> list[Entry]:
    """The entries of a file that is no JSON any more, up to the first that does not verify."""
    entries, _damage = chained(list(_objects(read_file(path))))
    lines = _journal(path)
    if lines is not None and entries:
        more, _end, _tail, _wrong = read_lines(lines, entries)
        entries += more
    return entries


def _objects(data: bytes) -> Iterator[object]:
    at = data.find(_OPEN)
    while at >= 0:
        end = data.find(_CLOSE, at)
        if end < 0:
            return
        try:
            yield loads(data[at : end + len(_CLOSE)])
        except JsonError:
            return
        at = data.find(_OPEN, end)
