"""The same grid in Textual's DataTable, written as its guide has it. Run as a module."""

import json
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import DataTable, Footer, Input, Static


class Steps(Screen[None]):
    """The other screen."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The steps and the keys."""
        yield Static("\n".join(self._lines), markup=False)
        yield Footer()


class Table(App[None]):
    """The grid in a DataTable."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "#detail { height: 3; } DataTable { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Marque"),
        Binding("1", "identity", "Identité"),
        Binding("slash", "filter", "Cherche"),
        Binding("f6", "steps", "Étapes"),
        Binding("f2", "grid", "Grille"),
    ]

    def __init__(self, told: dict[str, list[list[str]]], steps: list[str]) -> None:
        super().__init__()
        self._told, self._marked = told, set[str]()
        self._steps = Steps(steps)

    def compose(self) -> ComposeResult:
        """A search, the grid, the row under the cursor, the keys."""
        yield Input(id="filter", compact=True)
        yield DataTable(cursor_type="row")
        yield Static(id="detail", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Fill the grid."""
        self.query_one(Input).cursor_blink = False
        table = self.query_one(DataTable)
        table.add_column("", key="mark")
        for place, heading in enumerate(self._told["heading"]):
            table.add_column(str(heading), key=str(place))
        self._fill("")
        table.focus()

    def _fill(self, wanted: str) -> None:
        table = self.query_one(DataTable)
        table.clear()
        for place, row in enumerate(self._told["rows"]):
            if wanted.casefold() in " ".join(row[:3]).casefold():
                mark = "*" if str(place) in self._marked else " "
                table.add_row(mark, *row, key=str(place))

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Say what the row under the cursor holds."""
        place = event.row_key.value
        if place is not None:
            self.query_one("#detail", Static).update(" ".join(self._told["rows"][int(place)][1:4]))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep only the rows with these letters."""
        self._fill(event.value)

    def action_mark(self) -> None:
        """Mark the row, and go on to the next."""
        table = self.query_one(DataTable)
        key = table.coordinate_to_cell_key(table.cursor_coordinate).row_key
        self._marked ^= {str(key.value)}
        table.update_cell(key, "mark", "*" if key.value in self._marked else " ")
        table.action_cursor_down()

    def action_identity(self) -> None:
        """A sign in the row."""
        table = self.query_one(DataTable)
        table.update_cell(
            table.coordinate_to_cell_key(table.cursor_coordinate).row_key, "7", "I········"
        )

    def action_filter(self) -> None:
        """Open the search."""
        self.query_one(Input).focus()

    def on_key(self, event: object) -> None:
        """Escape closes the search."""
        if getattr(event, "key", "") == "escape":
            self.query_one(Input).value = ""
            self.query_one(DataTable).focus()

    def action_steps(self) -> None:
        """The other screen."""
        if self.screen is not self._steps:
            self.push_screen(self._steps)

    def action_grid(self) -> None:
        """Back to the grid."""
        if self.screen is self._steps:
            self.pop_screen()


if __name__ == "__main__":
    found = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    Table({"heading": found["heading"], "rows": found["rows"]}, found["steps"]).run()
