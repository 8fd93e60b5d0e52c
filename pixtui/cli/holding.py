"""``pixtui hold`` and ``pixtui release``: no purge during a dispute."""

import argparse

from pixtui.cli.shared import DONE, put_text, refuse, session_path
from pixtui.cli.writing import open_desk
from pixtui.domain.commands import Hold, Release
from pixtui.domain.outcome import Refusal
from pixtui.wording.catalogue import N_, Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Hold the record, or release it."""
    hold = asked.command == "hold"
    act = Hold(reason=asked.reason) if hold else Release(reason=asked.reason)
    with open_desk(session_path(asked.session), asked.by, text) as desk:
        answer = desk.submit(act)
        if isinstance(answer, Refusal):
            return refuse(text, answer, desk.state)
    put_text(
        text.say(
            N_("On hold (entry {seq}): it cannot be purged until it is released.")
            if hold
            else N_("Released (entry {seq}): it may be purged again."),
            seq=answer.seq,
        )
    )
    return DONE
