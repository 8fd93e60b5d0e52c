"""How Pix matches a name at entry, and what that does to some letters (domain notes §3).

NFD, U+0300 to U+036F dropped, upper case, only ``[0-9A-Z]`` kept. Letters with no decomposition
are dropped, not replaced: ``Œuvrard`` becomes ``UVRARD``, which is not ``OEUVRARD``.
"""

import datetime as dt
import re
import unicodedata
from typing import Protocol

from pixtui.domain.text import fold

_MARKS = re.compile("[\u0300-\u036f]")
_KEPT = re.compile("[^0-9A-Z]")


def pix_name(text: str) -> str:
    """The name as Pix compares it."""
    decomposed = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return _KEPT.sub("", decomposed.upper())


def lossy_letters(text: str) -> list[str]:
    """The letters of a name that Pix drops (œ, ø, ł…): typing them spelled out is refused.

    ``ß`` is not one of them: in upper case it is ``SS``, for the list and for who types it.
    """
    found: list[str] = []
    for character in unicodedata.normalize("NFC", text):
        # A modifier letter (an apostrophe) is dropped however it is typed: nobody loses by it.
        is_letter = unicodedata.category(character) in ("Lu", "Ll", "Lt", "Lo")
        if is_letter and not pix_name(character) and character not in found:
            found.append(character)
    return found


def identity_key(last_name: str, first_name: str) -> tuple[str, str]:
    """What makes two candidates the same person's name for Pix; other scripts by their letters."""
    return pix_name(last_name) or fold(last_name), pix_name(first_name) or fold(first_name)


_SPELLED = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss"})


def lookalike_key(last_name: str, first_name: str) -> str:
    """The same for two writings that a person would take for one: œ and oe, names exchanged."""
    spelled = [fold(one).translate(_SPELLED) for one in (last_name, first_name)]
    return " ".join(sorted(_KEPT.sub("", pix_name(one)) or one for one in spelled))


class Person(Protocol):
    """Whoever a list names."""

    @property
    def last_name(self) -> str:
        """Birth name."""

    @property
    def first_name(self) -> str:
        """First name."""

    @property
    def birthdate(self) -> dt.date | None:
        """Birth date, where it is known."""

    @property
    def external_id(self) -> str | None:
        """The centre's own identifier, where it is known."""


PersonKey = tuple[tuple[str, str], dt.date | None]


def person_key(one: Person) -> PersonKey:
    """What Pix knows a candidate by: the names as it compares them, and the birth date."""
    return identity_key(one.last_name, one.first_name), one.birthdate


def same_person(one: Person, other: Person) -> bool:
    """Whether two are one: same names and birth date, unless two identifiers tell them apart."""
    told_apart = one.external_id and other.external_id and one.external_id != other.external_id
    return person_key(one) == person_key(other) and not told_apart
