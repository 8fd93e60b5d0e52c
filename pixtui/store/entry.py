"""One entry of the history: its form, its digest, its place in the chain.

``digest`` is the SHA-256 of the salt's bytes and the canonical body; ``hash`` is that of the
canonical object of everything else. So a body and its salt can be erased and the chain still
verifies.
"""

import hashlib
import re
import secrets
from collections.abc import Sequence
from json.encoder import encode_basestring as quoted
from typing import Any

from attrs import frozen

from pixtui.store.strict_json import JsonError, JsonObject, canonical

GENESIS = "0" * 64
"""The ``prev`` of the first entry."""
VERSION = 1
"""The version of the entries written now."""
LONGEST_LINE = 1_000_000
"""Bytes of one entry."""

_HEX64 = re.compile(r"[0-9a-f]{64}")
_HEX32 = re.compile(r"[0-9a-f]{32}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_CHAINED = ("seq", "v", "recorded", "type", "digest", "prev")
_WHOLE = frozenset((*_CHAINED, "hash", "body", "salt"))
_ERASED = frozenset((*_CHAINED, "hash"))
_ERASED_KEEPING = frozenset((*_CHAINED, "hash", "kept"))


class EntryError(ValueError):
    """A value that is not an entry, or one that does not verify; the text is a code."""


@frozen
class Entry:
    """One entry as it stands on disk."""

    seq: int
    v: int
    recorded: str
    type: str
    body: JsonObject | None
    salt: str | None
    digest: str
    prev: str
    hash: str
    kept: JsonObject | None = None
    """What a purge leaves of the first entry's body."""

    @property
    def erased(self) -> bool:
        """Whether its content is gone."""
        return self.body is None

    def to_json(self) -> JsonObject:
        """The entry as a JSON object."""
        fields: JsonObject = {name: getattr(self, name) for name in (*_CHAINED, "hash")}
        if self.body is not None:
            fields |= {"body": self.body, "salt": self.salt}
        if self.kept is not None:
            fields["kept"] = self.kept
        return fields

    def without_body(self, kept: JsonObject | None = None) -> "Entry":
        """The same link of the chain, its content erased."""
        return Entry(
            self.seq, self.v, self.recorded, self.type, None, None,
            self.digest, self.prev, self.hash, kept or None,
        )  # fmt: skip


def head_of(entries: Sequence[Entry]) -> str | None:
    """The hash that names a history: the seal's once there is one, else the newest."""
    for entry in entries:
        if entry.type == "finalise":
            return entry.hash
    return entries[-1].hash if entries else None


def digest_of(salt: str, body: bytes) -> str:
    """SHA-256 of the salt's bytes followed by the canonical body."""
    return hashlib.sha256(bytes.fromhex(salt) + body).hexdigest()


def hash_of(seq: int, v: int, recorded: str, type_: str, digest: str, prev: str) -> str:
    """SHA-256 of the canonical object of what the chain holds."""
    # Spelt out, not encoded: every entry of every session is hashed when it is opened.
    link = (
        f'{{"digest":"{digest}","prev":"{prev}","recorded":{quoted(recorded)},'
        f'"seq":{seq},"type":{quoted(type_)},"v":{v}}}'
    )
    return hashlib.sha256(_utf8(link)).hexdigest()


def make_entry(seq: int, type_: str, body: JsonObject, recorded: str, prev: str) -> Entry:
    """A new entry at that place of the chain."""
    return make_line(seq, type_, body, recorded, prev)[0]


def make_line(
    seq: int, type_: str, body: JsonObject, recorded: str, prev: str
) -> tuple[Entry, bytes]:
    """A new entry at that place of the chain, and its line for the journal."""
    salt = secrets.token_hex(16)
    encoded = canonical(body)
    digest = digest_of(salt, encoded)
    hashed = hash_of(seq, VERSION, recorded, type_, digest, prev)
    entry = Entry(seq, VERSION, recorded, type_, body, salt, digest, prev, hashed)
    return entry, line_of(entry, encoded) + b"\n"


def line_of(entry: Entry, body: bytes) -> bytes:
    """The canonical spelling of an entry that has this canonical body."""
    return b'{"body":%b,%b' % (
        body,
        _utf8(
            f'"digest":"{entry.digest}","hash":"{entry.hash}","prev":"{entry.prev}",'
            f'"recorded":{quoted(entry.recorded)},"salt":"{entry.salt}","seq":{entry.seq},'
            f'"type":{quoted(entry.type)},"v":{entry.v}}}'
        ),
    )


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise JsonError("a value that JSON cannot hold") from error


def entry_from_json(value: Any) -> Entry:
    """The entry of a JSON object; raises EntryError(``not_an_entry``) on any other shape."""
    if type(value) is not dict:
        raise EntryError("not_an_entry")
    keys = value.keys()
    if keys != _WHOLE and keys != _ERASED and keys != _ERASED_KEEPING:
        raise EntryError("not_an_entry")
    body, salt, kept = value.get("body"), value.get("salt"), value.get("kept")
    right = (
        type(value["seq"]) is int
        and type(value["v"]) is int
        and type(value["type"]) is str
        and _is(value["recorded"], _INSTANT)
        and _is(value["digest"], _HEX64)
        and _is(value["prev"], _HEX64)
        and _is(value["hash"], _HEX64)
        and (salt is None or _is(salt, _HEX32))
        and ("body" not in keys or (type(body) is dict and salt is not None))
        and ("kept" not in keys or type(kept) is dict)
    )
    if not right:
        raise EntryError("not_an_entry")
    return Entry(
        value["seq"], value["v"], value["recorded"], value["type"], body, salt,
        value["digest"], value["prev"], value["hash"], kept,
    )  # fmt: skip


def _is(value: Any, pattern: re.Pattern[str]) -> bool:
    return type(value) is str and pattern.fullmatch(value) is not None


def check_entry(entry: Entry, seq: int, prev: str, body: bytes | None = None) -> None:
    """Raise EntryError unless the entry verifies at that place of the chain.

    ``body`` is its canonical body, where that is at hand.
    Codes: ``wrong_seq``, ``wrong_prev``, ``wrong_digest``, ``wrong_hash``.
    """
    if entry.seq != seq:
        raise EntryError("wrong_seq")
    if entry.prev != prev:
        raise EntryError("wrong_prev")
    if entry.body is not None and entry.salt is not None:
        encoded = canonical(entry.body) if body is None else body
        if digest_of(entry.salt, encoded) != entry.digest:
            raise EntryError("wrong_digest")
    link = hash_of(entry.seq, entry.v, entry.recorded, entry.type, entry.digest, entry.prev)
    if link != entry.hash:
        raise EntryError("wrong_hash")
