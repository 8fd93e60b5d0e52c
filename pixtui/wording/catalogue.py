"""The words of the operator's language: msgids are English, French is complete and the default."""

import copy
import gettext
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Self

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
LOCALE = Path(__file__).resolve().parent / "locale"


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a text for translation where it stands; it is translated where it is shown."""
    return msgid


class Words:
    """The sentences of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue: gettext.NullTranslations = (
            gettext.NullTranslations()
            if language == "en"
            else gettext.translation("pixtui", str(LOCALE), [language])
        )
        self._own_keys: Mapping[str, str] = {}
        self._moved: Mapping[str, str] = {}
        self._named = re.compile("")

    def text(self, msgid: str) -> str:
        """The sentence in this language."""
        return self.with_own_keys(self._catalogue.gettext(msgid)) if msgid else ""

    def with_own_keys(self, sentence: str) -> str:
        """The sentence, the keys that it names being those the operator has."""
        if not self._moved:
            return sentence
        return self._named.sub(lambda found: self._moved[found[0]], sentence)

    def key(self, action_id: str, shipped: str) -> str:
        """How the first key of an action is written, ``shipped`` where it is not the user's own."""
        return self._own_keys.get(action_id, shipped)

    def naming(self, own_keys: Mapping[str, str], moved: Mapping[str, str]) -> Self:
        """The same words for another keyboard.

        ``own_keys`` are the names of keys by action, where they are not the shipped ones;
        ``moved`` the names to put in the place of others wherever a sentence says them.
        """
        other = copy.copy(self)
        other._own_keys, other._moved = dict(own_keys), dict(moved)
        longest_first = sorted(map(re.escape, moved), key=len, reverse=True)
        # A sign between brackets, as (3), is named by them.
        other._named = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
        return other

    def plural(self, one: str, many: str, count: int) -> str:
        """The sentence for that count, ``{n}`` filled in."""
        return self.with_own_keys(self._catalogue.ngettext(one, many, count)).format(n=count)

    def say(self, msgid: str, **params: object) -> str:
        """The sentence with its named parts filled in."""
        return self.text(msgid).format(**params)


def words(language: str = DEFAULT) -> Words:
    """The words of a language; French for one that pixtui does not speak."""
    return _words(language if language in LANGUAGES else DEFAULT)


@cache
def _words(language: str) -> Words:
    return Words(language)
