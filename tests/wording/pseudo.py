"""A language in which whatever comes through the catalogue is in Greek letters.

What is then left in Latin letters, and is neither somebody's data nor a centre's rules, was put
on the screen without being translated. Greek letters have one cell and the papers can print them.
"""

import re
import string
from collections.abc import Iterable, Mapping
from pathlib import Path

from pixtui.domain.session import State
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import Words

_GREEK = "αβψδεφγηιξκλμνοπθρστυωχζ"
_OF = {one: _GREEK[number % len(_GREEK)] for number, one in enumerate(string.ascii_lowercase)}
_OF |= {one.upper(): _OF[one].upper() for one in string.ascii_lowercase}
_PART = re.compile(r"(\{[^}]*\}|%\([a-z_]+\)[sr]|%[sr]|(?<!\w)(?:F\d+|Ctrl\+[A-Z])(?!\w))")
_WORD = re.compile(r"[^\W\d_]{3,}…?")

_NAMES = """
    pix certif orga companion pixtui ctrl tab min pdf csv ods xlsx xml zip json siecle sup fregata
    toml utf ascii ssh term cléa mme isp
"""
SAID_EVERYWHERE = frozenset(_NAMES.split())
"""Names of products, formats and keys, signs of the grid: the same in every language."""


class Pseudo(Words):
    """The words of no language."""

    def __init__(self) -> None:
        super().__init__("fr")

    def text(self, msgid: str) -> str:
        """The text, in Greek letters but for its named parts and the keys it names."""
        return greek(msgid)

    def plural(self, one: str, many: str, count: int) -> str:
        """The same of a plural."""
        return greek(one if count == 1 else many).format(n=count)


def greek(text: str) -> str:
    """A text in Greek letters."""
    pieces = _PART.split(text)
    return "".join(
        piece if number % 2 else "".join(_OF.get(one, one) for one in piece)
        for number, piece in enumerate(pieces)
    )


def latin_words(text: str) -> Iterable[str]:
    """The words of a text that are not in Greek letters."""
    for word in _WORD.findall(text):
        if not any("α" <= one <= "ω" for one in word.lower()):
            yield word


def left_in_english(text: str, known: frozenset[str]) -> set[str]:
    """The words that came through no catalogue; a cut one is known by its beginning."""
    left = set()
    for word in latin_words(text):
        bare = word.rstrip("…").casefold()
        cut = word.endswith("…") and any(one.startswith(bare) for one in known)
        if bare not in known and not cut:
            left.add(word)
    return left


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of these texts, as they are compared."""
    return frozenset(word.casefold() for text in texts for word in re.findall(r"[^\W\d_]+", text))


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _strings(one)


def of_the_rules(book: Rulebook) -> frozenset[str]:
    """The words of the rules in French, and their codes."""
    tables = [getattr(book, one) for one in dir(book) if one.endswith("_tables")]
    return words_of(text for table in tables for text in _strings(table))


FREE = ("note", "reason", "outcome", "override", "brief", "decided_by", "to", "witnesses")
"""What people write freely in an entry."""


def of_the_data(state: State, path: Path) -> frozenset[str]:
    """The words that people wrote: details, names, notes, files."""
    details = state.session
    texts = [details.site, details.room, details.examiner, details.centre or "", details.zone]
    texts += [details.description or "", str(path)]
    for one in state.candidates.values():
        texts += [one.last_name, one.first_name, one.class_name or "", one.seat or ""]
    texts += [one.note for one in state.incidents.values()]
    for event in state.history:
        texts += [event.by, *(getattr(event.act, name, None) or "" for name in FREE)]
    return words_of(texts)


__all__ = ["Pseudo", "left_in_english", "of_the_data", "of_the_rules"]
