"""Who may be certified: known before the day, or a reason why it is not."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from pixtui.domain.commands import RecordCertifiability
from pixtui.domain.session import Candidate
from pixtui.present.certifiability import (
    certifiability_line,
    certifiability_lines,
    certifiability_rows,
)
from pixtui.present.row import Row
from pixtui.present.tone import Cell
from pixtui.tui.actions import Scope
from pixtui.tui.screens.explaining import ExplainingScreen


class CertifiabilityScreen(ExplainingScreen):
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
        yield from super().compose_body()

    def show_body(self) -> None:
        """Show who may be certified, as it is known now."""
        self.put("#counters", " " + certifiability_line(self.context.state, self.context.words))
        super().show_body()

    def rows(self, cells: int) -> list[Row]:
        """Everyone, those not known first."""
        return certifiability_rows(self.context.state, self.context.words, cells)

    def explained(self, one: Candidate | None, cells: int) -> list[Cell]:
        """What is known of that one."""
        return certifiability_lines(one, self.context.words, cells)

    def do_certifiable_one(self) -> None:
        """May be certified, or may not, as somebody knows it from elsewhere."""
        one = self.chosen
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
