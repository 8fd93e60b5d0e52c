"""What a value of a rules file must be: small checks, put together into the shape of a file.

A check answers None, or the first thing that is wrong and its place inside the value.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve as changed
from attrs import field, frozen

Place = tuple[str | int, ...]
"""Where in a file: keys and numbers (from 0), from the top down."""

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_MOST_TEXT = 2_000


@frozen
class Wrong:
    """Something wrong: where, and the code and parts of its sentence."""

    place: Place
    code: str
    params: Mapping[str, str] = field(factory=dict)


Check = Callable[[Any], Wrong | None]


def plain(test: Callable[[Any], bool], wants: str, **params: str) -> Check:
    """A value that passes a test; ``wants`` names what it should be (``problems.WANTS``)."""

    def check(value: Any) -> Wrong | None:
        return None if test(value) else Wrong((), "wrong_value", {"wants": wants, **params})

    return check


def _says_something(value: Any) -> bool:
    if not isinstance(value, str) or not value.strip() or len(value) > _MOST_TEXT:
        return False
    # The quick question first: nearly every text is printable as a whole.
    return value.isprintable() or not any(unicodedata.category(x) in _UNSEEN for x in value)


def _fits(pattern: str) -> Callable[[Any], bool]:
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


is_text = plain(_says_something, "text")
is_name = plain(_fits(r"[a-z][a-z0-9_]{0,39}"), "name")
is_product = plain(_fits(r"[a-z][a-z0-9-]{0,39}"), "name")
is_paper = plain(_fits(r"[a-z][a-z0-9-]{0,39}"), "paper")
is_code = plain(_fits(r"[A-Z]{1,2}[0-9]{1,2}"), "code")
is_flag = plain(lambda value: type(value) is bool, "flag")
is_count = plain(lambda value: type(value) is int and 0 < value < 1_000_000, "count")
is_minute = plain(lambda value: type(value) is int and -1440 < value < 1440, "minute")
is_seat = plain(_fits(r"[0-9A-Za-z]{1,6}"), "seat")
is_day = plain(_is_day, "day")
is_date = plain(lambda value: type(value) is dt.date, "date")
is_url = plain(lambda value: _says_something(value) and value.startswith("https://"), "url")


def one_of(*allowed: str) -> Check:
    """One of these words."""
    return plain(lambda value: value in allowed, "one_of", allowed=", ".join(allowed))


def list_of(check: Check, wants: str = "list") -> Check:
    """A list of such values."""

    def check_list(value: Any) -> Wrong | None:
        if not isinstance(value, list):
            return Wrong((), "wrong_value", {"wants": wants})
        return _first((number, check(one)) for number, one in enumerate(value))

    return check_list


def table_of(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """A table with these keys and no others."""
    known = {**required, **(optional or {})}

    def check_table(value: Any) -> Wrong | None:
        if not isinstance(value, dict):
            return Wrong((), "wrong_value", {"wants": "table"})
        for key in value:
            if key not in known:
                listed = ", ".join(sorted(known))
                return Wrong((key,), "unknown_key", {"key": key, "known": listed})
        wrong = _first((key, known[key](one)) for key, one in value.items())
        missing = next((key for key in required if key not in value), None)
        return wrong or (Wrong((), "missing_key", {"key": missing}) if missing else None)

    return check_table


def keys_like(check_key: Check, check: Check) -> Check:
    """A table whose keys are free but of one shape."""

    def check_table(value: Any) -> Wrong | None:
        if not isinstance(value, dict):
            return Wrong((), "wrong_value", {"wants": "table"})
        return _first((key, check_key(key) or check(one)) for key, one in value.items())

    return check_table


def _first(found: Iterable[tuple[str | int, Wrong | None]]) -> Wrong | None:
    for step, wrong in found:
        if wrong is not None:
            return changed(wrong, place=(step, *wrong.place))
    return None


both = table_of({"fr": is_text, "en": is_text})
"""A text in both languages."""
both_lists = table_of({"fr": list_of(is_text), "en": list_of(is_text)})
"""Lines of text in both languages."""
