"""Times as the session's own clock on the wall shows them."""

import datetime as dt
from zoneinfo import ZoneInfo

from pixtui.domain.session import State


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
