"""Before a file is brought in: what it would do, every problem, then yes or no."""

from typing import ClassVar

from attrs import frozen
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pixtui.desk.desk import refused
from pixtui.desk.importing import Looked, Wanted, look_at, take_in
from pixtui.domain.text import visible
from pixtui.exchange.pasted import as_file
from pixtui.files import path_typed
from pixtui.present.field import Values
from pixtui.present.forms import file_fields
from pixtui.present.importing import import_lines, import_summary
from pixtui.present.row import Row
from pixtui.present.tone import Tone
from pixtui.present.width import wrap
from pixtui.store.errors import StoreError
from pixtui.store.reading import read_list
from pixtui.tui.actions import Action, Scope
from pixtui.tui.context import Context
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.base import Dialog, Listing, SessionScreen
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import FORMATS, label

MOST_SHOWN = 300
"""Problems told one by one on the screen at first, and so many more by a key."""
MORE = "more"


@frozen
class Chosen:
    """A file, and what of it is wanted."""

    data: bytes
    wanted: Wanted
    pasted: bool = False
    """Whether there is no file: it was pasted."""


class ImportPreview(Listing, Dialog[bool]):
    """What a file says against the session; answers True where it is to come in."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("list", "preview")

    def __init__(
        self, context: Context, looked: Looked, told: str = "", *, pasted: bool = False
    ) -> None:
        super().__init__(context)
        self._pasted = pasted
        self._looked, self._before = looked, told
        self._told = import_lines(looked, context.words)
        self._errors = looked.found.worst() == "error"
        self._most = MOST_SHOWN

    def compose(self) -> ComposeResult:
        """What would come of it, each problem, the keys."""
        with Vertical(id="dialog"):
            yield Static(Content(self._title()), id="title", markup=False)
            yield Static(Content(self._about()), id="about", markup=False)
            yield RowList(id="choices")
            yield Static(id="answer", markup=False)
            yield KeysBar(self.voice.words, self.footer_actions())

    def footer_actions(self) -> list[Action]:
        """Nothing can come in while there are errors."""
        listed = super().footer_actions()
        return [one for one in listed if not (self._errors and one.id == "take_in")]

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
        for number, line in enumerate(self._told[: self._most]):
            tone = _TONES.get(severities[number], "plain") if number < len(severities) else "plain"
            listed += [
                Row(f"{number}.{part}", (("  " * bool(part) + piece, tone),))
                for part, piece in enumerate(wrap(visible(line), max(rows.room - 2, 10)))
            ]
        more = len(self._told) - self._most
        if more > 0:
            words = self.voice.words
            rest = words.plural("and {n} more.", "and {n} more.", more)
            told = words.say(N_("{key} shows more."), key=self.voice.key("show_more"))
            listed.append(Row(MORE, ((f"{rest} {told}", "accent"),)))
        rows.show(listed)

    def _title(self) -> str:
        words, form = self.voice.words, self._looked.found.format
        name = label(FORMATS, form, words)
        if self._errors:
            return f"{name} · {words.text(N_('nothing can come in yet'))}"
        return f"{name} · {import_summary(self._looked.merge, words, done=False)}"

    def _about(self) -> str:
        text, words = self.voice.text, self.voice.words
        key = self.voice.key("take_in")
        found = self._looked.found.problems
        counts = [sum(one.severity == kind for one in found) for kind in ("error", "warning")]
        told = [
            words.plural("{n} error", "{n} errors", counts[0]),
            words.plural("{n} warning", "{n} warnings", counts[1]),
        ]
        counted = ", ".join(one for one, count in zip(told, counts, strict=True) if count)
        worst = self._looked.found.worst()
        if worst == "error":
            said = (
                text("Mend these errors in the list, or in the session, then paste it again.")
                if self._pasted
                else text("Mend these errors in the file, or in the session, then import it again.")
            )
        elif worst == "warning":
            said = text("Read the warnings: {key} brings the file in all the same.", key=key)
        else:
            said = text("{key} brings it in, Esc leaves the session as it is.", key=key)
        return " ".join(filter(None, (self._before, f"{counted}." if counted else "", said)))

    def do_show_more(self) -> None:
        """Tell more of the problems, from the last one told on."""
        if len(self._told) > self._most:
            first_new = f"{self._most}.0"
            self._most += MOST_SHOWN
            self._fill()
            self.query_one(RowList).go_to(first_new)

    def do_take_in(self) -> None:
        """Bring it in, the warnings accepted; errors keep it out."""
        if self._errors:
            told = self.voice.text("Nothing is brought in as long as there is an error.")
            self.query_one("#answer", Static).update(Content(told))
        else:
            self.dismiss(True)

    def do_leave_out(self) -> None:
        """Leave the session as it is."""
        self.dismiss(None)


_TONES: dict[str, Tone] = {"error": "danger", "warning": "warning", "notice": "dim"}


def file_form(context: Context, chosen: list[Chosen]) -> Form:
    """Which file, and which class of it; what was chosen goes into ``chosen``."""
    text = context.text

    def save(values: Values) -> str:
        path = path_typed(values["path"])
        try:
            data = read_list(path)
        except StoreError as error:
            return context.explain(refused(error))
        chosen.append(Chosen(data, Wanted(class_name=values["class_name"] or None)))
        return ""

    fields = file_fields(context.words)
    about = text(
        "A list from Pix Certif or of a school, or a profile collection: .ods .xlsx .csv .xml .zip."
        " Or paste a list here."
    )
    title, does = text("Import a file"), N_("read it")
    return Form(context, title, fields, save, about=about, does=does, topic="lists")


def ask_import(screen: SessionScreen) -> None:
    """Which file, what it would do, then yes or no; the answer on the screen's message line."""
    chosen: list[Chosen] = []
    form = file_form(screen.context, chosen)
    form.takes_list = lambda text: preview_pasted(screen, text)
    screen.app.push_screen(form, lambda done: preview_file(screen, chosen[-1]) if done else None)


def preview_pasted(screen: SessionScreen, pasted: str) -> None:
    """The same for a list that was pasted."""
    data, headed = as_file(pasted)
    text = screen.context.text
    told = text("A pasted list.")
    if headed:
        told = text("A pasted list without headers: last name, first name, birth date from line 2.")
    preview_file(screen, Chosen(data, Wanted(), pasted=True), told)


def preview_file(screen: SessionScreen, file: Chosen, about: str = "") -> None:
    """What a file would do, then yes or no."""
    context = screen.context

    def preview(told: str) -> None:
        looked = look_at(file.data, context.state, context.now(), file.wanted)
        known = len(context.state.history)

        def decided(yes: bool | None) -> None:
            if yes:
                take(looked, known)

        screen.app.push_screen(ImportPreview(context, looked, told, pasted=file.pasted), decided)

    def take(looked: Looked, known: int) -> None:
        if len(context.state.history) != known:
            # Another console was faster: what was read against the session is no longer so.
            preview(context.text("The session has changed meanwhile: look again."))
            return
        done = take_in(context.desk, looked)
        if done.refusal is not None:
            screen.tell(done.refusal)
            return
        screen.show()
        screen.say(import_summary(done.looked.merge, context.words, done=True), "done")

    preview(about)
