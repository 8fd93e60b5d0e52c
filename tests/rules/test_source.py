"""A centre's broken file: which file, which line, what is wrong, what to do about it."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.rules.problems import PROBLEMS, SCENARIO_PROBLEMS, WANTS, RulesError
from pixtui.rules.rulebook import DATA, FILES, load
from pixtui.rules.source import LARGEST, Source, read_source
from pixtui.wording.catalogue import words
from pixtui.wording.rules_problems import rules_sentence

STEP = """\
# a comment
[[step]]
id = "parking"
phase = "before"
title = { fr = "Parking", en = "Car park" }
text = { fr = "Ouvrez.", en = "Open." }
"""

BROKEN: tuple[tuple[str, str, int, str, str], ...] = (
    # syntax
    ("no equals sign", 'retention_days 30\n[[step]]\nid = "room"\n', 1, "syntax", ""),
    ("an open quote", '# one\n[[step]]\nid = "room\noptional = true\n', 3, "syntax", ""),
    ("an open block of text", 'retention_days = 3\nx = """a\nb\nc\n', 2, "syntax", ""),
    ("a key twice", '[[step]]\nid = "room"\nid = "room"\n', 3, "syntax", ""),
    ("a number beyond all", "# one\nretention_days = " + "9" * 5000 + "\n", 2, "syntax", ""),
    ("a nesting beyond all", "# one\nx = " + "[" * 5000 + "\n", 2, "syntax", ""),
    ("no such day", "dated = 2026-13-45\n", 1, "syntax", ""),
    # keys and values
    ("an unknown table", 'retention_days = 3\n\n[[steps]]\nid = "a"\n', 3, "unknown_key", "steps"),
    ("an unknown key", STEP + 'colour = "red"\n', 7, "unknown_key", "colour"),
    ("no id", '[[step]]\nphase = "before"\n', 1, "missing_key", "id"),
    ("an id with capitals", '\n[[step]]\nid = "Parking"\n', 3, "wrong_value", "id"),
    ("an unknown phase", STEP.replace('"before"', '"lunch"'), 4, "wrong_value", "phase"),
    ("an unknown mode", STEP + 'mode = "both"\n', 7, "wrong_value", "mode"),
    ("an unknown evidence", STEP + 'evidence = "trust"\n', 7, "wrong_value", "evidence"),
    ("a word for a flag", STEP + 'optional = "yes"\n', 7, "wrong_value", "optional"),
    ("a one for a flag", STEP + "optional = 1\n", 7, "wrong_value", "optional"),
    ("one language", '\n\n[[step]]\nid = "room"\ntitle = { fr = "S" }\n', 5, "missing_key", "en"),
    (
        "an empty text",
        '[[step]]\nid = "room"\ntext.fr = " "\ntext.en = "R"\n',
        3,
        "wrong_value",
        "fr",
    ),
    ("an escape", '[[cause]]\nid = "x"\nfr = "\\u001b[31m"\nen = "x"\n', 3, "wrong_value", "fr"),
    ("one step as a table", '[step]\nid = "room"\n', 1, "wrong_value", "step"),
    ("steps as a text", 'retention_days = 2\nstep = "room"\n', 2, "wrong_value", "step"),
    ("a product of no minutes", "[durations]\npix = 0\n", 2, "wrong_value", "pix"),
    ("half a minute", "[durations]\npix = 104.5\n", 2, "wrong_value", "pix"),
    ("true minutes", "[windows]\npresence_minutes = true\n", 2, "wrong_value", "presence_minutes"),
    ("an unknown delay", "[windows]\nlunch_minutes = 3\n", 2, "unknown_key", "lunch_minutes"),
    ("a date in words", 'dated = "2026-11-23"\n', 1, "wrong_value", "dated"),
    ("a date with a time", "dated = 2026-11-23T10:00:00\n", 1, "wrong_value", "dated"),
    (
        "a place on no web",
        '[[link]]\nid = "l"\nfr = "l"\nen = "l"\nurl = "certif"\n',
        5,
        "wrong_value",
        "url",
    ),
    (
        "a program for a place",
        '[[link]]\nid = "pix_app"\nurl = "file:///x"\n',
        3,
        "wrong_value",
        "url",
    ),
    ("an unknown box", '[[box]]\nid = "x"\nfr = "x"\nen = "x"\n', 2, "wrong_value", "id"),
    (
        "an unknown destination",
        '[[situation]]\nid = "phone"\ndestinations = ["bin"]\n',
        3,
        "wrong_value",
        "destinations",
    ),
    # inside lists that go over several lines
    (
        "a bad item",
        '[[step]]\nid = "room"\nitems = [\n  { id = "seats" },\n  { id = "B" },\n]\n',
        5,
        "wrong_value",
        "id",
    ),
    (
        "an item's unknown key",
        '[[step]]\nid = "room"\nitems = [\n  { id = "a", de = "a" },\n]\n',
        4,
        "unknown_key",
        "de",
    ),
    (
        "a new item without words",
        '[[step]]\nid = "room"\nitems = [\n  { id = "seats" },\n  { id = "new" },\n]\n',
        5,
        "missing_key",
        "fr",
    ),
    (
        "an item twice",
        '[[step]]\nid = "room"\nitems = [\n  { id = "seats" },\n  { id = "seats" },\n]\n',
        5,
        "twice",
        "seats",
    ),
    # what the files say together
    ("a step twice", '[[step]]\nid = "room"\n[[step]]\nid = "room"\n', 4, "twice", "room"),
    (
        "a cause twice",
        '[[cause]]\nid = "network"\n[[cause]]\nid = "network"\n',
        4,
        "twice",
        "network",
    ),
    (
        "a new step without a title",
        '\n[[step]]\nid = "parking"\nphase = "before"\n',
        2,
        "missing_key",
        "title",
    ),
    (
        "a new step without a phase",
        '[[step]]\nid = "p"\ntitle = { fr = "p", en = "p" }\ntext = { fr = "p", en = "p" }\n',
        1,
        "missing_key",
        "phase",
    ),
    ("after nothing", STEP + 'after = "lunch"\n', 7, "after_unknown", "lunch"),
    ("after itself", STEP + 'after = "parking"\n', 7, "after_unknown", "parking"),
    ("after a step of another phase", STEP + 'after = "identity"\n', 4, "after_phase", "during"),
    (
        "one mode of a step that has both",
        '[[step]]\nid = "room"\nmode = "with-es"\n',
        3,
        "both_modes",
        "room",
    ),
    ("an unknown link", STEP + 'links = ["moodle"]\n', 7, "link_unknown", "moodle"),
    (
        "a passage of no paper",
        '\n[[passage]]\nid = "hello"\npaper = "tract"\nlines = { fr = ["a"], en = ["a"] }\n',
        4,
        "paper_unknown",
        "tract",
    ),
    ("no such cause", '[[situation]]\nid = "phone"\nholds_up = "x"\n', 3, "cause_unknown", "x"),
    ("a code Pix never had", '[[situation]]\nid = "phone"\ncode = "C9"\n', 3, "code_unknown", "C9"),
    ("a code Pix gave up", '[[situation]]\nid = "phone"\ncode = "C3"\n', 3, "code_unknown", "C3"),
    (
        "a new cause in one language",
        '[[cause]]\nid = "flood"\nfr = "inondation"\n',
        1,
        "missing_key",
        "en",
    ),
)


