"""A list of rows painted line by line: a change costs the line that changed.

The cursor is a mark in a gutter column: moving it repaints two cells instead of two rows, and
it survives a monochrome terminal. Rows keep their identity by key: an update finds the cursor
where it was, on the same thing.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from pixtui.present.row import Row
from pixtui.present.tone import Tone
from pixtui.tui.look.worn import tones_of

GUTTER = 2
"""Cells before the first column: the cursor and the mark."""
NEAR = 2
"""Rows kept in view above and below the cursor, where there are any."""


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor and marks; it knows nothing of what they are about, nor of keys."""

    GUTTER: ClassVar[int] = GUTTER
    """Cells before the first column."""

    class Moved(Message):
        """The cursor is on another row (None: there is no row)."""

        def __init__(self, key: str | None) -> None:
            super().__init__()
            self.key = key

        def can_replace(self, message: Message) -> bool:
            """Of several moves that wait, only the last one counts."""
            return isinstance(message, RowList.Moved) and message._sender is self._sender

    class Resized(Message):
        """The rows have another width to fill."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = ()
        self._places: dict[str, int] = {}
        self._cursor = 0
        self._marked: frozenset[str] = frozenset()
        self._width = 0
        self._looks: Mapping[Tone, Style] | None = None

    # --- what it shows

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown, in their order."""
        return self._rows

    @property
    def current(self) -> str | None:
        """The key of the row under the cursor."""
        return self._rows[self._cursor].key if self._rows else None

    @property
    def chosen(self) -> tuple[str, ...]:
        """What an action concerns: the marked rows shown, else the row under the cursor."""
        shown = tuple(row.key for row in self._rows if row.key in self._marked)
        return shown or ((self.current,) if self.current is not None else ())

    @property
    def marked(self) -> frozenset[str]:
        """The keys of the marked rows, those that a search hides included."""
        return self._marked

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows; only the lines that changed are painted again."""
        before, followed = self._rows, self.current
        self._rows = tuple(rows)
        self._places = {row.key: place for place, row in enumerate(self._rows)}
        last = max(len(self._rows) - 1, 0)
        left, self._cursor = self._cursor, self._places.get(followed or "", min(self._cursor, last))
        if len(before) == len(self._rows):
            pairs = enumerate(zip(self._rows, before, strict=True))
            stale = {place for place, (row, old) in pairs if row is not old and row != old}
            self._repaint(stale | ({left, self._cursor} if left != self._cursor else set()))
        else:
            self._fit()
        self._keep_in_view()
        if self.current != followed:
            self.post_message(self.Moved(self.current))

    def go_to(self, key: str) -> bool:
        """Put the cursor on that row; whether it is shown."""
        if key in self._places:
            self._move_to(self._places[key])
        return key in self._places

    def toggle_mark(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go on to the next."""
        if self.current is not None:
            self._marked ^= {self.current}
            self._repaint({self._cursor}, GUTTER)
            self._move_to(self._cursor + 1)

    def mark_all(self) -> None:
        """Mark every row shown; none of them where all were marked."""
        shown = self._places.keys()
        self._marked = self._marked - shown if shown <= self._marked else self._marked | shown
        self.refresh()

    def clear_marks(self, keys: Iterable[str] | None = None) -> None:
        """Take the marks of these rows away, or every mark."""
        gone = self._marked if keys is None else self._marked.intersection(keys)
        if gone:
            self._marked -= gone
            self.refresh()

    # --- moving

    def move(self, by: int) -> None:
        """Up or down by rows."""
        self._move_to(self._cursor + by)

    def page(self, by: int) -> None:
        """Up or down by pages."""
        self._move_to(self._cursor + by * max(self.size.height - 1, 1))

    def first(self) -> None:
        """To the first row."""
        self._move_to(0)

    def last(self) -> None:
        """To the last row."""
        self._move_to(len(self._rows) - 1)

    def _move_to(self, place: int) -> None:
        place = max(0, min(place, len(self._rows) - 1))
        if not self._rows or place == self._cursor:
            return
        left, self._cursor = self._cursor, place
        self._repaint({left, place}, GUTTER)
        self._keep_in_view()
        self.post_message(self.Moved(self.current))

    def _keep_in_view(self) -> None:
        """Scroll so that the cursor stands in view, with what is next to it."""
        height, top = self.size.height, self.scroll_offset.y
        near = min(NEAR, max(height - 1, 0) // 2)
        first, last = self._cursor - near, self._cursor + near
        if height and first < top:
            self._put_on_top(first)
        elif height and last >= top + height:
            self._put_on_top(last - height + 1)

    def _put_on_top(self, top: int) -> None:
        top = max(0, min(top, len(self._rows) - self.size.height))
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    # --- painting

    def _repaint(self, places: set[int], width: int | None = None) -> None:
        for place in places:
            line = place - self.scroll_offset.y
            if 0 <= line < self.size.height:
                self.refresh(Region(0, line, width or self.size.width, 1))

    def _fit(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._rows))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new width."""
        self._fit()
        self._keep_in_view()
        if event.size.width != self._width:
            self._width = event.size.width
            self.post_message(self.Resized())

    @property
    def room(self) -> int:
        """Cells for the cells of a row."""
        return max(self.size.width - self.GUTTER, 0)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Some lines of the screen, all in the looks of this moment."""
        self._looks = tones_of(self).on(self.rich_style)
        try:
            return super().render_lines(crop)
        finally:
            self._looks = None

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        place = y + self.scroll_offset.y
        looks = self._looks or tones_of(self).on(self.rich_style)
        if place >= len(self._rows):
            return Strip.blank(self.size.width, looks["plain"])
        row = self._rows[place]
        gutter = (
            Segment(">" if place == self._cursor else " ", looks["cursor"]),
            Segment("*" if row.key in self._marked else " ", looks["accent"]),
        )
        segments = [
            *gutter[: self.GUTTER],
            *(Segment(text, looks[tone]) for text, tone in row.cells),
        ]
        return Strip(segments).adjust_cell_length(self.size.width, looks["plain"])
