"""The help of every command in a language where what is not translated shows."""

import argparse
import re
from pathlib import Path

from pypdf import PdfReader

from pixtui.cli.arguments import COMMANDS, EXPORTED, IMPORTED
from pixtui.cli.main import make_parser
from pixtui.cli.usage_words import SAID_BY_ARGPARSE
from pixtui.rules.rulebook import rulebook
from pixtui.wording.catalogue import words
from tests.cli.conftest import NEW, Run
from tests.wording.pseudo import SAID_EVERYWHERE, Pseudo, left_in_english, words_of

WRITTEN = re.compile(r"--?[a-z][a-z-]*|\{[^}]*\}|\b[A-Z_]{2,}\b|\S*\.(?:json|toml|csv)\b")
"""What is typed as it stands: options, their values, names of arguments and of files."""
VALUES = "europe paris session pix-clea pix-droit pix-pro-sante pix-edu with-es mono dark"


def test_no_help_is_left_in_english() -> None:
    parser = make_parser(Pseudo())
    below = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    known = SAID_EVERYWHERE | words_of([*COMMANDS, *IMPORTED, *EXPORTED, VALUES])
    for language in ("fr", "en"):
        known |= words_of(map(words(language).text, SAID_BY_ARGPARSE))
    for one in (parser, *below.choices.values()):
        told = WRITTEN.sub(" ", one.format_help())
        assert not left_in_english(told, known), one.prog


def test_the_papers_stay_in_the_language_of_the_session(run: Run, tmp_path: Path) -> None:
    for language in ("fr", "en"):
        session = f"{language}.json"
        run("new", session, *NEW, "--language", language)
        made = []
        for console in ("fr", "en"):
            folder = tmp_path / f"{language}-{console}"
            arguments = ("docs", session, "room-sheet", "-o", str(folder))
            assert run("--lang", console, *arguments).code == 0
            made.append(folder / "room-sheet.pdf")
        assert made[0].read_bytes() == made[1].read_bytes()
        about = PdfReader(made[0]).metadata
        title = rulebook().paper_title("room-sheet", language)
        assert str(about and about.title).startswith(title)
