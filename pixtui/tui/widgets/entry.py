"""A field to type in, in which nothing acts on the terminal."""

from typing import Any

from textual.widgets import Input

from pixtui.domain.text import visible
from pixtui.tui.actions import BY_ID


class Entry(Input):
    """An input that shows a control character pasted or read from a file as a sign.

    Of Textual's own keys it leaves the alarm's: an alarm is one wherever the cursor stands.
    """

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for key in BY_ID["alarm"].keys:
            self._bindings.key_to_bindings.pop(key, None)

    def validate_value(self, value: str) -> str:
        """Textual calls it before it takes a value, wherever that comes from."""
        return visible(value)
