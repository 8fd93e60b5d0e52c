"""The rooms of a centre as the lines of a table; no candidate is named in any of them."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from pixtui.domain.text import fold, visible
from pixtui.present.centre import GROUPS, PRESSING, Centre, Group, Need, Room, Unread
from pixtui.present.centre_words import (
    GROUP_NAMES,
    change_line,
    day_text,
    first_need,
    room_words,
    silence,
    standing_text,
    unread_sentence,
    unread_text,
    who_text,
)
from pixtui.present.row import Row
from pixtui.present.tone import Cell, Tone
from pixtui.present.width import cut, fit, width
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.when import hour

COUNT_CELLS, END_CELLS, LAST_CELLS = 5, 6, 7
LEAST_ROOM, LEAST_STANDING, LEAST_WHO = 9, 17, 9
NARROW_CELLS = 76
"""Cells under which only the room, its standing, its total, its next end and its silence show."""
TONES: dict[Need, Tone] = {
    "alert": "danger",
    "blocked": "danger",
    "overdue": "warning",
    "stale": "warning",
    "unattended": "warning",
    "unreadable": "danger",
    "running": "plain",
    "end": "accent",
    "before": "dim",
    "finalised": "good",
    "foreign": "dim",
}


@frozen(kw_only=True)
class Columns:
    """The width of each column, for one width of the screen."""

    room: int
    standing: int
    who: int
    groups: tuple[Group, ...] = tuple(GROUPS)


def columns_for(cells: int) -> Columns:
    """How to share that many cells: what is fixed first, then room, standing and who."""
    fixed = COUNT_CELLS + END_CELLS + LAST_CELLS
    if cells < NARROW_CELLS:
        left = max(cells - fixed, 12)
        return Columns(room=left * 2 // 5, standing=left - left * 2 // 5, who=0, groups=())
    left = cells - fixed - COUNT_CELLS * len(GROUPS)
    spare = max(left - LEAST_ROOM - LEAST_STANDING - LEAST_WHO, 0)
    room, who = LEAST_ROOM + spare // 4, LEAST_WHO + spare // 4
    return Columns(room=room, standing=left - room - who, who=who)


# --- the table


def heading(columns: Columns, words: Words) -> str:
    """The names of the columns."""
    text = words.text
    return _line(
        columns,
        room=text(N_("room")),
        standing=text(N_("standing")),
        counts=[text(N_("all")), *(text(GROUP_NAMES[one]) for one in columns.groups)],
        end=text(N_("end")),
        who=text(N_("keyboard")),
        last=text(N_("silent")),
    )


def totals_line(found: Centre, columns: Columns, words: Words) -> str:
    """What the rooms that are counted add up to, in the same columns."""
    totals = found.totals
    alerts = totals["alerts"]
    return _line(
        columns,
        room=words.plural("{n} room", "{n} rooms", totals["rooms"]),
        standing=words.plural("{n} E alert", "{n} E alerts", alerts) if alerts else "",
        counts=[str(totals["total"]), *(_count(found.in_group(one)) for one in columns.groups)],
    )


def _count(count: int) -> str:
    """A count; nothing is said of none."""
    return str(count) if count else "·"


def _line(
    columns: Columns,
    *,
    room: str,
    standing: str,
    counts: Sequence[str],
    end: str = "",
    who: str = "",
    last: str = "",
) -> str:
    return "".join(_cells(columns, room, standing, counts, end, who, last))


def _cells(
    columns: Columns,
    room: str,
    standing: str,
    counts: Sequence[str],
    end: str,
    who: str,
    last: str,
) -> list[str]:
    shown = [
        fit(room, columns.room - 1) + " ",
        fit(standing, columns.standing),
        "".join(_right(one, COUNT_CELLS) for one in counts),
        _right(end, END_CELLS),
    ]
    if columns.who:
        shown.append(" " + fit(who, columns.who - 1))
    return [*shown, _right(last, LAST_CELLS)]


def _right(text: str, cells: int) -> str:
    short = cut(text, cells)
    return " " * (cells - width(short)) + short


def room_cells(room: Room, columns: Columns, words: Words) -> tuple[Cell, ...]:
    """One room as cells."""
    name, standing, counts, end, *others = _cells(
        columns,
        visible(room.name),
        standing_text(room, words, columns.standing - 1),
        [
            str(room.tally.counters["total"]),
            *(_count(room.in_group(one)) for one in columns.groups),
        ],
        hour(room.state, room.next_end[0]) if room.next_end else "",
        who_text(room),
        silence(room, words),
    )
    calm: Tone = "plain" if room.of_day and room.counted else "dim"
    told: Tone = TONES[room.need] if room.of_day or room.need in PRESSING else "dim"
    return (
        (name, "strong" if room.of_day else "dim"),
        (standing, told),
        (counts, calm),
        (end, calm),
        *((one, calm) for one in others),
    )


def unread_cells(one: Unread, words: Words, cells: int) -> tuple[Cell, ...]:
    """A file of which no room can be made, and why, as cells."""
    return ((fit(unread_sentence(one, words), cells), TONES[one.need]),)


def centre_rows(found: Centre, words: Words, cells: int, wanted: str = "") -> list[Row]:
    """Every line of the screen in the order of need, those that hold the words searched for."""
    columns = columns_for(cells)
    searched = fold(wanted).split()
    rows = []
    for one in found.lines:
        said = room_words(one, words) if isinstance(one, Room) else unread_sentence(one, words)
        folded = fold(f"{one.file} {said}")
        if all(word in folded for word in searched):
            shown = (
                room_cells(one, columns, words)
                if isinstance(one, Room)
                else unread_cells(one, words, cells)
            )
            rows.append(Row(one.file, shown))
    return rows


def centre_lines(found: Centre, words: Words, cells: int = 100) -> Iterator[str]:
    """All of it as plain lines."""
    columns = columns_for(cells)
    yield " · ".join(filter(None, (day_text(found, words), unread_text(found, words))))
    yield first_need(found, words)
    yield heading(columns, words).rstrip()
    yield totals_line(found, columns, words).rstrip()
    for row in centre_rows(found, words, cells):
        yield "".join(text for text, _tone in row.cells).rstrip()


def change_lines(before: Centre, now: Centre, words: Words) -> Iterator[str]:
    """A line for each room that stands otherwise than before, and for each file newly not read."""
    known = {room.file: change_line(room, words) for room in before.rooms}
    for room in now.rooms:
        told = change_line(room, words)
        if known.get(room.file) != told:
            yield f"{hour(room.state, room.now)} {told}"
    unread = {one.file: unread_sentence(one, words) for one in before.unread}
    for one in now.unread:
        told = unread_sentence(one, words)
        if unread.get(one.file) != told:
            yield told
    there = {room.file for room in now.rooms} | {one.file for one in now.unread}
    for room in before.rooms:
        if room.file not in there:
            yield words.say(
                N_("{room} is not shown any more ({file})."),
                room=visible(room.name),
                file=visible(room.file),
            )
