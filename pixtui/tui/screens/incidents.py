"""The incident log: what happened, where it goes, what is still open."""

from collections.abc import Callable
from typing import ClassVar

from attrs import evolve as changed
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from pixtui.domain.session import Incident
from pixtui.present.field import Values
from pixtui.present.incident_filter import (
    ROOM,
    IncidentFilter,
    filter_choices,
    filter_line,
    kind_of,
    shown_incidents,
    turned,
)
from pixtui.present.incident_forms import amend_command, amend_fields
from pixtui.present.incidents import incident_lines, incident_rows
from pixtui.present.tone import Cell
from pixtui.tui.actions import Scope
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.entry import Entry
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel


class IncidentsScreen(GuidingScreen):
    """Every incident of the session."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "incidents")

    def __init__(self, context: object) -> None:
        super().__init__(context)  # type: ignore[arg-type]  # the screens of a session share one context
        self._filter = IncidentFilter()

    def compose_body(self) -> ComposeResult:
        """What is hidden, the list, the one under the cursor whole."""
        search = Entry(placeholder=self.context.text("search"), id="filter", compact=True)
        search.display = False
        with Horizontal(id="narrowed"):
            yield search
            yield Static(id="filtered", markup=False)
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def show_body(self) -> None:
        """Show the incidents as they stand now."""
        rows, context = self.query_one(RowList), self.context
        state, words, book = context.state, context.words, context.rulebook
        shown = shown_incidents(state, self._filter, words, book)
        rows.show(incident_rows(state, shown, words, book, rows.room))
        told = filter_line(state, self._filter, len(shown), words, book)
        self.put("#filtered", f" {told}" if told else "")
        self.query_one("#narrowed").set_class(not told, "-empty")
        self._explain()

    def on_row_list_moved(self) -> None:
        """Show the one under the cursor whole."""
        self._explain()

    def _explain(self) -> None:
        panel, context = self.query_one(TextPanel), self.context
        key = self.query_one(RowList).current
        cells = max(panel.size.width, 20)
        if key is None and self._filter.on:
            told = context.text("Nothing shown. {key} shows everything.", key=context.key("back"))
            panel.show([(told, "dim")])
        elif key is None:
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

    # --- what is shown

    def bring_up(self, key: str) -> None:
        """Put the cursor on that incident, even if the filter hides it."""
        if not self.query_one(RowList).go_to(key):
            self._show_all()
            super().bring_up(key)

    def _show_all(self) -> None:
        self._filter = IncidentFilter()
        self.query_one("#filter", Input).value = ""
        self._show_search(shown=False)
        self.show_body()

    def _turn(self, key: str) -> None:
        self._filter = turned(self._filter, key)
        self.show_body()

    def do_only_open(self) -> None:
        """Only what is open, or everything again."""
        self._turn("open")

    def do_only_about(self) -> None:
        """Only what is about the same one, or everything again."""
        incident = self._incident()
        if self._filter.about is not None:
            self._turn(f"about:{self._filter.about}")
        elif incident is not None:
            self._turn(f"about:{incident.candidate or ROOM}")

    def do_only_kind(self) -> None:
        """Only what has the same code, or everything again."""
        incident = self._incident()
        if self._filter.kind is not None:
            self._turn(f"kind:{self._filter.kind}")
        elif incident is not None:
            self._turn(f"kind:{kind_of(incident)}")

    def do_only_place(self) -> None:
        """Only what goes to one place."""
        context = self.context
        listed = filter_choices(
            context.state, self._filter, context.words, context.rulebook, of="place"
        )

        def chosen(key: str | None) -> None:
            if key is not None:
                self._turn(key)

        title = context.text("Only what goes where?")
        self.app.push_screen(Choice(context, title, listed), chosen)

    def do_search_log(self) -> None:
        """Open the search, before what is said of the others."""
        self._show_search(shown=True)
        self.query_one("#filter", Input).focus()

    def _show_search(self, *, shown: bool) -> None:
        self.query_one("#filter", Input).display = shown
        self.query_one("#narrowed").set_class(shown, "-searching")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep only the incidents with these letters."""
        self._filter = changed(self._filter, typed=event.value)
        self.show_body()

    def on_input_submitted(self) -> None:
        """Back to the incidents found; what is searched stands above them."""
        self._show_search(shown=False)
        self.query_one(RowList).focus()

    def do_back(self) -> None:
        """Show everything again, else go back to the steps."""
        if self._filter.on or self.query_one("#filter", Input).display:
            self._show_all()
            self.query_one(RowList).focus()
        else:
            self.app.do_back()  # type: ignore[attr-defined]  # the console has it

    # --- what is done

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
            command = amend_command(context.state, incident, values, context.now(), context.words)
            return self.told_json(command)

        return save
