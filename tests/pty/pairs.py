"""Few cases in which every two values of different kinds meet once."""

from collections.abc import Mapping, Sequence
from itertools import combinations, product

Case = Mapping[str, str]


def pairwise(kinds: Mapping[str, Sequence[str]]) -> list[Case]:
    """Such cases; greedy, so not the fewest, and the same at every call."""
    every = [dict(zip(kinds, values, strict=True)) for values in product(*kinds.values())]
    left = set().union(*map(pairs, every))
    found: list[Case] = []
    while left:
        best = max(every, key=lambda case: len(pairs(case) & left))
        found.append(best)
        left -= pairs(best)
    return found


def pairs(case: Case) -> set[tuple[tuple[str, str], tuple[str, str]]]:
    """Every two of its values, with their kinds."""
    one: set[tuple[tuple[str, str], tuple[str, str]]] = set(combinations(sorted(case.items()), 2))
    return one
