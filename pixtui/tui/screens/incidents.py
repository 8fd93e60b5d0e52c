"""The incident log: what happened, where it goes, what is still open."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult

from pixtui.domain import commands as c
from pixtui.domain.session import Incident
from pixtui.present.field import Field, Values
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
        text, state = self.context.text, self.context.state
        who = state.candidates.get(incident.candidate or "")
        fields = [
            Field(name="code", label=text("code"), value=incident.code or ""),
            Field(
                name="candidate",
                label=text("candidate"),
                value=f"{who.last_name} {who.first_name}" if who else "",
                hint=text("seat or name, nothing for the room"),
            ),
            Field(
                name="question",
                label=text("question number"),
                value=str(incident.question or ""),
                hint="1-500",
            ),
            Field(name="note", label=text("what happened"), value=incident.note),
        ]
        title = text("Incident {incident}", incident=incident.id)
        self.app.push_screen(
            Form(self.context, title, fields, self._amender(incident)), self.refreshed
        )

    def _amender(self, incident: Incident) -> Callable[[Values], str]:
        def save(values: Values) -> str:
            question = values["question"]
            if question and not (question.isascii() and question.isdigit()):
                return self.context.text("The question number is digits only.")
            command: dict[str, object] = {
                "command": c.AmendIncident.NAME,
                "incident": incident.id,
                "code": values["code"].upper() or None,
                "candidate": values["candidate"] or None,
                "question": int(question) if question else None,
                "note": values["note"],
            }
            return self.told_json(command)

        return save
