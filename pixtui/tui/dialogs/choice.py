"""A choice of one line among several, searched by typing where there are many."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from pixtui.domain.text import fold
from pixtui.present.meant import how_well
from pixtui.present.row import Row
from pixtui.present.tone import Tone
from pixtui.present.width import fit, width
from pixtui.tui.actions import Scope
from pixtui.tui.context import Voice
from pixtui.tui.screens.base import Dialog, Listing
from pixtui.tui.widgets.entry import Entry
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList

SEARCHED_FROM = 10
"""Choices from which on a line for searching stands above them."""
SEARCH_LINES, TOLD_LINES = 2, 3
"""Lines of a dialog that the search takes, and what is said below the choices."""


class Choice(Listing, Dialog[str]):
    """Pick one line; the first is the right one, the dangerous ones come last.

    ``also`` holds words under which a line is found although it does not show them; ``told``
    what is said below of the one under the cursor.
    """

    SCOPES: ClassVar[tuple[Scope, ...]] = ("list", "choice")
    AUTO_FOCUS = ""

    def __init__(
        self,
        voice: Voice,
        title: str,
        choices: Sequence[tuple[str, str]],
        *,
        about: str = "",
        dangerous: frozenset[str] = frozenset(),
        also: Mapping[str, str] | None = None,
        told: Mapping[str, str] | None = None,
        searched: bool = False,
        topic: Callable[[str], str] | str = "",
    ) -> None:
        """``topic`` is the section of the manual about all of it, or about a line, by its key."""
        super().__init__(voice)
        self._topic = topic
        self._told = told or {}
        self._title, self._about = title, about
        self._choices = list(choices)
        self._dangerous = dangerous
        self._also = also or {}
        self._searched = searched or len(self._choices) >= SEARCHED_FROM

    def compose(self) -> ComposeResult:
        """The question, the search, the choices, the keys."""
        with Vertical(id="dialog"):
            yield Static(Content(self._title), id="title", markup=False)
            if self._about:
                yield Static(Content(self._about), id="about", markup=False)
            if self._searched:
                hint = self.voice.text("type to search")
                search = Entry(placeholder=hint, id="search", compact=True)
                yield search
            yield RowList(id="choices")
            if self._told:
                yield Static(id="answer", markup=False)
            yield KeysBar(self.voice.words, self.footer_actions())

    def on_mount(self) -> None:
        """Show the choices."""
        rows = self.query_one(RowList)
        self.lay_out()
        self._fill("")
        (self.query_one("#search") if self._searched else rows).focus()

    def lay_out(self) -> None:
        """Give the choices the lines there are."""
        other = 4 + (SEARCH_LINES if self._searched else 0) + (TOLD_LINES if self._told else 0)
        rows = self.query_one(RowList)
        self.give_lines(rows, len(self._choices), self._title, self._about, other=other)

    def _fill(self, wanted: str) -> None:
        asked = fold(wanted).split()
        rows = self.query_one(RowList)
        found = [
            (key, text)
            for key, text in self._choices
            if all(word in fold(f"{text} {self._also.get(key, '')}") for word in asked)
        ]
        # A seat typed whole comes first, last what is only found under the words.
        found.sort(key=lambda one: how_well(fold(one[1]), asked))
        rows.show(
            [
                Row(key, ((fit(text, rows.room or width(text)), self._tone(key)),))
                for key, text in found
            ]
        )

    def on_row_list_resized(self) -> None:
        """Cut what is too long for the width, visibly."""
        self._fill(self.query_one("#search", Input).value if self._searched else "")

    def _tone(self, key: str) -> Tone:
        return "danger" if key in self._dangerous else "plain"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep only the choices with these letters, the best of them under the cursor."""
        self._fill(event.value)
        rows = self.query_one(RowList)
        if event.value and rows.rows:
            rows.go_to(rows.rows[0].key)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Say more of the one under the cursor."""
        if self._told:
            told = self._told.get(event.key or "", "")
            self.query_one("#answer", Static).update(Content(told))

    def topics(self) -> list[str]:
        """What is under the cursor, where the manual tells of it."""
        key = self.query_one(RowList).current
        topic = self._topic
        if not isinstance(topic, str):
            topic = topic(key) if key is not None else ""
        return [*([topic] if topic else []), *super().topics()]

    def on_input_submitted(self) -> None:
        """Enter in the search takes the choice under the cursor."""
        self.do_choose()

    def do_choose(self) -> None:
        """Take the choice under the cursor."""
        chosen = self.query_one(RowList).current
        if chosen is not None:
            self.dismiss(chosen)


class Alarm(Choice):
    """The question whether there is an alarm; a second press of its key asks no second one."""

    def do_alarm(self) -> None:
        """It is asked already."""


def confirmation(voice: Voice, question: str, yes: str, about: str = "") -> Choice:
    """A question whose first answer is no; answers ``yes`` or ``no``."""
    no = voice.text("No, go back")
    choices = [("no", no), ("yes", yes)]
    return Choice(voice, question, choices, about=about, dangerous=frozenset(("yes",)))
