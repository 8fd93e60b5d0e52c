"""A field to type in, in which nothing acts on the terminal."""

from textual.widgets import Input

from pixtui.domain.text import visible


class Entry(Input):
    """An input that shows a control character pasted or read from a file as a sign."""

    def validate_value(self, value: str) -> str:
        """Textual calls it before it takes a value, wherever that comes from."""
        return visible(value)
