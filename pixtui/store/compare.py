"""Two files of one session: which continues the other, or where they part."""

from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

from attrs import frozen

from pixtui.store.entry import Entry

Relation = Literal["same", "first_continues", "second_continues", "parted", "unrelated"]


@frozen
class Comparison:
    """How two histories stand to one another."""

    relation: Relation
    common: int
    """How many entries both begin with."""
    first: int
    second: int
    """How many entries each holds."""
    erased: tuple[int, int] = (0, 0)
    """Of the common ones, how many have lost their content in the one and in the other."""


def compare(first: Sequence[Entry], second: Sequence[Entry]) -> Comparison:
    """Compare by the chain: entries with the same hash have the same past."""
    both = list(
        takewhile(lambda pair: pair[0].hash == pair[1].hash, zip(first, second, strict=False))
    )
    common = len(both)
    relation: Relation = "parted"
    if common == len(first) == len(second):
        relation = "same"
    elif common == len(second):
        relation = "first_continues"
    elif common == len(first):
        relation = "second_continues"
    elif not common:
        relation = "unrelated"
    erased = (sum(a.erased for a, _ in both), sum(b.erased for _, b in both))
    return Comparison(relation, common, len(first), len(second), erased)
