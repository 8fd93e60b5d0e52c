"""The list of sessions: date, room, phase, progress; open one, create one."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pixtui.clock import Clock, system_clock
from pixtui.desk.creating import create_session, file_name
from pixtui.desk.folder import listed
from pixtui.domain.derive import phase
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.details import creation_fields, typed_details
from pixtui.present.field import Values
from pixtui.present.row import Row
from pixtui.present.summary import progress
from pixtui.present.tone import Tone
from pixtui.present.width import fit
from pixtui.store.errors import StoreError
from pixtui.tui.actions import Action, Scope
from pixtui.tui.context import Voice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.base import Entrance
from pixtui.tui.screens.centre import CentreScreen
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.labels import PHASES, label
from pixtui.wording.sentences import refusal_sentence

NAME_CELLS, OTHER_CELLS = 19, 56
"""The least a file's name gets, and what stands to its right."""


class SessionsScreen(Entrance):
    """Every session of a folder, the readable ones and the others."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "sessions")

    def __init__(
        self, voice: Voice, folder: Path, clock: Clock | None = None, *, view: bool = False
    ) -> None:
        super().__init__()
        self.voice, self.folder = voice, folder
        self._clock, self._view = clock, view
        self.bind_actions(self)

    def compose(self) -> ComposeResult:
        """Where we are, the list, the answer, the keys."""
        yield Static(id="head", markup=False)
        yield Static(id="next", markup=False)
        yield RowList(id="grid")
        yield Static(id="message", markup=False)
        yield KeysBar(self.voice.words, self.footer_actions())

    def on_mount(self) -> None:
        """Show the folder."""
        self.show()

    def on_screen_resume(self) -> None:
        """Show what changed meanwhile."""
        self.show()

    def on_row_list_resized(self) -> None:
        """Lay out for the width."""
        self.show()

    def show(self) -> None:
        """Read the folder again."""
        text = self.voice.text
        self.query_one("#head", Static).update(Content(f" pixtui · {text('sessions')}"))
        self.query_one("#next", Static).update(Content(f" {visible(str(self.folder))}"))
        rows = self.query_one(RowList)
        rows.show([self._row(path, found, rows.room) for path, found in listed(self.folder)])
        self.say(
            ""
            if rows.rows
            else text("No session yet: {key} creates one.", key=self.voice.key("new"))
        )

    def _row(self, path: Path, found: State | StoreError, cells: int) -> Row:
        wide = max(cells - OTHER_CELLS, NAME_CELLS)
        name = fit(visible(path.stem), wide - 1) + " "
        if isinstance(found, StoreError):
            refusal = Refusal(found.code, dict(found.params))
            told = refusal_sentence(self.voice.words, refusal, State())
            return Row(str(path), ((name, "dim"), (fit(told, max(cells - wide, 10)), "danger")))
        details = found.details
        if details is None:
            purged = label(PHASES, "purged", self.voice.words)
            return Row(str(path), ((name, "dim"), (fit(purged, 12), "dim")))
        done, of = progress(found)
        when = f"{details.date:%d/%m/%Y} {details.time:%H:%M}"
        told = self.voice.words.text(PHASES[phase(found)])
        tone: Tone = "good" if found.sealed else "plain"
        fictional = self.voice.text("FICTIONAL") if details.fictional else ""
        return Row(
            str(path),
            (
                (name, "strong"),
                (fit(when, 17), "plain"),
                (fit(visible(details.room), 12) + " ", "plain"),
                (fit(told, 11), tone),
                (fit(f"{done}/{of}", 6), "dim"),
                (fictional, "warning"),
            ),
        )

    def allows(self, action: Action) -> bool:
        """Nothing is created by who only looks."""
        if action.writes and self._view:
            self.say(refusal_sentence(self.voice.words, Refusal("read_only"), State()), "refused")
            return False
        return True

    def do_open(self) -> None:
        """Open the session under the cursor."""
        key = self.query_one(RowList).current
        if key is not None:
            self.app.open_session(Path(key))  # type: ignore[attr-defined]  # the console has it

    def do_replay(self) -> None:
        """See the session under the cursor again, entry by entry."""
        key = self.query_one(RowList).current
        if key is not None:
            self.app.open_replay(Path(key))  # type: ignore[attr-defined]  # the console has it

    def do_to_centre(self) -> None:
        """Every room at once."""
        self.app.push_screen(CentreScreen(self.voice, self.folder, self._clock))

    def do_quit_list(self) -> None:
        """Leave."""
        self.app.exit()

    def do_new(self) -> None:
        """Create a session by a form."""
        made: list[Path] = []
        by: str = self.app.by or ""  # type: ignore[attr-defined]  # the console has it
        today = (self._clock or system_clock)().astimezone().date()

        def save(values: Values) -> str:
            fields, wrong = typed_details(self.voice.words, values)
            if wrong:
                return wrong
            path = self.folder / file_name(fields)
            try:
                created = create_session(path, fields, by, self._clock)
            except StoreError as error:
                created = Refusal(error.code, dict(error.params))
            if isinstance(created, Refusal):
                return refusal_sentence(self.voice.words, created, State())
            created.desk.close()
            made.append(path)
            return ""

        def saved(_done: bool | None) -> None:
            if made:
                self.app.open_session(made[0])  # type: ignore[attr-defined]  # the console has it

        title = self.voice.text("New session")
        fields = creation_fields(self.voice.words, by, today, self.voice.settings)
        self.app.push_screen(Form(self.voice, title, fields, save), saved)
