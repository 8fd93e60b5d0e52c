"""The roll call on the screen, and the paragraph it leaves for the incident report."""

import datetime as dt
from collections.abc import Sequence

from pixtui.domain.rollcall import DIRECTIONS, Direction, Roll, coming_ends
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import visible
from pixtui.domain.timing import minutes_up
from pixtui.present.row import Row
from pixtui.present.tone import Tone
from pixtui.present.when import hour
from pixtui.present.width import fit
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words

ANSWERS: dict[bool | None, tuple[str, Tone]] = {
    None: (N_("to call"), "dim"),
    True: (N_("there"), "good"),
    False: (N_("MISSING"), "danger"),
}


def roll_rows(found: Roll, words: Words, cells: int) -> list[Row]:
    """Everyone to be called: seat, name, the answer outside and the one back in the room."""
    rows = []
    for one in found.people:
        name = f"{one.last_name} {one.first_name}"
        told = [ANSWERS[found.answers[way].get(one.id)] for way in DIRECTIONS]
        rows.append(
            Row(
                one.id,
                (
                    (fit(visible(one.seat or ""), 4), "plain"),
                    (fit(visible(name), max(cells - 26, 10)) + " ", "plain"),
                    *((fit(words.text(text), 11), tone) for text, tone in told),
                ),
            )
        )
    return rows


def roll_heading(words: Words, cells: int) -> str:
    """What the columns are."""
    name = fit(words.text(N_("name")), max(cells - 26, 10))
    out, back = words.text(N_("outside")), words.text(N_("back"))
    return f"  {fit(words.text(N_('pl')), 4)}{name} {fit(out, 11)}{fit(back, 11)}"


def roll_line(found: Roll, direction: Direction, words: Words) -> str:
    """Which roll call this is, how many answered, who is missing, by name."""
    title = words.text(N_("Roll call outside") if direction == "out" else N_("Roll call back in"))
    parts = [
        words.plural("{n} there", "{n} there", found.there(direction)),
        words.say(N_("{n} to call"), n=len(found.uncalled(direction))),
    ]
    missing = found.missing(direction)
    if missing:
        parts.append(words.say(N_("MISSING: {names}"), names=_names(missing)))
    elif not found.uncalled(direction):
        parts.append(words.text(N_("nobody is missing")))
    return " " + words.say(N_("{title}: {parts}"), title=title, parts=" · ".join(parts))


def before_resuming(found: Roll, words: Words) -> str:
    """What the roll calls leave open, said before the room goes on; empty where nothing."""
    way: Direction = "back" if found.answers["back"] else "out"
    parts = []
    if found.missing(way):
        parts.append(words.say(N_("MISSING: {names}"), names=_names(found.missing(way))))
    uncalled = len(found.uncalled(way))
    if found.answers[way] and uncalled:
        parts.append(words.plural("{n} not called", "{n} not called", uncalled))
    return " · ".join(parts)


def _names(people: Sequence[Candidate]) -> str:
    return ", ".join(visible(f"{one.last_name} {one.first_name}") for one in people)


def paragraph(state: State, found: Roll, now: dt.datetime, words: Words, rulebook: Rulebook) -> str:
    """What the incident report says of it, from what was declared and nothing else."""
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
    ends = coming_ends(state, now)
    if ends:
        listed = ", ".join(
            hour(state, at) + words.plural(" ({n} candidate)", " ({n} candidates)", count)
            for at, count in ends
        )
        told.append(words.say(N_("New ends: {ends}."), ends=listed))
    return " ".join(told)


def _called(words: Words, msgid: str, found: Roll, direction: Direction) -> str:
    count = words.plural("{n} there", "{n} there", found.there(direction))
    parts = [words.say(msgid, count=count)]
    missing, uncalled = found.missing(direction), found.uncalled(direction)
    if missing:
        parts.append(words.say(N_("missing: {names}"), names=_names(missing)))
    if uncalled:
        parts.append(words.plural("{n} not called", "{n} not called", len(uncalled)))
    return ", ".join(parts) + "."
