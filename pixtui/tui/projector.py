"""The projector: a second terminal, read-only, that shows a room what it may see, live."""

from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from pixtui.desk.desk import Desk
from pixtui.present.projector import (
    Projected,
    code_lines,
    one_text,
    page_lines,
    projected,
    top_lines,
)
from pixtui.rules.rulebook import Rulebook
from pixtui.tui.actions import Scope, actions_of
from pixtui.tui.context import Voice
from pixtui.tui.dialogs.help import Help
from pixtui.tui.screens.base import Performs
from pixtui.tui.shell import Shell
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.wire.once import PaintsOnce
from pixtui.wording.catalogue import Words

CODE_SECONDS = 60.0
"""How long the access code stays before the room."""


class Changed(Message):
    """The session may hold something new."""


class ProjectorScreen(Performs, PaintsOnce[None]):
    """The session number, the clock, a page of instructions, and the code when it is asked for."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "projector")

    def __init__(self, voice: Voice, rulebook: Rulebook, look: Callable[[], Projected]) -> None:
        super().__init__()
        self.voice = voice
        self._pages = rulebook.pages()
        self._page = 0
        self._look = look
        self._code_until = 0.0
        self._said = ""
        self.bind_actions(self)

    def compose(self) -> ComposeResult:
        """Top, page, answer, keys."""
        yield Static(id="top", markup=False)
        yield Static(id="page", markup=False)
        yield Static(id="message", markup=False)
        yield KeysBar(self.voice.words, self.footer_actions())

    def on_mount(self) -> None:
        """Show what there is."""
        self.show()

    def on_resize(self) -> None:
        """Lay out for the new size."""
        self.show()

    def show(self) -> None:
        """Show what the room may see now; only what changed is painted."""
        if not self.is_mounted:
            return
        shown, words = self._look(), self.voice.words
        cells, rows = max(self.app.size.width, 20), max(self.app.size.height, 4)
        top = top_lines(shown, words, cells)
        if shown.code and monotonic() < self._code_until:
            page = code_lines(shown, words)
        else:
            page = self._page_lines(words.language, cells)
        self._put("#top", one_text(top, rows - 2))
        self._put("#page", one_text(["", *page], rows - len(top) - 2))
        self._put("#message", self._said)

    def _page_lines(self, language: str, cells: int) -> list[str]:
        count = len(self._pages)
        page = self._pages[self._page] if count else None
        return page_lines(page, self._page + 1, count, language, cells)

    def _put(self, selector: str, text: str) -> None:
        part = self.query_one(selector, Static)
        if str(part.content) != text:
            part.update(Content(text))

    def action_perform(self, action_id: str) -> None:
        """A key of the registry was pressed."""
        self._said = ""
        self.perform(self, action_id)
        self.show()

    def do_next_page(self) -> None:
        """The next page of instructions."""
        self._turn(1)

    def do_previous_page(self) -> None:
        """The page before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        self._code_until = 0.0
        self._page = max(0, min(self._page + by, len(self._pages) - 1))

    def do_project_code(self) -> None:
        """Show the access code for a minute, once it was given; again: hide it."""
        if monotonic() < self._code_until:
            self._code_until = 0.0
        elif self._look().code:
            self._code_until = monotonic() + CODE_SECONDS
        else:
            self._said = self.voice.text("The access code has not been given to the room yet.")


class Projector(Shell):
    """``pixtui project SESSION``."""

    def __init__(self, words: Words, rulebook: Rulebook, desk: Desk) -> None:
        super().__init__(words)
        self._desk = desk
        self._front = ProjectorScreen(
            self.voice, rulebook, lambda: projected(desk.state, desk.now())
        )

    def on_mount(self) -> None:
        """Show the session, then follow it."""
        self.push_screen(self._front)
        self._desk.follow(self._something_changed)
        self.set_interval(1, self._front.show)

    def _something_changed(self) -> None:
        """Called from the thread that follows the file."""
        self.post_message(Changed())

    def on_changed(self, _event: Changed) -> None:
        """A console declared something."""
        self._front.show()

    def on_unmount(self) -> None:
        """Follow no more."""
        self._desk.close()

    def do_help(self) -> None:
        """The keys of the projector."""
        listed = actions_of(("projector", "everywhere"))

        def chosen(action_id: str | None) -> None:
            if action_id is not None:
                self._front.action_perform(action_id)

        self.push_screen(Help(self.voice, listed), chosen)
