"""The history: every entry, the newest first; undo and correct."""

from typing import ClassVar

from textual.app import ComposeResult

from pixtui.domain import commands as c
from pixtui.present.history import HistoryLine, history_lines
from pixtui.present.row import Row
from pixtui.present.tone import Tone
from pixtui.present.when import hour
from pixtui.present.width import fit
from pixtui.tui.actions import Scope
from pixtui.tui.dialogs.form import Field, Form, Values
from pixtui.tui.screens.asking import AskingScreen
from pixtui.tui.widgets.row_list import RowList


class HistoryScreen(AskingScreen):
    """What was declared, when, by whom; nothing is ever taken away."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "session", "history")

    def compose_body(self) -> ComposeResult:
        """The list."""
        yield RowList(id="grid")

    def show_body(self) -> None:
        """Show the entries, the newest first."""
        rows, context = self.query_one(RowList), self.context
        found = history_lines(context.state, context.words, context.rulebook)
        rows.show([_row(line, rows.room) for line in reversed(found)])

    def _seq(self) -> int | None:
        key = self.query_one(RowList).current
        return int(key) if key else None

    def do_undo(self) -> None:
        """Undo the entry under the cursor."""
        seq = self._seq()
        if seq is None:
            return
        line = history_lines(self.context.state, self.context.words, self.context.rulebook)[seq - 1]
        question = self.context.text("Undo entry {seq}?", seq=seq)
        yes = self.context.text("Yes, undo")
        self.confirm(question, yes, lambda: self.ask(c.Undo(seq=seq)), about=line.what)

    def do_correct(self) -> None:
        """Give the entry its right time."""
        seq = self._seq()
        if seq is None:
            return
        event = self.context.state.history[seq - 1]
        text, state = self.context.text, self.context.state
        field = Field(name="at", label=text("right time"), value=hour(state, event.at))

        def save(values: Values) -> str:
            at = self.typed_hour(values["at"])
            if at is None:
                return text("Write the time as 09:05.")
            return self.told_json({"command": "correct", "seq": seq, "at": at.isoformat()})

        title = text("Correct the time of entry {seq}", seq=seq)
        self.app.push_screen(Form(self.context, title, [field], save), self.refreshed)


def _row(line: HistoryLine, cells: int) -> Row:
    tone: Tone = "dim" if line.voided else "plain"
    mark = "x" if line.voided else " "
    head = f"{line.seq:>4} {mark} {fit(line.at, 11)} {fit(line.by, 14)} "
    return Row(
        str(line.seq),
        ((head, "dim"), (fit(line.what + line.late, max(cells - len(head), 10)), tone)),
    )
