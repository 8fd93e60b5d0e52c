"""The floor of what a program made with Textual costs: one line of text, nothing else.

Run as a module.
"""

from textual.app import App, ComposeResult
from textual.widgets import Static

MARKER = "minimal"


class Minimal(App[None]):
    """One line of text."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(MARKER)


if __name__ == "__main__":
    Minimal().run()
