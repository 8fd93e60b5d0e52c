"""What a reader hands back, the same for every format: candidates and what is to be said.

The codes in capitals are Pix's own (domain notes §3), reported where the rule is Pix's; the
others are ours. Their sentences live in ``pixtui.wording.import_problems``.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from attrs import field, frozen

from pixtui.domain.particulars import CandidateFields
from pixtui.domain.text import visible

Severity = Literal["error", "warning", "notice"]
"""An error refuses the file, a warning asks for a yes, a notice is only said."""

FORMATS = (
    "plain-csv",
    "sheet",
    "pix-candidates-ods",
    "pix-sessions-csv",
    "pix-profiles-csv",
    "siecle-xml",
    "sup-csv",
    "fregata-csv",
)
"""What can be read, by the names a person may force."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
MOST_CANDIDATES = 2_000
MOST_BYTES = 5_000_000
LONGEST_SHOWN, LONGEST_HEADER = 60, 100
"""Characters of a value, and of a header, that a sentence quotes."""
MOST_NAMED = 8

_WARNINGS = {
    "DUPLICATE_CANDIDATE_IN_SESSION",
    "EMPTY_SESSION",
    "age_unusual",
    "birthdate_serial",
    "certifiable_disagrees",
    "extra_time_read_as",
    "extra_time_moves_end",
    "hand_corrected",
    "started_changes",
    "hidden_row",
    "homonym_in_session",
    "homonyms",
    "identity_changes",
    "identity_kept",
    "ine_missing",
    "macros",
    "other_lists",
    "other_school_year",
    "other_session",
    "other_sheets",
    "certifiability_by_hand",
    "profile_ambiguous",
    "profile_other_class",
    "profile_homonyms",
    "looks_like",
    "twin_in_session",
    "twins",
    "insee_zero_lost",
    "digits_lost",
    "mixed_scripts",
    "mojibake_repaired",
    "mojibake_seen",
    "one_letter",
    "other_script",
    "symbol",
}
_NOTICES = {
    "digits",
    "encoding_guessed",
    "encoding_mac_read",
    "extra_time_kept",
    "field_changes",
    "letters_pix_drops",
    "lines_before_header",
    "no_letter",
    "profile_elsewhere",
    "profile_looks_like",
    "pupils_left_out",
    "two_classes",
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
    who: str = ""
    """Whom the row is about, safe to show, where its number alone finds nobody."""


@frozen(kw_only=True)
class ImportedCandidate(CandidateFields):
    """One row that could be read: clean texts, a real date, whole percents."""

    row: int
    """As the spreadsheet numbers it (the first row is 1)."""
    birthdate: dt.date
    # An extra time of 0 is one that the list denies; None one that it does not speak of.


@frozen(kw_only=True)
class Imported:
    """A file as read, whatever its format."""

    format: str
    rows: int = 0
    """Rows that hold something, the header not counted; reading stops beyond the limit."""
    problems: tuple[Problem, ...] = ()
    dropped_columns: tuple[str, ...] = ()
    """Headers of the columns that are not kept, in file order, safe to show."""
    encoding: str | None = None
    delimiter: str | None = None
    classes: Mapping[int, str] = field(factory=dict)
    """Row to the class it says, rows with an error too; empty where there is no such column."""

    def worst(self) -> Severity | None:
        """The gravest severity among the problems; None where there is none."""
        found = {one.severity for one in self.problems}
        return next((one for one in SEVERITIES if one in found), None)


@frozen(kw_only=True)
class ImportedList(Imported):
    """A list of candidates: rows with an error are not among them."""

    candidates: tuple[ImportedCandidate, ...] = ()


def problem(
    code: str, row: int | None = None, column: str | None = None, **params: object
) -> Problem:
    """A problem with the severity of its code, all that comes from the file made safe to show.

    A parameter is a value, or a sequence of values that is then quoted as a short list.
    """
    severity: Severity = "error"
    if code in _WARNINGS:
        severity = "warning"
    elif code in _NOTICES:
        severity = "notice"
    said = {name: shown(value) for name, value in params.items()}
    where = None if column is None else shown(column, LONGEST_HEADER)
    return Problem(row, where, code, severity, said)


def shown(value: object, longest: int = LONGEST_SHOWN) -> str:
    """A value as a sentence may quote it: safe, on one line, cut; a date as people write it."""
    if isinstance(value, dt.date):
        return f"{value:%d/%m/}{value.year:04d}"
    if isinstance(value, (tuple, list)):
        every = [shown(one) for one in dict.fromkeys(value)]
        return ", ".join(every[:MOST_NAMED]) + (", …" if len(every) > MOST_NAMED else "")
    text = str(value)
    return visible(text if len(text) <= longest else text[: longest - 1] + "…")


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What concerns the file first, then row by row, each row in the order it was found."""
    return tuple(sorted(problems, key=lambda one: one.row or 0))
