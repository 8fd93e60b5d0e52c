"""From one look of the text to the next: the shortest escape sequence (ECMA-48, SGR)."""

from functools import cache

from attrs import frozen

OFF = {1: 22, 2: 22, 3: 23, 4: 24, 5: 25, 7: 27, 8: 28, 9: 29}
"""What turns each attribute off; bold and dim go together."""
FILLS = frozenset((1, 2, 3))
"""The attributes that a blank erased by the terminal does not show."""


@frozen
class Look:
    """Attributes and colours, as parts of a sequence."""

    attributes: frozenset[int] = frozenset()
    colour: str = ""
    background: str = ""

    @property
    def all(self) -> list[str]:
        """All its parts."""
        parts = [str(one) for one in sorted(self.attributes)]
        return [*parts, *filter(None, (self.colour, self.background))]


@cache
def look(codes: str) -> Look:
    """The look that these codes make: ``1;38;5;12;48;5;0``."""
    attributes: set[int] = set()
    colour = background = ""
    left = codes.split(";") if codes else []
    while left:
        code = left.pop(0)
        number = int(code or 0)
        if number in (38, 48):
            size = 2 if left[0] == "5" else 4
            value = ";".join((code, *left[:size]))
            del left[:size]
            if number == 38:
                colour = value
            else:
                background = value
        elif 30 <= number <= 39 or 90 <= number <= 97:
            colour = "" if number == 39 else code
        elif 40 <= number <= 49 or 100 <= number <= 107:
            background = "" if number == 49 else code
        elif number == 0:
            attributes.clear()
            colour = background = ""
        else:
            attributes.add(number)
    return Look(frozenset(attributes), colour, background)


@cache
def turn(before: str, after: str) -> str:
    """What turns one look into another; empty where they are the same."""
    old, new = look(before), look(after)
    if old == new:
        return ""
    afresh = ";".join(["0", *new.all] if new.all else [])
    gone = old.attributes - new.attributes
    off = {OFF[one] for one in gone if one in OFF}
    if len(off) < len({OFF.get(one, -one) for one in gone}):
        return f"\x1b[{afresh}m"  # an attribute that nothing turns off by itself
    # Bold and dim share one switch: what stays of them is said again.
    kept = {one for one in new.attributes if one not in old.attributes or OFF.get(one) in off}
    parts = [str(one) for one in (*sorted(off), *sorted(kept))]
    if new.colour != old.colour:
        parts.append(new.colour or "39")
    if new.background != old.background:
        parts.append(new.background or "49")
    step = ";".join(parts)
    return f"\x1b[{step if len(step) < len(afresh) or (not afresh and not new.all) else afresh}m"


@cache
def fills(codes: str) -> bool:
    """Whether an erased blank looks like a written one: nothing but a background shows on it."""
    return look(codes).attributes <= FILLS
