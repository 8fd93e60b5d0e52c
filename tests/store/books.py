"""Small session files for tests of the store, with bodies that mean nothing to it."""

from collections.abc import Sequence
from pathlib import Path

from pixtui.store.entry import GENESIS, Entry, make_entry
from pixtui.store.session_store import SessionStore
from pixtui.store.strict_json import JsonObject, canonical

WHEN = "2026-11-30T08:00:00.000+00:00"


def count(entries: Sequence[Entry]) -> JsonObject:
    """A ``session`` that only counts."""
    return {"entries": len(entries), "erased": sum(entry.erased for entry in entries)}


def chain(length: int, prev: str = GENESIS, start: int = 1) -> list[Entry]:
    """That many entries that follow one another."""
    made: list[Entry] = []
    for seq in range(start, start + length):
        body = {"at": WHEN, "by": "Mme Sarr", "note": f"entrée {seq} – Œuvrard"}
        made.append(make_entry(seq, "note", body, WHEN, made[-1].hash if made else prev))
    return made


def lines(entries: Sequence[Entry]) -> bytes:
    """The entries as a journal holds them."""
    return b"".join(canonical(entry.to_json()) + b"\n" for entry in entries)


def create(path: Path) -> SessionStore:
    """A new session with its first entry, open."""
    body = {"at": WHEN, "by": "Mme Sarr", "room": "B204"}
    return SessionStore.create(path, type="create", body=body, recorded=WHEN, project=count)


def append(store: SessionStore, note: str = "x") -> Entry:
    """One more entry, acknowledged."""
    with store.transaction() as transaction:
        return transaction.append("note", {"at": WHEN, "by": "M. B", "note": note}, WHEN)


def reopen(path: Path) -> SessionStore:
    """Another console on the same file."""
    return SessionStore.open(path, project=count)
