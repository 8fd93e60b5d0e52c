"""Reading a session without touching it: the file at rest, then the journal beside it.

Bytes are split on line feeds only, every entry is verified against its predecessor, and what
is wrong is placed: the file on disk is never the first casualty.
"""

import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from attrs import field, frozen

from pixtui.store.beside import backup_of, journal_of
from pixtui.store.entry import (
    GENESIS,
    LONGEST_LINE,
    VERSION,
    Entry,
    EntryError,
    check_entry,
    entry_from_json,
    line_of,
)
from pixtui.store.errors import StoreError, reason
from pixtui.store.strict_json import JsonError, JsonObject, canonical, loads

FORMAT = "pixtui-session"
FILE_VERSION = 1
LARGEST_FILE = 200_000_000


@frozen(kw_only=True)
class Damage:
    """What is wrong with a file, and where."""

    code: str
    place: str
    """``history entry 12``, ``journal line 4``."""


@frozen(kw_only=True)
class Tail:
    """Bytes at the end of the journal that are no entry."""

    start: int
    data: bytes = field(repr=False)
    torn: bool
    """No final newline: never acknowledged. Otherwise in doubt."""
    seq: int
    """The entry it may have been."""


@frozen(kw_only=True)
class Reading:
    """A session as its files have it."""

    entries: tuple[Entry, ...]
    session: JsonObject
    folded: int
    """How many entries the file at rest holds."""
    journal_end: int
    """Bytes of the journal that hold whole, verified lines."""
    tail: Tail | None = None
    damage: Damage | None = None
    has_journal: bool = False


