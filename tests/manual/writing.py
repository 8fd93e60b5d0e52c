"""What tests write into the manual, between markers, so that it cannot age.

A page says ``<!-- made: NAME argument -->`` and ``<!-- /made -->``; what stands between is made.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from pixtui.present.width import wrap
from pixtui.wording.manual import PAGES, Page

LANGUAGES = ("fr", "en")
COLUMNS = 79
"""The widest a made line of prose is."""
MADE = re.compile(r"(<!-- made: (?P<what>[^\n]*?) -->\n)(?P<held>.*?)(<!-- /made -->)", re.DOTALL)

Made = Mapping[str, str]
"""What stands in a block, by what it is called."""


def asked(text: str) -> Iterator[str]:
    """What the made blocks of a page are called."""
    for found in MADE.finditer(text):
        yield found["what"]


def with_made(text: str, make: Callable[[str], str]) -> str:
    """The page with its blocks made anew."""

    def put(found: re.Match[str]) -> str:
        return f"{found[1]}{make(found['what']).strip()}\n{found[4]}"

    return MADE.sub(put, text)


def by_hand(text: str) -> str:
    """What people wrote of a page."""
    return MADE.sub("", text)


def pages() -> Iterator[tuple[Page, str]]:
    """Every page in every language."""
    for language in LANGUAGES:
        for page in PAGES:
            yield page, language


def wrapped(text: str, lead: str = "") -> str:
    """A paragraph, or an item after its ``lead``, on lines that read well in the repository."""
    hang = " " * len(lead)
    lines = wrap(text, COLUMNS - len(lead))
    return "\n".join((hang if number else lead) + line for number, line in enumerate(lines))


def item(text: str) -> str:
    """An item of a list."""
    return wrapped(text, "- ")


def section(anchor: str, heading: str, *parts: str, level: int = 3) -> str:
    """A section: its anchor, its heading, what it says."""
    head = f'<a id="{anchor}"></a>\n{"#" * level} {heading}'
    return "\n\n".join([head, *(part for part in parts if part)])


def begun(text: str) -> str:
    """A text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def items(texts: Iterable[str]) -> str:
    """A list, each text once."""
    return "\n".join(dict.fromkeys(item(one) for one in texts))
