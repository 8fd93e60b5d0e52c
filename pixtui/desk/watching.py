"""Waiting until something happens to a session's files, without looking all the time.

The kernel tells of changes where the disk is this machine's own; elsewhere, or where it cannot,
the files are looked at twice a second.
"""

import os
import select
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from inotify_simple import INotify, flags

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
    | flags.MOVE_SELF
)


Wanted = Callable[[str], bool]
"""Whether a file of that name is of any concern."""


class FolderWatch:
    """The files of one folder."""

    def __init__(self, folder: Path) -> None:
        self._told: INotify | None = None
        self._poll = select.poll()
        self._over = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)
        self._poll.register(self._over, select.POLLIN)
        if locks_are_safe(file_system(folder)):
            try:
                self._told = INotify()
                self._told.add_watch(folder, _CHANGES)
                self._poll.register(self._told.fileno(), select.POLLIN)
            except OSError:  # too many watches of this user, or a kernel without any
                self._forget()

    def wait(self, wanted: Wanted, seconds: float | None = None) -> frozenset[str] | None:
        """Wait until wanted files may have changed: their names; None once it is over.

        No name at all means any of them: nobody told, or so many seconds have passed.
        """
        longest = LONGEST_SECONDS if seconds is None else seconds
        deadline = time.monotonic() + (POLL_SECONDS if self._told is None else longest)
        while (left := deadline - time.monotonic()) > 0:
            ready = {descriptor for descriptor, _ in self._poll.poll(left * 1000)}
            if self._over in ready:
                return None
            if ready and self._told is not None:
                events = self._told.read(timeout=0)
                if any(event.mask & (flags.IGNORED | flags.MOVE_SELF) for event in events):
                    self._forget()  # the folder itself is gone: look whether it comes back
                names = {event.name for event in events}
                if "" in names:  # the kernel told too little, or of the folder itself
                    return frozenset()
                if found := frozenset(filter(wanted, names)):
                    return found
        return frozenset()

    def end(self) -> None:
        """Let whoever waits go, from any thread."""
        os.eventfd_write(self._over, 1)

    def close(self) -> None:
        """Be told no more; for the thread that waits."""
        self._forget()
        os.close(self._over)

    def _forget(self) -> None:
        if self._told is not None:
            with suppress(KeyError):  # a watch that failed was never listened to
                self._poll.unregister(self._told.fileno())
            self._told.close()
            self._told = None


class Watch:
    """The files of one session, in their folder."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._folder = FolderWatch(path.parent)

    def wait(self) -> bool:
        """Wait until there may be something new; False once it is over."""
        return self._folder.wait(lambda name: self._name in name) is not None

    def end(self) -> None:
        """Let whoever waits go, from any thread."""
        self._folder.end()

    def close(self) -> None:
        """Be told no more; for the thread that waits."""
        self._folder.close()
