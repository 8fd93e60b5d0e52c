"""The order of what reaches the disk, read from a clean trace (P9).

A kill never shows a missing fsync, and a power cut seldom shows a missing fsync of a folder:
the trace always does.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import define, field, frozen

from tests.faults.tracing import Run

_LINE = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\w+)(.*)$")
_DESCRIPTOR = re.compile(r"(?:\d+|AT_FDCWD)<([^>]*)>")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')


@frozen
class Call:
    """One system call that did what it was asked."""

    name: str
    paths: tuple[str, ...]
    """The files it names, in order: of a descriptor, or as they are written."""
    text: str


def calls(trace: str) -> Iterator[Call]:
    """The calls of a trace that did not fail, in order."""
    for line in trace.splitlines():
        found = _LINE.match(line)
        if found is None or found[3].startswith("-"):
            continue
        name, text = found[1], found[2]
        if name in ("rename", "link", "unlink", "openat"):
            paths = tuple(one for one in _QUOTED.findall(text) if one.startswith("/"))
        else:
            paths = tuple(_DESCRIPTOR.findall(text)[:1])
        yield Call(name, paths, text)


@define
class _Disk:
    """What is certain to be on disk, call by call."""

    session: str
    unsynced: set[str] = field(factory=set)
    """Files with bytes that no fsync covers yet."""
    unnamed: set[str] = field(factory=set)
    """Names made or changed that no fsync of the folder covers yet."""
    unfolded: bool = False
    """Whether the journal holds lines that the file does not."""


def wrong_order(run: Run, path: Path, *, unfolded: bool = False) -> list[str]:
    """What a life did too early; ``ack`` lines stand in the trace as writes to descriptor 1.

    ``unfolded`` is whether it began with lines in the journal.
    """
    disk = _Disk(session=str(path), unfolded=unfolded)
    return [
        f"{what}: {call.name}({call.text[:120]})"
        for call in calls(run.trace)
        for what in _step(disk, call)
    ]


def _step(disk: _Disk, call: Call) -> Iterator[str]:
    folder = str(Path(disk.session).parent)
    first = call.paths[0] if call.paths else ""
    match call.name:
        case "openat" if "O_CREAT" in call.text:
            disk.unnamed.add(first)
        case "write" if _is_ack(call):
            yield from _acknowledged(disk)
        case "ftruncate" if first == _journal(disk):
            yield from _dropped(disk) if call.text.endswith(" 0") else _cut(disk)
            disk.unsynced.add(first)
        case "write" | "ftruncate":
            disk.unfolded |= first == _journal(disk)
            disk.unsynced.add(first)
        case "fsync" if first == folder:
            disk.unnamed.clear()
        case "fsync":
            disk.unsynced.discard(first)
        case "rename":
            yield from _renamed(disk, *call.paths)
        case "link":
            disk.unnamed.add(call.paths[-1])
        case "unlink" if first == _journal(disk):
            yield from _dropped(disk)
            disk.unsynced.discard(first)
        case "unlink":
            disk.unsynced.discard(first)


def _is_ack(call: Call) -> bool:
    return '"ack ' in call.text


def _journal(disk: _Disk) -> str:
    return disk.session + ".journal"


def _acknowledged(disk: _Disk) -> Iterator[str]:
    if _journal(disk) in disk.unsynced:
        yield "acknowledged before the journal was synced"
    for one in (disk.session, _journal(disk)):
        if one in disk.unnamed:
            yield f"acknowledged before the name of {Path(one).name} was durable"


def _renamed(disk: _Disk, old: str, new: str) -> Iterator[str]:
    if old in disk.unsynced:
        yield "renamed before its bytes were synced"
    disk.unsynced.discard(old)
    disk.unnamed.discard(old)
    disk.unnamed.add(new)
    if new == disk.session:
        disk.unfolded = False


def _dropped(disk: _Disk) -> Iterator[str]:
    if disk.unfolded:
        yield "the journal was dropped before its lines were in the file"
    if disk.session in disk.unnamed:
        yield "the journal was dropped before the new file was durable"


def _cut(disk: _Disk) -> Iterator[str]:
    """Bytes that are no entry are cut off only when they are safe elsewhere."""
    for one in disk.unsynced | disk.unnamed:
        if ".torn-" in one or ".doubt-" in one:
            yield f"cut before {Path(one).name} was durable"
