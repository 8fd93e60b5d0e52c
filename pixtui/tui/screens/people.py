"""A list of candidates in which one goes to a seat or a name by typing it; nobody is hidden."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from pixtui.present.meant import first_meant
from pixtui.tui.actions import Scope
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.entry import Entry
from pixtui.tui.widgets.row_list import RowList

JUMP = "jump"
"""The id of the field in which one types where to go."""


class PeopleScreen(GuidingScreen):
    """A screen of a session whose rows are candidates."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "people")

    _from: str | None = None
    """Where the cursor was before one began to go somewhere."""

    def compose_foot(self) -> ComposeResult:
        """Where one types a seat or a name, in the place of the answer."""
        typed = Entry(placeholder=self.context.text("seat or name"), id=JUMP, compact=True)
        with Horizontal(id="jumping") as jumping:
            yield typed
            yield Static(id="jumped", markup=False)
        jumping.display = False

    def do_jump(self) -> None:
        """Ask where to go."""
        rows = self.query_one(RowList)
        if not rows.rows:
            return
        self._from = rows.current
        typed = self.query_one(f"#{JUMP}", Input)
        typed.value = ""
        self.put("#jumped", "")
        self._show_jump(shown=True)
        typed.focus()

    def _show_jump(self, *, shown: bool) -> None:
        """The answer to an earlier key gives its line up meanwhile."""
        if shown:
            self.forget_answer()
        self.query_one("#jumping").display = shown
        self.query_one("#message").display = not shown

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go there while one types."""
        if event.input.id != JUMP:
            self.searched()
        elif self.query_one("#jumping").display:
            self._go(event.value)

    def _go(self, typed: str) -> None:
        rows, state = self.query_one(RowList), self.context.state
        shown = [row.key for row in rows.rows if row.key in state.candidates]
        found = first_meant(state, shown, typed)
        if found is not None:
            rows.go_to(found)
        nobody = self.context.text("Nobody shown has this seat or name.")
        self.put("#jumped", nobody if found is None and typed.strip() else "")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Stay on the one found; nothing is done about them yet."""
        if event.input.id == JUMP:
            self._end_jump()
        else:
            self.searched_for()

    def on_descendant_blur(self) -> None:
        """Whatever takes the keys from it, a dialog in front too, ends the going."""
        if self.query_one("#jumping").display and not self._typing_where:
            self._show_jump(shown=False)

    @property
    def _typing_where(self) -> bool:
        return self.focused is not None and self.focused.id == JUMP

    def _end_jump(self) -> None:
        self._show_jump(shown=False)
        self.query_one(RowList).focus()

    def leave_jump(self) -> bool:
        """Whether one was about to go somewhere: then the cursor is where it was before."""
        if not self.query_one("#jumping").display:
            return False
        if self._from is not None:
            self.query_one(RowList).go_to(self._from)
        self._end_jump()
        return True

    def do_back(self) -> None:
        """Leave the going, else go back."""
        if not self.leave_jump():
            self.app.do_back()  # type: ignore[attr-defined]  # the console has it

    def searched(self) -> None:
        """Another field of this screen holds something else."""

    def searched_for(self) -> None:
        """Enter in another field of this screen."""
