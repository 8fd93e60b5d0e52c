"""What is made in the manual is what the program shows, answers and knows today."""

from pathlib import Path

import pytest

from pixtui.wording.manual import PAGES
from tests.manual.outputs import OUTPUTS, answers
from tests.manual.references import made
from tests.manual.screens import PICTURES, VISITS, draw
from tests.manual.writing import LANGUAGES, MADE, Made, asked

WRITE = "run: python -m tests.manual"


def held(language: str) -> list[tuple[str, str, str]]:
    """Every made block that is committed: its page, what it is called, what it holds."""
    return [
        (page.name(language), found["what"], found["held"].strip())
        for page in PAGES
        for found in MADE.finditer(page.path(language).read_text(encoding="utf-8"))
    ]


def stale(language: str, drawn: Made) -> list[str]:
    """The blocks that differ from what is drawn now."""
    return [
        f"{page}: {what}"
        for page, what, text in held(language)
        if what in drawn and drawn[what].strip() != text
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_pages_are_those_of_the_registries(language: str) -> None:
    drawn = {what: told for _, what, _ in held(language) if (told := made(what, language))}
    assert len(drawn) > 50
    assert stale(language, drawn) == [], WRITE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", VISITS)
async def test_the_screens_are_those_of_the_console(
    sample: str, language: str, tmp_path: Path
) -> None:
    drawn = await draw(sample, language, tmp_path)
    assert {name for name, visit in PICTURES.items() if visit == sample} == {
        one.removeprefix("screen ") for one in drawn
    }
    assert stale(language, drawn) == [], WRITE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_are_those_of_the_command_line(language: str, tmp_path: Path) -> None:
    assert stale(language, answers(language, tmp_path)) == [], WRITE


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_for_that_nothing_makes(language: str) -> None:
    known = {*(f"screen {name}" for name in PICTURES), *(f"output {name}" for name in OUTPUTS)}
    for page in PAGES:
        for what in asked(page.path(language).read_text(encoding="utf-8")):
            assert what in known or made(what, language), f"{page.id}: {what}"


def test_a_page_that_aged_is_found() -> None:
    page, what, text = held("fr")[0]
    assert stale("fr", {what: text}) == []
    assert f"{page}: {what}" in stale("fr", {what: text + "\nnew"})
