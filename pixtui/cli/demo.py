"""``pixtui demo``: a fictional session, mid-exam now, in a scratch folder."""

import argparse

from pixtui.cli.console import show
from pixtui.desk.demo import demo_session
from pixtui.wording.catalogue import Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Make the session afresh and open it."""
    return show(text, demo_session(), asked)
