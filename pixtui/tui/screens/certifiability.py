"""Who may be certified: known before the day, or a reason why it is not."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from pixtui.domain.commands import RecordCertifiability
from pixtui.present.certifiability import (
    certifiability_line,
    certifiability_lines,
    certifiability_rows,
)
from pixtui.tui.actions import Scope
from pixtui.tui.screens.people import PeopleScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel


class CertifiabilityScreen(PeopleScreen):
    """Everyone, those not known first."""

    SCOPES: ClassVar[tuple[Scope, ...]] = (
        "everywhere",
        "list",
        "session",
        "people",
        "certifiability",
    )

    def compose_body(self) -> ComposeResult:
        """How many of each, the list, the one under the cursor."""
        yield Static(id="counters", markup=False)
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def show_body(self) -> None:
        """Show who may be certified, as it is known now."""
        rows, context = self.query_one(RowList), self.context
        self.put("#counters", " " + certifiability_line(context.state, context.words))
        rows.show(certifiability_rows(context.state, context.words, rows.room))
        self._explain()

    def on_row_list_moved(self) -> None:
        """Say what is known of the one under the cursor."""
        self._explain()

    def concerned(self) -> str | None:
        """An incident written down from here is about the row under the cursor."""
        return self.query_one(RowList).current

    def _explain(self) -> None:
        panel = self.query_one(TextPanel)
        one = self.context.state.candidates.get(self.query_one(RowList).current or "")
        cells = max(panel.content_size.width, 20)
        panel.show(certifiability_lines(one, self.context.words, cells))

    def do_certifiable_one(self) -> None:
        """May be certified, or may not, as somebody knows it from elsewhere."""
        one = self.context.state.candidates.get(self.query_one(RowList).current or "")
        if one is not None:
            known = one.certifiability
            yes = known is None or not known.certifiable
            act = RecordCertifiability(candidates=(one.id,), certifiable=yes)
            if known is None or known.competences is None:
                self.ask(act)
                return
            text, name = self.context.text, self.name_of(one.id)
            question = text("{name}: may be certified?", name=name)
            if not yes:
                question = text("{name}: may not be certified?", name=name)
            about = text("This takes the place of the profile that was imported.")
            self.confirm(question, text("Yes, said by hand"), lambda: self.ask(act), about=about)
