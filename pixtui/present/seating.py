"""Seats given in order: 1, 2, 3 … or A01, A02, A03 …"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from pixtui.domain.session import Candidate, State

_NUMBERED = re.compile(r"(.*?)([0-9]{1,6})", re.DOTALL)


def seats_from(first: str) -> Iterator[str] | None:
    """The seats from that one on; None where it does not end by a number."""
    found = _NUMBERED.fullmatch(first.strip())
    if found is None:
        return None
    prefix, number = found[1], found[2]
    return (f"{prefix}{at:0{len(number)}}" for at in count(int(number)))


def seat_commands(
    state: State, people: Sequence[Candidate], first: str, *, keep: bool
) -> list[dict[str, Any]] | None:
    """The commands that seat these people in their order; None where ``first`` has no number.

    ``keep`` leaves the seats there are, and gives nobody one that is taken.
    """
    seats = seats_from(first)
    if seats is None:
        return None
    moving = [one for one in people if not (keep and one.seat)]
    ids = {one.id for one in moving}
    taken = {one.seat for one in state.candidates.values() if one.id not in ids} if keep else set()
    free = (seat for seat in seats if seat not in taken)
    given = [(one, next(free)) for one in moving]
    return [
        {"command": "edit_candidate", "candidate": one.id, "seat": seat}
        for one, seat in given
        if one.seat != seat
    ]
