"""What a widget asks of the app it stands in."""

from textual.widget import Widget

from pixtui.terminal import THEMES
from pixtui.tui.look.themes import Tones, tones


def tones_of(widget: Widget) -> Tones:
    """How the tones look now."""
    worn: Tones = getattr(widget.app, "tones", None) or tones(THEMES[0])
    return worn
