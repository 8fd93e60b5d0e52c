"""The manual in the console: opened at what is in front, closed without a trace."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from pixtui.domain.text import fold
from pixtui.present.manual import Line, heading_of, page_lines
from pixtui.present.row import Row
from pixtui.present.width import fit
from pixtui.tui.actions import Action, Scope
from pixtui.tui.context import Voice
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.screens.base import Dialog, Listing
from pixtui.tui.widgets.entry import Entry
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.catalogue import N_
from pixtui.wording.manual import PAGES, Target, about, blocks, followed, holding, sections, title

PLACE_CELLS = 6
"""Cells in which the first line says how far down one is."""


class PageList(RowList):
    """The lines of a page; the one under the cursor is the first in view."""

    GUTTER: ClassVar[int] = 0

    def _keep_in_view(self) -> None:
        self._put_on_top(self._cursor)

    def _fit(self) -> None:
        # Below the end there is room for any line to come first: what is sought stands on top.
        super()._fit()
        self.virtual_size = self.virtual_size.with_height(len(self._rows) + self.size.height)

    def _put_on_top(self, top: int) -> None:
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)

    def last(self) -> None:
        """The last page whole."""
        self._move_to(len(self._rows) - self.size.height)


class Manual(Listing, Dialog[None]):
    """A page of the manual, as wide as the terminal; Esc closes it."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("list", "manual")
    AUTO_FOCUS = "PageList"

    def __init__(self, voice: Voice, topics: Sequence[str]) -> None:
        super().__init__(voice)
        self._target = about(topics, voice.words.language)
        self._lines: tuple[Line, ...] = ()
        self._been: list[Target] = []
        self._sought = ""

    def compose(self) -> ComposeResult:
        """Which page it is, the page, an answer, the keys."""
        with Vertical(id="dialog"):
            yield Static(id="title", markup=False)
            search = Entry(placeholder=self.voice.text("type to search"), id="search", compact=True)
            search.display = False
            yield search
            yield PageList(id="page")
            yield Static(id="answer", markup=False)
            yield KeysBar(self.voice.words, self.footer_actions())

    def footer_actions(self) -> list[Action]:
        """The keys of the manual."""
        return [one for one in self.voice.keymap.of(("manual",)) if one.footer]

    def topics(self) -> list[str]:
        """It is about itself."""
        return ["scope-manual"]

    def on_row_list_resized(self) -> None:
        """Lay the page out for its width, at the same place."""
        self._show(self._target)

    # --- where one is

    @property
    def _rows(self) -> PageList:
        return self.query_one(PageList)

    @property
    def here(self) -> Target:
        """The block that is on top."""
        at = int(self._rows.current or 0)
        return Target(self._target.page, self._lines[at].block if self._lines else 0)

    def _show(self, target: Target) -> None:
        """Put a block on top."""
        rows, words = self._rows, self.voice.words
        if not rows.size.width:
            return  # it is told its width later, and comes back here
        self._target = target
        self._lines = page_lines(target.page, words, rows.room)
        rows.show([Row(str(at), line.cells) for at, line in enumerate(self._lines)])
        first = next(
            (
                at
                for at, line in enumerate(self._lines)
                if line.block >= target.block and line.cells
            ),
            0,
        )
        rows.go_to(str(first))
        self._say_where()

    def on_row_list_moved(self) -> None:
        """Say how far down one is."""
        self._say_where()

    def _say_where(self) -> None:
        rows = self._rows
        lines, at = len(self._lines), int(rows.current or 0)
        seen = min(at + rows.size.height, lines)
        told = f" {self.voice.text('Manual')} · {title(self._target.page, self._language)}"
        room = max(self.size.width - PLACE_CELLS, 10)
        text = fit(told, room) + f"{100 * seen // max(lines, 1):>{PLACE_CELLS - 2}} %"
        self.query_one("#title", Static).update(Content(text), layout=False)

    @property
    def _language(self) -> str:
        return self.voice.words.language

    def _go(self, target: Target, said: str = "") -> None:
        """To another place, which one can come back from."""
        self._been.append(self.here)
        self._show(target)
        self._say(said)

    def _say(self, said: str) -> None:
        answer = self.query_one("#answer", Static)
        answer.set_class(bool(said), "-said")  # where there are few lines it takes one only then
        answer.update(Content(said), layout=False)

    def do_manual_back(self) -> None:
        """Where one was before."""
        if self._been:
            self._show(self._been.pop())
            self._say("")

    # --- sections and links

    def do_manual_contents(self) -> None:
        """Every page and section, to pick one."""
        found = list(sections(self._language))
        listed = []
        for number, one in enumerate(found):
            level = blocks(one.target.page, self._language)[one.target.block].level
            listed.append((str(number), "  " * (level - 1) + one.heading))

        def chosen(number: str | None) -> None:
            if number is not None:
                self._go(found[int(number)].target)

        self.app.push_screen(
            Choice(self.voice, self.voice.text("The manual"), listed, searched=True), chosen
        )

    def do_manual_section(self) -> None:
        """The next section, of the next page after the last one."""
        self._step(1)

    def do_manual_section_before(self) -> None:
        """The section before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        found = [one.target for one in sections(self._language)]
        places = [(PAGES.index(one.page), one.block) for one in found]
        here = (PAGES.index(self._target.page), self.here.block)
        beyond = [
            at for at, place in enumerate(places) if (place > here if by > 0 else place < here)
        ]
        if beyond:
            self._go(found[beyond[0] if by > 0 else beyond[-1]])

    def do_manual_follow(self) -> None:
        """The link in view; of several, the one that is picked."""
        rows = self._rows
        at = int(rows.current or 0)
        links = dict.fromkeys(
            link for line in self._lines[at : at + rows.size.height] for link in line.links
        )
        found = [(said, to, followed(to, self._target.page, self._language)) for said, to in links]
        inside = [(said, target) for said, _to, target in found if target is not None]
        if len(inside) == 1:
            self._go(inside[0][1])
        elif inside:
            listed = [(str(number), said) for number, (said, _target) in enumerate(inside)]
            self.app.push_screen(
                Choice(self.voice, self.voice.text("Where to?"), listed),
                lambda number: self._go(inside[int(number)][1]) if number is not None else None,
            )
        else:
            self._say(self.voice.text("No link is in view."))

    # --- searching

    def do_manual_search(self) -> None:
        """Open the search."""
        search = self.query_one("#search", Input)
        search.display = True
        search.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Look for what is typed, from here on."""
        self._sought = event.value
        self._close_search()
        self.do_manual_next()

    def _close_search(self) -> None:
        self.query_one("#search", Input).display = False
        self._rows.focus()

    def do_manual_next(self) -> None:
        """The next place that holds the words; after the last page the first one again."""
        if not fold(self._sought).split():
            self.do_manual_search()
            return
        found = holding(self._sought, self._language)
        if not found:
            self._say(
                self.voice.text("The manual says nothing of “{wanted}”.", wanted=self._sought)
            )
            return
        here = (PAGES.index(self._target.page), self.here.block)
        places = [(PAGES.index(one.page), one.block) for one in found]
        at = next((at for at, place in enumerate(places) if place > here), 0)
        target = found[at]
        under = heading_of(target.page, target.block, self.voice.words)
        self._go(
            target,
            self.voice.text(
                N_("{number} of {count}: {heading}"), number=at + 1, count=len(found), heading=under
            ),
        )

    def do_leave_manual(self) -> None:
        """Close the search, else the manual."""
        if self.query_one("#search", Input).display:
            self._close_search()
        else:
            self.dismiss(None)

    def do_manual(self) -> None:
        """It is open already."""
