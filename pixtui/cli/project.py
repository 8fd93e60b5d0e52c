"""``pixtui project``: a second terminal that shows the room what it may see."""

import argparse
from typing import TYPE_CHECKING

from pixtui.cli.console import paint, wanted
from pixtui.cli.shared import session_path
from pixtui.desk.desk import Desk
from pixtui.rules.rulebook import rulebook
from pixtui.wording.catalogue import Words, words

if TYPE_CHECKING:
    from pixtui.tui.shell import Shell


def run(asked: argparse.Namespace, text: Words) -> int:
    """Show the projector until it is left."""
    desk = Desk.open(session_path(asked.session), "", read_only=True)
    details = desk.state.details
    if asked.language_said is None and details is not None:
        text = words(details.language)  # the room's, as on the papers, not that of one console

    def made() -> "Shell":
        from pixtui.tui.keymap import load_keymap
        from pixtui.tui.projector import Projector

        return Projector(text, rulebook(), desk, load_keymap(), wanted(asked))

    with desk:
        return paint(text, made, mouse=asked.loaded.settings.mouse)
