"""JSON with one reading and one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixtui.store.strict_json import JsonError, canonical, loads

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda below: st.lists(below) | st.dictionaries(TEXT, below),
)


@given(VALUES)
def test_a_value_comes_back_from_its_one_spelling(value: object) -> None:
    written = canonical(value)
    assert loads(written) == value
    assert canonical(loads(written)) == written


def test_the_spelling_is_sorted_tight_and_unescaped() -> None:
    assert canonical({"b": "é\u2028", "a": [1, True]}) == '{"a":[1,true],"b":"é\u2028"}'.encode()


@pytest.mark.parametrize(
    "data",
    [b"\xff", b"\xef\xbb\xbf1", '"é"'.encode("utf-16"), b'{"a":1,"a":1}', b"NaN", b"-Infinity",
     b"1e999", b"[" * 50_000, b"1" * 5_000, b'"\xed\xa0\x80"', b"01", b"{'a':1}", b"[1,]", b"1 2"],
)  # fmt: skip
def test_what_is_ambiguous_is_refused(data: bytes) -> None:
    with pytest.raises(JsonError):
        loads(data)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"])
def test_what_json_cannot_hold_is_not_written(value: object) -> None:
    with pytest.raises(JsonError):
        canonical(value)
