"""The manual: pages of Markdown in both languages, and which section is about what.

The pages are files beside this one, ``fr/`` and ``en/``, one section an anchor. An anchor says
what its section is about: ``scope-grid`` a place of the console, ``step-identity`` a step of the
procedure, ``situation-absent``, ``refusal-wrong_state``, ``finding-not_signed``, ``command-new``,
``apply-start``… So whatever has an id in the program has its section by it, and F1 needs no map.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from attrs import frozen

from pixtui.domain.text import fold
from pixtui.wording.manual.markdown import Block, parse, plain

FOLDER = Path(__file__).resolve().parent
FIRST = "first-session"
"""The page for whoever opens the manual for the first time."""


@frozen
class Page:
    """One page: its id, and the name of its file in each language."""

    id: str
    fr: str
    en: str

    def name(self, language: str) -> str:
        """How it is called on the command line and in the repository."""
        return self.en if language == "en" else self.fr

    def path(self, language: str) -> Path:
        """Its file."""
        return FOLDER / language / f"{self.name(language)}.md"


PAGES: tuple[Page, ...] = (
    Page("first-session", "premiere-session", "first-session"),
    Page("exam-day", "jour-j", "exam-day"),
    Page("situations", "situations", "situations"),
    Page("trouble", "pannes", "trouble"),
    Page("screens", "ecrans", "screens"),
    Page("steps", "etapes", "steps"),
    Page("keys", "touches", "keys"),
    Page("refusals", "refus", "refusals"),
    Page("warnings", "avertissements", "warnings"),
    Page("seal", "scelle", "seal"),
    Page("vocabulary", "vocabulaire", "vocabulary"),
    Page("lists", "listes", "lists"),
    Page("papers", "papiers", "papers"),
    Page("promises", "promesses", "promises"),
    Page("data-protection", "rgpd", "data-protection"),
    Page("administrator", "administrateur", "administrator"),
    Page("commands", "commandes", "commands"),
    Page("configuration", "configuration", "configuration"),
    Page("file-format", "format", "file-format"),
    Page("apply", "apply", "apply"),
)
"""In the order in which they are listed: what one needs in the room first."""
BY_ID: Mapping[str, Page] = {one.id: one for one in PAGES}


@frozen
class Target:
    """A place in the manual: a page, and the block where it begins (0: its top)."""

    page: Page
    block: int = 0


@cache
def blocks(page: Page, language: str) -> tuple[Block, ...]:
    """What a page holds."""
    return tuple(parse(page.path(language).read_text(encoding="utf-8")))


def title(page: Page, language: str) -> str:
    """The title of a page."""
    return next(plain(one.text) for one in blocks(page, language) if one.kind == "title")


@cache
def anchors(language: str) -> Mapping[str, Target]:
    """Every anchor of the manual and where it stands."""
    return {
        anchor: Target(page, number)
        for page in PAGES
        for number, block in enumerate(blocks(page, language))
        for anchor in block.anchors
    }


def about(topics: Sequence[str], language: str) -> Target:
    """The section about the first of these topics that has one; the first page where none has."""
    known = anchors(language)
    return next((known[one] for one in topics if one in known), Target(BY_ID[FIRST]))


def followed(link: str, page: Page, language: str) -> Target | None:
    """Where a link of a page leads; None where it leads out of the manual."""
    name, _, anchor = link.partition("#")
    if anchor:
        return anchors(language).get(anchor)
    named = {one.path(language).name: one for one in PAGES}
    return Target(named.get(name, page)) if name in named else None


def resolve(wanted: str, language: str) -> Target | None:
    """What someone asks for: a page by its name in either language, or what has a section."""
    for page in PAGES:
        if fold(wanted) in (page.id, page.fr, page.en, fold(title(page, language))):
            return Target(page)
    word = wanted.strip().lower()
    found = anchors(language)
    return found.get(word) or next(
        (at for anchor, at in found.items() if word and anchor.partition("-")[2] == word), None
    )


def nearest(wanted: str, language: str) -> list[str]:
    """The names of pages, and what has a section, that are written nearly so."""
    pages = [page.name(language) for page in PAGES]
    sections = [anchor.partition("-")[2] for anchor in anchors(language)]
    near = [
        difflib.get_close_matches(fold(wanted), one, n=3, cutoff=0.6) for one in (pages, sections)
    ]
    return list(dict.fromkeys([*near[0], *near[1]]))[:3]


def section(target: Target, language: str) -> Sequence[Block]:
    """The blocks from a place on, up to the next section of the same level or above."""
    held = blocks(target.page, language)
    if not target.block:
        return held
    level = held[target.block].level
    end = target.block + 1
    while end < len(held) and not 0 < held[end].level <= level:
        end += 1
    return held[target.block : end]


@frozen
class Found:
    """A section in which the words looked for stand."""

    target: Target
    heading: str


def sections(language: str) -> Iterator[Found]:
    """Every section, page by page, under its heading."""
    for page in PAGES:
        for number, block in enumerate(blocks(page, language)):
            if block.level:
                yield Found(Target(page, number), plain(block.text))


def search(wanted: str, language: str) -> list[Found]:
    """The sections that hold all these words; those whose heading shows them come first."""
    asked = fold(wanted).split()
    if not asked:
        return []
    found = [one for one in sections(language) if _holds(_own_text(one.target, language), asked)]
    return sorted(found, key=lambda one: not _holds(one.heading, asked))


def holding(wanted: str, language: str) -> list[Target]:
    """Every heading, paragraph and item that holds all these words, in the order of the manual."""
    asked = fold(wanted).split()
    return [
        Target(page, number)
        for page in PAGES
        for number, block in enumerate(blocks(page, language))
        if asked and _holds(plain(block.text), asked)
    ]


def _own_text(target: Target, language: str) -> str:
    """What a section says itself, without the sections below it."""
    held = blocks(target.page, language)
    end = target.block + 1
    while end < len(held) and not held[end].level:
        end += 1
    return " ".join(plain(one.text) for one in held[target.block : end])


def _holds(text: str, asked: Sequence[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in asked)
