"""What becomes of a painted line on a terminal that cannot show all of it."""

from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from pixtui.present.plain import to_ascii_cells

_NO_BOLD = Style(bold=False)


class PlainAscii(LineFilter):
    """Nothing but ASCII, every cell in its place."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - as Textual calls it
        """The line, spelled out."""
        if all(text.isascii() for text, _style, _control in segments):
            return segments
        told = [
            Segment(text, style)
            for text, style in to_ascii_cells([(text, style) for text, style, _ in segments])
        ]
        cells = sum(cell_len(text) for text, _style, _control in segments)
        return Segment.adjust_line_length(told, cells, pad=True)


class NoBold(LineFilter):
    """No bold: a console of sixteen colours shows a bold dark colour as its light twin."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - as Textual calls it
        """The line without bold."""
        return [
            Segment(text, None if style is None else _thin(style), control)
            for text, style, control in segments
        ]


@lru_cache(maxsize=1024)
def _thin(style: Style) -> Style:
    return style + _NO_BOLD if style.bold else style
