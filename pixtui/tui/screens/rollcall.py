"""The evacuation: safety first, the roll outside, the roll back in, the new ends."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from pixtui.domain import commands as c
from pixtui.domain.rollcall import EVACUATION, Direction, Roll, roll
from pixtui.present.rollcall import roll_heading, roll_line, roll_rows
from pixtui.present.tone import Cell
from pixtui.present.width import wrap
from pixtui.tui.actions import Scope
from pixtui.tui.screens.people import PeopleScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel
from pixtui.wording.paragraphs import evacuation_paragraph


class RollCallScreen(PeopleScreen):
    """Everyone who is in the building, one key each."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "people", "rollcall")

    def __init__(self, context: object) -> None:
        super().__init__(context)  # type: ignore[arg-type]  # the screens of a session share one context
        self._direction: Direction = "out"

    def compose_body(self) -> ComposeResult:
        """How many answered, the list, what to do or what to write."""
        yield Static(id="roll", markup=False)
        yield Static(id="heading", markup=False)
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def show_body(self) -> None:
        """Show who was called and who is missing."""
        context, found = self.context, roll(self.context.state)
        rows, panel = self.query_one(RowList), self.query_one(TextPanel)
        cells = max(panel.content_size.width, 20)
        if found is None:
            rows.show([])
            self.put("#roll", " " + context.text("The room is not interrupted."))
            self.put("#heading", "")
            panel.show(self._safety(cells))
            return
        self.put("#roll", roll_line(found, self._direction, context.words))
        self.put("#heading", roll_heading(context.words, rows.room))
        rows.show(roll_rows(found, context.words, rows.room))
        if found.interruption.open:
            panel.show(self._safety(cells))
            return
        told = evacuation_paragraph(
            context.state, found, context.now(), context.words, context.rulebook
        )
        panel.show([(line, "plain") for line in wrap(told, cells)])

    def _safety(self, cells: int) -> list[Cell]:
        words = self.context.words
        told = self.context.rulebook.situation_do(EVACUATION, words.language)
        first, *more = map(words.with_own_keys, told)
        return [
            *((line, "danger") for line in wrap(first, cells)),
            *((line, "plain") for line in wrap(" ".join(more), cells)),
        ]

    # --- the keys

    def do_there(self) -> None:
        """The one under the cursor is there."""
        self._call(present=True)

    def do_missing(self) -> None:
        """The one under the cursor is missing."""
        self._call(present=False)

    def do_other_roll(self) -> None:
        """From the roll outside to the one back in the room, or again."""
        self._direction = "back" if self._direction == "out" else "out"
        self.show()
        self.query_one(RowList).first()
        self._to_next(roll(self.context.state))

    def _call(self, *, present: bool) -> None:
        rows = self.query_one(RowList)
        if rows.current is None:
            return
        one, found = (rows.current,), roll(self.context.state)
        if found is not None and found.answers[self._direction].get(rows.current) is present:
            name = self.name_of(rows.current)
            self.say(self.context.text("{name}: already recorded.", name=name), "warned")
            return
        self.ask(c.RollCall(candidates=one, direction=self._direction, present=present))
        self._to_next(roll(self.context.state))

    def _to_next(self, found: Roll | None) -> None:
        """The cursor goes to the next one to be called."""
        rows = self.query_one(RowList)
        left = {one.id for one in found.uncalled(self._direction)} if found else set()
        keys = [row.key for row in rows.rows]
        here = keys.index(rows.current) if rows.current in keys else 0
        for key in (*keys[here:], *keys[:here]):
            if key in left:
                rows.go_to(key)
                return
