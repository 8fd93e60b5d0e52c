"""A TOML file of rules, read with the line of everything that is wrong in it."""

import errno
import os
import stat
import tomllib
from pathlib import Path
from typing import Any

from attrs import frozen

from pixtui.rules.problems import RulesError
from pixtui.rules.shapes import Check, Place, Wrong

__all__ = ["RulesError", "Source", "Table", "checked", "read_source"]

Table = dict[str, Any]
LARGEST = 500_000
"""Bytes of a file of rules, far more than the shipped ones."""
LONGEST_STATEMENT = 40
"""Lines looked back for the end of a statement."""


@frozen
class Source:
    """One file: its values, and its text for finding lines."""

    path: Path
    text: str
    values: Table

    def error(self, wrong: Wrong) -> RulesError:
        """What is wrong, at its line; the key is that of its place where nothing else is said."""
        keys = [one for one in wrong.place if isinstance(one, str)]
        params = {"key": keys[-1] if keys else "", **wrong.params}
        return RulesError(self.path, self.line_of(wrong.place), wrong.code, params)

    def lines_of_names(self) -> dict[str, int]:
        """The line of each name at the top of the file, those that one reading in order finds.

        ``line_of`` tells one place at the cost of many readings; here many are told by one.
        """
        found: dict[str, int] = {}
        statement: list[str] = []
        in_table = False
        for number, line in enumerate(self.text.split("\n"), 1):
            header = not statement and line.lstrip().startswith("[")
            in_table = in_table or header
            if in_table and not header:
                continue
            statement.append(line)
            values = _beginning(statement, ("",))
            if values is not None:
                for name in values:
                    found.setdefault(name, number - len(statement) + 1)
            if values is not None or header or len(statement) >= LONGEST_STATEMENT:
                statement = []
        return found

    def line_of(self, place: Place) -> int:
        """The line where the value of that place begins (1 where it cannot be told).

        No parser of the standard library keeps positions: the file is cut where it can be
        cut, and the line is the one after the longest beginning that lacks the value.
        """
        lines = self.text.split("\n")
        lacks, has = 0, len(lines)
        while True:
            middle = (lacks + has) // 2
            cuts = [*range(middle, lacks, -1), *range(middle + 1, has)]
            beginnings = ((cut, _beginning(lines[:cut])) for cut in cuts)
            found = next(((cut, values) for cut, values in beginnings if values is not None), None)
            if found is None:
                return lacks + 1
            cut, values = found
            if _holds(values, place):
                has = cut
            else:
                lacks = cut


def _beginning(lines: list[str], endings: tuple[str, ...] = ("", "\n]")) -> Table | None:
    """The values of the first lines of a file; None where it cannot be cut there.

    The second ending closes a list that goes on over several lines.
    """
    text = "\n".join(lines)
    for ending in endings:
        try:
            return tomllib.loads(text + ending)
        except (ValueError, RecursionError):
            continue
    return None


def _holds(values: Any, place: Place) -> bool:
    for step in place:
        if isinstance(step, int):
            if not isinstance(values, list) or step >= len(values):
                return False
        elif not isinstance(values, dict) or step not in values:
            return False
        values = values[step]
    return True


def read_source(path: Path) -> Source:
    """The file's values; raises RulesError with the line of a syntax error."""
    try:
        raw = _beginning_of(path)
    except OSError as error:
        raise RulesError(
            path, 1, "unreadable", {"reason": errno.errorcode.get(error.errno or 0, "")}
        ) from error
    if len(raw) > LARGEST:
        raise RulesError(path, 1, "too_large", {})
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise RulesError(path, line, "not_utf8", {}) from error
    try:
        return Source(path, text.replace("\r\n", "\n"), tomllib.loads(text))
    except (ValueError, RecursionError) as error:
        raise RulesError(path, _broken_line(text), "syntax", {}) from error


def _beginning_of(path: Path) -> bytes:
    """A file's bytes, of too large a one some more than may be; raises OSError where it is none."""
    # A pipe that nobody writes into would be waited for, a device read without end.
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(LARGEST + 1)
    finally:
        os.close(descriptor)


def _broken_line(text: str) -> int:
    """The line where a file stops being TOML: as the parser says, else where it was fine last."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _, line, rest = str(error).partition("(at line ")
        if line:
            return int(rest.split(",")[0])
    except (ValueError, RecursionError):
        pass  # a number or a nesting beyond Python's own limits, which tell no place
    lines = text.split("\n")
    good, bad = 0, len(lines)
    while bad - good > 1:
        middle = (good + bad) // 2
        cuts = range(middle, max(good, middle - LONGEST_STATEMENT), -1)
        cut = next((one for one in cuts if _beginning(lines[:one], ("",)) is not None), None)
        if cut is None:
            bad = middle
        else:
            good = cut
    return bad


def checked(source: Source, check: Check) -> Source:
    """The same file, every key of it known and of the right shape; raises RulesError."""
    wrong = check(source.values)
    if wrong is not None:
        raise source.error(wrong)
    return source
