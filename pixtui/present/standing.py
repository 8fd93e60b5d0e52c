"""How a session stands at a moment, as lines for a person."""

import datetime as dt

from pixtui.domain.checks import blockers, holes, warnings
from pixtui.domain.session import State
from pixtui.present.head import counters_line, head_line, next_line
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.sentences import finding_sentence


def standing(state: State, now: dt.datetime, words: Words, book: Rulebook) -> list[str]:
    """Where the session is, who stands where, what blocks, what is missing, what to watch."""
    shown = [
        head_line(state, now, words, "", 76).strip(),
        next_line(state, words, book).strip(),
        counters_line(state, words).strip(),
    ]
    for title, found in (
        (N_("Stands in the way of finalising:"), blockers(state, now)),
        (N_("Missing:"), holes(state)),
        (N_("To watch:"), warnings(state, now)),
    ):
        if found:
            shown += [
                words.text(title),
                *(f"  {finding_sentence(words, one, state)}" for one in found),
            ]
    return shown
