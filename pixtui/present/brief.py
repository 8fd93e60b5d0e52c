"""What the one who takes the keyboard must know: who stands where, what is open, what comes."""

import datetime as dt
from collections.abc import Iterator

from pixtui.domain.derive import open_room_interruptions
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.head import counters_line, deadline_line, next_line
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.when import hour


def brief_lines(state: State, now: dt.datetime, words: Words, rulebook: Rulebook) -> Iterator[str]:
    """The hand-over, line by line: what was left by word of mouth first."""
    if state.reliefs and state.reliefs[-1].brief:
        relief = state.reliefs[-1]
        yield words.say(
            N_("{by} says: {brief}"), by=visible(relief.by), brief=visible(relief.brief)
        )
    yield next_line(state, words, rulebook).strip()
    yield counters_line(state, words).strip()
    coming = deadline_line(state, now, words).strip()
    if coming:
        yield coming
    for held in open_room_interruptions(state):
        cause = visible(rulebook.cause_label(held.cause, words.language))
        since = hour(state, held.span.began)
        yield words.say(N_("The room is interrupted ({cause}) since {at}."), cause=cause, at=since)
    yield from _open_incidents(state, words, rulebook)


def _open_incidents(state: State, words: Words, rulebook: Rulebook) -> Iterator[str]:
    for one in state.incidents.values():
        if one.closed is not None:
            continue
        who = state.candidates.get(one.candidate or "")
        name = f"{who.last_name} {who.first_name}" if who else words.text(N_("room"))
        seen = (
            rulebook.situation_title(one.situation, words.language)
            if one.situation
            else rulebook.code_label(one.code or "", words.language)
        )
        at, code = hour(state, one.opened.at), one.code or ""
        yield visible(f"{at} {code} {name} · {seen}")
