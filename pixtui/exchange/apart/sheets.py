"""What a pass over a sheet's XML finds that the spreadsheet reader does not tell.

Formulas, hidden rows, percentages, and where the last cell that holds something stands: a
sheet that goes far beyond any list is refused before it is read.
"""

from pixtui.exchange.apart.limits import LAST_COLUMN, LAST_ROW, MOST_CELLS
from pixtui.exchange.apart.refusal import RefusedFile


class Marks:
    """What is to be known of one sheet; rows and columns count from 1."""

    def __init__(self) -> None:
        self.formulas: list[tuple[int, int]] = []
        self.errors: list[tuple[int, int]] = []
        self.hidden: list[int] = []
        self.percents: set[tuple[int, int]] = set()
        self.last_row = 0
        self._cells = 0

    def filled(self, row: int, column: int, *, rows: int = 1, columns: int = 1) -> None:
        """A cell that holds something, so many rows and columns of it."""
        self.last_row = row + rows - 1
        self._cells += rows * columns
        beyond = self.last_row > LAST_ROW or column + columns - 1 > LAST_COLUMN
        if beyond or self._cells > MOST_CELLS:
            raise RefusedFile("sheet_too_large", rows=LAST_ROW, columns=LAST_COLUMN)
