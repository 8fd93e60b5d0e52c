"""From one place of the screen to another: the shortest escape sequence (ECMA-48)."""

from functools import lru_cache

Place = tuple[int, int]
"""Column and row, from 0."""


@lru_cache(maxsize=4096)
def move(start: Place | None, to: Place) -> str:
    """The cheapest way; from an unknown place only the absolute one is right."""
    x, y = to
    column, row = (str(x + 1) if x else ""), (str(y + 1) if y else "")
    ways = [f"\x1b[{row}H" if not x else f"\x1b[{row};{column}H"]
    if start is None:
        return ways[0]
    if start == to:
        return ""
    if y == start[1]:
        ways += _along(start[0], x)
    elif x == start[0]:
        ways += [
            f"\x1b[{_count(y - start[1])}B" if y > start[1] else f"\x1b[{_count(start[1] - y)}A"
        ]
    return min(ways, key=len)


def _along(start: int, to: int) -> list[str]:
    ways = [f"\x1b[{_count(to - start)}C"] if to > start else [f"\x1b[{_count(start - to)}D"]
    if not to:
        ways.append("\r")
    return ways


def _count(number: int) -> str:
    return "" if number == 1 else str(number)
