"""What is said of the rooms of a centre, a few words at a time; no candidate is named in them."""

import datetime as dt

from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.centre import GROUPS, PRESSING, Centre, Group, Need, Room, Unread
from pixtui.present.head import deadline_line
from pixtui.present.width import cut, fit, width
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.fiction import fiction_mark, said_mark
from pixtui.wording.labels import PHASES, TELL
from pixtui.wording.sentences import refusal_sentence
from pixtui.wording.times import long_date, short_date
from pixtui.wording.when import hour, hour_and_day, zone_of

GROUP_NAMES: dict[Group, str] = {
    "coming": N_("due"),
    "running": N_("run"),
    "held": N_("held"),
    "ended": N_("over"),
    "away": N_("away"),
}
"""The headings of the columns of counts: four cells each."""


# --- of a room


def room_words(room: Room, words: Words) -> str:
    """All by which a room is found."""
    details = room.state.session
    needs = " ".join(need_text(need, room, words) for need in room.needs)
    who = " ".join(one.by for one in room.at_work)
    return f"{details.room} {details.site} {details.number or ''} {needs} {who}"


def need_text(need: Need, room: Room, words: Words) -> str:
    """What a room needs, in a few words."""
    if need == "alert":
        return words.plural("{n} E alert", "{n} E alerts", room.tally.alerts_open)
    if need == "blocked" and room.stopped:
        return words.text(N_("room stopped"))
    if need == "blocked":
        held = room.in_group("held")
        return (
            words.plural("{n} held up", "{n} held up", held) if held else words.text(N_("blocked"))
        )
    if need == "overdue" and room.overdue is not None:
        return words.say(N_("end passed {at}"), at=hour(room.state, room.overdue[0]))
    if need == "stale":
        return words.say(N_("silent {age}"), age=silence(room, words))
    if need == "unattended":
        return words.text(N_("no console"))
    return words.text(PHASES[room.phase])


def standing_text(room: Room, words: Words, cells: int) -> str:
    """What a room needs most, then what else, as far as there is room."""
    parts = [need_text(need, room, words) for need in room.needs]
    if not room.of_day:
        date = room.state.session.date
        parts.insert(0, f"{date:%d/%m}")
    if room.fictional and not (room.counted and room.of_day):
        parts.insert(0, fiction_mark(room.state.session, words))
    shown = parts[0]
    for part in parts[1:]:
        if width(f"{shown} · {part}") <= cells:
            shown = f"{shown} · {part}"
    return cut(shown, cells)


def who_text(room: Room) -> str:
    """Who is at the keyboard: the first to come, and how many more."""
    if not room.at_work:
        return "–"
    more = f" +{len(room.at_work) - 1}" if len(room.at_work) > 1 else ""
    return visible(room.at_work[0].by) + more


def silence(room: Room, words: Words) -> str:
    """How long ago the last entry was written."""
    if room.last_entry is None:
        return ""
    return ago(words, max(room.now - room.last_entry, dt.timedelta()))


