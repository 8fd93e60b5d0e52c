"""The two lines at the top of every screen: where we are, and what comes next."""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from pixtui.domain.checks import Deadline, deadlines
from pixtui.domain.derive import (
    STATES,
    CandidateState,
    counters,
    is_alert,
    next_now,
    open_room_interruptions,
    phase,
)
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.domain.timing import minutes_up
from pixtui.present.width import fit, width
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.fiction import fiction_mark
from pixtui.wording.labels import PHASES, label
from pixtui.wording.times import short_date
from pixtui.wording.when import hour, hour_and_day, local

NAMED_CELLS = 36
"""Cells under which the head has no room for who is at work."""
CLOCK_SLACK = dt.timedelta(seconds=30)
"""How far behind the newest entry a clock may be unsaid: two consoles never agree to the second."""
LIMIT_NEAR = dt.timedelta(hours=2)
"""How long before a 24-hour limit it is said."""


def head_line(
    state: State,
    now: dt.datetime,
    words: Words,
    by: str,
    cells: int,
    others: Sequence[str] = (),
    *,
    read_only: bool = False,
) -> str:
    """Room, day, number, mode on the left; who is at work and the time on the right."""
    clock = f"{hour_and_day(state, now) if state.details else hour(state, now)} "
    right = f"{_at_work(by, others, cells // 3)}   {clock}" if cells >= NAMED_CELLS else clock
    details = state.details
    if details is None:
        return fit(" pixtui", cells - width(right)) + right
    mode = words.text(N_("with ES") if details.mode == "with-es" else N_("without ES"))
    number = (
        words.say(N_("session {number}"), number=details.number)
        if details.number
        else words.text(N_("no number yet"))
    )
    parts = [visible(details.room), short_date(words, details.date), number, mode]
    mark = fiction_mark(details, words)
    if mark:
        parts.insert(0, mark)
    parts[:0] = _doubts(state, now, words)
    if read_only:
        parts.insert(0, words.text(N_("READ-ONLY")))
    return fit(" " + " · ".join(parts), max(cells - width(right) - 1, 0)) + " " + right


def entry_ahead(state: State, now: dt.datetime) -> dt.datetime | None:
    """When the newest entry was written, where that is later than the machine's clock."""
    newest = state.history[-1].recorded if state.history else now
    return newest if newest - now > CLOCK_SLACK else None


def _doubts(state: State, now: dt.datetime, words: Words) -> Iterator[str]:
    """What makes every time typed now a wrong one, said for as long as it lasts."""
    if entry_ahead(state, now) is not None:
        yield words.text(N_("CLOCK BEHIND"))
    elif state.sealed is None and state.details is not None:
        today = local(state, now).date()
        if today > state.details.date or (state.began is not None and today != state.details.date):
            yield words.text(N_("NOT THE DAY"))


def _at_work(by: str, others: Sequence[str], cells: int) -> str:
    """Who is at the keyboard, then the others: by name where there is room, else how many."""
    listed = " + ".join(visible(one) for one in (by, *others) if one)
    if width(listed) <= cells or not others:
        return listed
    return f"{visible(by)} +{len(others)}".strip()


def next_line(state: State, words: Words, rulebook: Rulebook, go_on: str = "") -> str:
    """The phase and what comes next in it, always in the same place.

    While the whole room stands still, that comes first; ``go_on`` is the key that ends it.
    """
    standing = label(PHASES, phase(state), words)
    stopped = [one for one in open_room_interruptions(state) if one.candidates is None]
    if stopped:
        cause = visible(rulebook.cause_label(stopped[-1].cause, words.language))
        since = hour(state, stopped[-1].span.began)
        told = words.say(N_("ROOM STOPPED since {at} ({cause})"), at=since, cause=cause)
        goes_on = words.say(N_("{key}: it goes on"), key=go_on) if go_on else ""
        return f" {standing} · " + " · ".join(one for one in (told, goes_on) if one)
    title = next_title(state, words, rulebook)
    return (
        f" {standing} · " + words.say(N_("next: {step}"), step=title) if title else f" {standing}"
    )


