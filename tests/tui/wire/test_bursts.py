"""What is told from keys as a paste, on terminals that do not say what a paste is."""

import codecs
import itertools

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


def spaced(*pieces: bytes, pause: float) -> str:
    """What is made of these pieces, so many seconds between two of them."""
    at = itertools.count(0.0, pause)
    marking = Marking(codecs.getincrementaldecoder("utf-8")(), lambda: next(at))
    return "".join(marking.decode(one) for one in pieces)


def test_a_paste_that_never_ends_is_ended_by_the_first_key_after_a_pause() -> None:
    begun = f"{BEGIN}DUPONT;Awa\n".encode()
    assert spaced(begun, b"\x05", pause=3) == f"{BEGIN}DUPONT;Awa\n{END}\x05"
    assert spaced(begun, b"\x05", b"1", pause=3).endswith(f"{END}\x051")
    assert spaced(begun, b"\x05", pause=0.2) == f"{BEGIN}DUPONT;Awa\n\x05"
    slow = (b"NEUF;Mia;03/04/2011\n", b"abc\x1b[20", b"1~", b"5")
    assert spaced(begun, *slow, pause=0.9) == (begun + b"".join(slow)).decode()
    assert spaced(begun, slow[0], b"x\x1b[201~", b"5", pause=3).count(END) == 1
