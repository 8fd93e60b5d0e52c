"""What a candidate types at entry, against what the list says, letter by letter.

Pix compares the names without accents, case, spaces or signs (``names``), and the birth date
exactly. What it would not take is shown where it differs, in the letters Pix sees.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

from attrs import frozen

from pixtui.domain.names import lossy_letters, pix_name

Kind = Literal["same", "changed", "missing", "added"]


@frozen
class Piece:
    """A run of letters: as the list has them, and as they were typed."""

    kind: Kind
    listed: str
    typed: str
    at: int
    """The place of its first letter in what Pix compares, from 1."""


@frozen
class Compared:
    """One field compared as Pix compares it."""

    listed: str
    typed: str
    pieces: tuple[Piece, ...]
    lost: tuple[str, ...] = ()
    """Letters of the list that Pix drops: spelled out (OE for Œ) they are letters too many."""

    @property
    def same(self) -> bool:
        """Whether Pix would take it."""
        return self.listed == self.typed

    @property
    def differences(self) -> tuple[Piece, ...]:
        """The pieces that keep Pix from taking it."""
        return tuple(one for one in self.pieces if one.kind != "same")


def compare_name(listed: str, typed: str) -> Compared:
    """A name of the list against what was typed for it."""
    wanted, given = pix_name(listed), pix_name(typed)
    return Compared(wanted, given, tuple(_pieces(wanted, given)), tuple(lossy_letters(listed)))


def compare_date(listed: str, typed: str) -> Compared:
    """A birth date written 31/12/2010 against what was typed for it: by its digits."""
    wanted = "".join(one for one in listed if one.isdigit())
    given = "".join(one for one in typed if one.isdigit())
    return Compared(wanted, given, tuple(_pieces(wanted, given)))


_KINDS: dict[str, Kind] = {
    "equal": "same",
    "replace": "changed",
    "delete": "missing",
    "insert": "added",
}


def _pieces(listed: str, typed: str) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, listed, typed, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        yield Piece(_KINDS[kind], listed[start:end], typed[from_:to], start + 1)
