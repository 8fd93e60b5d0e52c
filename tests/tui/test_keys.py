"""How keys are named: as Textual does, and as people write them into a key map."""

import unicodedata

import pytest
from textual.keys import KEY_NAME_REPLACEMENTS, _character_to_key

from pixtui.tui.actions import ACTIONS
from pixtui.tui.keys import NAMED, SAME, SHORT, SIGNS, key_label, key_of, prints, written
from pixtui.wording.catalogue import words

SIGNS_WRITTEN = [sign for sign in map(chr, SIGNS) if unicodedata.category(sign)[0] not in "CZM"]


def test_every_sign_of_a_keyboard_is_named_as_textual_names_it() -> None:
    # Private to Textual, but what it makes of a byte is what a key map has to say.
    assert {sign: key_of(sign) for sign in SIGNS_WRITTEN} == {
        sign: _character_to_key(sign) for sign in SIGNS_WRITTEN
    }
    assert SHORT.items() <= KEY_NAME_REPLACEMENTS.items()


def test_what_is_written_is_read_again() -> None:
    keys = {*NAMED, *map(key_of, SIGNS_WRITTEN), *(key for one in ACTIONS for key in one.keys)}
    assert {key: key_of(written(key or "")) for key in keys} == {key: key for key in keys}


@pytest.mark.parametrize(
    ("wanted", "key"),
    [("F5", "f5"), ("Ctrl+G", "ctrl+g"), ("ctrl + g", "ctrl+g"), ("PageUp", "pageup"), ("é", "é")],
)
def test_a_name_is_read_in_capitals_or_not(wanted: str, key: str) -> None:
    assert key_of(wanted) == key


@pytest.mark.parametrize(
    "wrong", ["", " ", "\t", "\x1b", "\u202e", "f13", "ctrl+é", "hyper+x", "xx", "汉字"]
)
def test_what_is_no_key_is_none(wrong: str) -> None:
    assert key_of(wrong) is None


def test_a_letter_in_capitals_is_another_key() -> None:
    assert (key_of("N"), key_of("n")) == ("N", "n")


def test_what_a_terminal_cannot_tell_is_known() -> None:
    assert set(SAME) == {"ctrl+m", "ctrl+j", "ctrl+i", "ctrl+h", "ctrl+["}
    assert all(key_of(one) == one for one in SAME)


def test_what_writes_into_a_field() -> None:
    assert [
        key for key in ("a", "space", "question_mark", "f5", "ctrl+g", "down") if prints(key)
    ] == [
        "a",
        "space",
        "question_mark",
    ]


def test_signs_are_shown_as_signs() -> None:
    labels = [
        key_label(key, words("fr")) for key in ("less_than_sign", "minus", "alt+x", "up", "é")
    ]
    assert labels == ["<", "-", "Alt+X", "↑", "é"]
