"""``pixtui log``: the history of a session, entry by entry."""

import argparse

from pixtui.cli.looking import look
from pixtui.cli.shared import DONE, put, put_text, session_path
from pixtui.present.masks import masked
from pixtui.rules.rulebook import rulebook
from pixtui.wording.catalogue import Words
from pixtui.wording.history import history_lines


def run(asked: argparse.Namespace, text: Words) -> int:
    """Print the history."""
    seen = look(session_path(asked.session), text)
    if asked.json:
        put([masked(entry.to_json()) for entry in seen.reading.entries])
        return DONE
    for line in history_lines(seen.state, text, rulebook()):
        put_text(f"{line.seq:>5}  {line.text()}")
    return DONE
