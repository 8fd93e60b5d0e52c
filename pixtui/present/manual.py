"""The manual on lines: for the reader of the console, and as plain text for a pager."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import define, field, frozen

from pixtui.present.tone import Cell, Tone
from pixtui.present.width import fit, width
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.manual import PAGES, Page, blocks, title
from pixtui.wording.manual.markdown import Block, Run, RunKind, plain, runs

WIDEST = 78
"""Cells of a line of prose at most: a longer one is hard to follow with the eye."""
APART = ":;?!»%"
"""Signs that stand apart in French."""
SPACE: Cell = (" ", "plain")
RULE = "─"
"""Above and below a picture of a screen."""
TEXT_CELLS = 80
"""Cells of the plain text, the width of the terminal it is made for."""
LEAST_CELLS = 20
"""Cells of it on a terminal that is narrower still."""
_TONES: Mapping[RunKind, Tone] = {
    "plain": "plain",
    "strong": "strong",
    "code": "strong",
    "link": "accent",
}
_HEADING_TONES: Mapping[int, Tone] = {1: "accent", 2: "accent", 3: "strong"}


@frozen
class Line:
    """One line of a page as it is shown."""

    cells: tuple[Cell, ...]
    block: int
    """The number of the block it belongs to."""
    links: tuple[tuple[str, str], ...] = ()
    """The links that begin on it: what they say, where they lead."""

    @property
    def text(self) -> str:
        """The line without its tones."""
        return "".join(text for text, _tone in self.cells).rstrip()


@lru_cache(maxsize=64)
def page_lines(page: Page, words: Words, cells: int) -> tuple[Line, ...]:
    """A page on lines of at most that many cells; only screens and code may be cut."""
    return tuple(_lines(blocks(page, words.language), words, cells))


def _lines(
    held: Sequence[Block], words: Words, cells: int, *, signs: bool = False
) -> Iterator[Line]:
    """``signs`` where there is no bold to tell keys and commands from what is said of them."""
    before: Block | None = None
    for number, block in enumerate(held):
        if before is not None and not _same_list(before, block):
            yield Line((), number)
        before = block
        if block.kind in ("code", "screen"):
            # A terminal breaks a command that is too long for it: nobody can type one cut short.
            whole = signs and block.kind == "code"
            yield from _verbatim(block, number, words, sys.maxsize if whole else cells)
        else:
            yield from _prose(block, number, words, min(cells, WIDEST), signs=signs)


def _verbatim(block: Block, number: int, words: Words, cells: int) -> Iterator[Line]:
    """Lines as they are; a picture between two rules: nobody takes it for what happens now."""
    tone: Tone = "plain" if block.kind == "code" else "dim"
    rule = f"{RULE * 3} {words.text(N_('example'))} "
    rules = [(rule + RULE * cells)[:cells]] if block.kind == "screen" else []
    for line in [*rules, *block.text.split("\n"), *([RULE * cells] if rules else [])]:
        yield Line(((line if width(line) <= cells else fit(line, cells), tone),), number)


def _same_list(before: Block, block: Block) -> bool:
    """Whether an item goes on with the list of the block before it."""
    kinds = {(one.kind, one.marker == "-") for one in (before, block)}
    return len(kinds) == 1 and block.kind == "item"


@define
class _Word:
    """What stands between two spaces; one word may be in several looks."""

    cells: list[Cell] = field(factory=list)
    links: list[tuple[str, str]] = field(factory=list)

    @property
    def width(self) -> int:
        return sum(width(text) for text, _tone in self.cells)

    @property
    def stays(self) -> bool:
        """Whether it is a sign that French sets apart and that begins no line."""
        return len(self.cells) == 1 and bool(self.cells[0][0].strip(APART) == "")


def _prose(block: Block, number: int, words: Words, cells: int, *, signs: bool) -> Iterator[Line]:
    lead = f"{block.marker} " if block.marker else ""
    hang = " " * len(lead)
    line = _Word([(lead, "plain")] if lead else [])
    empty = True
    room = max(cells - len(hang), 1)
    pieces = [one for word in _words(block, words, signs=signs) for one in _cut(word, room)]
    for group in _groups(pieces):
        wide = sum(one.width for one in group) + len(group) - 1
        if not empty and line.width + 1 + wide > cells:
            yield Line(tuple(line.cells), number, tuple(line.links))
            line, empty = _Word([(hang, "plain")] if hang else []), True
        for word in group:
            line.cells += [*([] if empty else [SPACE]), *word.cells]
            line.links += word.links
            empty = False
    yield Line(tuple(line.cells), number, tuple(line.links))


def _words(block: Block, words: Words, *, signs: bool) -> list[_Word]:
    """The words of a block; the keys that it names are those the operator has."""
    found = [_Word()]
    for run in runs(block.text):
        tone = _HEADING_TONES[block.level] if block.level else _TONES[run.kind]
        text = run.text if run.to else words.with_own_keys(run.text)
        shown = _signed(run, text) if signs else text
        for at, part in enumerate(shown.split(" ")):
            if at:
                found.append(_Word())
            if part:
                found[-1].cells.append((part, tone))
        if run.to:
            found[-1].links.append((run.text, run.to))
    return [one for one in found if one.cells]


def _signed(run: Run, text: str) -> str:
    """A run where there is no bold and no key to follow a link: signs, and the page's name."""
    if run.to:
        return f"{text} ({run.to.partition('.md')[0]})"
    return f"`{text}`" if run.kind == "code" else text


def _cut(word: _Word, cells: int) -> Iterator[_Word]:
    """A word, in pieces where it is wider than a line: an address, a command."""
    if word.width <= cells:
        yield word
        return
    held, links = [(sign, tone) for text, tone in word.cells for sign in text], word.links
    for at in range(0, len(held), cells):
        yield _Word(held[at : at + cells], links)
        links = []


def _groups(listed: Sequence[_Word]) -> Iterator[list[_Word]]:
    """Each word with the signs that stay with it."""
    group: list[_Word] = []
    for one in listed:
        if group and not one.stays and not _opens(group[-1]):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _opens(word: _Word) -> bool:
    return word.cells[-1][0] == "«"


def as_text(held: Sequence[Block], words: Words, columns: int = TEXT_CELLS) -> str:
    """A page, or a section of one, as plain text of 80 columns, or of fewer where asked."""
    told: list[str] = []
    cells = max(min(columns, TEXT_CELLS), LEAST_CELLS)
    for line in _lines(held, words, cells, signs=True):
        told.append(line.text)
        level = held[line.block].level
        if 0 < level < 3 and line.text:
            told.append(("=" if level == 1 else "-") * width(line.text))
    return "\n".join(told)


def contents_lines(words: Words) -> list[str]:
    """The pages there are, by their names, each with its title."""
    language = words.language
    cells = max(width(one.name(language)) for one in PAGES) + 2
    return [f"{fit(one.name(language), cells)}{title(one, language)}" for one in PAGES]


def heading_of(page: Page, block: int, words: Words) -> str:
    """Under which heading a block of a page stands."""
    held = blocks(page, words.language)
    return next((plain(one.text) for one in reversed(held[: block + 1]) if one.level), "")
