"""What the console and the projector share: colours, leaving, and a crash that tells nothing."""

import gc
import os
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from pixtui.desk.crash import keep_crash
from pixtui.present.opening import crash_sentence
from pixtui.resources import styles
from pixtui.tui.context import Voice
from pixtui.tui.themes import THEME
from pixtui.tui.wire.driver import WireDriver, erases_in_colour, scrolls_lines
from pixtui.tui.wire.painter import Painter, usable
from pixtui.wording.catalogue import Words

AT_ONCE = 1000
"""Characters that a terminal shows at once; a longer text is announced as one update."""


class Shell(App[None]):
    """A full-screen app of pixtui."""

    CSS_PATH = None
    ENABLE_COMMAND_PALETTE = False
    TITLE = "pixtui"

    def __init__(self, words: Words) -> None:
        # With the terminal's own colours Textual leaves colour out altogether under NO_COLOR.
        own_colours = True if "NO_COLOR" in os.environ else None
        super().__init__(
            driver_class=WireDriver,
            css_path=sorted(styles().glob("*.tcss")),
            ansi_color=own_colours,
        )
        self._painter: Painter | None = None
        if usable():
            self._painter = Painter(erases_in_colour=erases_in_colour(), scrolls=scrolls_lines())
        self.register_theme(THEME)
        self.theme = THEME.name
        self.voice = Voice(words)
        self.last_words = ""
        """What is left to say once the terminal is given back."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send what differs from what the terminal shows; where that cannot be told, all of it."""
        driver = self._driver
        painted = renderable is not None and self._running and not self._closed
        idle = not painted or self._batch_count or self.is_headless
        if self._painter is None or driver is None or idle:
            super()._display(screen, renderable)
            return
        cursor = self.cursor_position if isinstance(self.focused, Input) else None
        size = self.size
        text = self._painter.short(
            renderable,
            self.console,
            (size.width, size.height),
            size.clamp_offset(cursor) if cursor is not None else None,
        )
        if text is None:
            self._painter.forget()
            super()._display(screen, renderable)
            return
        if len(text) > AT_ONCE:
            self._begin_update()
        driver.write(text)
        if len(text) > AT_ONCE:
            self._end_update()
        driver.flush()
        self.post_display_hook()

    def on_ready(self) -> None:
        """The first paint is done: from here on there may be garbage again."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def forget_shown(self) -> None:
        """Something else painted on the terminal, or may have: send everything once more."""
        if self._painter is not None:
            self._painter.forget()

    def do_quit(self) -> None:
        """Leave pixtui."""
        self.exit()

    def do_redraw(self) -> None:
        """Paint everything again."""
        self.forget_shown()
        self.screen.refresh(repaint=True, layout=True)
        self.refresh(repaint=True, layout=True)

    def _fatal_error(self) -> None:
        """An error nobody foresaw: one line and a reference, never what was on the screen."""
        assert self._exception is not None  # Textual has just taken note of it
        self.panic(Text(crash_sentence(self.voice.words, keep_crash(self._exception))))
