"""The one theme: a dark ground, one accent, one warning, one danger."""

from textual.theme import Theme

THEME = Theme(
    name="pixtui",
    primary="#5fd7ff",
    accent="#5fd7ff",
    warning="#ffd75f",
    error="#ff8787",
    success="#87d787",
    foreground="#e4e4e4",
    background="#121212",
    surface="#1c1c1c",
    panel="#262626",
    dark=True,
)
