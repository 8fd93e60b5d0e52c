"""A TOML file of rules, read with the line of everything that is wrong in it."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

Table = dict[str, Any]


class RulesError(ValueError):
    """A rules file that cannot be used: which file, which line, what is wrong, what to do."""

    def __init__(self, path: Path, line: int, what: str, remedy: str) -> None:
        super().__init__(f"{path}, line {line}: {what}. {remedy}")
        self.path, self.line, self.what, self.remedy = path, line, what, remedy


def _begins(line: str, key: str | None) -> bool:
    return key is not None and re.match(rf"\s*\"?{re.escape(key)}\"?\s*[=.]", line) is not None


@frozen
class Source:
    """One file: its values, and its text for finding lines."""

    path: Path
    text: str
    values: Table

    def line_of(self, kind: str, number: int, key: str | None = None) -> int:
        """The line of the ``number``-th (from 0) table of that kind, or of a key in it."""
        seen, inside = -1, kind == ""
        header = re.compile(rf"\s*\[\[?\s*{re.escape(kind)}\s*\]?\]") if kind else None
        found = 1
        for place, line in enumerate(self.text.split("\n"), 1):
            if line.lstrip().startswith("["):
                inside = bool(header and header.match(line))
                seen += inside
                if inside and seen == number:
                    found = place
            elif inside and (seen == number or not kind) and _begins(line, key):
                return place
        return found

    def wrong(self, kind: str, number: int, key: str | None, what: str, remedy: str) -> RulesError:
        """The error about that place of the file."""
        return RulesError(self.path, self.line_of(kind, number, key), what, remedy)


def read_source(path: Path) -> Source:
    """The file's values; raises RulesError with the line of a syntax error."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise RulesError(
            path, 1, f"cannot be read ({error.strerror})", "Check the file."
        ) from error
    except UnicodeDecodeError as error:
        raise RulesError(path, 1, "is not UTF-8", "Save the file as UTF-8.") from error
    try:
        return Source(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place.group(1)) if place else text.count("\n") + 1
        what = str(error).split(" (at ")[0]
        raise RulesError(path, line, what, "Compare the line with the README's example.") from error


Check = Callable[[Any], bool]


def is_text(value: Any) -> bool:
    """A text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def is_name(value: Any) -> bool:
    """An id: small letters, digits and underscores."""
    return isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_]{0,39}", value) is not None


def is_flag(value: Any) -> bool:
    """True or false."""
    return isinstance(value, bool)


def is_count(value: Any) -> bool:
    """A whole number from 1 on."""
    return type(value) is int and 0 < value < 1_000_000


def is_texts(value: Any) -> bool:
    """A text in both languages."""
    return (
        isinstance(value, dict) and set(value) == {"fr", "en"} and all(map(is_text, value.values()))
    )


def one_of(*allowed: str) -> Check:
    """One of these words."""
    return lambda value: value in allowed


def list_of(check: Check) -> Check:
    """A list of such values."""
    return lambda value: isinstance(value, list) and all(map(check, value))


def table_of(required: Mapping[str, Check], optional: Mapping[str, Check]) -> Check:
    """A table with these keys and no others."""

    def check(value: Any) -> bool:
        if not isinstance(value, dict) or not set(required) <= set(value):
            return False
        known = {**required, **optional}
        return all(key in known and known[key](one) for key, one in value.items())

    return check


def checked(
    source: Source, kind: str, keys: Mapping[str, Check], required: tuple[str, ...]
) -> list[Table]:
    """The tables of that kind, every key known and of the right shape."""
    listed = source.values.get(kind, [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise source.wrong(kind, 0, None, f"{kind} is not a list of tables", f"Write [[{kind}]].")
    for number, table in enumerate(listed):
        for key, value in table.items():
            check_key(source, kind, number, keys, key, value)
        for key in required:
            if key not in table:
                what = f"{kind} without {key}"
                raise source.wrong(kind, number, None, what, f"Add {key} = …")
    return listed


def check_key(
    source: Source, kind: str, number: int, keys: Mapping[str, Check], key: str, value: Any
) -> None:
    """Raise RulesError unless the key is known and its value has the right shape."""
    if key not in keys:
        remedy = f"Known keys: {', '.join(sorted(keys))}."
        raise source.wrong(kind, number, key, f"unknown key {key}", remedy)
    if not keys[key](value):
        remedy = "Compare it with the README's example."
        raise source.wrong(kind, number, key, f"{key} has a wrong value", remedy)
