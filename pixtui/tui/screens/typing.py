"""What each candidate types at entry, and why what one typed was refused."""

from typing import ClassVar

from textual.app import ComposeResult

from pixtui.present.typing import typing_lines, typing_rows
from pixtui.tui.actions import Scope
from pixtui.tui.dialogs.compare import compare_form
from pixtui.tui.screens.people import PeopleScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel


class TypingScreen(PeopleScreen):
    """Everyone, those with letters that Pix drops first."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "people", "typing")

    def compose_body(self) -> ComposeResult:
        """The list, what the one under the cursor types."""
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def show_body(self) -> None:
        """Show the names as the list has them."""
        rows, context = self.query_one(RowList), self.context
        rows.show(typing_rows(context.state, context.words, rows.room))
        self._explain()

    def on_row_list_moved(self) -> None:
        """Say what the one under the cursor types."""
        self._explain()

    def concerned(self) -> str | None:
        """An incident written down from here is about the row under the cursor."""
        return self.query_one(RowList).current

    def _explain(self) -> None:
        panel = self.query_one(TextPanel)
        one = self.context.state.candidates.get(self.query_one(RowList).current or "")
        cells = max(panel.content_size.width, 20)
        panel.show(typing_lines(one, self.context.words, cells) if one else [])

    def do_compare(self) -> None:
        """Compare what a refused candidate typed."""
        one = self.context.state.candidates.get(self.query_one(RowList).current or "")
        if one is not None:
            self.app.push_screen(compare_form(self.context, one), self.refreshed)
