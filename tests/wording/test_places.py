"""Where a file is wrong is said in the operator's language, whatever is wrong with it."""

import pytest

from pixtui.store.strict_json import JsonError, canonical, loads
from pixtui.wording.catalogue import words
from pixtui.wording.places import place

WRONG = (
    b"\xff", b"{", b"[" * 100_000, b"9" * 5_000, b"1e999", b"NaN", b"-Infinity", b'{"a":1,"a":2}',
)  # fmt: skip


@pytest.mark.parametrize("data", WRONG, ids=[f"{one[:9]!r}" for one in WRONG])
def test_what_is_no_json_is_said_in_french(data: bytes) -> None:
    with pytest.raises(JsonError) as wrong:
        loads(data)
    assert place(words("fr"), str(wrong.value)) != str(wrong.value)


def test_what_json_cannot_hold_is_said_in_french() -> None:
    with pytest.raises(JsonError) as wrong:
        canonical("\ud800")
    assert place(words("fr"), str(wrong.value)) != str(wrong.value)
