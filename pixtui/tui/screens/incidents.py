"""The incident log: what happened, where it goes, what is still open."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult

from pixtui.domain.session import Incident
from pixtui.present.field import UnclearError, Values
from pixtui.present.incident_forms import amend_command, amend_fields
from pixtui.present.incidents import incident_lines, incident_rows
from pixtui.present.tone import Cell
from pixtui.tui.actions import Scope
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel


class IncidentsScreen(GuidingScreen):
    """Every incident of the session."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "incidents")

    def compose_body(self) -> ComposeResult:
        """The list, the one under the cursor whole."""
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def show_body(self) -> None:
        """Show the incidents as they stand now."""
        rows, context = self.query_one(RowList), self.context
        rows.show(incident_rows(context.state, context.words, context.rulebook, rows.room))
        self._explain()

    def on_row_list_moved(self) -> None:
        """Show the one under the cursor whole."""
        self._explain()

    def _explain(self) -> None:
        panel, context = self.query_one(TextPanel), self.context
        key = self.query_one(RowList).current
        cells = max(panel.size.width, 20)
        if key is None:
            panel.show([(context.text("No incident. F3 writes one down."), "dim")])
        else:
            panel.show(self._told(key, cells))

    def _told(self, incident: str, cells: int) -> list[Cell]:
        context = self.context
        return incident_lines(
            context.state, incident, context.now(), context.words, context.rulebook, cells
        )

    def _incident(self) -> Incident | None:
        return self.context.state.incidents.get(self.query_one(RowList).current or "")

    def topics_here(self) -> list[str]:
        """The situation of the incident under the cursor."""
        incident = self._incident()
        return [f"situation-{incident.situation}"] if incident else []

    def do_close(self) -> None:
        """The incident is dealt with."""
        incident = self._incident()
        if incident is not None:
            self.ask_close(incident.id)

    def do_amend(self) -> None:
        """Say the incident better."""
        incident = self._incident()
        if incident is None:
            self.do_incident()
            return
        fields = amend_fields(self.context.state, incident, self.context.words)
        title = self.context.text("Incident {incident}", incident=incident.id)
        self.app.push_screen(
            Form(self.context, title, fields, self._amender(incident)), self.refreshed
        )

    def _amender(self, incident: Incident) -> Callable[[Values], str]:
        def save(values: Values) -> str:
            context = self.context
            try:
                command = amend_command(
                    context.state, incident, values, context.now(), context.words
                )
            except UnclearError as unclear:
                return str(unclear)
            return self.told_json(command)

        return save
