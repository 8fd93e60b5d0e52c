"""From bytes to text without a wrong guess."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixtui.exchange.decode import decode, undouble

LIST = "Nom;Prénom\nABADIE;Zoé\nŒUVRARD;Maëlys\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LIST.encode(), "utf-8"),
        (codecs.BOM_UTF8 + LIST.encode(), "utf-8"),
        (LIST.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"), "utf-16"),
        (LIST.encode("cp1252"), "windows-1252"),
    ],
)
def test_the_text_is_the_same_in_every_encoding(data: bytes, encoding: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding) == (LIST, encoding)


def test_a_guess_is_said_with_the_words_it_changes() -> None:
    (said,) = decode(LIST.encode("cp1252")).problems
    assert (said.code, said.severity) == ("encoding_guessed", "notice")
    assert said.params["words"] == "Prénom, Zoé, ŒUVRARD, Maëlys"


@pytest.mark.parametrize("name", ["Zoé", "Chloë", "ZOÉ", "Léa", "Émile", "Hélène", "François"])
def test_mac_roman_is_refused(name: str) -> None:
    (said,) = decode(f"Nom;Prenom\nABADIE;{name}\n".encode("mac_roman")).problems or (None,)
    if name == "Chloë":
        # A lone ë is read as a quotation mark: only the words shown can tell.
        assert said is not None
        assert said.code == "encoding_guessed"
        return
    assert said is not None
    assert (said.code, said.params["line"]) == ("encoding_mac", "2")


@pytest.mark.parametrize("name", ["Žižek", "BLAŽ", "Škoda", "João", "L’Hôte", "JOSÉ\u00a0", "Œ"])
def test_windows_1252_of_other_countries_is_read(name: str) -> None:
    assert decode(f"Prénom\n{name}\n".encode("cp1252")).encoding == "windows-1252"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("Zoé\n".encode() + "Zoé\n".encode("cp1252"), "encodings_mixed"),
        (b"Nom\n\x81\n", "encoding_unknown"),
        (b"Nom\nZo\x00e\n", "not_text"),
        (LIST.encode("utf-16-le"), "not_text"),
        (LIST.encode("utf-32"), "not_text"),
        (codecs.BOM_UTF8 + b"Zo\xe9", "encoding_broken"),
        (codecs.BOM_UTF16_LE + b"Z", "encoding_broken"),
        (b"PK\x03\x04rest", "spreadsheet_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "spreadsheet_file"),
        (b"%PDF-1.7", "other_file"),
        (b"\n <!DOCTYPE html>", "web_page"),
        (b"<HTML><body>", "web_page"),
        (b"<?xml version='1.0'?>", "web_page"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, code: str) -> None:
    found = decode(data)
    assert found.text is None
    assert [(one.code, one.severity) for one in found.problems] == [(code, "error")]


def test_the_line_of_a_bad_byte_is_the_editors() -> None:
    (said,) = decode(b"a\r\nb\rc\nd\x81").problems
    assert said.params["line"] == "4"


@given(st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x17F)))
def test_a_text_saved_twice_is_mended_whole(text: str) -> None:
    twice = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())
    assert undouble(twice) == text


def test_mending_is_said_and_asks_for_a_yes() -> None:
    found = decode(LIST.replace("Œ", "O").encode().decode("latin-1").encode())
    assert found.text == LIST.replace("Œ", "O")
    assert [(one.code, one.severity) for one in found.problems] == [
        ("mojibake_repaired", "warning")
    ]


def test_a_text_damaged_in_part_is_left_alone() -> None:
    found = decode("Nom\nZoé\nLÃ©a\n".encode())
    assert found.text == "Nom\nZoé\nLÃ©a\n"
    assert [(one.code, one.params["words"]) for one in found.problems] == [
        ("mojibake_seen", "LÃ©a")
    ]


@given(st.binary())
def test_any_bytes_have_an_answer(data: bytes) -> None:
    found = decode(data)
    assert (found.text is None) == (found.encoding is None)
    assert found.text is not None or found.problems
