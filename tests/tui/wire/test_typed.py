"""Any bytes at all become text, and those of a name the right one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixtui.tui.wire.typed import decoder_for


def read(locale: str, *pieces: bytes) -> str:
    """What these pieces make, one after the other."""
    decode = decoder_for(locale)().decode
    return "".join(decode(piece) for piece in pieces)


@pytest.mark.parametrize(
    ("locale", "pieces", "text"),
    [
        ("utf-8", [b"Zo\xc3\xa9"], "Zoé"),
        ("utf-8", [b"Zo\xc3", b"\xa9"], "Zoé"),
        ("", [b"Zo\xc3\xa9"], "Zoé"),
        ("ascii", [b"Zo\xc3\xa9"], "Zoé"),  # a C locale in a terminal of today
        ("utf-8", [b"Zo\xe9", b" X"], "Zoé X"),  # a terminal set to another encoding
        ("utf-8", [b"\x93ah\x94 ", b"x"], "“ah” x"),
        ("latin-1", [b"Zo\xe9"], "Zoé"),
        ("iso-8859-15", [b"\xa4\xbd"], "€œ"),
        ("no-such-charset", [b"Zo\xc3\xa9"], "Zoé"),
    ],
)
def test_it_is_what_was_typed(locale: str, pieces: list[bytes], text: str) -> None:
    assert read(locale, *pieces) == text


@given(st.sampled_from(["utf-8", "ascii", "latin-1", "iso-8859-15"]), st.lists(st.binary()))
def test_no_bytes_stop_it(locale: str, pieces: list[bytes]) -> None:
    assert isinstance(read(locale, *pieces, b" "), str)
