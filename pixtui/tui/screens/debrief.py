"""What happened in a rehearsal and what was made of it; not what can still be done in time."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from pixtui.present.rehearsal import Debriefing
from pixtui.tui.actions import Scope
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel


class DebriefScreen(GuidingScreen):
    """Every event with what was done in time, late, forgotten, or against the procedure."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session")

    def compose_body(self) -> ComposeResult:
        """How it went, line by line, the one under the cursor whole."""
        yield Static(id="counters", markup=False)
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def _debriefing(self) -> Debriefing | None:
        context = self.context
        if context.rehearsal is None:
            return None
        return Debriefing(
            scenario=context.rehearsal.scenario,
            debrief=context.rehearsal.debrief(),
            state=context.state,
            now=context.now(),
            words=context.words,
            book=context.rulebook,
        )

    def show_body(self) -> None:
        """Show it as it stands now."""
        made, rows = self._debriefing(), self.query_one(RowList)
        if made is not None:
            self.put("#counters", f" {made.summary()}")
            rows.show(made.rows(rows.room))
        self._explain()

    def on_row_list_moved(self) -> None:
        """Show the line under the cursor whole."""
        self._explain()

    def _explain(self) -> None:
        made, panel = self._debriefing(), self.query_one(TextPanel)
        key, cells = self.query_one(RowList).current, max(panel.content_size.width, 20)
        panel.show(made.explained(key, cells) if made and key else [])
