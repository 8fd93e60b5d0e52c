"""Which clock a session goes by: a real one by the machine's, a fictional one may have another."""

import datetime as dt
import threading
from pathlib import Path

from pixtui.clock import Clock, fictional_clock, system_clock
from pixtui.domain.session import Details
from pixtui.store.beside import rehearsal_of
from pixtui.store.errors import StoreError
from pixtui.store.rehearsal import Progress, load_progress, whole


class RehearsalClock:
    """The clock of a rehearsal, as the file beside its session says; it never goes back."""

    def __init__(self, path: Path, progress: Progress, wall: Clock = system_clock) -> None:
        self._path, self.wall = path, wall
        self.progress = progress
        self._seen = self._stamp()
        self._last = whole(progress.at)
        self._lock = threading.Lock()

    def _stamp(self) -> tuple[int, int] | None:
        try:
            found = rehearsal_of(self._path).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns

    def look(self) -> Progress:
        """How far the rehearsal has come, another console's part included."""
        with self._lock:
            stamp = self._stamp()
            if stamp is not None and stamp != self._seen:
                self._seen = stamp
                self._take(load_progress(self._path))
            return self.progress

    def _take(self, found: Progress | None) -> None:
        if found is not None:
            self.progress = found

    def set(self, progress: Progress) -> None:
        """Go by this from now on: this console has just written it."""
        with self._lock:
            self.progress, self._seen = progress, self._stamp()

    def __call__(self) -> dt.datetime:
        """The present instant of the rehearsal."""
        try:
            now = self.look().now(self.wall())
        except StoreError:
            now = self.progress.now(self.wall())  # what is known stays
        with self._lock:
            self._last = max(self._last, now)
            return self._last


def clock_of(details: Details | None, path: Path, wall: Clock | None = None) -> Clock:
    """The clock of that session; ``wall`` in the place of the machine's, for a test.

    A rehearsal without the file beside it, or with a broken one, goes by the clock of any
    fictional session. Raises ValueError on a ``PIXTUI_NOW`` that is no instant.
    """
    if details is None or not details.fictional:
        return wall or system_clock
    if details.rehearsal is not None:
        try:
            progress = load_progress(path)
        except StoreError:
            progress = None
        if progress is not None:
            return RehearsalClock(path, progress, wall or system_clock)
    return wall or fictional_clock()
