"""What the console and the projector share: colours, leaving, and a crash that tells nothing."""

import os

from rich.text import Text
from textual.app import App

from pixtui.desk.crash import keep_crash
from pixtui.present.opening import crash_sentence
from pixtui.resources import styles
from pixtui.tui.context import Voice
from pixtui.tui.themes import THEME
from pixtui.wording.catalogue import Words


class Shell(App[None]):
    """A full-screen app of pixtui."""

    CSS_PATH = None
    ENABLE_COMMAND_PALETTE = False
    TITLE = "pixtui"

    def __init__(self, words: Words) -> None:
        # With the terminal's own colours Textual leaves colour out altogether under NO_COLOR.
        own_colours = True if "NO_COLOR" in os.environ else None
        super().__init__(css_path=sorted(styles().glob("*.tcss")), ansi_color=own_colours)
        self.register_theme(THEME)
        self.theme = THEME.name
        self.voice = Voice(words)
        self.last_words = ""
        """What is left to say once the terminal is given back."""

    def do_quit(self) -> None:
        """Leave pixtui."""
        self.exit()

    def do_redraw(self) -> None:
        """Paint everything again."""
        self.screen.refresh(repaint=True, layout=True)
        self.refresh(repaint=True, layout=True)

    def _fatal_error(self) -> None:
        """An error nobody foresaw: one line and a reference, never what was on the screen."""
        assert self._exception is not None  # Textual has just taken note of it
        self.panic(Text(crash_sentence(self.voice.words, keep_crash(self._exception))))
