"""What text may be: identity fields, and free text that cannot act."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixtui.domain.text import (
    LONGEST_NAME,
    clean_identity,
    fold,
    forbidden,
    identity_doubt,
    label_problem,
    sort_key,
    visible,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Zoe\u0301", "Zoé"),
        ("de la Tour\u00a0FICTIVE", "de la Tour FICTIVE"),
        ("\u202fLe\u2009 \u3000Goff ", "Le Goff"),
        ("  Martin   Fictif ", "Martin Fictif"),
        ("Mar\u00adtin", "Martin"),
        ("\tMartin", "\tMartin"),
    ],
)
def test_a_name_is_kept_composed_with_single_spaces(typed: str, kept: str) -> None:
    assert clean_identity(typed) == kept


@pytest.mark.parametrize(
    "name",
    [
        "N'Diaye",
        "D’ARTAGNAN-FICTIF",
        "LE GOFF-DA SILVA",
        "OZOLIŅŠ",
        "Nguyễn",
        "M. St. Jean..",
        "A/B",
        "[@click=app.quit]Zoe[/]",
        "{nb}",
        "%s %d",
        "\\u001b[2J",
        "NULL",
        "CON",
        "王小明",
        "محمد",
        "क्षत्रिय",
        "x" * LONGEST_NAME,
        "e" + "\u0323\u0302\u0301\u0300",
    ],
)
def test_a_name_that_prints_is_taken(name: str) -> None:
    assert label_problem(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("x" * (LONGEST_NAME + 1), "too_long"),
        ("\ufdfa" * 20, "too_long"),
        *((lead + "Zoé", "formula") for lead in "=+-@\t\r＝＋－＠"),
        ("../../etc/passwd", "path"),
        ("..\\x", "path"),
        ("x/../y", "path"),
        ("/etc/passwd", "path"),
        ("~/secret", "path"),
        (".", "path"),
        ("e" + "\u0301" * 5, "too_many_marks"),
    ],
)
def test_a_name_that_could_act_is_refused(name: str, code: str) -> None:
    assert label_problem(name) == code


@pytest.mark.parametrize(
    "code_point",
    [
        *(0x00, 0x07, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9B, 0x9F),
        *(0x061C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069),
        *(0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x180E, 0x00AD),
        *(0xE0041, 0xE000, 0xF0000, 0xFFFE, 0xFFFF, 0xFDD0, 0x0378, 0xD800),
        *(0x2028, 0x2029, 0x115F, 0x3164, 0xFFA0, 0x2800, 0xFE0F, 0xE0100, 0x034F),
    ],
)
def test_what_is_not_seen_refuses_a_name_and_is_shown_in_free_text(code_point: int) -> None:
    character = chr(code_point)
    name = f"Zo{character}é"
    assert label_problem(name) == "forbidden_character"
    assert forbidden(name) == f"U+{code_point:04X}"
    assert character not in visible(name)


def test_a_label_needs_no_letter() -> None:
    assert label_problem("12") is None
    assert label_problem("=1") == "formula"


@pytest.mark.parametrize(
    ("name", "doubt"),
    [
        ("МARTIN-FICTIF", "mixed_scripts"),
        ("王小明", "other_script"),
        ("Παπας", "other_script"),
        ("Zoé🎓", "symbol"),
        ("Zoé👍🏽", "symbol"),
        ("O", "one_letter"),
        ("Y.", "one_letter"),
        ("Z0é", "digits"),
        ("[/]", "no_letter"),
        ("123", "no_letter"),
        ("Ng", None),
        ("D`Or", None),
        ("OʼNeil", None),
        ("ﬁllon", None),
        ("Straße", None),
        ("İpek", None),
        ("$name", None),
        ("<b>x</b>&amp;", None),
    ],
)
def test_a_name_that_deserves_a_second_look(name: str, doubt: str | None) -> None:
    assert identity_doubt(name) == doubt


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("plain", "plain"),
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\u202eNITRAM", "<U+202E>NITRAM"),
        ("\x9b2J", "<U+009B>2J"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
        ("a\nb\tc\r", "a␊b␉c␍"),
        ("Zoé 🎓 [/]", "Zoé 🎓 [/]"),
    ],
)
def test_free_text_is_shown_without_acting(text: str, seen: str) -> None:
    assert visible(text) == seen
    assert visible(seen) == seen


def test_a_text_of_several_lines_keeps_them() -> None:
    assert visible("one\n\ttwo\r\n\x1b", lines=True) == "one\n two␍\n␛"


@given(st.text(st.characters()))
def test_nothing_shown_can_reach_the_terminal_raw(text: str) -> None:
    shown = visible(text)
    assert not {unicodedata.category(one) for one in shown} & {
        "Cc",
        "Cf",
        "Co",
        "Cn",
        "Cs",
        "Zl",
        "Zp",
    }


@given(st.text(st.characters()))
def test_a_name_that_is_taken_shows_as_it_is(text: str) -> None:
    name = clean_identity(text)
    if label_problem(name) is None:
        assert visible(name) == name
        assert clean_identity(name) == name


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Œuvrard", "oeuvrard"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("Łukasz Søren", "lukasz soren"),
        ("Ðorđe", "dorde"),
        ("Þór", "thor"),
        ("D’Artagnan", "d'artagnan"),
        ("Jean‑Luc", "jean-luc"),
        ("İpek Işık", "ipek isik"),
        ("ﬁllon", "fillon"),
        ("OZOLIŅŠ", "ozolins"),
    ],
)
def test_searching_knows_no_case_and_no_accents(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_a_list_is_sorted_by_letters() -> None:
    names = ["Zoé", "Élise", "eva", "Œuvrard", "Nadia"]
    assert sorted(names, key=sort_key) == ["Élise", "eva", "Nadia", "Œuvrard", "Zoé"]
