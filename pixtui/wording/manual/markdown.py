"""The Markdown that the manual is written in, and no more of it than that.

``#`` to ``###`` headings, paragraphs, lists of one level (``-`` or ``1.``), blocks of code, or
of a screen (``text``), between fences, ``**strong**``, ```code```, ``[links](page.md#anchor)``, anchors
(``<a id="x"></a>`` on a line before what they name) and comments, which are not shown.
"""

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

Kind = Literal["title", "heading", "paragraph", "item", "code", "screen"]
RunKind = Literal["plain", "strong", "code", "link"]

SCREEN = "text"
"""What a fence says of itself where a picture of a screen stands behind it."""
_ANCHOR = re.compile(r'<a id="([a-z0-9_-]+)"></a>')
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"(#{1,3}) (.+)")
_ITEM = re.compile(r"(-|\d+\.) (.+)")
_RUN = re.compile(r"\*\*(?P<strong>.+?)\*\*|`(?P<code>[^`]+)`|\[(?P<link>[^]]+)\]\((?P<to>[^)]+)\)")


@frozen(kw_only=True)
class Block:
    """One heading, paragraph, item of a list, or block of code."""

    kind: Kind
    text: str
    """As written, its lines joined by spaces; those of code as they are."""
    level: int = 0
    """Of a heading: 1 to 3; else 0."""
    marker: str = ""
    """Of an item: ``-`` or its number."""
    anchors: tuple[str, ...] = ()


@frozen
class Run:
    """A stretch of text in one look; ``to`` is where a link leads."""

    text: str
    kind: RunKind = "plain"
    to: str = ""


def runs(text: str) -> Iterator[Run]:
    """The stretches of a text."""
    at = 0
    for found in _RUN.finditer(text):
        if found.start() > at:
            yield Run(text[at : found.start()])
        at = found.end()
        if found["strong"] is not None:
            # Keys stand between signs of code inside what is strong.
            yield Run(found["strong"].replace("`", ""), "strong")
        elif found["code"] is not None:
            yield Run(found["code"], "code")
        else:
            yield Run(found["link"].replace("`", ""), "link", found["to"])
    if at < len(text):
        yield Run(text[at:])


def plain(text: str) -> str:
    """A text without its signs."""
    return "".join(one.text for one in runs(text))


def parse(text: str) -> Iterator[Block]:
    """The blocks of a page."""
    anchors: list[str] = []
    for chunk in _chunks(_COMMENT.sub("", text)):
        for found in _ANCHOR.findall(chunk[0]):
            anchors.append(found)
        if _ANCHOR.match(chunk[0]):
            continue
        yield _block(chunk, tuple(anchors))
        anchors = []


def _block(lines: list[str], anchors: tuple[str, ...]) -> Block:
    first = lines[0]
    if first.startswith("```"):
        fenced: Kind = "screen" if first.removeprefix("```") == SCREEN else "code"
        return Block(kind=fenced, text="\n".join(lines[1:]), anchors=anchors)
    heading = _HEADING.fullmatch(first)
    if heading is not None:
        level = len(heading[1])
        kind: Kind = "title" if level == 1 else "heading"
        return Block(kind=kind, text=heading[2], level=level, anchors=anchors)
    joined = " ".join(line.strip() for line in lines)
    item = _ITEM.fullmatch(joined)
    if item is not None:
        return Block(kind="item", text=item[2], marker=item[1], anchors=anchors)
    return Block(kind="paragraph", text=joined, anchors=anchors)


def _chunks(text: str) -> Iterator[list[str]]:
    """The lines that belong together; a fence holds whatever is in it."""
    held: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if fenced:
            if line.startswith("```"):
                yield held
                held, fenced = [], False
            else:
                held.append(line)
            continue
        alone = _HEADING.match(line) or _ANCHOR.match(line)
        begins = not line.strip() or line.startswith("```") or alone or _ITEM.match(line)
        if begins and held:
            yield held
            held = []
        if line.startswith("```"):
            held, fenced = [line], True
        elif alone:
            yield [line]
        elif line.strip():
            held.append(line)
    if held:
        yield held
