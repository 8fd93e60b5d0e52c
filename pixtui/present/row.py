"""A row of any list on the screen: whom or what it is about, and its cells."""

from attrs import frozen

from pixtui.present.tone import Cell


@frozen
class Row:
    """One line: a key that stays with what it shows, and its text with tones."""

    key: str
    cells: tuple[Cell, ...]
