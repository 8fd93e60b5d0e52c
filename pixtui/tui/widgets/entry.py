"""A field to type in, in which nothing acts on the terminal."""

from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from pixtui.domain.text import visible


class Entry(Input, inherit_bindings=False):
    """An input that shows a control character pasted or read from a file as a sign.

    Of Textual's keys it takes those that edit what is typed and no more: the alarm's Ctrl+E is
    the end of the line to Textual, and must not be swallowed by the search of the grid.
    """

    class ListPasted(Message):
        """A list was pasted where one is taken."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    takes_list = False
    """Whether a list pasted here goes elsewhere; it would make no value."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("ctrl+left", "cursor_left_word", show=False),
        Binding("ctrl+right", "cursor_right_word", show=False),
        Binding("shift+left", "cursor_left(True)", show=False),
        Binding("shift+right", "cursor_right(True)", show=False),
        Binding("home", "home", show=False),
        Binding("end", "end", show=False),
        Binding("backspace", "delete_left", show=False),
        Binding("delete", "delete_right", show=False),
        Binding("enter", "submit", show=False),
        Binding("ctrl+w", "delete_left_word", show=False),
        Binding("ctrl+u", "empty", show=False),
        Binding("ctrl+x", "cut", show=False),
        Binding("ctrl+c", "copy", show=False),
        Binding("ctrl+v", "paste", show=False),
    ]

    def __init__(self, value: str | None = None, **more: Any) -> None:
        super().__init__(value, **more)
        self.cursor_blink = False  # nothing moves unless something happened

    def action_empty(self) -> None:
        """Empty the line wherever the cursor stands: what is typed next is all of it."""
        self.clear()

    def _on_paste(self, event: events.Paste) -> None:
        """All of what is pasted, its lines as one: Textual would keep the first and say nothing."""
        line = " ".join(event.text.split())
        if self.takes_list and _is_list(event.text):
            self.post_message(self.ListPasted(event.text))
        elif line:
            start, end = self.selection
            self.replace(line, *sorted((start, end)))
        event.stop()
        # A message goes on to the handlers of the classes below unless it is told not to.
        event.prevent_default()

    def validate_value(self, value: str) -> str:
        """Textual calls it before it takes a value, wherever that comes from."""
        return visible(value)


def _is_list(text: str) -> bool:
    # What reads lists is loaded when one comes: it would slow every start.
    from pixtui.exchange.pasted import is_list

    return is_list(text)