def read_file(path: Path, start: int = 0) -> bytes:
    """The bytes of a file from ``start`` on; raises StoreError where there is none to read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise StoreError("missing", {"path": str(path)}) from error
    except OSError as error:
        raise StoreError("unreadable", {"path": str(path), "reason": reason(error)}) from error
    try:
        found = os.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode):
            raise StoreError("is_folder", {"path": str(path)})
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISCHR(found.st_mode):
            raise StoreError("not_a_file", {"path": str(path)})
        if found.st_size > LARGEST_FILE:
            raise StoreError("too_large", {"path": str(path)})
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            file.seek(start)
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise StoreError("unreadable", {"path": str(path), "reason": reason(error)}) from error
    finally:
        os.close(descriptor)


def read_list(path: Path) -> bytes:
    """The bytes of a list to import; raises StoreError, worded for a list and not for a session."""
    try:
        return read_file(path)
    except StoreError as error:
        if error.code in ("missing", "is_folder", "too_large"):
            raise StoreError(error.code, {**error.params, "variant": "list"}) from error
        raise


def read(path: Path) -> Reading:
    """The session in this file and its journal; raises StoreError where it is none."""
    if path.is_dir():
        raise StoreError("is_folder", {"path": str(path)})
    journal = journal_of(path)
    for _attempt in range(5):
        before = _identity(path)
        lines = read_file(journal) if journal.exists() and not journal.is_symlink() else None
        data = read_file(path)
        if _identity(path) == before:
            break
    return parse_files(path, data, lines)


def _identity(path: Path) -> tuple[int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0)
    return found.st_ino, found.st_size, found.st_mtime_ns


def parse_files(path: Path, data: bytes, journal: bytes | None) -> Reading:
    """The session in these bytes; raises StoreError where the file at rest is no session."""
    document = _document(path, data)
    entries, damage = chained(document["history"])
    folded = len(entries)
    if damage is None and document["version"] > FILE_VERSION:
        damage = Damage(code="newer_version", place=f"version {document['version']}")
    end, tail = 0, None
    if damage is None and journal is not None:
        more, end, tail, damage = read_lines(journal, entries)
        entries += more
    if not entries:
        raise StoreError("damaged", {"path": str(path), "place": "history"})
    return Reading(
        entries=tuple(entries),
        session=document["session"],
        folded=folded,
        journal_end=end,
        tail=tail,
        damage=damage,
        has_journal=journal is not None,
    )


def _document(path: Path, data: bytes) -> JsonObject:
    where = {"path": str(path)}
    if not data.strip():
        beside = {"variant": "backup"} if backup_of(path).exists() else {}
        raise StoreError("empty_file", {**where, **beside})
    try:
        document = loads(data)
    except JsonError as error:
        ours = {"variant": "cut_out"} if FORMAT.encode() in data[:200] else {}
        raise StoreError("not_json", {**where, "place": str(error), **ours}) from error
    if type(document) is not dict or document.get("format") != FORMAT:
        raise StoreError("not_a_session", where)
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise StoreError("not_a_session", where)
    right = type(document.get("session")) is dict and type(document.get("history")) is list
    if version > FILE_VERSION and not right:
        raise StoreError("newer_version", {**where, "version": version})
    if not right or document.keys() != {"format", "version", "session", "history"}:
        raise StoreError("not_a_session", where)
    return document


def chained(values: list[object]) -> tuple[list[Entry], Damage | None]:
    """The entries of a history that verify, up to the first that does not."""
    entries: list[Entry] = []
    prev = GENESIS
    for number, value in enumerate(values, 1):
        try:
            entry = entry_from_json(value)
            check_entry(entry, number, prev)
        except (EntryError, JsonError) as error:
            return entries, Damage(code=str(error), place=f"history entry {number}")
        if entry.v > VERSION:
            return entries, Damage(code="newer_version", place=f"history entry {number}")
        entries.append(entry)
        prev = entry.hash
    return entries, None


def read_lines(
    data: bytes, known: list[Entry]
) -> tuple[list[Entry], int, Tail | None, Damage | None]:
    """The entries of a journal that follow those known.

    Answers them, where the good lines end, what is left after them, and what is wrong
    before the last line. Lines that the file at rest already holds are passed over.
    """
    entries: list[Entry] = []
    at, number = 0, 0
    last = known[-1] if known else None
    while at < len(data):
        end = data.find(b"\n", at)
        number += 1
        follows = entries[-1] if entries else last
        seq = (follows.seq if follows else 0) + 1
        if end < 0:
            return entries, at, Tail(start=at, data=data[at:], torn=True, seq=seq), None
        try:
            entry, body = _line(data[at:end])
            if entry.seq < seq and _is_known(entry, known, entries):
                at = end + 1
                continue
            check_entry(entry, seq, follows.hash if follows else GENESIS, body)
        except (EntryError, JsonError) as error:
            if end + 1 == len(data):
                return entries, at, Tail(start=at, data=data[at:], torn=False, seq=seq), None
            return entries, at, None, Damage(code=str(error), place=f"journal line {number}")
        if entry.v > VERSION:
            return entries, at, None, Damage(code="newer_version", place=f"journal line {number}")
        entries.append(entry)
        at = end + 1
    return entries, at, None, None


def _line(line: bytes) -> tuple[Entry, bytes | None]:
    """The entry of a line, and its canonical body."""
    if len(line) > LONGEST_LINE:
        raise EntryError("line_too_long")
    entry = entry_from_json(loads(line))
    body = None if entry.body is None else canonical(entry.body)
    spelt = canonical(entry.to_json()) if body is None else line_of(entry, body)
    if spelt != line:
        raise EntryError("not_canonical")
    return entry, body


def _is_known(entry: Entry, known: list[Entry], entries: list[Entry]) -> bool:
    """Whether a fold already put this line into the file (its erased twin counts)."""
    if entries or not 1 <= entry.seq <= len(known):
        return False
    return known[entry.seq - 1].hash == entry.hash


_ENTRY = b'\n   "seq": '
"""How each entry begins in a file; no deeper key is indented so."""
_LINK = re.compile(rb'(\d+),\n.{1,2000}?\n   "hash": "([0-9a-f]{64})"', re.DOTALL)


def longer_backup(path: Path, entries: Sequence[Entry]) -> Path | None:
    """The backup beside a session, where it holds entries that the session does not.

    So it is when an older copy was put in the place of a longer record. Only the last entry of
    the backup is looked at: it says enough.
    """
    backup = backup_of(path)
    try:
        end = read_file(backup, max(backup.stat().st_size - 4 * LONGEST_LINE, 0))
    except (OSError, StoreError):
        return None
    link = _LINK.match(end, end.rfind(_ENTRY) + len(_ENTRY))
    if link is None:
        return None
    seq, hashed = int(link[1]), link[2].decode()
    known = seq <= len(entries) and entries[seq - 1].hash == hashed
    return None if known else backup
