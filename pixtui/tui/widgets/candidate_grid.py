"""The live grid: one line a candidate, painted by hand so that a change costs one line.

The cursor is a mark in a gutter column: moving it repaints two cells instead of two rows, and
it survives a monochrome terminal. Rows keep their identity by candidate: an update finds the
cursor where it was, on the same person.
"""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from pixtui.present.grid import Columns, GridRow, columns_for, row_cells
from pixtui.tui.tones import Tones

GUTTER = 2
"""Cells before the first column: the cursor and the mark."""


class CandidateGrid(ScrollView, can_focus=True):
    """Rows of candidates with a cursor and marks; it knows nothing of the rules."""

    class Moved(Message):
        """The cursor is on another candidate (None: there is no row)."""

        def __init__(self, candidate: str | None) -> None:
            super().__init__()
            self.candidate = candidate

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._rows: tuple[GridRow, ...] = ()
        self._cursor = 0
        self._marked: frozenset[str] = frozenset()
        self._columns: Columns = columns_for(80 - GUTTER)
        self.tones = Tones()

    # --- what it shows

    @property
    def rows(self) -> tuple[GridRow, ...]:
        """The rows shown, in their order."""
        return self._rows

    @property
    def current(self) -> str | None:
        """The candidate under the cursor."""
        return self._rows[self._cursor].id if self._rows else None

    @property
    def marked(self) -> frozenset[str]:
        """The marked candidates among those shown."""
        return self._marked

    @property
    def chosen(self) -> tuple[str, ...]:
        """Whom an action concerns: the marked rows, else the row under the cursor."""
        if self._marked:
            return tuple(row.id for row in self._rows if row.id in self._marked)
        return (self.current,) if self.current else ()

    def show(self, rows: Sequence[GridRow]) -> None:
        """Show these rows; only the lines that changed are painted again."""
        before, self._rows = self._rows, tuple(rows)
        followed = before[self._cursor].id if before else None
        places = {row.id: place for place, row in enumerate(self._rows)}
        last = max(len(self._rows) - 1, 0)
        moved_to = places.get(followed or "", min(self._cursor, last))
        self._marked &= places.keys()
        if len(before) != len(self._rows):
            self.virtual_size = Size(self.size.width or 80, len(self._rows))
            self._cursor = moved_to
            self.refresh()
        else:
            stale = {place for place, row in enumerate(self._rows) if row != before[place]}
            stale |= {self._cursor, moved_to} if moved_to != self._cursor else set()
            self._cursor = moved_to
            self._repaint(stale)
        self._keep_in_view()
        if self.current != followed:
            self.post_message(self.Moved(self.current))

    def go_to(self, candidate: str) -> None:
        """Put the cursor on that candidate, where they are shown."""
        for place, row in enumerate(self._rows):
            if row.id == candidate:
                self._move(place)

    def toggle_mark(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on to the next."""
        if self.current:
            self._marked ^= {self.current}
            self._repaint({self._cursor})
            self._move(self._cursor + 1)

    def mark_all(self) -> None:
        """Mark every row shown; none where all were marked."""
        everyone = frozenset(row.id for row in self._rows)
        self._marked = frozenset() if self._marked == everyone else everyone
        self.refresh()

    def clear_marks(self) -> None:
        """Take every mark away."""
        if self._marked:
            self._marked = frozenset()
            self.refresh()

    # --- moving

    def key_down(self) -> None:
        """One row down."""
        self._move(self._cursor + 1)

    def key_up(self) -> None:
        """One row up."""
        self._move(self._cursor - 1)

    def key_pagedown(self) -> None:
        """One page down."""
        self._move(self._cursor + max(self.size.height - 1, 1))

    def key_pageup(self) -> None:
        """One page up."""
        self._move(self._cursor - max(self.size.height - 1, 1))

    def key_home(self) -> None:
        """To the first row."""
        self._move(0)

    def key_end(self) -> None:
        """To the last row."""
        self._move(len(self._rows) - 1)

    def _move(self, place: int) -> None:
        place = max(0, min(place, len(self._rows) - 1))
        if not self._rows or place == self._cursor:
            return
        left, self._cursor = self._cursor, place
        self._repaint({left, place}, width=GUTTER)
        self._keep_in_view()
        self.post_message(self.Moved(self.current))

    def _keep_in_view(self) -> None:
        height, top = self.size.height, self.scroll_offset.y
        if not height:
            return
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False, force=True)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True)

    # --- painting

    def _repaint(self, places: set[int], width: int | None = None) -> None:
        for place in places:
            line = place - self.scroll_offset.y
            if 0 <= line < self.size.height:
                self.refresh(Region(0, line, width or self.size.width, 1))

    def on_resize(self) -> None:
        """Lay the columns out for the new width."""
        self._columns = columns_for(self.size.width - GUTTER)
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._keep_in_view()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        place = y + self.scroll_offset.y
        base = self.rich_style
        if place >= len(self._rows):
            return Strip.blank(self.size.width, base)
        row = self._rows[place]
        cursor = ">" if place == self._cursor else " "
        mark = "*" if row.id in self._marked else " "
        segments = [
            Segment(cursor, base + self.tones.style("cursor")),
            Segment(mark, base + self.tones.style("accent")),
        ]
        for text, tone in row_cells(row, self._columns):
            segments.append(Segment(text, base + self.tones.style(tone)))
        return Strip(segments).adjust_cell_length(self.size.width, base)
