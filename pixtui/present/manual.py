"""The manual on lines: for the reader of the console, and as plain text for a pager."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from pixtui.present.tone import Cell, Tone
from pixtui.present.width import fit, width
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.manual import PAGES, Page, blocks, title
from pixtui.wording.manual.markdown import Block, Run, RunKind, plain, runs

WIDEST = 78
"""Cells of a line of prose at most: a longer one is hard to follow with the eye."""
RULE = "─"
"""Above and below a picture of a screen."""
TEXT_CELLS = 80
"""Cells of the plain text, the width of the terminal it is made for."""
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
            yield from _verbatim(block, number, words, cells)
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


def _prose(block: Block, number: int, words: Words, cells: int, *, signs: bool) -> Iterator[Line]:
    lead = f"{block.marker} " if block.marker else ""
    hang = " " * len(lead)
    line: list[Cell] = [(lead, "plain")] if lead else []
    links: list[tuple[str, str]] = []
    at = len(lead)
    for run in runs(block.text):
        if run.to:
            links.append((run.text, run.to))
        tone = _HEADING_TONES[block.level] if block.level else _TONES[run.kind]
        for piece in _pieces(run, words, signs=signs):
            wide = width(piece.rstrip())
            if at + wide > cells and at > len(lead):
                yield Line(tuple(line), number, tuple(links[:-1] if run.to else links))
                links = links[-1:] if run.to else []
                line, at = [(hang, "plain")] if hang else [], len(hang)
                piece = piece.lstrip()
            line.append((piece, tone))
            at += width(piece)
    if line:
        yield Line(tuple(line), number, tuple(links))


def _pieces(run: Run, words: Words, *, signs: bool) -> Iterator[str]:
    """The words of a run, each with the space after it; keys are those the operator has."""
    text = run.text if run.kind == "link" else words.with_own_keys(run.text)
    if signs and run.kind == "code":
        text = f"`{text}`"
    at = 0
    while at < len(text):
        space = text.find(" ", at)
        end = len(text) if space < 0 else space + 1
        # A sign that stands apart in French stays with the word before it.
        while end < len(text) and text[end] in ":;?!»%" and text[end - 1] == " ":
            space = text.find(" ", end)
            end = len(text) if space < 0 else space + 1
        yield text[at:end]
        at = end


def as_text(held: Sequence[Block], words: Words) -> str:
    """A page, or a section of one, as plain text of 80 columns."""
    told: list[str] = []
    for line in _lines(held, words, TEXT_CELLS, signs=True):
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
