"""Paragraphs for the incident report, from what was declared and nothing else."""

import datetime as dt
from collections.abc import Iterable

from pixtui.domain.rollcall import Direction, Roll, coming_ends
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import visible
from pixtui.domain.timing import minutes_up
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.when import hour


def names_of(people: Iterable[Candidate]) -> str:
    """These people by name, as a list in a sentence."""
    return ", ".join(visible(f"{one.last_name} {one.first_name}") for one in people)


def evacuation_paragraph(
    state: State,
    found: Roll,
    now: dt.datetime,
    words: Words,
    rulebook: Rulebook,
    *,
    ends: bool = True,
) -> str:
    """What the incident report says of an interruption of the whole room.

    ``ends`` tells when the tests end from then on, which shows that someone has extra time.
    """
    held = found.interruption
    cause = visible(rulebook.cause_label(held.cause, words.language))
    told = [
        words.say(
            N_("{at}: room interrupted ({cause})."), at=hour(state, held.span.began), cause=cause
        )
    ]
    if found.answers["out"]:
        told.append(_called(words, N_("Roll call outside: {count}"), found, "out"))
    if found.answers["back"]:
        told.append(_called(words, N_("Roll call back in: {count}"), found, "back"))
    if held.span.ended is None:
        return " ".join(told)
    minutes = minutes_up(held.span.ended - held.span.began)
    told.append(
        words.say(
            N_("{at}: resumed after {n} min, given back.")
            if held.given_back
            else N_("{at}: resumed after {n} min, not given back."),
            at=hour(state, held.span.ended),
            n=minutes,
        )
    )
    coming = coming_ends(state, now) if ends else []
    if coming:
        listed = ", ".join(
            hour(state, at) + words.plural(" ({n} candidate)", " ({n} candidates)", count)
            for at, count in coming
        )
        told.append(words.say(N_("New ends: {ends}."), ends=listed))
    return " ".join(told)


def _called(words: Words, msgid: str, found: Roll, direction: Direction) -> str:
    count = words.plural("{n} there", "{n} there", found.there(direction))
    parts = [words.say(msgid, count=count)]
    missing, uncalled = found.missing(direction), found.uncalled(direction)
    if missing:
        parts.append(words.say(N_("missing: {names}"), names=names_of(missing)))
    if uncalled:
        parts.append(words.plural("{n} not called", "{n} not called", len(uncalled)))
    return ", ".join(parts) + "."
