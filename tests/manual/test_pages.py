"""The pages of the manual: alike in both languages, no link that leads nowhere, true words."""

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from textual.binding import Binding

from pixtui.cli.arguments import COMMANDS
from pixtui.cli.main import console_parser, make_parser
from pixtui.present.width import width
from pixtui.tui.actions import ACTIONS
from pixtui.tui.keys import key_label
from pixtui.tui.widgets.entry import Entry
from pixtui.wording.catalogue import words
from pixtui.wording.manual import FOLDER, PAGES, Page, anchors, blocks, followed
from pixtui.wording.manual.markdown import Block, parse, plain, runs
from tests.manual.references import BOOK
from tests.manual.writing import LANGUAGES, MADE, by_hand, pages
from tests.wording import update_catalogue

COLUMNS = 80
every_page = pytest.mark.parametrize(
    ("page", "language"), list(pages()), ids=lambda one: one.id if isinstance(one, Page) else one
)
both = pytest.mark.parametrize("language", LANGUAGES)


def prose(page: Page, language: str) -> str:
    """What people wrote of a page, but what stands between fences."""
    text = by_hand(page.path(language).read_text(encoding="utf-8"))
    return re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)


def codes(page: Page, language: str) -> Iterator[str]:
    """What people wrote between signs of code."""
    for block in parse(prose(page, language)):
        yield from (run.text for run in runs(block.text) if run.kind == "code")


