"""Waiting until something happens to a session's files, without looking all the time.

The kernel tells of changes where the disk is this machine's own; elsewhere, or where it cannot,
the files are looked at twice a second.
"""

import os
import select
import time
from collections.abc import Sequence
from pathlib import Path

from inotify_simple import Event, INotify, flags

from pixtui.store.file_system import file_system, locks_are_safe

POLL_SECONDS = 0.4
"""Between two looks where nobody tells: another's entry is seen within half a second."""
LONGEST_SECONDS = 5.0
"""Between two looks where changes are told: who died with the session open changes no file."""
_CHANGES = (
    flags.MODIFY
    | flags.CLOSE_WRITE
    | flags.CREATE
    | flags.DELETE
    | flags.MOVED_FROM
    | flags.MOVED_TO
    | flags.ATTRIB
)


class Watch:
    """The files of one session, in their folder."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._told: INotify | None = None
        self._poll = select.poll()
        self._over = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self._poll.register(self._over, select.POLLIN)
        if locks_are_safe(file_system(path.parent)):
            try:
                self._told = INotify()
                self._told.add_watch(path.parent, _CHANGES)
                self._poll.register(self._told.fileno(), select.POLLIN)
            except OSError:  # too many watches of this user, or a kernel without any
                self._forget()

    def wait(self) -> bool:
        """Wait until there may be something new; False once it is over."""
        deadline = time.monotonic() + (POLL_SECONDS if self._told is None else LONGEST_SECONDS)
        while (left := deadline - time.monotonic()) > 0:
            ready = {descriptor for descriptor, _ in self._poll.poll(left * 1000)}
            if self._over in ready:
                return False
            if ready and self._told is not None and self._is_ours(self._told.read(timeout=0)):
                return True
        return True

    def _is_ours(self, events: Sequence[Event]) -> bool:
        """Whether a change is about this session, not another one of its folder."""
        return any(self._name in (event.name or self._name) for event in events)

    def end(self) -> None:
        """Let whoever waits go, from any thread."""
        os.eventfd_write(self._over, 1)

    def close(self) -> None:
        """Be told no more; for the thread that waits."""
        self._forget()
        os.close(self._over)

    def _forget(self) -> None:
        if self._told is not None:
            self._told.close()
            self._told = None
