"""A paper read back: what stands on its pages, as text."""

import io
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property

from pypdf import PdfReader
from pypdf.generic import Destination

from pixtui.documents.catalogue import DOCUMENTS, make, plans
from pixtui.documents.matter import Matter
from pixtui.domain.commands import Language
from pixtui.domain.rules import Mode
from tests.documents.sessions import Told, listed, lived, matter, rows


def squeezed(text: str) -> str:
    """A text composed and without any space, so that line breaks and wrapping do not matter."""
    return "".join(unicodedata.normalize("NFC", text).split())


class Paper:
    """One PDF as a reader sees it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(io.BytesIO(data), strict=True)

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page."""
        return [page.extract_text() for page in self.reader.pages]

    @cached_property
    def flat(self) -> str:
        """The text of all pages, squeezed."""
        return squeezed("".join(self.pages))

    @cached_property
    def words(self) -> str:
        """The text of all pages, its line breaks and spaces as one space each."""
        return " ".join(unicodedata.normalize("NFC", "\n".join(self.pages)).split())

    def says(self, text: str) -> bool:
        """Whether a text stands there, however it is broken into lines."""
        return squeezed(text) in self.flat

    def count(self, text: str) -> int:
        """How often a text stands there."""
        return self.flat.count(squeezed(text))

    def places(self, texts: Sequence[str]) -> list[int]:
        """Where texts stand, as numbers that grow down the paper; fails where one is missing."""
        return [self.flat.index(squeezed(one)) for one in texts]

    @property
    def outline(self) -> list[str]:
        """The titles of the bookmarks, flattened."""
        found: list[str] = []

        def walk(items: list[object]) -> None:
            for one in items:
                if isinstance(one, list):
                    walk(one)
                else:
                    assert isinstance(one, Destination)
                    found.append(str(one.title))

        walk(list(self.reader.outline))
        return found


def paper(name: str, made_from: Matter, *about: str) -> Paper:
    """That paper; of the first fraud, where there is one for each."""
    found = next(one for one in plans(made_from, [name]) if not about or one.about == about)
    return Paper(make(found, made_from))


@cache
def a_day(
    count: int = 30,
    mode: Mode = "with-es",
    language: Language = "fr",
    hostile: bool = False,
    open_: bool = False,
    sealed: bool = False,
) -> Told:
    """A full day, lived once for all tests of a process."""
    if not count:
        return listed((), mode, language)
    return lived(count, mode, language, hostile=hostile, open_=open_, sealed=sealed)


@cache
def a_list(count: int, seats: bool = True) -> Told:
    """A session before its day, made once."""
    return listed(rows(count, seats=seats))


@cache
def printed(
    name: str,
    count: int = 30,
    mode: Mode = "with-es",
    language: Language = "fr",
    hostile: bool = False,
    open_: bool = False,
    sealed: bool = False,
) -> Paper:
    """A paper of a full day, made once."""
    return paper(name, matter(a_day(count, mode, language, hostile, open_, sealed)))


ALL = tuple(DOCUMENTS)
