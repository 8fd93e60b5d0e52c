"""A session opened to be written by a command."""

from pathlib import Path

from pixtui.cli.shared import say
from pixtui.desk.desk import Desk
from pixtui.present.opening import opening_notes
from pixtui.wording.catalogue import Words


def open_desk(path: Path, by: str, text: Words) -> Desk:
    """Come to a session, what opening found said on stderr; raises StoreError."""
    desk = Desk.open(path, by)
    noticed = opening_notes(text, desk.store)
    if noticed:
        say(noticed)
    return desk
