"""``pixtui debrief``: what was made of a rehearsal."""

import argparse

from pixtui.cli.looking import Look, look
from pixtui.cli.shared import DONE, put, put_text, refuse, session_path
from pixtui.domain.outcome import Refusal
from pixtui.domain.rehearsal.judge import judge
from pixtui.present.rehearsal import Debriefing
from pixtui.rules.rulebook import rulebook
from pixtui.rules.scenarios import kept_scenario
from pixtui.store.beside import rehearsal_of
from pixtui.store.errors import StoreError
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
    if seen.state.details is None or seen.state.session.rehearsal is None:
        return None
    progress = load_progress(seen.path)
    if progress is None:
        return None
    scenario = kept_scenario(progress.scenario)
    if scenario is None:
        raise StoreError("rehearsal_damaged", {"path": str(rehearsal_of(seen.path))})
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
