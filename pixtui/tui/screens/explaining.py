"""A list of candidates, and below it what is known of the one under the cursor."""

from abc import abstractmethod

from textual.app import ComposeResult

from pixtui.domain.session import Candidate
from pixtui.present.row import Row
from pixtui.present.tone import Cell
from pixtui.tui.screens.people import PeopleScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel


class ExplainingScreen(PeopleScreen):
    """One row a candidate; a panel explains one of them."""

    def compose_body(self) -> ComposeResult:
        """The list, the one under the cursor."""
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def show_body(self) -> None:
        """Show everyone as they are known now."""
        rows = self.query_one(RowList)
        rows.show(self.rows(rows.room))
        self._explain()

    def on_row_list_moved(self) -> None:
        """Say what is known of the one under the cursor."""
        self._explain()

    def concerned(self) -> str | None:
        """An incident written down from here is about the row under the cursor."""
        return self.query_one(RowList).current

    @property
    def chosen(self) -> Candidate | None:
        """Who is under the cursor."""
        return self.context.state.candidates.get(self.concerned() or "")

    @abstractmethod
    def rows(self, cells: int) -> list[Row]:
        """Everyone, in lines that fit so many cells."""

    @abstractmethod
    def explained(self, one: Candidate | None, cells: int) -> list[Cell]:
        """What is known of that one, in lines that fit so many cells."""

    def _explain(self) -> None:
        panel = self.query_one(TextPanel)
        panel.show(self.explained(self.chosen, max(panel.content_size.width, 20)))
