"""Every room of a day on one screen, live and read-only; Enter looks into one of them."""

import datetime as dt
import threading
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from pixtui.clock import Clock, fictional_clock, system_clock
from pixtui.desk.papers_apart import make_summary
from pixtui.desk.rooms import Look, Rooms
from pixtui.domain.text import visible
from pixtui.domain.timing import floor_minute
from pixtui.files import path_typed
from pixtui.present.centre import Centre, Overview, Room, Unread
from pixtui.present.centre_rows import centre_rows, columns_for, heading, totals_line
from pixtui.present.centre_words import (
    day_text,
    detail_lines,
    first_need,
    head_text,
    unread_sentence,
    unread_text,
)
from pixtui.present.field import Values
from pixtui.present.forms import summary_field
from pixtui.present.papers import what_came
from pixtui.present.tone import Cell
from pixtui.present.width import wrap
from pixtui.tui.actions import Scope
from pixtui.tui.context import Voice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.base import Entrance
from pixtui.tui.widgets.entry import Entry
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel
from pixtui.wording.catalogue import N_


class Looked(Message):
    """The rooms were looked at: something is new, or another minute has begun."""

    def can_replace(self, message: Message) -> bool:
        """Of several that wait, one is enough: the newest look is shown."""
        return isinstance(message, Looked)


