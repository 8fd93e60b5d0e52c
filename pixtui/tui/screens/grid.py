"""The live grid: every candidate on one line, the most pressing first; one key an action."""

import datetime as dt
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Static

from pixtui.desk.settings import Order
from pixtui.domain.derive import flags
from pixtui.domain.session import State
from pixtui.domain.timing import floor_minute, real_end
from pixtui.present.grid import (
    ORDERS,
    Columns,
    columns_for,
    heading_cells,
    signs_legend,
)
from pixtui.present.grid_memory import GridMemory
from pixtui.present.head import counters_line, deadline_line
from pixtui.present.width import wrap
from pixtui.tui.actions import Scope
from pixtui.tui.screens.acting import ActingScreen
from pixtui.tui.widgets.entry import Entry
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import FLAGS, label
from pixtui.wording.sentences import short_end_sentence
from pixtui.wording.when import hour

ORDER_NAMES: dict[Order, str] = {
    "urgency": N_("Ordered by urgency."),
    "name": N_("Ordered by name."),
    "seat": N_("Ordered by seat."),
}


class GridScreen(ActingScreen):
    """The candidates of a session, live."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "people", "grid")

    def __init__(self, context: object) -> None:
        super().__init__(context)  # type: ignore[arg-type]  # the screens of a session share one context
        self._order: Order = self.context.settings.order or "urgency"
        self._memory = GridMemory(self.context.words)
        self._deadline_of: tuple[State | None, dt.datetime | None, int] = (None, None, 0)
        self._deadline_text = ""

    def compose_body(self) -> ComposeResult:
        """Counters, next ends, the grid, what the row under the cursor holds."""
        yield Static(id="counters", markup=False)
        yield Static(id="deadline", markup=False)
        search = Entry(placeholder=self.context.text("search"), id="filter", compact=True)
        search.display = False
        yield search
        yield TextPanel(id="heading")
        yield RowList(id="grid")
        yield TextPanel(id="detail")

    def show_body(self) -> None:
        """Show the rows as they stand now."""
        context = self.context
        state, words = context.state, context.words
        self.put("#counters", counters_line(state, words))
        self.put("#deadline", self._deadline())
        columns = columns_for(self.grid.room or 78)
        heading = "  " + "".join(text for text, _tone in heading_cells(words, columns))
        self.query_one("#heading", TextPanel).show([(heading, "dim")])
        self._show_rows(columns)

    def _deadline(self) -> str:
        """What the clock brings: told anew each minute and after each fact."""
        context, now, width = self.context, self.context.now(), self.app.size.width
        minute = floor_minute(now)
        state, *when = self._deadline_of
        if state is not context.state or when != [minute, width]:
            self._deadline_of = context.state, minute, width
            self._deadline_text = deadline_line(context.state, now, context.words, width)
        return self._deadline_text

    def _show_rows(self, columns: Columns) -> None:
        context = self.context
        rows = self._memory.rows(
            context.state,
            context.now(),
            columns,
            order=self._order,
            wanted=self.query_one("#filter", Input).value,
            extra_time=not context.hide_extra_time,
        )
        self.grid.show(rows)
        self._explain()

    def _nobody(self) -> str:
        """What stands in the place of a candidate while the list is empty."""
        if self.context.state.candidates:
            return ""
        if self.context.replay is not None:
            return " " + self.context.text("Nobody was on the list yet.")
        told = N_("Nobody here yet: {key} adds one, Ctrl+F brings a list in, or paste it here.")
        return " " + self.context.text(told, key=self.context.key("add"))

    def legend(self) -> str:
        """The signs of the rows, in their places."""
        return signs_legend(self.context.words)

    def on_row_list_moved(self) -> None:
        """Say what the row under the cursor holds."""
        self._explain()

    def _explain(self) -> None:
        one = self.one
        panel = self.query_one("#detail", TextPanel)
        if one is None:
            panel.show([(self._nobody(), "dim")])
            return
        state, words, now = self.context.state, self.context.words, self.context.now()
        end = real_end(state, one, now)
        cells = max(panel.size.width - 2, 20)
        told = (
            short_end_sentence(words, end, state, cells)
            if end and not self.context.hide_extra_time
            else ""
        )
        standing = self.standing(one)
        if one.end is not None:
            over = self.context.text("ended at {at}, due:", at=hour(state, one.end.at))
            told = f"{over} {told}" if told else ""
        held = [
            label(FLAGS, flag, words)
            for flag in flags(state, one, now)
            if not (flag == "extra_time" and self.context.hide_extra_time)
        ]
        more = wrap(" · ".join(filter(None, (told, ", ".join(held)))), cells)
        if len(more) > 2:
            more = [more[0], " ".join(more[1:])]
        name = f" {self.name_of(one.id)} · {standing}"
        panel.show([(name, "strong"), *((f" {line}", "plain") for line in more)])

    def concerned(self) -> str | None:
        """An incident written down from here is about the row under the cursor."""
        return self.grid.current

    # --- search, order, marks

    def bring_up(self, key: str) -> None:
        """Put the cursor on that candidate, even if the search hides them."""
        if not self.grid.go_to(key):
            self._close_search()
            super().bring_up(key)

    def do_filter(self) -> None:
        """Open the search."""
        self._show_search(shown=True)
        self.query_one("#filter", Input).focus()

    def _show_search(self, *, shown: bool) -> None:
        """The search stands in the place of the headings: no row moves for it."""
        self.query_one("#filter", Input).display = shown
        self.query_one("#heading", TextPanel).display = not shown

    def _close_search(self) -> None:
        self.query_one("#filter", Input).value = ""
        self._show_search(shown=False)
        self.show_body()

    def searched(self) -> None:
        """Keep only the rows with these letters."""
        self._show_rows(columns_for(self.grid.room or 78))

    def searched_for(self) -> None:
        """Back to the rows found."""
        self._show_search(shown=bool(self.query_one("#filter", Input).value))
        self.grid.focus()

    def do_back(self) -> None:
        """Close the search, take the marks away, else go back to the steps."""
        if self.leave_jump():
            return
        if self.query_one("#filter", Input).display:
            self._close_search()
            self.grid.focus()
        elif self.grid.marked:
            self.grid.clear_marks()
        else:
            self.app.do_back()  # type: ignore[attr-defined]  # the console has it

    def do_order(self) -> None:
        """The next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.say(self.context.text(ORDER_NAMES[self._order]))
        self.show_body()

    def do_extra_time(self) -> None:
        """Hide or show the extra time."""
        self.context.hide_extra_time = not self.context.hide_extra_time
        hidden = self.context.hide_extra_time
        text = self.context.text
        self.say(text("Extra time hidden.") if hidden else text("Extra time shown."))
        self.show_body()

    def do_mark(self) -> None:
        """Mark this row."""
        self.grid.toggle_mark()
        self._count_marks()

    def do_mark_all(self) -> None:
        """Mark all rows shown."""
        self.grid.mark_all()
        self._count_marks()

    def _count_marks(self) -> None:
        count = len(self.grid.marked)
        self.say(self.context.words.plural("{n} row marked.", "{n} rows marked.", count))
