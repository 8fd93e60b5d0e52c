"""``verify``: is this history whole, unchanged, and is the session what it makes?"""

import re
from pathlib import Path

from attrs import frozen

from pixtui.store.entry import head_of as head_of
from pixtui.store.errors import StoreError
from pixtui.store.projection import made_of
from pixtui.store.reading import Reading, read

SHORTEST_HEAD = 20
"""Hex digits of a head that a paper must carry to be worth comparing."""


@frozen(kw_only=True)
class Verification:
    """What was found; ``problems`` empty means that everything verifies."""

    problems: tuple[tuple[str, str], ...] = ()
    """(code, place) pairs."""
    entries: int = 0
    erased: int = 0
    purged: bool = False
    head: str | None = None
    last: str | None = None
    set_aside: bool = False

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems


def head_fits(head: str | None, expected: str) -> bool:
    """Whether the head begins with the digits of a paper, spaces and case ignored.

    Raises ValueError where those are not at least 20 hex digits.
    """
    digits = re.sub(r"\s", "", expected).lower()
    if not re.fullmatch(rf"[0-9a-f]{{{SHORTEST_HEAD},64}}", digits):
        raise ValueError(expected)
    return head is not None and head.startswith(digits)


def verify(path: Path) -> Verification:
    """Check chain, digests, journal and snapshot; raises StoreError where it is no session."""
    found = read(path)
    problems: list[tuple[str, str]] = []
    if found.damage is not None:
        problems.append((found.damage.code, found.damage.place))
    if found.tail is not None:
        code = "torn_tail" if found.tail.torn else "doubtful_line"
        problems.append((code, f"entry {found.tail.seq}"))
    problems += _snapshot_problem(path, found)
    erased = sum(entry.erased for entry in found.entries)
    return Verification(
        problems=tuple(problems),
        entries=len(found.entries),
        erased=erased,
        purged=any(entry.type == "purge" for entry in found.entries),
        head=head_of(list(found.entries)),
        last=found.entries[-1].hash,
    )


def _snapshot_problem(path: Path, found: Reading) -> list[tuple[str, str]]:
    """Whether ``session`` is what the entries of the file at rest make."""
    if found.damage is not None:
        return []
    try:
        agrees = made_of(path, found).agrees
    except StoreError as error:
        return [("unreadable_entry", str(error.params["place"]))]
    return [] if agrees else [("session_differs", "session")]
