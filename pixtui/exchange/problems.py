"""What is wrong or worth saying about a file, as values: code, place, parameters.

The codes in capitals are Pix's own (domain notes §3), reported where the rule is Pix's; the
others are ours. Their sentences live in ``pixtui.wording.import_problems``.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal

from attrs import field, frozen

from pixtui.domain.text import visible

Severity = Literal["error", "warning", "notice"]
"""An error refuses the file, a warning asks for a yes, a notice is only said."""

LONGEST_SHOWN = 60

_WARNINGS = {
    "age_unusual",
    "birthdate_serial",
    "extra_time_read_as",
    "homonyms",
    "insee_zero_lost",
    "mixed_scripts",
    "mojibake_repaired",
    "mojibake_seen",
    "one_letter",
    "other_script",
    "symbol",
}
_NOTICES = {
    "columns_dropped",
    "digits",
    "encoding_guessed",
    "letters_pix_drops",
    "lines_before_header",
}


@frozen
class Problem:
    """One thing to say about a file, or about one of its rows."""

    row: int | None
    """As the spreadsheet numbers it (the first row is 1); None for the file itself."""
    column: str | None
    """The header as the file writes it, safe to show; None for the whole row."""
    code: str
    severity: Severity
    params: Mapping[str, str] = field(factory=dict)
    """The named parts of the sentence, safe to show."""


def problem(code: str, row: int | None = None, column: str | None = None, **params: object) -> Problem:
    """A problem with the severity of its code, all that comes from the file made safe to show."""
    severity: Severity = "error"
    if code in _WARNINGS:
        severity = "warning"
    elif code in _NOTICES:
        severity = "notice"
    said = {name: shown(value) for name, value in params.items()}
    return Problem(row, None if column is None else shown(column), code, severity, said)


def shown(value: object) -> str:
    """A value as a sentence may quote it: safe, on one line, cut; a date as people write it."""
    if isinstance(value, dt.date):
        return f"{value:%d/%m/}{value.year:04d}"
    text = str(value)
    cut = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    return visible(cut)


def names(values: Iterable[str], most: int = 8) -> str:
    """Several names of a file in one parameter, each cut on its own, in their order."""
    every = [shown(value) for value in values]
    return ", ".join(every[:most]) + (", …" if len(every) > most else "")


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What concerns the file first, then row by row, each row in the order it was found."""
    return tuple(sorted(problems, key=lambda one: one.row or 0))
