"""Lines of text with tones, painted only where they changed."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from pixtui.present.tone import Cell
from pixtui.present.width import fit
from pixtui.tui.look.worn import tones_of


class TextPanel(Widget):
    """A few lines beside or below a list."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: tuple[Cell, ...] = ()

    def show(self, lines: Sequence[Cell]) -> None:
        """Show these lines."""
        before, self._lines = self._lines, tuple(lines)
        for place in range(max(len(before), len(self._lines))):
            if before[place : place + 1] != self._lines[place : place + 1]:
                self.refresh(Region(0, place, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        base = self.rich_style
        if y >= len(self._lines):
            return Strip.blank(self.size.width, base)
        text, tone = self._lines[y]
        tones = tones_of(self)
        segment = Segment(fit(text, self.size.width), base + tones.style(tone))
        return Strip([segment]).adjust_cell_length(self.size.width, base)
