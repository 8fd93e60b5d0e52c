"""``pixtui status``: how a session stands."""

import argparse
import datetime as dt

from pixtui.cli.looking import Look, look
from pixtui.cli.shared import DONE, put, put_text, session_path
from pixtui.domain.text import visible
from pixtui.present.standing import standing
from pixtui.present.status import status
from pixtui.rules.rulebook import rulebook
from pixtui.store.presence import at_work
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.heads import grouped_head
from pixtui.wording.times import long_date
from pixtui.wording.when import hour


def run(asked: argparse.Namespace, text: Words) -> int:
    """Print the status."""
    seen = look(session_path(asked.session), text)
    if asked.json:
        put(status(seen.state, seen.now, text, seen.heads))
    else:
        for line in lines(seen, text):
            put_text(line)
    return DONE


def lines(seen: Look, text: Words) -> list[str]:
    """The status for a person."""
    state = seen.state
    shown = standing(state, seen.now, text, rulebook())
    here = [
        f"{visible(one.by)} ({hour(state, dt.datetime.fromisoformat(one.since))})"
        for one in at_work(seen.path.resolve())
    ]
    if here and state.details is not None:
        shown.append(text.say(N_("At work: {who}"), who=", ".join(here)))
    if state.details is not None:
        until = long_date(text, state.details.retention_until)
        held = " · " + text.text(N_("on hold")) if state.hold else ""
        shown.append(text.say(N_("To be kept until {date}"), date=until) + held)
    shown.append(text.say(N_("Head: {head}"), head=grouped_head(seen.heads.head)))
    return shown
