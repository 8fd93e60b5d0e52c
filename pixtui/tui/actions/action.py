"""What an action is: what a key does in one place."""

from typing import Literal

from attrs import frozen

Scope = Literal[
    "everywhere",
    "list",
    "sessions",
    "centre",
    "session",
    "rehearsal",
    "people",
    "checklist",
    "grid",
    "incidents",
    "finalise",
    "history",
    "rollcall",
    "certifiability",
    "typing",
    "replay",
    "projector",
    "preview",
    "form",
    "choice",
    "manual",
]


@frozen(kw_only=True)
class Action:
    """One thing a key does in one place."""

    id: str
    scope: Scope
    keys: tuple[str, ...]
    label: str
    """Two or three words for the footer, a msgid."""
    help: str
    """One sentence for the help screen, a msgid."""
    footer: bool = False
    """Whether the footer of its place shows it."""
    writes: bool = False
    """Whether it declares something: not offered where the session is read-only."""
    aside: bool = False
    """Whether a replay has no use for it: it helps to declare, or it writes files."""


def action(
    scope: Scope,
    action_id: str,
    keys: str,
    label: str,
    help_text: str,
    *,
    footer: bool = False,
    writes: bool = False,
    aside: bool = False,
) -> Action:
    """An action; ``keys`` are separated by spaces, the one shown first."""
    return Action(
        id=action_id,
        scope=scope,
        keys=tuple(keys.split()),
        label=label,
        help=help_text,
        footer=footer,
        writes=writes,
        aside=aside,
    )
