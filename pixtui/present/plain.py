"""Text for a terminal that shows ASCII alone: spelled out, so that a name can still be read.

Latin letters lose their marks (Zoé: Zoe), ligatures and barred letters are spelled (Œ: OE), Greek
and Cyrillic are transliterated letter by letter; of anything else only that it is there is shown.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from pixtui.present.width import width

UNKNOWN = "?"
_LATIN = "łl øo đd ðd ıi ħh ŧt ŋn ƒf ɗd ɓb ƙk ɛe ɔo əe ŀl œoe æae ßss þth ĳij ŉ'n ſs ƿw"
_GREEK = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"
_CYRILLIC = (
    "аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy "
    "ь' эe юyu яya іi їi єie ґg ўu јj љlj њnj ћc ђdj џdz ѓgj ќkj ѕdz"
)
_SIGNS = {
    **dict.fromkeys("‘’‚‛ʻʼ´ˋ′‹›", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—−·─━═┄┈", "-"),
    **dict.fromkeys("│┃║┆▏▎▍▌▐▕", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋", "+"),
    **dict.fromkeys("█▇▆▅▄▃▂▉▊▋■▀▓▒", "#"),
    **dict.fromkeys("▁░□◦○", "."),
    **dict.fromkeys("•●◆★✱∗", "*"),
    **dict.fromkeys("✓✔✗✘", "x"),
    "…": "...",
    "→": "->",
    "←": "<-",
    "↑": "^",
    "↓": "v",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "x",
    "÷": "/",
    "€": "EUR",
    "£": "GBP",
    "°": "o",
    "№": "No",
    "©": "(c)",
    "®": "(r)",
    "™": "TM",
    "±": "+-",
    "µ": "u",
    "§": "S",
    "¿": "?",
    "¡": "!",
    "⁄": "/",
    "▸": ">",
    "▶": ">",
    "◀": "<",
    "▾": "v",
    "▼": "v",
    "▲": "^",
    "␀": "^@",
}
_ONE_CELL = {"…": "~", "→": ">", "←": "<", "€": "E", "≥": ">", "≤": "<"}
"""What stands for a sign where there is room for one character only."""
_LETTERS = {one[0]: one[1:] for one in f"{_LATIN} {_GREEK} {_CYRILLIC}".split()}
"""Each small letter: in the three texts it stands before what it is spelled as."""
_CONTROL_PICTURES = range(0x2400, 0x2420)
_GAP = re.compile(" {2,}| +$")
T = TypeVar("T")


def to_ascii(text: str) -> str:
    """The text in ASCII, as long as it needs."""
    return text if text.isascii() else "".join(_spelled_out(text))


def to_ascii_cells(runs: Sequence[tuple[str, T]]) -> list[tuple[str, T]]:
    """A line in ASCII and in exactly as many cells: what gets longer takes of the next gap.

    Where the gap is too small, each character of that stretch keeps to its own cells; a sign does
    so anyway but before a gap, lest a cut name moves its column. A run is a text with anything
    that belongs to it, as its style.
    """
    line = "".join(text for text, _of in runs)
    if line.isascii():
        return list(runs)
    pieces = _pieces(line)
    told, at = [], 0
    for text, of in runs:
        told.append(("".join(pieces[at : at + len(text)]), of))
        at += len(text)
    return told


def _pieces(line: str) -> list[str]:
    """What stands for each character of a line."""
    pieces: list[str] = []
    at = 0
    for start, end, room in _gaps(line):
        stretch = line[at:start]
        spelled = [
            _short(one) if one in _SIGNS and place + 1 < len(stretch) else told
            for place, (one, told) in enumerate(zip(stretch, _spelled_out(stretch), strict=True))
        ]
        longer = sum(map(len, spelled)) - width(stretch)
        if longer > room:
            spelled, longer = [_short(one) for one in stretch], 0
        elif longer < 0:  # a wide character of which one sign is left
            spelled[-1], longer = spelled[-1] + " " * -longer, 0
        pieces += spelled
        pieces += [""] * longer + [" "] * (end - start - longer)
        at = end
    return pieces


def _gaps(line: str) -> Iterator[tuple[int, int, int]]:
    """Where each gap begins and ends, and how many of its cells it may give; the end is one."""
    end = 0
    for gap in _GAP.finditer(line):
        end = gap.end()
        yield gap.start(), end, end - gap.start() - (end < len(line))
    if end < len(line):
        yield len(line), len(line), 0


def _spelled_out(text: str) -> list[str]:
    """What stands for each character; a capital of several letters goes by the letter after it."""
    spelled = [_spelled(one) for one in text]
    for at, one in enumerate(spelled):
        if len(one) > 1 and one.isupper() and text[at + 1 : at + 2].islower():
            spelled[at] = one.capitalize()
    return spelled


@lru_cache(maxsize=4096)
def _short(character: str) -> str:
    """A character in as many cells as it has."""
    cells = width(character)
    spelled = _ONE_CELL.get(character) or _spelled(character)
    return spelled[:cells].ljust(cells)


@lru_cache(maxsize=4096)
def _spelled(character: str) -> str:
    """What stands for a character; "" for one that takes no cell."""
    if character.isascii():
        return character
    if character in _SIGNS:
        return _SIGNS[character]
    if ord(character) in _CONTROL_PICTURES:
        return f"^{chr(ord(character) - 0x2400 + 64)}"  # ␛ stands for Escape: ^[
    lower = character.lower()
    if lower in _LETTERS:
        known = _LETTERS[lower]
        return known if lower == character else known.upper()
    if not width(character):
        return ""
    taken_apart = unicodedata.normalize("NFKD", character)
    if taken_apart != character:
        return "".join(_spelled(one) for one in taken_apart if not unicodedata.combining(one))
    return " " if unicodedata.category(character) == "Zs" else UNKNOWN
