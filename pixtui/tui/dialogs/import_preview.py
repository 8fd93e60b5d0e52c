"""Before a file is brought in: what it would do, every problem, then yes or no."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pixtui.desk.desk import refused
from pixtui.desk.importing import Looked, Wanted, look_at, take_in
from pixtui.domain.text import visible
from pixtui.present.field import Field, Values
from pixtui.present.importing import import_lines, import_summary
from pixtui.present.row import Row
from pixtui.present.tone import Tone
from pixtui.present.width import wrap
from pixtui.store.errors import StoreError
from pixtui.store.reading import read_file
from pixtui.tui.actions import Scope
from pixtui.tui.context import Context
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.base import Dialog, SessionScreen
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList


class ImportPreview(Dialog[bool]):
    """What a file says against the session; answers True where it is to come in."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("preview",)

    def __init__(self, context: Context, looked: Looked) -> None:
        super().__init__(context)
        self._looked = looked
        self._told = import_lines(looked, context.words)

    def compose(self) -> ComposeResult:
        """What would come of it, each problem, the keys."""
        with Vertical(id="dialog"):
            yield Static(Content(self._title()), id="title", markup=False)
            yield Static(Content(self._about()), id="about", markup=False)
            yield RowList(id="choices")
            yield Static(id="answer", markup=False)
            yield KeysBar(self.voice.words, self.footer_actions())

    def on_mount(self) -> None:
        """Show the problems."""
        rows = self.query_one(RowList)
        self.lay_out()
        rows.focus()
        self.call_after_refresh(self._fill)

    def lay_out(self) -> None:
        """Give the problems the lines there are."""
        wanted = 2 * len(self._told)
        self.give_lines(self.query_one(RowList), wanted, self._title(), self._about(), other=6)

    def on_row_list_resized(self) -> None:
        """Break the lines for their width."""
        self._fill()

    def _fill(self) -> None:
        rows = self.query_one(RowList)
        severities = [one.severity for one in self._looked.found.problems]
        listed: list[Row] = []
        for number, line in enumerate(self._told):
            tone = _TONES.get(severities[number], "plain") if number < len(severities) else "plain"
            listed += [
                Row(f"{number}.{part}", ((piece, tone),))
                for part, piece in enumerate(wrap(visible(line), max(rows.room, 10)))
            ]
        rows.show(listed)

    def _title(self) -> str:
        told = import_summary(self._looked.merge, self.voice.words, done=False)
        return f"{self._looked.found.format} · {told}"

    def _about(self) -> str:
        worst, text = self._looked.found.worst(), self.voice.text
        if worst == "error":
            return text("Nothing can come in before these errors are mended in the file.")
        if worst == "warning":
            return text("Read the warnings: F2 brings the file in all the same.")
        return text("F2 brings it in, Esc leaves the session as it is.")

    def do_take_in(self) -> None:
        """Bring it in, the warnings accepted; errors keep it out."""
        if self._looked.found.worst() == "error":
            self.query_one("#answer", Static).update(Content(self._about()))
        else:
            self.dismiss(True)

    def do_leave_out(self) -> None:
        """Leave the session as it is."""
        self.dismiss(None)


_TONES: dict[str, Tone] = {"error": "danger", "warning": "warning", "notice": "dim"}


def file_form(context: Context, looked: list[Looked]) -> Form:
    """Which file, and which class of it; what it says goes into ``looked``."""
    text = context.text

    def save(values: Values) -> str:
        try:
            data = read_file(Path(values["path"]).expanduser())
        except StoreError as error:
            return context.explain(refused(error))
        wanted = Wanted(class_name=values["class_name"] or None)
        looked.append(look_at(data, context.state, context.now(), wanted))
        return ""

    fields = [
        Field(name="path", label=text("file"), needed=True, hint="~/liste.ods"),
        Field(name="class_name", label=text("class"), hint=text("all, or one as 3A")),
    ]
    about = text(
        "A list from Pix Certif or of a school, or a profile collection: .ods .xlsx .csv .xml .zip"
    )
    return Form(context, text("Import a file"), fields, save, about=about)


def ask_import(screen: SessionScreen) -> None:
    """Which file, what it would do, then yes or no; the answer on the screen's message line."""
    looked: list[Looked] = []

    def read(done: bool | None) -> None:
        if done and looked:
            screen.app.push_screen(ImportPreview(screen.context, looked[-1]), decided)

    def decided(yes: bool | None) -> None:
        if not yes:
            return
        done = take_in(screen.context.desk, looked[-1])
        if done.refusal is not None:
            screen.tell(done.refusal)
            return
        screen.show()
        screen.say(import_summary(done.looked.merge, screen.context.words, done=True), "done")

    screen.app.push_screen(file_form(screen.context, looked), read)
