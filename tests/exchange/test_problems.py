"""What is said about a file is safe to show and has a sentence."""

import datetime as dt
import re
from pathlib import Path
from string import Formatter

import pytest

import pixtui.exchange
from pixtui.exchange.problems import ordered, problem, shown
from pixtui.wording.import_problems import PROBLEMS

SOURCES = Path(pixtui.exchange.__file__).parent
TEXT_CODES = {
    *("empty", "too_long", "formula", "path", "forbidden_character", "too_many_marks"),
    *("no_letter", "one_letter", "digits", "symbol", "mixed_scripts", "other_script"),
}


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    source = "".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    for code in PROBLEMS:
        named, _, variant = code.partition(":")
        assert f'"{named}"' in source or code in TEXT_CODES
        assert not variant or f'variant="{variant}"' in source
    used = set(re.findall(r'(?:problem|note|_refused|RefusedFile)\(\s*"(\w+)"', source))
    assert len(used) > 20
    assert used | TEXT_CODES <= set(PROBLEMS)


def test_the_severity_is_that_of_the_code() -> None:
    assert problem("DUPLICATE_CANDIDATE_IN_SESSION").severity == "warning"
    assert problem("homonyms").severity == "warning"
    assert problem("encoding_guessed").severity == "notice"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("\x1b[2J\n", "␛[2J␊"),
        (33, "33"),
        (dt.date(2012, 4, 1), "01/04/2012"),
        (["a", "b", "a", "\u202e"], "a, b, <U+202E>"),
        (list("abcdefghij"), "a, b, c, d, e, f, g, h, …"),
        ("x" * 200, "x" * 59 + "…"),
    ],
)
def test_what_a_sentence_quotes_is_safe_and_short(value: object, said: str) -> None:
    assert shown(value) == said


def test_the_file_comes_first_then_its_rows() -> None:
    rows = [problem("homonyms", 3), problem("file_empty"), problem("digits", 2, "Nom")]
    assert [one.row for one in ordered(rows)] == [None, 2, 3]


@pytest.mark.parametrize("msgid", PROBLEMS.values())
def test_a_sentence_takes_named_parts_only(msgid: str) -> None:
    names = [name for _, name, _, _ in Formatter().parse(msgid) if name is not None]
    assert all(name.isidentifier() for name in names)
    assert msgid.endswith(".")
