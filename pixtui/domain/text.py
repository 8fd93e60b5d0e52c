"""What text may be: names that print and match, free text that cannot act.

Identity fields (names, places, seats) with control, bidirectional or invisible characters are
refused; free text is kept and shown with such characters made visible.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_NAME = 100
MOST_MARKS = 4
"""Combining marks in a row that a real name may carry."""

_SOFT_HYPHEN = "\u00ad"
_SPACES = re.compile(r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_FORMULA = tuple("=+-@\t\r")
_PATH = re.compile(r"~?/|(.*[/\\])?\.{1,2}([/\\]|$)")
_REFUSED = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters, marks and symbols that draw nothing: their category does not tell (fillers, joiners)."""
_SPELLED = str.maketrans(
    {
        **dict(zip("łøđðıħŧŋ", "loddihtn", strict=True)),
        **dict.fromkeys("\u2018\u2019\u02bb\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "þ": "th",
    }
)


def clean_identity(text: str) -> str:
    """The text composed (NFC), its runs of spaces of any kind folded to one, no soft hyphens."""
    composed = unicodedata.normalize("NFC", text.replace(_SOFT_HYPHEN, ""))
    return _SPACES.sub(" ", composed).strip(" ")


def label_problem(text: str) -> str | None:
    """Why a one-line text (a name, a place, a seat, who types) is refused, as a code."""
    if not text.strip():
        return "empty"
    # A single ligature may stand for eighteen letters: the limit holds spelled out too.
    if len(text) > LONGEST_NAME or len(unicodedata.normalize("NFKC", text)) > LONGEST_NAME:
        return "too_long"
    if unicodedata.normalize("NFKC", text[0]).startswith(_FORMULA):
        return "formula"
    if _PATH.match(text):
        return "path"
    if forbidden(text) is not None:
        return "forbidden_character"
    return "too_many_marks" if _longest_run_of_marks(text) > MOST_MARKS else None


def forbidden(text: str) -> str | None:
    """The first character that refuses a one-line text, as ``U+202E``."""
    if text.isascii() and text.isprintable():
        return None
    return next((f"U+{ord(one):04X}" for one in text if _unseen(one)), None)


def identity_doubt(text: str) -> str | None:
    """Why a name deserves a second look, as a code: it is kept all the same.

    ``other_script`` (no Latin letter: Pix compares nothing of it), ``mixed_scripts`` (a Cyrillic
    М among Latin letters), ``symbol`` (emoji), ``no_letter``, ``one_letter``, ``digits``.
    """
    scripts = {_script(one) for one in _letters(text)} - {""}
    if scripts and "LATIN" not in scripts:
        return "other_script"
    if len(scripts) > 1:
        return "mixed_scripts"
    if any(_pictorial(one) for one in text):
        return "symbol"
    if not any(_letters(text)):
        return "no_letter"
    if len(list(_letters(text))) == 1:
        return "one_letter"
    return "digits" if any(one.isdigit() for one in text) else None


def visible(text: str, *, lines: bool = False) -> str:
    """The text as it may be shown: what could act on a terminal stands as a picture or a code.

    ``lines`` is for a text of several lines: line feeds stay and a tab becomes a space.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(one, lines) for one in text)


def fold(text: str) -> str:
    """The text for searching: no case, no accents, ligatures and barred letters spelled out."""
    if text.isascii():
        return text.lower().replace("`", "'")
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED))
    return "".join(one for one in spelled if not unicodedata.combining(one))


def sort_key(text: str) -> tuple[str, str]:
    """Where a name stands in a list: by its letters, then by the exact writing."""
    return fold(text), text


def _letters(text: str) -> Iterable[str]:
    return (one for one in text if unicodedata.category(one)[0] == "L")


def _script(letter: str) -> str:
    """The first word of a letter's Unicode name: LATIN, CYRILLIC…; "" where it tells nothing."""
    if unicodedata.category(letter) == "Lm" or letter in "ªºµ":
        return ""
    return unicodedata.name(letter, "?").split(" ")[0]


def _pictorial(character: str) -> bool:
    """An emoji or another picture; a lone accent typed for an apostrophe is none."""
    category = unicodedata.category(character)
    return category == "So" or (category == "Sk" and character > "\uffff")


def _unseen(character: str) -> bool:
    """Whether a character draws nothing, acts, or has no agreed drawing."""
    return unicodedata.category(character) in _REFUSED or bool(_BLANK.match(character))


def _longest_run_of_marks(text: str) -> int:
    longest = run = 0
    for character in "" if text.isascii() else text:
        run = run + 1 if unicodedata.category(character)[0] == "M" else 0
        longest = max(longest, run)
    return longest


def _visible(character: str, lines: bool) -> str:
    code = ord(character)
    if lines and character in "\n\t":
        return character.replace("\t", " ")
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"<U+{code:04X}>" if _unseen(character) else character
