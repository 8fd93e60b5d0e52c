"""The rehearsals that were left in the middle, to be taken up again."""

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from attrs import frozen

from pixtui.desk.new_rehearsal import ZONE
from pixtui.domain.rehearsal.course import left
from pixtui.domain.rehearsal.judge import last_window
from pixtui.domain.rehearsal.scenario import Scenario
from pixtui.resources import rehearsals_folder
from pixtui.rules.scenarios import kept_scenario
from pixtui.store.beside import rehearsal_of
from pixtui.store.errors import StoreError
from pixtui.store.rehearsal import load_progress

MOST = 3
"""How many are offered: the newest; the list of rehearsals has them all."""


@frozen
class Stopped:
    """One rehearsal in which something is still to happen, or to be done in time."""

    path: Path
    scenario: Scenario
    at: dt.datetime
    """Where its clock stands, in the time of its room."""


def stopped_rehearsals() -> list[Stopped]:
    """Those left in the middle, the one left last first; a broken one is passed over."""
    files = rehearsals_folder().glob("*.json")
    left_at = {path: at for path in files if (at := _left_at(path)) is not None}
    newest = sorted(left_at, key=left_at.__getitem__, reverse=True)
    return list(islice((one for path in newest for one in _stopped(path)), MOST))


def _left_at(path: Path) -> float | None:
    with suppress(OSError):  # it may go while this looks
        return rehearsal_of(path).stat().st_mtime
    return None


def _stopped(path: Path) -> Iterator[Stopped]:
    try:
        progress = load_progress(path)
        scenario = kept_scenario(progress.scenario) if progress is not None else None
    except StoreError:
        return
    if progress is None or scenario is None:
        return
    window = last_window(scenario, progress.told)
    if left(scenario, progress.told) or (window is not None and window >= progress.at):
        yield Stopped(path, scenario, progress.at.astimezone(ZoneInfo(ZONE)))
