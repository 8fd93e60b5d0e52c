"""``pixtui debrief``: what was made of a rehearsal."""

import argparse

from pixtui.cli.looking import Look, look
from pixtui.cli.shared import DONE, put, put_text, refuse, session_path
from pixtui.domain.outcome import Refusal
from pixtui.domain.rehearsal.judge import judge
from pixtui.present.rehearsal import Debriefing
from pixtui.rules.rulebook import rulebook
from pixtui.rules.scenarios import scenario_of
from pixtui.store.rehearsal import load_progress
from pixtui.wording.catalogue import Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Print it; before the day is over, what can still be done in time is told to scripts only."""
    seen = look(session_path(asked.session), text)
    made = _made(seen, text, whole=asked.json)
    if made is None:
        return refuse(text, Refusal("no_rehearsal"), seen.state)
    if asked.json:
        put(made.json())
    else:
        for line in made.text():
            put_text(line)
    return DONE


def _made(seen: Look, text: Words, *, whole: bool) -> Debriefing | None:
    """The debrief of a session; None where it is no rehearsal, or nothing is left to judge."""
    progress = load_progress(seen.path)
    if progress is None or seen.state.details is None:
        return None
    scenario = scenario_of(progress.scenario)
    debrief = judge(scenario, progress.told, seen.state, seen.now)
    return Debriefing(
        scenario=scenario,
        debrief=debrief,
        state=seen.state,
        now=seen.now,
        words=text,
        book=rulebook(),
        pending=whole or not debrief.to_come,
    )
