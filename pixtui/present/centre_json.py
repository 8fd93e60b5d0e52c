"""The rooms of a centre for a script: one object, whose totals are the sums of its rooms."""

import datetime as dt

from pixtui.domain.session import State
from pixtui.present.centre import STALE, Centre, Room, Unread
from pixtui.present.centre_words import unread_sentence
from pixtui.present.summary import summary
from pixtui.store.codec import JsonObject
from pixtui.wording.catalogue import Words
from pixtui.wording.when import iso

FORMAT = "pixtui-centre"


def centre_json(found: Centre, words: Words) -> JsonObject:
    """Everything; ``totals`` add up the rooms that have ``counted``, key by key of ``counters``."""
    return {
        "format": FORMAT,
        "date": found.date.isoformat() if found.date else None,
        "totals": dict(found.totals),
        "rooms": [_room(room) for room in found.rooms],
        "unread": [_unread(one, words) for one in found.unread],
        "other_days": [
            {"date": day.isoformat(), "sessions": count} for day, count in found.other_days.items()
        ],
        "purged": found.purged,
        "stale_after_minutes": STALE // dt.timedelta(minutes=1),
    }


def _room(room: Room) -> JsonObject:
    state, seen = room.state, room.seen
    return {
        **summary(state, room.file),
        "mode": state.session.mode,
        "needs": list(room.needs),
        "of_day": room.of_day,
        "counted": room.counted,
        "alerts": room.tally.alerts_open,
        "alert_since": iso(state, room.alert_since),
        "incidents_open": room.tally.incidents_open,
        "stopped": room.stopped,
        "overdue": _ends(state, room.overdue),
        "next_end": _ends(state, room.next_end),
        "at_work": [
            {"by": one.by, "since": iso(state, dt.datetime.fromisoformat(one.since))}
            for one in room.at_work
        ],
        "last_entry": {"seq": len(state.history), "at": iso(state, room.last_entry)},
        "doubtful": seen.doubtful,
        "head": seen.head,
        "last": seen.last,
    }


def _ends(state: State, ends: tuple[dt.datetime, int] | None) -> JsonObject | None:
    return {"at": iso(state, ends[0]), "candidates": ends[1]} if ends else None


def _unread(one: Unread, words: Words) -> JsonObject:
    return {
        "file": one.file,
        "error": one.error.code,
        "need": one.need,
        "message": unread_sentence(one, words),
    }
