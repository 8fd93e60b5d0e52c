"""Times as the session's own clock on the wall shows them."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

from pixtui.domain.session import State

_HOUR = re.compile(r"([0-9]{1,2})(?:[hH]|[:hH.]([0-9]{2}))")


def zone_of(state: State) -> dt.tzinfo:
    """The zone of the session; UTC before it exists."""
    return ZoneInfo(state.details.zone) if state.details else dt.UTC


def local(state: State, at: dt.datetime) -> dt.datetime:
    """An instant in the session's zone."""
    return at.astimezone(zone_of(state))


def hour(state: State, at: dt.datetime) -> str:
    """The time of day, as 09:05."""
    return local(state, at).strftime("%H:%M")


def hour_and_day(state: State, at: dt.datetime) -> str:
    """The time of day, with the day where it is not the session's."""
    here = local(state, at)
    if state.details and here.date() == state.details.date:
        return here.strftime("%H:%M")
    return here.strftime("%d/%m %H:%M")


def iso(state: State, at: dt.datetime | None) -> str | None:
    """An instant for a machine: ISO 8601 with the session's offset, to the second."""
    return local(state, at).isoformat(timespec="seconds") if at else None


def noon(state: State, now: dt.datetime) -> dt.datetime:
    """Noon of the session's day: the day whose times are typed afterwards."""
    date = state.session.date
    here = local(state, now).replace(year=date.year, month=date.month, day=date.day)
    return here.replace(hour=12, minute=0, second=0)


def clock_typed(text: str) -> dt.time | None:
    """The time of day someone means by ``9:05``, ``9h05`` or ``9h``; None where it is none."""
    found = _HOUR.fullmatch(text.strip())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return dt.time(int(found[1]), int(found[2] or 0))


def hour_typed(state: State, text: str, day: dt.datetime) -> dt.datetime | None:
    """The instant someone means by a time of day on the day of that instant."""
    typed = clock_typed(text)
    if typed is None:
        return None
    here = local(state, day)
    at = here.replace(hour=typed.hour, minute=typed.minute, second=0, microsecond=0)
    return at.replace(tzinfo=dt.timezone(at.utcoffset() or dt.timedelta()))


def instant_typed(
    state: State, text: str, now: dt.datetime, day: dt.datetime | None = None
) -> dt.datetime | None:
    """The instant someone means by a time of day; the present minute of today means now."""
    at = hour_typed(state, text, day or now)
    present = now.replace(microsecond=0)
    return present if at is not None and at == present.replace(second=0) else at