def test_every_file_is_a_page() -> None:
    files = {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.md")}
    assert files == {page.path(one).relative_to(FOLDER).as_posix() for page, one in pages()}


@every_page
def test_a_page_is_what_a_terminal_shows_whole(page: Page, language: str) -> None:
    text = page.path(language).read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert [line for line in text.split("\n") if width(line) > COLUMNS] == []
    held = blocks(page, language)
    assert [one.level for one in held].count(1) == 1
    assert held[0].kind == "title"
    for block in held:
        assert not block.text.startswith(("|", ">", "* ", "    "))
        if block.kind not in ("code", "screen"):
            assert not re.search(r"<[a-z/]", plain(block.text)), block.text
            assert plain(block.text).count("`") == 0, block.text
            assert "**" not in plain(block.text), block.text


@pytest.mark.parametrize("page", PAGES, ids=lambda one: one.id)
def test_both_languages_tell_the_same(page: Page) -> None:
    def shape(language: str) -> list[tuple[str, int, tuple[str, ...]]]:
        return [(one.kind, one.level, one.anchors) for one in blocks(page, language)]

    def listed(language: str) -> list[str]:
        found = MADE.finditer(page.path(language).read_text(encoding="utf-8"))
        return [one["what"] for one in found]

    assert listed("fr") == listed("en")
    if page.id != "first-session":  # the English one says first how screens get English
        assert shape("fr") == shape("en")


def test_an_anchor_stands_once() -> None:
    for language in LANGUAGES:
        found = [one for page in PAGES for block in blocks(page, language) for one in block.anchors]
        assert len(found) == len(set(found))
    assert set(anchors("fr")) == set(anchors("en"))


@every_page
def test_no_link_leads_nowhere(page: Page, language: str) -> None:
    for block in blocks(page, language):
        for run in runs(block.text):
            if run.to:
                name, _, anchor = run.to.partition("#")
                target = followed(run.to, page, language)
                assert target is not None, run.to
                assert not name or target.page.path(language).name == name, run.to
                assert not anchor or anchor in anchors(language), run.to


@every_page
def test_a_command_that_is_named_is_one(page: Page, language: str) -> None:
    parser = make_parser(words(language))
    below = parser._subparsers
    assert below is not None
    parsers = below._group_actions[0].choices
    assert isinstance(parsers, dict)
    held = [one.text for one in blocks(page, language) if one.kind == "code"]
    fenced = re.findall(r"^(?:\$ )?(pixtui .*)$", "\n".join(held), re.M)
    for text in [*codes(page, language), *fenced]:
        if not text.startswith("pixtui "):
            continue
        first = next((one for one in text.split()[1:] if not one.startswith("-")), "")
        known = parsers.get(first, console_parser(words(language)))
        if first.islower() and first not in ("b204", "b204.json"):
            assert first in COMMANDS, text
        options = [flag for one in known._actions for flag in one.option_strings]
        for flag in re.findall(r"(?<=\s)--[a-z-]+", text.partition(" | ")[0]):
            assert flag in options, text


@every_page
def test_a_key_that_is_named_is_one(page: Page, language: str) -> None:
    text = words(language)
    known = {key_label(key, text) for one in ACTIONS for key in one.keys}
    known |= {key_label(one.key, text) for one in Entry.BINDINGS if isinstance(one, Binding)}
    said = [one for one in codes(page, language) if re.fullmatch(r"F\d+|Ctrl\+[A-Z]|[^\w\s]", one)]
    assert [one for one in said if one not in known | {"+", ".", "#"}] == []


@cache
def said_by_the_program(language: str) -> str:
    """Every sentence and label, and every text of the rules."""
    french = [
        text
        for one in update_catalogue.read()
        if one.id
        for text in (one.string if isinstance(one.string, (tuple, list)) else [one.string])
    ]
    english = [
        text
        for one in update_catalogue.extract()
        for text in ([one] if isinstance(one, str) else one)
    ]
    tables = [BOOK.step_tables, BOOK.situation_tables, BOOK.paper_tables, BOOK.reason_tables]
    return "\n".join([*(french if language == "fr" else english), *map(str, tables)])


OF_PIX = {"Finaliser", "oe", "œ"}
"""What Pix's own pages call their buttons; letters."""


@every_page
def test_what_is_quoted_stands_on_a_screen(page: Page, language: str) -> None:
    text = " ".join(prose(page, language).split())
    quoted = re.findall(r"« ([^»]+) »" if language == "fr" else r"“([^”]+)”", text)
    known = said_by_the_program(language)
    assert [one for one in quoted if one not in OF_PIX and one not in known] == []


@every_page
def test_signs_are_those_of_the_language(page: Page, language: str) -> None:
    for block in parse(prose(page, language)):
        text = "".join("X" if run.kind == "code" else run.text for run in runs(block.text))
        assert not set(text) & set("\u00a0\u202f\u2019\u2018\t"), text
        if language == "fr":
            assert not re.search(r"\w[?!;](\s|$)", text), text
            assert not re.search(r"[^\s\d]:(\s|$)", text), text
            assert not re.search(r"«\S|\S»", text), text
        else:
            assert not re.search(r"\s[?!;:](\s|$)", text), text


def test_the_markdown_is_read_as_it_is_meant() -> None:
    text = (
        '<a id="a"></a>\n# Title `x`\n\nOne\ntwo **`F1` three** [four](p.md#q).\n'
        "\n- item\n  goes on\n- other\n1. first\n\n```text\n# no heading\n\n- none\n```\n"
        "<!-- a comment\nof two lines -->\n## Last\n"
    )
    assert [(one.kind, one.text, one.marker, one.anchors) for one in parse(text)] == [
        ("title", "Title `x`", "", ("a",)),
        ("paragraph", "One two **`F1` three** [four](p.md#q).", "", ()),
        ("item", "item goes on", "-", ()),
        ("item", "other", "-", ()),
        ("item", "first", "1.", ()),
        ("screen", "# no heading\n\n- none", "", ()),
        ("heading", "Last", "", ()),
    ]
    block = Block(kind="paragraph", text="One two **`F1` three** [four](p.md#q).")
    assert [(one.text, one.kind) for one in runs(block.text)] == [
        ("One two ", "plain"),
        ("F1 three", "strong"),
        (" ", "plain"),
        ("four", "link"),
        (".", "plain"),
    ]


@both
def test_what_is_made_says_nothing_of_this_machine(language: str) -> None:
    for page in PAGES:
        text = page.path(language).read_text(encoding="utf-8")
        for path in (tempfile.gettempdir(), str(Path.home()), str(FOLDER.parents[2])):
            assert f"{path}/" not in text, page.id
