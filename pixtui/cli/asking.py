"""A question to the person at a terminal; a script says ``--yes`` instead."""

import sys

from pixtui.cli.shared import say


def confirmed(question: str, wanted: str) -> bool:
    """Ask until Enter; whether exactly that was typed. Without a terminal: no."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    say(question)
    return sys.stdin.readline().strip() == wanted
