"""Now, from one place, so that a test or a fictional session can say what time it is.

Every time in pixtui is wall-clock time with an offset; nothing counts ticks, so a frozen
terminal or a suspended machine never shifts an end time.
"""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Anything that answers the current instant, aware, in any zone."""

NOW_VARIABLE = "PIXTUI_NOW"


def system_clock() -> datetime:
    """The machine's own time, in UTC."""
    return datetime.now(UTC)


def fictional_clock(environment: dict[str, str] | None = None) -> Clock:
    """The clock of a fictional session: ``PIXTUI_NOW`` where it is set, else the machine's.

    ``PIXTUI_NOW`` is an ISO 8601 instant with an offset; the clock starts there and goes on
    at the machine's pace. Raises ValueError, in one sentence, on a value that is not one.
    """
    values = os.environ if environment is None else environment
    text = values.get(NOW_VARIABLE)
    if not text:
        return system_clock
    try:
        start = datetime.fromisoformat(text)
    except ValueError:
        start = None
    if start is None or start.tzinfo is None:
        raise ValueError(f"{NOW_VARIABLE} is not an instant with an offset: {text!r}")
    return _shifted(start - system_clock())


JUMP = timedelta(seconds=30)
"""From which on a difference is a jump, not the slow correction of a time server."""


def _awake() -> float:
    """Seconds that pass evenly, those of a suspended machine counted."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class JumpWatch:
    """Notices when the machine's clock is set: by NTP, by hand, by a wrong zone or date."""

    def __init__(
        self, wall: Callable[[], float] = time.time, steady: Callable[[], float] = _awake
    ) -> None:
        self._wall, self._steady = wall, steady
        self._apart = wall() - steady()

    def look(self) -> timedelta:
        """By how much the clock was moved since the last look; zero where it was not."""
        apart = self._wall() - self._steady()
        jump = timedelta(seconds=round(apart - self._apart))
        if abs(jump) < JUMP:
            return timedelta()
        self._apart = apart
        return jump


def _shifted(by: timedelta) -> Clock:
    return lambda: system_clock() + by
