"""The history: every entry, the newest first; undo and correct."""

from typing import ClassVar

from textual.app import ComposeResult

from pixtui.present.field import Field, UnclearError, Values
from pixtui.present.row import Row
from pixtui.present.tone import Tone
from pixtui.present.width import fit, wrap
from pixtui.tui.actions import Scope
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel
from pixtui.wording.history import HistoryLine, history_lines
from pixtui.wording.when import hour, instant_typed

NARROW_CELLS = 60
"""Cells under which a line does not say by whom; the entry under the cursor is told below."""


class HistoryScreen(GuidingScreen):
    """What was declared, when, by whom; nothing is ever taken away."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "history")

    def __init__(self, context: object) -> None:
        super().__init__(context)  # type: ignore[arg-type]  # the screens of a session share one context
        self._found: list[HistoryLine] = []

    def compose_body(self) -> ComposeResult:
        """The list, the entry under the cursor whole."""
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def show_body(self) -> None:
        """Show the entries, the newest first."""
        rows, context = self.query_one(RowList), self.context
        self._found = history_lines(context.state, context.words, context.rulebook)
        rows.show([_row(line, rows.room) for line in reversed(self._found)])
        self._explain()

    def on_row_list_moved(self) -> None:
        """Show the entry under the cursor whole."""
        self._explain()

    def _explain(self) -> None:
        panel, seq = self.query_one(TextPanel), self._seq()
        if seq is not None and seq <= len(self._found):
            line = self._found[seq - 1]
            whole = wrap(f"{line.what}{line.late}", max(panel.content_size.width, 20))
            panel.show([(text, "plain") for text in whole])

    def _seq(self) -> int | None:
        key = self.query_one(RowList).current
        return int(key) if key else None

    def do_undo(self) -> None:
        """Undo the entry under the cursor."""
        seq = self._seq()
        if seq is None:
            return
        event = self.holding(seq) or self.context.state.history[seq - 1]
        self.ask_undo(event, about=self._found[seq - 1].what)

    def do_see_then(self) -> None:
        """The screens as they were at the entry under the cursor."""
        seq = self._seq()
        if seq is not None:
            self.app.open_replay(self.context.desk.store.path, str(seq))  # type: ignore[attr-defined]  # the console has it

    def do_correct(self) -> None:
        """Give the entry its right time."""
        seq = self._seq()
        if seq is None:
            return
        event = self.context.state.history[seq - 1]
        held = self.holding(seq) or event
        text, state = self.context.text, self.context.state
        field = Field(name="at", label=text("right time"), value=hour(state, held.at))

        def save(values: Values) -> str:
            at = instant_typed(state, values["at"], self.context.now(), event.at)
            if at is None:
                raise UnclearError(text("Write the time as 09:05."), "at")
            if hour(state, at) == hour(state, held.at):
                return ""  # it says so already
            return self.told_json({"command": "correct", "seq": seq, "at": at.isoformat()})

        title = text("Correct the time of entry {seq}", seq=seq)
        self.app.push_screen(Form(self.context, title, [field], save), self.refreshed)


def _row(line: HistoryLine, cells: int) -> Row:
    tone: Tone = "dim" if line.voided else "plain"
    mark = "x" if line.voided else " "
    by = f"{fit(line.by, 14)} " if cells >= NARROW_CELLS else ""
    head = f"{line.seq:>4} {mark} {fit(line.at, 11)} {by}"
    return Row(
        str(line.seq),
        ((head, "dim"), (fit(line.what + line.late, max(cells - len(head), 10)), tone)),
    )