def next_title(state: State, words: Words, rulebook: Rulebook) -> str:
    """What the step is called that comes next; empty where nothing is left."""
    following = next_now(state)
    if following is None or state.details is None:
        return ""
    return rulebook.step_title(following, state.details.mode, words.language)


def counters_line(state: State, words: Words) -> str:
    """How many candidates stand where; the numbers add up to the total."""
    counts = counters(state)
    if not counts["total"]:
        return " " + words.plural("{n} candidate", "{n} candidates", 0)
    parts = [_counted(words, code, counts[code]) for code in STATES if counts[code]]
    return " " + words.say(N_("{total}: {parts}"), total=counts["total"], parts=" · ".join(parts))


def _counted(words: Words, code: CandidateState, count: int) -> str:
    """So many candidates in that state."""
    told: dict[CandidateState, str] = {
        "expected": words.plural("{n} expected", "{n} expected", count),
        "checked_in": words.plural("{n} checked in", "{n} checked in", count),
        "ready": words.plural("{n} ready", "{n} ready", count),
        "running": words.plural("{n} running", "{n} running", count),
        "interrupted": words.plural("{n} interrupted", "{n} interrupted", count),
        "finished": words.plural("{n} finished", "{n} finished", count),
        "stopped": words.plural("{n} stopped", "{n} stopped", count),
        "absent": words.plural("{n} absent", "{n} absent", count),
        "turned_away": words.plural("{n} turned away", "{n} turned away", count),
    }
    return told[code]


def deadline_line(state: State, now: dt.datetime, words: Words, cells: int = 80) -> str:
    """What the clock brings, the most pressing first; what has no room is counted.

    How many candidates it is about goes before any of it does.
    """
    parts = list(_pressing(state, now, words))
    if width(" " + " · ".join(parts)) > cells:
        parts = list(_pressing(state, now, words, counted=False))
    for shown in range(len(parts), 0, -1):
        more = len(parts) - shown
        hidden = [words.plural("and {n} more", "and {n} more", more)] if more else []
        line = " " + " · ".join([*parts[:shown], *hidden])
        if width(line) <= cells or shown == 1:
            return line
    return " "


def _pressing(
    state: State, now: dt.datetime, words: Words, *, counted: bool = True
) -> Iterator[str]:
    """An end that is passed, alerts, presences, the next end, the 24-hour limits."""
    coming = deadlines(state, now)
    ends = [one for one in coming if one.code == "end"]
    first = partial(_first, state, words, counted=counted)
    yield from first(N_("end passed {at}"), [one for one in ends if one.at <= now])
    open_now = [one for one in state.incidents.values() if is_alert(state, one)]
    if open_now:
        since = minutes_up(now - min(one.opened.at for one in open_now))
        told = words.plural("{n} alert open", "{n} alerts open", len(open_now))
        told += words.plural(" for {n} min", " for {n} min", max(since, 0))
        long = any(one.code == "alert_too_long" and one.at <= now for one in coming)
        yield words.say(N_("{what}: too long"), what=told) if long else told
    presences = [one for one in coming if one.code == "presence_expires"]
    expired = sum(one.at <= now for one in presences)
    if expired:
        yield words.plural("{n} presence expired", "{n} presences expired", expired)
    left = [one for one in presences if one.at > now]
    yield from first(N_("presence expires {at}"), left)
    yield from first(N_("next end {at}"), [one for one in ends if one.at > now])
    for code, told in (
        ("start_window", N_("no start after {at}")),
        ("resume_window", N_("no resume after {at}")),
    ):
        near = [one for one in coming if one.code == code and one.at - now <= LIMIT_NEAR]
        if near:
            yield words.say(told, at=hour_and_day(state, near[0].at))


def _first(
    state: State, words: Words, told: str, found: Sequence[Deadline], *, counted: bool
) -> Iterator[str]:
    """The first of these and, where there is room, how many come at the same minute."""
    if found:
        first = found[0].at
        same = sum(one.at == first for one in found)
        count = words.plural(" ({n} candidate)", " ({n} candidates)", same) if counted else ""
        yield words.say(told, at=hour(state, first)) + count
