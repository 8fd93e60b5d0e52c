"""Every key of the place one comes from, from the registry."""

from collections.abc import Sequence
from typing import ClassVar

from attrs import evolve as changed
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pixtui.present.row import Row
from pixtui.present.tone import Cell
from pixtui.present.width import fit, width
from pixtui.tui.actions import Action, Scope
from pixtui.tui.context import Voice
from pixtui.tui.keys import key_label
from pixtui.tui.screens.base import Dialog, Listing
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList

KEY_CELLS = 16
"""Cells of the keys at least, where the screen has them."""


class Help(Listing, Dialog[str]):
    """The keys with what they do; Enter does the one under the cursor."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("list", "choice")
    AUTO_FOCUS = "RowList"

    def __init__(
        self, voice: Voice, actions: Sequence[Action], legend: str = "", *, typing: bool = False
    ) -> None:
        """The manual is offered where it is among the actions.

        ``typing`` where one comes from a field: a sign is typed there and does nothing else.
        """
        super().__init__(voice)
        self._actions, self._legend, self._typing = list(actions), legend, typing

    def compose(self) -> ComposeResult:
        """The title, the keys, what the one under the cursor does."""
        with Vertical(id="dialog"):
            title = self.voice.text("Keys of this screen; Enter does the one under the cursor")
            yield Static(Content(title), id="title", markup=False)
            if self._legend:
                yield Static(Content(self._legend), id="about", markup=False)
            yield RowList(id="choices")
            yield Static(id="answer", markup=False)
            # The way out comes last: where there is no room the keys before it give way.
            *others, way_out = self.footer_actions()
            yield KeysBar(self.voice.words, [*others, *self._manual(), way_out])

    def on_mount(self) -> None:
        """Show the keys."""
        words = self.voice.words
        rows = self.query_one(RowList)
        self.lay_out()
        rows.show([Row(one.id, self._cells(one)) for one in self._actions])
        self.query_one("#answer", Static).update(Content(words.text(self._actions[0].help)))

    def lay_out(self) -> None:
        """Give the keys the lines there are."""
        title = str(self.query_one("#title", Static).content)
        rows = self.query_one(RowList)
        self.give_lines(rows, len(self._actions), title, self._legend, other=7)

    def _cells(self, action: Action) -> tuple[Cell, ...]:
        widest = max(width(self._keys(one)) for one in self._actions)
        cells = min(max(KEY_CELLS, widest), self.app.size.width * 2 // 5)
        label = self.voice.words.text(action.label)
        return ((fit(self._keys(action), cells), "accent"), (f" {label}", "plain"))

    def _keys(self, action: Action) -> str:
        """The keys that do it where one comes from."""
        labels = [key_label(key, self.voice.words) for key in action.keys]
        return " ".join(one for one in labels if not (self._typing and len(one) == 1))

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Say what the key under the cursor does."""
        for action in self._actions:
            if action.id == event.key:
                text = self.voice.words.text(action.help)
                self.query_one("#answer", Static).update(Content(text))

    def _manual(self) -> list[Action]:
        """The key of the help once more: the manual, at what is behind."""
        keymap = self.voice.keymap
        offered = [one for one in self._actions if one.id == "manual"]
        return [changed(one, keys=keymap.by_id["help"].keys) for one in offered]

    def do_help(self) -> None:
        """The keys are shown already: on to the manual about what is behind."""
        if self._manual():
            self.dismiss("manual")

    do_manual = do_help

    def do_palette(self) -> None:
        """What it finds is shown already."""

    def do_choose(self) -> None:
        """Leave, and do what is under the cursor."""
        self.dismiss(self.query_one(RowList).current)
