"""What each candidate types at entry, and why what one typed was refused."""

from typing import ClassVar

from pixtui.domain.session import Candidate
from pixtui.present.row import Row
from pixtui.present.tone import Cell
from pixtui.present.typing import typing_lines, typing_rows
from pixtui.tui.actions import Scope
from pixtui.tui.dialogs.compare import compare_form
from pixtui.tui.screens.explaining import ExplainingScreen


class TypingScreen(ExplainingScreen):
    """Everyone, those with letters that Pix drops first."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "people", "typing")

    def rows(self, cells: int) -> list[Row]:
        """The names as the list has them."""
        return typing_rows(self.context.state, self.context.words, cells)

    def explained(self, one: Candidate | None, cells: int) -> list[Cell]:
        """What that one types."""
        return typing_lines(one, self.context.words, cells) if one else []

    def do_compare(self) -> None:
        """Compare what a refused candidate typed."""
        one = self.chosen
        if one is not None:
            self.app.push_screen(compare_form(self.context, one), self.refreshed)
