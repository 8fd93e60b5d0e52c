"""The words of the operator's language: msgids are English, French is complete and the default."""

import gettext
from functools import cache
from pathlib import Path

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

    def text(self, msgid: str) -> str:
        """The sentence in this language."""
        return self._catalogue.gettext(msgid) if msgid else ""

    def plural(self, one: str, many: str, count: int) -> str:
        """The sentence for that count, ``{n}`` filled in."""
        return self._catalogue.ngettext(one, many, count).format(n=count)

    def say(self, msgid: str, **params: object) -> str:
        """The sentence with its named parts filled in."""
        return self.text(msgid).format(**params)


def words(language: str = DEFAULT) -> Words:
    """The words of a language; French for one that pixtui does not speak."""
    return _words(language if language in LANGUAGES else DEFAULT)


@cache
def _words(language: str) -> Words:
    return Words(language)
