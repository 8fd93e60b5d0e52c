"""The list of sessions: date, room, phase, progress; open one, create one."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from pixtui.clock import Clock, system_clock
from pixtui.desk.desk import refused
from pixtui.desk.folder import listed
from pixtui.domain.derive import phase
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.details import creation_fields, duplicate_fields
from pixtui.present.field import Field, Values
from pixtui.present.making import Maker
from pixtui.present.row import Row
from pixtui.present.summary import progress
from pixtui.present.tone import Tone
from pixtui.present.width import fit, width
from pixtui.store.errors import StoreError
from pixtui.tui.actions import Action, Scope
from pixtui.tui.context import Voice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.base import Entrance
from pixtui.tui.screens.centre import CentreScreen
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.fiction import fiction_mark
from pixtui.wording.labels import PHASES, label
from pixtui.wording.sentences import refusal_sentence

NAME_CELLS, OTHER_CELLS = 19, 48
"""The least a file's name gets, and what stands to its right before the mark of a fictional one."""


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
        there = list(listed(self.folder))
        states = [found for _path, found in there if isinstance(found, State)]
        marks = [fiction_mark(one.details, self.voice.words) for one in states]
        cells = rows.room - max(map(width, marks), default=0)
        rows.show([self._row(path, found, cells) for path, found in there])
        self.say(
            ""
            if rows.rows
            else text("No session yet: {key} creates one.", key=self.voice.key("new"))
        )

    def _row(self, path: Path, found: State | StoreError, cells: int) -> Row:
        wide = max(cells - OTHER_CELLS, NAME_CELLS)
        name = fit(visible(path.stem), wide - 1) + " "
        if isinstance(found, StoreError):
            told = refusal_sentence(self.voice.words, refused(found), State())
            return Row(str(path), ((name, "dim"), (fit(told, max(cells - wide, 10)), "danger")))
        details = found.details
        if details is None:
            purged = label(PHASES, "purged", self.voice.words)
            return Row(str(path), ((name, "dim"), (fit(purged, 12), "dim")))
        done, of = progress(found)
        when = f"{details.date:%d/%m/%Y} {details.time:%H:%M}"
        told = self.voice.words.text(PHASES[phase(found)])
        tone: Tone = "good" if found.sealed else "plain"
        return Row(
            str(path),
            (
                (name, "strong"),
                (fit(when, 17), "plain"),
                (fit(visible(details.room), 12) + " ", "plain"),
                (fit(told, 11), tone),
                (fit(f"{done}/{of}", 6), "dim"),
                (fiction_mark(details, self.voice.words), "warning"),
            ),
        )

    def allows(self, action: Action) -> bool:
        """Nothing is created by who only looks."""
        if action.writes and self._view:
            self.say(refusal_sentence(self.voice.words, Refusal("read_only"), State()), "refused")
            return False
        return True

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted here is no key."""
        event.stop()
        text = self.voice.text
        if event.text.strip():
            self.say(text("Nothing is pasted here: a list goes into an open session."), "warned")

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
        maker, today = self._maker, (self._clock or system_clock)().astimezone().date()
        fields = creation_fields(self.voice.words, maker.by, today, self.voice.settings)
        self._ask_new(self.voice.text("New session"), fields, maker.fresh)

    def do_like(self) -> None:
        """Create a session like the one under the cursor, for another day."""
        key, words, maker = self.query_one(RowList).current, self.voice.words, self._maker
        found = dict(listed(self.folder)).get(Path(key)) if key is not None else None
        if not isinstance(found, State):
            return  # there is none, or its row says what is wrong with it
        if found.details is None:
            self.say(refusal_sentence(words, Refusal("purged"), State()), "refused")
            return
        title = self.voice.text("New session like {name}", name=visible(Path(key or "").stem))
        fields = duplicate_fields(words, found.details)
        self._ask_new(title, fields, lambda values: maker.like(found, values))

    @property
    def _maker(self) -> Maker:
        by: str = self.app.by or ""  # type: ignore[attr-defined]  # the console has it
        return Maker(self.voice.words, self.folder, by, self._clock)

    def _ask_new(self, title: str, fields: list[Field], make: Callable[[Values], Path]) -> None:
        """A form that makes a session, which is then opened."""
        made: list[Path] = []

        def save(values: Values) -> str:
            made.append(make(values))
            return ""

        def saved(_done: bool | None) -> None:
            if made:
                self.app.open_session(made[0])  # type: ignore[attr-defined]  # the console has it

        self.app.push_screen(Form(self.voice, title, fields, save, topic="session-details"), saved)
