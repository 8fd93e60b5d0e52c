"""What a piece of text means for the eye; the faces choose how it looks."""

from typing import Literal

Tone = Literal["plain", "dim", "strong", "accent", "good", "warning", "danger", "cursor"]
Cell = tuple[str, Tone]
"""A text and its tone."""
