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
    PAGE_ROWS,
    Projected,
    code_lines,
    one_text,
    page_lines,
    projected,
    small_top_lines,
    top_lines,
)
from pixtui.present.width import width
from pixtui.rules.rulebook import Rulebook
from pixtui.terminal import Look
from pixtui.tui.actions import Action, Scope
from pixtui.tui.context import Voice
from pixtui.tui.keymap import Loaded
from pixtui.tui.screens.base import Performs
from pixtui.tui.shell import SHIPPED, Shell
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.wire.once import PaintsOnce
from pixtui.wording.catalogue import Words

ROOMY_ROWS = 10
"""Rows from which on a page stands apart from what is above it."""
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
        self._from = 0
        self._room = 1
        self._more = False
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

    def footer_actions(self) -> list[Action]:
        """How it is left is said too: Esc, which goes back elsewhere, has nowhere to go here."""
        *own, last = super().footer_actions()
        return [*own, self.voice.keymap.by_id["quit"], last]

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
        cells, rows = max(self.app.size.width, 8), max(self.app.size.height, 3)
        top = top_lines(shown, words, cells)
        if rows - len(top) < PAGE_ROWS or any(width(line) > cells for line in top):
            top = small_top_lines(shown, words, cells - 1)[: max(rows - 4, 1)]
        gap = [""] if rows >= ROOMY_ROWS else []
        self._room = max(rows - len(top) - len(gap) - 2, 1)
        if shown.code and self._code_shown:
            page = code_lines(shown, words, cells, self._room)
        else:
            page = self._page_lines(words.language, cells - 1)[self._from :]
        self._put("#top", "\n".join(top))
        self._put("#page", one_text([*gap, *page], self._room + len(gap)))
        self._put("#message", self._said)

    @property
    def _code_shown(self) -> bool:
        return monotonic() < self._code_until

    def _page_lines(self, language: str, cells: int) -> list[str]:
        count = len(self._pages)
        page = self._pages[self._page] if count else None
        lines = page_lines(page, self._page + 1, count, language, cells)
        self._more = len(lines) - 1 > self._from + self._room  # the last one is a gap
        return lines

    def _put(self, selector: str, text: str) -> None:
        part = self.query_one(selector, Static)
        if str(part.content) != text:
            part.update(Content(text))

    def action_perform(self, action_id: str) -> None:
        """A key of the registry was pressed."""
        self._said = ""
        self.perform(self, action_id)
        self.show()

    def say(self, text: str, _tone: str = "") -> None:
        """Put an answer below the page until the next key."""
        self._said = text
        self.show()

    def do_next_page(self) -> None:
        """The next page of instructions; first the rest of this one, where it has no room."""
        if self._more and not self._code_shown:
            self._from += self._room
        else:
            self._turn(1)

    def do_previous_page(self) -> None:
        """The page before; first the beginning of this one."""
        if self._from and not self._code_shown:
            self._from = max(self._from - self._room, 0)
        else:
            self._turn(-1)

    def _turn(self, by: int) -> None:
        self._code_until, self._from = 0.0, 0
        self._page = max(0, min(self._page + by, len(self._pages) - 1))

    def do_project_code(self) -> None:
        """Show the access code for a minute, once it was given; again: hide it."""
        if self._code_shown:
            self._code_until = 0.0
        elif self._look().code:
            self._code_until = monotonic() + CODE_SECONDS
        else:
            self.say(self.voice.text("The access code has not been given to the room yet."))


class Projector(Shell):
    """``pixtui project SESSION``."""

    def __init__(
        self,
        words: Words,
        rulebook: Rulebook,
        desk: Desk,
        keys: Loaded = SHIPPED,
        look: Look | None = None,
    ) -> None:
        super().__init__(words, keys, look)
        self._desk = desk
        self._front = ProjectorScreen(
            self.voice, rulebook, lambda: projected(desk.state, desk.now())
        )

    def on_mount(self) -> None:
        """Show the session, then follow it."""
        self.push_screen(self._front)
        if self.first_said:
            said = self.voice.text("The usual keys are in use: pixtui keys says why.")
            self.call_after_refresh(self.tell_front, said)  # no path before a room
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

    def tell_front(self, said: str, tone: str = "warned") -> None:  # noqa: ARG002 - one tone here
        """Say something on the line above the keys."""
        self._front.say(said)
