"""A table on a sheet: columns that line up, rows that wrap, the heading again on each page."""

from collections.abc import Sequence

from attrs import frozen

from pixtui.documents.canvas import BODY, INK, LEAD, NOTE, PALE, Align
from pixtui.documents.sheet import Pages
from pixtui.documents.typeface import POINT, face
from pixtui.wording.catalogue import N_

SMALLEST = 4.5
"""Points: below that a text is no longer read."""
SLACK = 0.001
"""Millimetres left over, so that sums of fractions never push the last row off the page."""
PADDING = 1.4
"""Between a cell's edges and its text."""


@frozen(kw_only=True)
class Column:
    """One column: its heading, its width in millimetres, or its share of what is left."""

    title: str
    width: float = 0.0
    share: float = 1.0
    align: Align = "left"
    bold: bool = False


class Table:
    """Rows under the same headings; ``close`` after the last one.

    ``even`` rows all have the height given: for sheets that are filled in by hand.
    """

    def __init__(
        self,
        sheet: Pages,
        columns: Sequence[Column],
        *,
        height: float = 6.4,
        size: float = BODY,
        even: bool = False,
    ) -> None:
        self._sheet, self._columns, self._height, self._size = sheet, columns, height, size
        self._even = even
        fixed = sum(one.width for one in columns)
        shares = sum(one.share for one in columns if not one.width) or 1
        room = sheet.width - fixed
        self._widths = [one.width or room * one.share / shares for one in columns]
        self._edges = [sheet.left]
        for wide in self._widths:
            self._edges.append(self._edges[-1] + wide)
        self._lead = size * POINT * LEAD
        self._titles = [
            face("B").wrapped(one.title, NOTE + 0.5, wide - 2 * PADDING)
            for one, wide in zip(columns, self._widths, strict=True)
        ]
        self._begun = 0.0
        self._empty = True
        self._heading()

    # --- rows

    def row(self, cells: Sequence[str], *, height: float | None = None) -> None:
        """One row; a cell that is longer than a page goes on over the next one."""
        if self._even:
            self._even_row(self._fitted_row(cells, self._height), self._height)
            return
        texts = [self._wrapped(place, text) for place, text in enumerate(cells)]
        least = height or self._height
        while True:
            deepest = max(len(lines) for lines in texts)
            tall = max(least, deepest * self._lead + 2 * PADDING)
            if tall <= self._sheet.left_on_page:
                self._draw(texts, tall)
                return
            fits = int((self._sheet.left_on_page - 2 * PADDING) / self._lead)
            page = self._sheet.bottom - self._sheet.top
            if tall > page / 2 and fits >= 4:
                self._draw([lines[:fits] for lines in texts], self._sheet.left_on_page)
                texts = [lines[fits:] for lines in texts]
            self._next_page()

    def _wrapped(self, place: int, text: str) -> list[str]:
        column, room = self._columns[place], self._widths[place] - 2 * PADDING
        style = face("B" if column.bold else "")
        if "\n" not in text and style.width(text, self._size) <= room:
            return [text] if text else []
        return style.wrapped(text, self._size, room)

    def page_of(self, rows: Sequence[Sequence[str]], count: int) -> None:
        """Even rows that fill the page as so many would; those that need more room take it."""
        left, tall = self._sheet.left_on_page - SLACK, 0
        while True:
            height = left / max(count - tall, 1)
            fitted = [self._fitted_row(cells, height) for cells in rows]
            needs = [need for one in fitted if (need := _deepest(one)) > height]
            if len(needs) == tall:
                break
            left, tall = self._sheet.left_on_page - SLACK - sum(needs), len(needs)
        for one in fitted:
            self._even_row(one, height)

    def _even_row(self, fitted: Sequence["Fitted"], height: float) -> None:
        """A row of that height, or taller where even the smallest type needs more room."""
        height = max(height, _deepest(fitted))
        if self._sheet.left_on_page < height:
            self._next_page()
        for place, (lines, size) in enumerate(fitted):
            lead = size * POINT * LEAD
            y = self._sheet.y + (height - len(lines) * lead) / 2 + lead * 0.76
            for line in lines:
                self._put(place, y, line, size, self._columns[place].bold)
                y += lead
        self._end_row(height)

    def _fitted_row(self, cells: Sequence[str], height: float) -> list["Fitted"]:
        """The cells in the largest type with which each fits that height."""
        return [self._fitted(place, text, height) for place, text in enumerate(cells)]

    def _fitted(self, place: int, text: str, height: float) -> "Fitted":
        column, room = self._columns[place], self._widths[place] - 2 * PADDING
        style, size = face("B" if column.bold else ""), self._size
        lines = self._wrapped(place, text)
        while _tall(lines, size) > height and size > SMALLEST:
            size -= 0.5
            lines = style.wrapped(text, size, room)
        return lines, size

    def _draw(self, texts: Sequence[Sequence[str]], tall: float) -> None:
        deepest = max(len(lines) for lines in texts)
        spare = (min(tall, self._height) - self._lead) / 2 if deepest == 1 else PADDING
        for place, lines in enumerate(texts):
            y = self._sheet.y + spare + self._lead * 0.76
            for line in lines:
                self._put(place, y, line, self._size, self._columns[place].bold)
                y += self._lead
        self._end_row(tall)

    def _end_row(self, tall: float) -> None:
        sheet = self._sheet
        self._empty = False
        sheet.y += tall
        sheet.rule(sheet.left, sheet.y, self._edges[-1], sheet.y, weight=0.15)

    def _put(self, place: int, y: float, text: str, size: float, bold: bool) -> None:
        align = self._columns[place].align
        left, right = self._edges[place] + PADDING, self._edges[place + 1] - PADDING
        x = {"left": left, "right": right, "centre": (left + right) / 2}[align]
        self._sheet.put(x, y, text, size, bold=bold, align=align)

    # --- headings and edges

    def _heading(self) -> None:
        lead = (NOTE + 0.5) * POINT * LEAD
        tall = max(len(lines) for lines in self._titles) * lead + 2.4
        self._sheet.need(tall + self._height)
        sheet = self._sheet
        self._begun = sheet.y
        sheet.rule(sheet.left, sheet.y, self._edges[-1], sheet.y, weight=0.35)
        for place, lines in enumerate(self._titles):
            for number, line in enumerate(lines):
                y = sheet.y + 1.2 + lead * (number + 0.76)
                self._put(place, y, line, NOTE + 0.5, bold=True)
        sheet.y += tall
        sheet.rule(sheet.left, sheet.y, self._edges[-1], sheet.y, weight=0.35)

    def _next_page(self) -> None:
        self._upright()
        self._sheet.page()
        self._heading()

    def _upright(self) -> None:
        sheet = self._sheet
        for place, x in enumerate(self._edges):
            outer = place in (0, len(self._edges) - 1)
            level = INK if outer else PALE
            sheet.rule(x, self._begun, x, sheet.y, weight=0.15, level=level)

    def close(self, after: float = 3.0) -> None:
        """Draw the edges; what follows stands below."""
        if self._empty:
            nobody = self._sheet.subject.text(N_("Nobody is on the list."))
            y = self._sheet.y + self._height / 2 + self._lead * 0.26
            self._sheet.put(self._edges[0] + PADDING, y, nobody, self._size, grey=True)
            self._end_row(self._height)
        self._upright()
        self._sheet.y += after


Fitted = tuple[list[str], float]
"""The lines of a cell, and the size of their type."""


def _tall(lines: Sequence[str], size: float) -> float:
    """The least height of a cell with so many lines of that size."""
    return len(lines) * size * POINT * LEAD + 0.6


def _deepest(fitted: Sequence[Fitted]) -> float:
    return max(_tall(lines, size) for lines, size in fitted)
