"""The README says what the program does: its commands, its picture, where the rest is told."""

import re
from pathlib import Path

from pixtui.cli.main import COMMANDS, make_parser
from pixtui.clock import NOW_VARIABLE
from pixtui.wording.catalogue import LANGUAGES, words

README = Path(__file__).resolve().parent.parent / "README.md"


def test_it_holds_the_two_commands_and_a_picture() -> None:
    text = README.read_text()
    assert len(re.findall(r"^python3 -m venv .*$", text, re.M)) == 2
    picture = re.search(r"!\[[^]]+\]\(([^)]+\.svg)\)", text)
    assert picture is not None
    assert (README.parent / picture[1]).is_file()


def test_it_names_every_subcommand() -> None:
    text = README.read_text()
    assert [name for name in COMMANDS if not re.search(rf"\b{name}\b", text)] == []


def test_it_names_the_clock_of_fictional_sessions_as_the_help_does() -> None:
    assert NOW_VARIABLE in README.read_text()
    for language in LANGUAGES:
        assert f"{NOW_VARIABLE}=" in "".join(make_parser(words(language)).format_help().split())


def test_what_it_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#([^)]+))?\)", README.read_text())
    assert len(links) > 5
    for path, anchor in links:
        target = README.parent / path
        assert target.is_file(), path
        assert not anchor or f'<a id="{anchor}"></a>' in target.read_text(), (path, anchor)