def refused(path: Path) -> RulesError:
    """The error about a centre's file."""
    with pytest.raises(RulesError) as caught:
        load(path)
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "code", "named"), [one[1:] for one in BROKEN], ids=[one[0] for one in BROKEN]
)
def test_a_broken_file_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, code: str, named: str
) -> None:
    own = tmp_path / "rules.toml"
    own.write_text(text, encoding="utf-8")
    error = refused(own)
    assert (error.code, error.line, error.path) == (code, line, own)
    assert named in error.params.values() or not named
    assert str(error) == f"{own}, line {line}: {error.what}. {error.remedy}"
    french = rules_sentence(words("fr"), error)
    assert french.startswith(f"{own}, ligne {line} : ")
    assert "{" not in str(error).replace("{ ", "")
    assert "{" not in french


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_line_is_told_whatever_ends_it(tmp_path: Path, ending: str) -> None:
    own = tmp_path / "rules.toml"
    own.write_bytes((STEP + "colour = 1\n").replace("\n", ending).encode())
    assert refused(own).line == 7


def test_a_file_that_is_no_text_says_where(tmp_path: Path) -> None:
    own = tmp_path / "rules.toml"
    own.write_bytes("# première\n# là\n".encode("cp1252"))
    error = refused(own)
    assert (error.code, error.line) == ("not_utf8", 1)


def test_a_folder_and_a_giant_are_refused(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").mkdir()
    assert refused(tmp_path / "rules.toml").code == "unreadable"
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "endless.toml").symlink_to("/dev/zero")
    for name in ("pipe.toml", "endless.toml"):
        assert refused(tmp_path / name).code == "unreadable"
    giant = tmp_path / "giant.toml"
    giant.write_text("#" * (LARGEST + 1), encoding="utf-8")
    assert refused(giant).code == "too_large"


def test_lists_and_texts_over_several_lines_do_not_mislead(tmp_path: Path) -> None:
    own = tmp_path / "rules.toml"
    own.write_text(
        '[[situation]]\nid = "phone"\ndo.fr = [\n  "[[step]]",\n  "id = 3",\n]\n'
        'do.en = ["a", "b"]\ncolour = 1\n',
        encoding="utf-8",
    )
    assert refused(own).line == 8


@pytest.mark.parametrize("name", FILES)
def test_the_line_of_every_table_of_the_shipped_files(name: str) -> None:
    source = read_source(DATA / f"{name}.toml")
    lines = source.text.split("\n")
    for kind, tables in source.values.items():
        if isinstance(tables, list) and isinstance(tables[0], dict):
            for number in range(0, len(tables), 9):
                assert lines[source.line_of((kind, number)) - 1] == f"[[{kind}]]"
                key = next(iter(tables[number]))
                assert lines[source.line_of((kind, number, key)) - 1].startswith(key)


@settings(deadline=None)  # it reads the file anew for every example, on machines of any speed
@given(st.lists(st.integers(0, 3), min_size=1, max_size=30))
def test_a_key_is_found_on_its_own_line(gaps: list[int]) -> None:
    lines, places = [], []
    for number, gap in enumerate(gaps):
        lines += ["# nothing"] * gap
        places.append(len(lines) + 1)
        lines.append(f"key_{number} = {number}")
    text = "\n".join(lines)
    source = Source(Path("x"), text, {f"key_{n}": n for n in range(len(gaps))})
    assert [source.line_of((f"key_{n}",)) for n in range(len(gaps))] == places


def test_every_problem_is_reached_by_a_test_here() -> None:
    reached = {one[3] for one in BROKEN} | {"not_utf8", "unreadable", "too_large"}
    assert reached == PROBLEMS.keys() - SCENARIO_PROBLEMS.keys()


def test_what_a_value_must_be_is_said_in_french() -> None:
    french = words("fr")
    assert all(french.text(one) != one for one in WANTS.values())
