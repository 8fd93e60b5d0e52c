"""How far a rehearsal has come: a private file beside its session, written whole each time.

It holds the scenario as it was when the rehearsal began, where its clock stands, and what was
told. Nothing of it is a fact of the session: the session verifies without it.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from pixtui.domain.rehearsal.pace import MOST_SPEED
from pixtui.domain.rehearsal.scenario import Told
from pixtui.files import write_private
from pixtui.store.beside import rehearsal_of
from pixtui.store.errors import StoreError, reason
from pixtui.store.reading import read_file
from pixtui.store.strict_json import loads

FORMAT, VERSION = "pixtui-rehearsal", 1
LEASE = dt.timedelta(seconds=60)
"""How long a clock runs without a console that drives it: a crash must not let it run away."""


def whole(at: dt.datetime) -> dt.datetime:
    """An instant in whole milliseconds, as entries have it: what follows must not seem earlier."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


@frozen(kw_only=True)
class Progress:
    """Where the clock of a rehearsal stands, and what was told."""

    scenario: dict[str, Any]
    speed: int
    """Minutes of the rehearsal to one of the machine, while nothing happens."""
    at: dt.datetime
    """The time of the rehearsal at that moment of the machine's clock."""
    since: dt.datetime | None
    """None while the clock stands still."""
    pace: int
    """Minutes to one of the machine, now."""
    until: dt.datetime | None = None
    """What the clock does not pass by itself: the next thing that happens."""
    paused: bool = False
    """Whether somebody asked it to stand still."""
    told: tuple[Told, ...] = ()

    def now(self, wall: dt.datetime) -> dt.datetime:
        """The time of the rehearsal; it never goes back behind ``at``, nor past ``until``."""
        passed = dt.timedelta()
        if self.since is not None:
            passed = max(min(wall - self.since, LEASE), passed)
        now = self.at + passed * self.pace
        if self.until is not None:
            now = max(min(now, self.until), self.at)
        return whole(now)

    def anchored(self, wall: dt.datetime, at: dt.datetime | None = None) -> "Progress":
        """The same with its clock set where it is now, or further on; it runs unless paused."""
        now = max(at or self.now(wall), self.now(wall))
        return evolve(self, at=now, since=None if self.paused else wall)

    def resting(self, wall: dt.datetime) -> "Progress":
        """The same with its clock standing still."""
        return evolve(self, at=self.now(wall), since=None)


def load_progress(path: Path) -> Progress | None:
    """How far the rehearsal of that session has come; None where nothing says it.

    Raises StoreError (``rehearsal_damaged``) on a file that is not what it should be.
    """
    beside = rehearsal_of(path)
    try:
        return _read(loads(read_file(beside)))
    except (StoreError, ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, StoreError) and error.code == "missing":
            return None
        raise StoreError("rehearsal_damaged", {"path": str(beside)}) from error


def _read(found: dict[str, Any]) -> Progress:
    if (found["format"], found["version"]) != (FORMAT, VERSION):
        raise ValueError("another format")
    speed, pace = found["speed"], found["pace"]
    if {type(speed), type(pace)} != {int} or not 1 <= min(speed, pace) <= max(speed, pace) <= (
        MOST_SPEED
    ):
        raise ValueError("no pace")
    at = _instant(found["at"])
    if at is None or not isinstance(found["scenario"], dict):
        raise ValueError("no clock")
    told = tuple(_told(one) for one in found["told"])
    if len({one.event for one in told}) != len(told):
        raise ValueError("an event that happened twice")
    return Progress(
        scenario=found["scenario"],
        speed=speed,
        at=at,
        since=_instant(found["since"]),
        pace=pace,
        until=_instant(found["until"]),
        paused=found["paused"] is True,
        told=told,
    )


def _told(found: dict[str, Any]) -> Told:
    at = _instant(found["at"])
    if at is None or not isinstance(found["event"], str):
        raise ValueError("no event")
    return Told(event=found["event"], at=at, read=found["read"] is True)


def _instant(text: str | None) -> dt.datetime | None:
    if text is None:
        return None
    at = dt.datetime.fromisoformat(text)
    if at.tzinfo is None or not dt.MINYEAR < at.year < dt.MAXYEAR:
        raise ValueError("an instant that cannot be reckoned with")
    return at


def keep_progress(path: Path, progress: Progress) -> None:
    """Keep it; raises StoreError where the disk refuses."""
    beside = rehearsal_of(path)

    def iso(at: dt.datetime | None) -> str | None:
        return at.isoformat() if at else None

    told = [{"event": one.event, "at": iso(one.at), "read": one.read} for one in progress.told]
    value = {
        "format": FORMAT,
        "version": VERSION,
        "speed": progress.speed,
        "pace": progress.pace,
        "at": iso(progress.at),
        "since": iso(progress.since),
        "until": iso(progress.until),
        "paused": progress.paused,
        "told": told,
        "scenario": progress.scenario,
    }
    data = json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
    try:
        write_private(beside, data)
    except OSError as error:
        raise StoreError("write_failed", {"path": str(beside), "reason": reason(error)}) from error
