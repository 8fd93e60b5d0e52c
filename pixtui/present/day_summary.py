"""The summary of a day: from the rooms of a centre to what its paper and its table are made of."""

import datetime as dt
from collections.abc import Mapping

from pixtui.documents.day import Day, RoomDay
from pixtui.domain.derive import STATES
from pixtui.domain.tally import NO_CODE
from pixtui.present.centre import Centre, Room, natural_order
from pixtui.present.centre_words import unread_sentence
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.fiction import fiction_mark
from pixtui.wording.labels import state_label
from pixtui.wording.when import zone_of

HEADER = (
    N_("date"),
    N_("room"),
    N_("session number"),
    N_("standing"),
    N_("announced"),
    N_("first start"),
    N_("last end"),
    N_("candidates"),
)
COUNTED_AFTER = (
    N_("not finished: candidate"),
    N_("not finished: technical"),
    N_("not finished: no reason yet"),
    N_("incidents"),
    N_("incidents open"),
    N_("E alerts"),
    N_("E alerts open"),
    N_("incidents by code"),
    N_("left open at the seal"),
    N_("sealed at"),
    N_("finalised in Pix"),
    N_("head"),
    N_("not read"),
)


def day_of(found: Centre, date: dt.date, now: dt.datetime, words: Words, book: Rulebook) -> Day:
    """What the papers of that day are made from."""
    rooms = sorted(
        (room for room in found.rooms if room.of_day),
        key=lambda room: (room.state.session.time, natural_order(room.name), room.file),
    )
    newest = [room.last_entry for room in rooms if room.last_entry is not None]
    return Day(
        words=words,
        book=book,
        now=now,
        date=date,
        rooms=tuple(_room(room, words) for room in rooms),
        unread=tuple(unread_sentence(one, words) for one in found.unread),
        newest=max(newest, default=None),
    )


def _room(room: Room, words: Words) -> RoomDay:
    state, details = room.state, room.state.session
    return RoomDay(
        room=details.room,
        site=details.site,
        number=details.number,
        announced=details.time,
        zone=zone_of(state),
        phase=room.phase,
        mark=fiction_mark(details, words),
        counted=room.counted,
        tally=room.tally,
        sealed=state.sealed.at if state.sealed else None,
        pix_finalised=state.pix_finalised.at if state.pix_finalised else None,
        head=room.seen.head if state.sealed else None,
    )


def day_header(words: Words) -> list[str]:
    """The headings of the table."""
    return [
        *map(words.text, HEADER),
        *(state_label(words, one) for one in STATES),
        *map(words.text, COUNTED_AFTER),
    ]


def day_rows(day: Day) -> list[list[str]]:
    """A row for each room, then one for each file that could not be read; no row of totals."""
    rows = [_cells(day, one) for one in day.rooms]
    blank = [""] * (len(rows[0]) - 1 if rows else len(day_header(day.words)) - 1)
    return [*rows, *([*blank, told] for told in day.unread)]


def _cells(day: Day, one: RoomDay) -> list[str]:
    found = one.tally
    unfinished: Mapping[str, int] = found.unfinished
    return [
        day.date.isoformat(),
        one.room,
        str(one.number or ""),
        day.standing(one),
        f"{one.announced:%H:%M}",
        one.hour(found.first_start),
        one.hour(found.last_end),
        str(found.counters["total"]),
        *(str(found.counters[state]) for state in STATES),
        *(str(unfinished.get(reason, 0)) for reason in ("candidate", "technical", NO_CODE)),
        str(sum(found.incidents.values())),
        str(found.incidents_open),
        str(found.alerts),
        str(found.alerts_open),
        day.incidents(found.incidents),
        day.left_open(found.left_open),
        one.hour(one.sealed),
        one.hour(one.pix_finalised),
        one.head or "",
        "",
    ]
