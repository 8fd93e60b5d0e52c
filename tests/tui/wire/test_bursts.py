"""What is told from keys as a paste, on terminals that do not say what a paste is."""

import codecs

import pytest

from pixtui.tui.wire.bursts import BEGIN, END, MARK, Marking, keys_of, may_be_pasted, sign_of_key


def read(*pieces: bytes) -> str:
    """What is made of these pieces."""
    marking = Marking(codecs.getincrementaldecoder("utf-8")())
    return "".join(marking.decode(one) for one in pieces)


@pytest.mark.parametrize(
    ("text", "pasted"),
    [
        ("DUPONT;Zoé;01/02/2010\r", True),
        ("abc\r\ndef", True),
        ("jjjjjjjjjjjj", False),
        ("1j1j1j1j1j", False),
        ("125", False),
        ("      ", False),
        ("\x1b[B\x1b[B\x1b[B\x1b[B", False),
        ("1\x1b[B2\x1b[Babcdef", False),
        ("abcdef\x05", False),
    ],
)
def test_a_paste_is_many_different_signs_in_one_piece(text: str, pasted: bool) -> None:
    assert may_be_pasted(text) == pasted


def test_a_piece_that_may_be_pasted_is_marked_and_keys_are_not() -> None:
    assert read(b"DUPONT;Awa\r") == f"{BEGIN}{MARK}DUPONT;Awa\r{END}"
    assert read(b"1", b"2", b"\x1b[B") == "12\x1b[B"


def test_a_paste_that_the_terminal_tells_is_left_alone_in_however_many_pieces() -> None:
    told = f"{BEGIN}DUPONT;Awa\nNEUF;Zoé\n{END}"
    data = told.encode()
    for size in (1, 3, 7, 12, len(data)):
        pieces = [data[at : at + size] for at in range(0, len(data), size)]
        assert read(*pieces) == told
    assert read(data, b"DUPONT").endswith(f"{BEGIN}{MARK}DUPONT{END}")


def test_a_sequence_cut_in_two_is_no_paste() -> None:
    assert read(b"\x1b", b"[1;2;3;45R") == "\x1b[1;2;3;45R"


def test_an_escape_pressed_before_is_no_beginning_of_a_paste() -> None:
    assert read(b"\x1b", b"NEUF;Awa\r") == f"\x1b{BEGIN}{MARK}NEUF;Awa\r{END}"


def test_the_keys_of_a_text_write_it() -> None:
    text = "Zoé;A 1\t2\n"
    assert "".join(map(sign_of_key, keys_of(text.replace("\n", "\r")))) == text
    assert "".join(map(sign_of_key, keys_of("\x05\x1b[B\x11"))) == "", "an alarm is no text"
