"""The sheets of a workbook as the child process tells of them, and which of them is the list."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from pixtui.exchange.columns import Columns, Vocabulary, find_columns
from pixtui.exchange.csv_rows import Row, Table
from pixtui.exchange.problems import Problem, problem

_ERRORS = re.compile(
    r"#(REF|N/A|NAME|VALUE|DIV/0|NUM|NULL)[!?]?|Err:[0-9]{3}|#(NOM|VALEUR|NOMBRE)[!?]"
)
"""What a spreadsheet shows where it cannot compute."""


@frozen
class Sheet:
    """One sheet: its rows that hold something, and what is to be known of its cells."""

    name: str
    rows: tuple[Row, ...]
    formulas: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    hidden: frozenset[int] = frozenset()

    def table(self) -> Table:
        """Its rows as those of a list, all as long as the longest."""
        width = max((len(cells) for _, cells in self.rows), default=0)
        padded = tuple((row, [*cells, *[""] * (width - len(cells))]) for row, cells in self.rows)
        return Table(padded, delimiter="")

    def remarks(self, columns: Columns) -> list[Problem]:
        """What is to be said of the cells under a header that are kept."""
        kept = {place + 1: name for name, place in columns.places.items()}
        said = [
            problem("hidden_row", row) for row, _ in self.rows
            if row in self.hidden and row > columns.row
        ]  # fmt: skip
        for row, cells in self.rows:
            for column, name in kept.items():
                if row <= columns.row:
                    continue
                text = cells[column - 1] if column <= len(cells) else ""
                if (row, column) in self.formulas:
                    said.append(problem("formula_cell", row, columns.header(name)))
                elif (row, column) in self.errors or _ERRORS.fullmatch(text.strip()):
                    said.append(problem("error_cell", row, columns.header(name), value=text))
        return said


@frozen
class Workbook:
    """A workbook as read."""

    kind: str
    """``ods`` or ``xlsx``."""
    sheets: tuple[Sheet, ...]
    macros: bool = False

    def chosen(self, vocabulary: Vocabulary) -> tuple[Sheet, list[Problem]]:
        """The first sheet with such a header, else the first that holds anything."""
        lists = [one for one in self.sheets if _is_list(one, vocabulary)]
        filled = [one for one in self.sheets if one.rows] or [Sheet("", ())]
        sheet = (lists or filled)[0]
        said = [problem("macros")] if self.macros else []
        others = [one.name for one in lists if one is not sheet]
        if others or (lists and sheet is not filled[0]):
            others = others or [one.name for one in filled if one is not sheet]
            said.append(problem("other_sheets", sheet=sheet.name, others=others))
        return sheet, said


def _is_list(sheet: Sheet, vocabulary: Vocabulary) -> bool:
    return find_columns(sheet.rows, vocabulary)[0] is not None


def workbook_of(told: Mapping[str, Any]) -> Workbook:
    """The workbook in the child's answer."""
    return Workbook(
        kind=told["kind"],
        sheets=tuple(
            Sheet(
                name=one["name"],
                rows=tuple((row, cells) for row, cells in one["rows"]),
                formulas=_places(one["formulas"]),
                errors=_places(one["errors"]),
                hidden=frozenset(one["hidden"]),
            )
            for one in told["sheets"]
        ),
        macros=told["macros"],
    )


def _places(listed: Sequence[Sequence[int]]) -> frozenset[tuple[int, int]]:
    return frozenset((row, column) for row, column in listed)