class CentreScreen(Entrance):
    """The rooms of a folder, the one that needs somebody most first."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "centre")

    def __init__(
        self,
        voice: Voice,
        folder: Path,
        clock: Clock | None = None,
        date: dt.date | None = None,
    ) -> None:
        super().__init__()
        self.voice, self.folder, self._date = voice, folder, date
        self._clock = clock or system_clock
        self._rooms = Rooms(folder)
        self._overview = Overview(
            self._clock, clock or fictional_clock(), knows_who=self._rooms.knows_who
        )
        self._look: Look | None = None
        self.centre: Centre | None = None
        """What is shown."""
        self._shown: tuple[Look | None, dt.datetime | None] = (None, None)
        self.bind_actions(self)

    def compose(self) -> ComposeResult:
        """The day, what comes first, the table with its totals, the row under the cursor."""
        yield Static(id="head", markup=False)
        yield Static(id="next", markup=False)
        search = Entry(placeholder=self.voice.text("search"), id="filter", compact=True)
        search.display = False
        yield search
        yield TextPanel(id="heading")
        yield TextPanel(id="totals")
        yield RowList(id="grid")
        yield TextPanel(id="detail")
        yield Static(id="message", markup=False)
        yield KeysBar(self.voice.words, self.footer_actions())

    # --- following

    def on_mount(self) -> None:
        """Begin to follow the folder."""
        self.say(self.voice.text(N_("Reading the sessions…")))
        threading.Thread(target=self._follow, name="pixtui-centre", daemon=True).start()

    def _follow(self) -> None:
        """In a thread of its own, so that neither the disk nor the terminal holds the other up."""
        shown: Look | None = None
        minute: dt.datetime | None = None
        for look in self._rooms.changes(self._overview.pause):
            now = floor_minute(self._clock())
            if look is not shown or now != minute:
                shown, minute = look, now
                self._look = look
                self.post_message(Looked())

    def on_unmount(self) -> None:
        """Follow no more."""
        self._rooms.end()

    def on_looked(self) -> None:
        """Show what is new, where this screen is in front."""
        if self.is_current:
            self.show()

    def on_screen_resume(self) -> None:
        """Show what happened while a room was in front."""
        self.show()

    def on_resize(self) -> None:
        """Lay out for the new size."""
        self.show()

    def on_row_list_resized(self) -> None:
        """Lay the rows out for their width."""
        self.show()

    # --- what is on it

    def show(self) -> None:
        """Show the rooms as they stand now; only what changed is painted."""
        if self._look is None or not self.is_mounted:
            return
        first = self.centre is None
        found = self.centre = self._overview.centre(self._look, self._date)
        words, cells = self.voice.words, max(self.app.size.width, 8)
        self._put("#head", head_text(found, self._clock(), words, cells))
        parts = (first_need(found, words), unread_text(found, words))
        self._put("#next", " " + " · ".join(filter(None, parts)))
        rows = self.query_one(RowList)
        columns = columns_for(rows.room or 78)
        self.query_one("#heading", TextPanel).show([("  " + heading(columns, words), "dim")])
        totals = "  " + totals_line(found, columns, words)
        self.query_one("#totals", TextPanel).show([(totals, "strong")])
        wanted = self.query_one("#filter", Input).value
        rows.show(centre_rows(found, words, rows.room or 78, wanted))
        self._explain()
        if first:
            self.say("" if found.lines else self.voice.text(N_("There is no session here yet.")))

    def _put(self, selector: str, text: str) -> None:
        line = self.query_one(selector, Static)
        if str(line.content) != text:
            line.update(Content(text), layout=False)

    def on_row_list_moved(self) -> None:
        """Say what the row under the cursor holds."""
        self._explain()

    def _explain(self) -> None:
        panel = self.query_one("#detail", TextPanel)
        cells, words = max(panel.size.width - 2, 20), self.voice.words
        one = self._current
        lines: list[Cell] = []
        if isinstance(one, Room):
            title, *more = detail_lines(one, words, cells)
            lines = [(f" {title}", "strong"), *((f" {line}", "plain") for line in more)]
        elif one is not None:
            told = wrap(unread_sentence(one, words), cells)[:3]
            lines = [(f" {line}", "plain") for line in told]
        panel.show(lines)

    @property
    def _current(self) -> Room | Unread | None:
        """What is under the cursor."""
        key = self.query_one(RowList).current
        lines = self.centre.lines if self.centre is not None else ()
        return next((one for one in lines if one.file == key), None)

    # --- what it does

    def do_visit(self) -> None:
        """Look into the room under the cursor."""
        one = self._current
        if one is not None:
            path = self.folder / one.file
            self.app.open_session(path, view=True)  # type: ignore[attr-defined]  # the console has it

    def do_next_day(self) -> None:
        """The next day with a session."""
        self._turn(1, N_("There is no session of a later day here."))

    def do_day_before(self) -> None:
        """The day with a session before this one."""
        self._turn(-1, N_("There is no session of an earlier day here."))

    def _turn(self, by: int, none: str) -> None:
        there = self.centre.neighbour(by) if self.centre is not None else None
        if there is None:
            self.say(self.voice.text(none))
            return
        self._date = there
        self.say("")
        self.show()

    def do_find_room(self) -> None:
        """Open the search, in the place of the headings: no row moves for it."""
        self._show_search(shown=True)
        self.query_one("#filter", Input).focus()

    def _show_search(self, *, shown: bool) -> None:
        self.query_one("#filter", Input).display = shown
        self.query_one("#heading", TextPanel).display = not shown

    def on_input_changed(self) -> None:
        """Keep only the lines with these letters."""
        self.show()

    def on_input_submitted(self) -> None:
        """Back to the lines found."""
        self._show_search(shown=bool(self.query_one("#filter", Input).value))
        self.query_one(RowList).focus()

    def do_leave_centre(self) -> None:
        """Close the search; else back to the list of sessions, or out."""
        search = self.query_one("#filter", Input)
        if search.display:
            search.value = ""
            self._show_search(shown=False)
            self.query_one(RowList).focus()
            self.show()
        elif any(isinstance(one, Entrance) for one in self.app.screen_stack[:-1]):
            self.app.pop_screen()
        else:
            self.app.exit()

    def do_day_summary(self) -> None:
        """Where the summary goes; it is made beside, while one goes on looking."""
        found, words = self.centre, self.voice.words
        if found is None or found.date is None:
            self.say(self.voice.text(N_("There is no session here yet.")))
            return
        date = found.date

        def save(values: Values) -> str:
            path = path_typed(values["path"])
            if path.suffix not in (".pdf", ".csv"):
                return words.text(N_("The name ends in .pdf, or in .csv for a spreadsheet."))
            self.app.run_worker(self._summarise(date, path), group="summary")
            return ""

        about = words.text(N_("Rooms, times, counts; no candidate is named. It replaces the file."))
        title = words.say(N_("Summary of {day}"), day=day_text(found, words))
        self.app.push_screen(
            Form(self.voice, title, [summary_field(date, words)], save, about=about)
        )

    async def _summarise(self, date: dt.date, path: Path) -> None:
        made = await make_summary(self.folder, date, path, self.voice.words.language)
        if self.is_mounted:
            told = (
                what_came(made, self.voice.words)
                if not made.files
                else self.voice.text(N_("Written: {path}."), path=visible(str(path)))
            )
            self.app.tell_front(told, "done" if made.fine else "refused")  # type: ignore[attr-defined]  # the console has it