def ago(words: Words, length: dt.timedelta) -> str:
    """A length of time in at most seven cells, cut to what has passed: 3 min, 1 h 05, 2 d."""
    minutes = length // dt.timedelta(minutes=1)
    if minutes < 60:
        return words.say(N_("{minutes} min"), minutes=minutes)
    if minutes < 24 * 60:
        hours, rest = divmod(minutes, 60)
        return words.say(N_("{hours} h {minutes}"), hours=hours, minutes=f"{rest:02d}")
    return words.say(N_("{days} d"), days=minutes // (24 * 60))


def unread_sentence(one: Unread, words: Words) -> str:
    """Why a file is no room that can be counted; which file it is always stands in it."""
    name = visible(one.file)
    told = refusal_sentence(
        words, Refusal(one.error.code, {**one.error.params, "path": name}), State()
    )
    return told if name in told else words.say(TELL, what=name, how=told)


def detail_lines(room: Room, words: Words, cells: int) -> list[str]:
    """The row under the cursor: which session it is, what the clock brings, who is there."""
    state, details = room.state, room.state.session
    number = (
        words.say(N_("session {number}"), number=details.number)
        if details.number
        else words.text(N_("no number yet"))
    )
    at = f"{short_date(words, details.date)} {details.time:%H:%M}"
    told = " · ".join((visible(details.room), number, at, visible(details.site)))
    who = ", ".join(
        f"{visible(one.by)} ({hour(state, dt.datetime.fromisoformat(one.since))})"
        for one in room.at_work
    )
    here = words.say(N_("At work: {who}"), who=who) if who else words.text(N_("Nobody at work"))
    last = (
        words.say(
            N_("last entry ({seq}) at {at}"),
            seq=len(state.history),
            at=hour_and_day(state, room.last_entry),
        )
        if room.last_entry
        else ""
    )
    if room.seen.doubtful is not None:
        last += " · " + words.say(N_("entry {seq} is in doubt"), seq=room.seen.doubtful)
    return [told, deadline_line(state, room.now, words, cells).strip(), f"{here} · {last}"]


# --- of all


def day_text(found: Centre, words: Words) -> str:
    """The day, and how many sessions there are of other days."""
    if found.date is None:
        return words.text(N_("no session yet"))
    others = sum(found.other_days.values())
    more = words.plural("{n} session of another day", "{n} sessions of other days", others)
    parts = [long_date(words, found.date), more if others else ""]
    if found.fictional:
        counted = [room for room in found.rooms if room.counted]
        rehearsal = all(room.state.session.rehearsal for room in counted)
        parts.insert(0, said_mark(words, fictional=True, rehearsal=rehearsal))
    return " · ".join(filter(None, parts))


def head_text(found: Centre, now: dt.datetime, words: Words, cells: int) -> str:
    """The first line: which day, and on the right what time it is."""
    clock = f"{(found.rooms[0].now if found.fictional else now).astimezone(_zone(found)):%H:%M} "
    return fit(f" {words.text(N_('Centre'))} · {day_text(found, words)}", cells - 6) + clock


def _zone(found: Centre) -> dt.tzinfo | None:
    """The zone of the first room; the machine's where there is none."""
    return zone_of(found.rooms[0].state) if found.rooms else None


def first_need(found: Centre, words: Words) -> str:
    """What is to be done first; else the next end of all rooms."""
    pressing = [room for room in found.rooms if room.of_day and room.need in PRESSING]
    if pressing:
        first = pressing[0]
        told = words.say(
            N_("First: {room}, {need}"),
            room=visible(first.name),
            need=need_text(first.need, first, words),
        )
        more = len(pressing) - 1
        return told + (words.plural(" · {n} more room", " · {n} more rooms", more) if more else "")
    ends = [(room.next_end[0], room) for room in found.rooms if room.of_day and room.next_end]
    if ends:
        at, room = min(ends, key=lambda one: one[0])
        return words.say(
            N_("Nothing presses · next end {at} ({room})"),
            at=hour(room.state, at),
            room=visible(room.name),
        )
    return words.text(N_("Nothing presses"))


def unread_text(found: Centre, words: Words) -> str:
    """How many files could not be read as sessions; empty where all could."""
    count = len(found.unread)
    return words.plural("{n} file not read", "{n} files not read", count) if count else ""


def change_line(room: Room, words: Words) -> str:
    """A room on one line: what it needs, its counts, who is there; nothing that grows by itself."""
    counts = [
        f"{words.text(GROUP_NAMES[one])} {room.in_group(one)}"
        for one in GROUPS
        if room.in_group(one)
    ]
    needs = [
        words.text(N_("silent")) if one == "stale" else need_text(one, room, words)
        for one in room.needs
    ]
    entries = words.say(N_("entry {seq}"), seq=len(room.state.history))
    total = room.tally.counters["total"]
    people = words.plural("{n} candidate", "{n} candidates", total)
    said = " · ".join((*needs, people, *counts, who_text(room), entries))
    return words.say(TELL, what=visible(room.name), how=said)
