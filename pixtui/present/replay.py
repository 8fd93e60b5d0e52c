"""A look back at a session: where in it one is, and which moment somebody means."""

import datetime as dt
import re

from pixtui.desk.replaying import EACH, Replay
from pixtui.domain.text import visible
from pixtui.present.standing import standing
from pixtui.present.width import fit, width
from pixtui.rules.rulebook import Rulebook
from pixtui.store.verify import head_of
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.heads import grouped_head
from pixtui.wording.history import newest_line
from pixtui.wording.places import place as told_place
from pixtui.wording.when import clock_typed, local

_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?")
_SECONDS = re.compile(r"([0-9]{1,2}:[0-9]{2}):([0-5][0-9])")


def replay_lines(replay: Replay, words: Words, rulebook: Rulebook, cells: int) -> list[str]:
    """That this is past, at which entry and moment; then what that entry declared."""
    return [_where(replay, words, cells), fit(" " + what_line(replay, words, rulebook), cells)]


def replay_mark(words: Words) -> str:
    """That this is past."""
    return words.text(N_("REPLAY"))


def _where(replay: Replay, words: Words, cells: int) -> str:
    """Which entry, what the clock said, whether it goes; the least needed gives way."""
    parts = [replay_mark(words), entry_of(replay, words), clock_line(replay)]
    parts.append(_pace(replay, words))
    if replay.live:
        parts.append(words.text(N_("the session goes on")))
    if replay.store.damage is not None:
        parts.append(words.text(N_("damaged after it")))
    while len(parts) > 2 and width(" · ".join(parts)) > cells - 1:
        parts.pop()
    return fit(" " + " · ".join(parts), cells)


def entry_of(replay: Replay, words: Words) -> str:
    """The number of the entry, and of how many."""
    return words.say(N_("entry {seq} of {count}"), seq=replay.place, count=replay.count)


def clock_line(replay: Replay) -> str:
    """What the clock of the day said, to the second; the date where it was another day.

    The year only where it was another one: a line of 80 cells has to say how the replay goes too.
    """
    state = replay.state
    here = local(state, replay.now())
    day = state.details.date if state.details is not None else None
    if here.date() == day:
        return f"{here:%H:%M:%S}"
    year = day is not None and here.year == day.year
    return here.strftime("%d/%m %H:%M:%S" if year else "%d/%m/%Y %H:%M:%S")


def _pace(replay: Replay, words: Words) -> str:
    pace = (
        words.text(N_("entry by entry"))
        if replay.speed == EACH
        else words.say(N_("× {n}"), n=replay.speed)
    )
    return words.say(N_("playing, {pace}") if replay.playing else N_("paused, {pace}"), pace=pace)


def what_line(replay: Replay, words: Words, rulebook: Rulebook) -> str:
    """What the newest entry of that moment declared, and by whom."""
    return newest_line(replay.state, words, rulebook).told


def then_lines(replay: Replay, words: Words, rulebook: Rulebook) -> list[str]:
    """How the session stood at the moment shown."""
    where = (replay_mark(words), entry_of(replay, words), clock_line(replay))
    head = head_of(list(replay.store.entries[: replay.place]))
    return [
        " · ".join(where),
        what_line(replay, words, rulebook),
        *standing(replay.state, replay.now(), words, rulebook),
        words.say(N_("Head: {head}"), head=grouped_head(head)),
    ]


def opening_words(replay: Replay, words: Words) -> str:
    """What whoever looks back should know of the file; empty where there is nothing."""
    told = []
    if replay.store.damage is not None:
        told.append(
            words.say(
                N_("The file is damaged at {place}: this is what came before, and verifies."),
                place=told_place(words, replay.store.damage.place),
            )
        )
    if replay.live:
        told.append(
            words.plural(
                "The session goes on: this shows its {n} entry so far.",
                "The session goes on: this shows its {n} entries so far.",
                replay.count,
            )
        )
    return " ".join(told)


def moment_typed(replay: Replay, text: str) -> int | dt.datetime | None:
    """The entry, or the instant, that someone means; None where it is neither.

    ``57`` is an entry; ``10:42``, ``10h42`` or ``10:42:30`` a time of the session's day (of the
    day shown, where nothing was written on that one); ``23/11 08:05`` one of another day.
    """
    typed = text.strip()
    if re.fullmatch(r"[0-9]{1,9}", typed):
        return int(typed) if 1 <= int(typed) <= replay.count else None
    day, _, hour = typed.rpartition(" ")
    seconds = _SECONDS.fullmatch(hour)
    at = clock_typed(seconds[1] if seconds else hour)
    date = _date(replay, day.strip())
    if at is None or date is None:
        return None
    at = at.replace(second=int(seconds[2]) if seconds else 0)
    zone = local(replay.state, replay.now()).tzinfo
    return dt.datetime.combine(date, at, zone)


def _date(replay: Replay, typed: str) -> dt.date | None:
    state = replay.state
    shown = local(state, replay.now()).date()
    if not typed:
        if state.details is None:
            return shown
        days = {local(state, event.recorded).date() for event in replay.past.events}
        return state.details.date if state.details.date in days else shown
    found = _DAY.fullmatch(typed)
    if found is None:
        return None
    try:
        year = int(found[3]) if found[3] else shown.year
        return dt.date(year, int(found[2]), int(found[1]))
    except ValueError:
        return None


def wrong_moment(replay: Replay, words: Words, text: str) -> str:
    """What to write instead."""
    return words.say(
        N_(
            "{text}: no entry and no time. Write a number from 1 to {count}, or a time as 10:42 "
            "(23/11 10:42 on another day)."
        ),
        text=visible(text),
        count=replay.count,
    )
