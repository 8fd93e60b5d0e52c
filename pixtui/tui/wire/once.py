"""One paint for all that a key changes, and for all the keys that wait.

Textual paints as soon as the first widget changed, and again 16 ms later what followed from it.
Here a paint waits until nothing else is left to do at once: what follows from the key has
happened, and so have the keys that came meanwhile, as when an arrow is held on a slow line.
"""

import asyncio
import time
from typing import Any, TypeVar
from weakref import WeakSet

from textual.screen import Screen

from pixtui.tui.wire.compositor import LineCompositor
from pixtui.tui.wire.painter import usable

T = TypeVar("T")
LATEST_SECONDS = 0.1
"""Under keys without end, a paint comes nevertheless."""

_waiting: "WeakSet[Screen[Any]]" = WeakSet()
"""The screens whose paint waits, each with one call in the event loop."""


class PaintsOnce(Screen[T]):
    """A screen that is painted when the event loop has nothing else to do."""

    _paint_by: float | None = None

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        if usable():
            self._compositor = LineCompositor()

    def _on_timer_update(self) -> None:
        """Textual's own moment to paint: the paint is only asked for, where there is a line."""
        if self.app.is_headless:
            super()._on_timer_update()
            return
        self._update_timer.pause()
        if self._paint_by is None:
            self._paint_by = time.monotonic() + LATEST_SECONDS
            _waiting.add(self)
            asyncio.get_running_loop().call_soon(self._paint_when_quiet)

    def _paint_when_quiet(self) -> None:
        loop = asyncio.get_running_loop()
        ready = getattr(loop, "_ready", ())  # what asyncio is about to run; not public
        busy = len(ready) >= len(_waiting)  # the paints of other screens wait there too
        if busy and self._paint_by is not None and time.monotonic() < self._paint_by:
            loop.call_soon(self._paint_when_quiet)
            return
        self._paint_by = None
        _waiting.discard(self)
        if self.is_running:
            super()._on_timer_update()
