"""Naming candidates: by seat, by the first letters of a name, several by commas, or all."""

from collections.abc import Sequence

from pixtui.domain.derive import candidate_state, flags
from pixtui.domain.session import Candidate
from pixtui.line.here import Here
from pixtui.present.grid import grid_row, place
from pixtui.present.meant import meant
from pixtui.present.sight import name_of
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import FLAGS, label, state_label

ALL, LIST, SAME = "*", "+", "="
TOLD_FLAGS = ("alert", "identity_doubt", "presence_expired", "left_room", "overdue", "late")
"""Of a candidate's flags, those told in a list; all of them are told of one alone."""


def seat_and_name(one: Candidate) -> str:
    """A candidate as one is called: the seat, then the name."""
    return f"{one.seat or '-'} {name_of(one)}"


def person_line(here: Here, one: Candidate) -> str:
    """A candidate in one line: seat, name, state, times, what is to be watched."""
    state, now, words = here.state, here.now(), here.words
    row = grid_row(state, one, now, words)
    parts = [state_label(words, candidate_state(state, one))]
    if row.start:
        parts.append(here.text(N_("began {at}"), at=row.start))
    if row.end:
        told = N_("ended {at}") if one.end is not None else N_("ends {at}")
        parts.append(here.text(told, at=row.end))
    if row.left[0]:
        parts.append(here.text(N_("left {time}"), time=row.left[0]))
    held = flags(state, one, now)
    parts += [label(FLAGS, flag, words) for flag in TOLD_FLAGS if flag in held]
    if row.incidents[0]:
        parts.append(row.incidents[0])
    return f"{seat_and_name(one)} : {', '.join(parts)}"


def tell_all(here: Here) -> None:
    """Everyone, the most pressing first, a page at a time."""
    now = here.now()
    people = sorted(
        here.state.candidates.values(), key=lambda one: place(here.state, one, "urgency", now)
    )
    here.talk.lines([person_line(here, one) for one in people])


def ask_people(
    here: Here, prompt: str, *, several: bool = False, same: Sequence[str] = ()
) -> tuple[str, ...]:
    """Who is meant; nobody for an empty line. ``same`` are those named before, by ``=``."""
    told = here.text(N_("A seat, or the first letters of a name; + lists everyone."))
    if several:
        told += " " + here.text(N_("Several by commas; * is everyone; = those named before."))
    while True:
        typed = here.talk.ask(prompt, told)
        if not typed:
            return ()
        if typed == LIST:
            tell_all(here)
        elif typed == SAME and same:
            return tuple(one for one in same if one in here.state.candidates)
        elif typed == ALL and several:
            return tuple(here.state.candidates)
        else:
            found = _named(here, typed.split(",") if several else [typed])
            if found:
                return found


def _named(here: Here, typed: Sequence[str]) -> tuple[str, ...]:
    """Those named, each once; nobody where one of them is nobody or is not chosen."""
    named: list[str] = []
    for one in typed:
        found = meant(here.state, one)
        if not found:
            here.talk.misunderstood(N_("Nobody: “{typed}”."), one.strip())
            return ()
        key: str | None = found[0].id
        if len(found) > 1:
            listed = [(other.id, person_line(here, other)) for other in found]
            key = here.talk.choose(here.text(N_("Which one?")), listed)
        if key is None:
            return ()
        named.append(key)
    return tuple(dict.fromkeys(named))


def ask_one(here: Here, prompt: str) -> str | None:
    """One candidate; None for an empty line."""
    return next(iter(ask_people(here, prompt)), None)
