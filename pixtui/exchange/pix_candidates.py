"""Pix Certif's "Liste des candidats", .ods or saved as .xlsx (domain notes §3.1)."""

import datetime as dt

from attrs import evolve as changed

from pixtui.exchange.columns import HEADER_WITHIN, Columns, find_columns
from pixtui.exchange.csv_rows import Row
from pixtui.exchange.extra_time import fraction
from pixtui.exchange.listing import Cells, Format, read_rows
from pixtui.exchange.pix_columns import CANDIDATES_VOCABULARY
from pixtui.exchange.pix_fields import read_candidate
from pixtui.exchange.problems import ImportedCandidate, ImportedList, ordered, problem
from pixtui.exchange.sheets import Workbook

FORMAT = "pix-candidates-ods"


def _read(number: int, at: Cells, today: dt.date) -> ImportedCandidate | None:
    return read_candidate(number, at, today, fraction)


_FORM = Format(name=FORMAT, vocabulary=CANDIDATES_VOCABULARY, read_cells=_read)


def is_candidates_list(book: Workbook) -> bool:
    """Whether the first sheet has one row with every header of Pix's list."""
    return bool(book.sheets) and find_columns(book.sheets[0].rows, _FORM.vocabulary)[0] is not None


HEADERS_LOST = 2
"""How many of Pix's headers may be missing from what is still its list, damaged."""


def is_damaged_list(book: Workbook) -> bool:
    """Whether the first sheet has nearly all headers of Pix's list, its stars among them."""
    known, enough = CANDIDATES_VOCABULARY, len(CANDIDATES_VOCABULARY.required) - HEADERS_LOST
    return bool(book.sheets) and any(
        known.recognised(cells) >= enough and any(cell.startswith("*") for cell in cells)
        for _, cells in book.sheets[0].rows[:HEADER_WITHIN]
    )


def parse(book: Workbook, today: dt.date) -> ImportedList:
    """The candidates of the first sheet, under Pix's rules and codes."""
    sheet = book.sheets[0] if book.sheets else None
    rows = sheet.table().rows if sheet else ()
    columns, found = find_columns(rows, _FORM.vocabulary)
    if columns is None or sheet is None:
        missing = [one.params["missing"] for one in found if "missing" in one.params]
        return ImportedList(format=FORMAT, problems=(problem("INVALID_DOCUMENT", missing=missing),))
    # What Pix's own list says above its header and in its title rows is nobody's business.
    problems = [problem("macros")] if book.macros else []
    problems += sheet.remarks(columns)
    listed = [row for row in rows if row[0] > columns.row and _mapped(columns, row)]
    if not listed:
        problems.append(problem("INVALID_DOCUMENT", variant="nobody"))
        return ImportedList(format=FORMAT, problems=ordered(problems))
    candidates = read_rows(_FORM, columns, listed, problems, today)
    return changed(
        ImportedList(format=FORMAT, rows=len(listed)),
        candidates=tuple(candidates),
        problems=ordered(problems),
        dropped_columns=columns.dropped(cells for _, cells in listed),
    )


def _mapped(columns: Columns, row: Row) -> bool:
    """Whether any cell of a row stands under a header that is read."""
    return any(row[1][place].strip() for place in columns.places.values())
