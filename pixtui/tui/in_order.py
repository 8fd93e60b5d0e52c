"""Keys one after the other: each finds the screen as the key before it left it.

Textual hands a key to whatever has the focus at that moment and does not wait for what comes of
it: a binding runs only once the key has gone up through every widget and come back to the app.
Of two keys that arrive together, as on a slow line, under a fast hand or in a paste, the second
would go to the field, or to the screen, that the first one is about to leave.
"""

import asyncio
from collections.abc import Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

PATIENCE_SECONDS = 1.0
"""A handler that waits for something itself must not hold the keys up for ever."""
MOST_ROUNDS = 4
"""What a key posts is handled in the round after its own, and what follows from that later."""

Typed = events.Key | events.Paste


class KeysInOrder(App[None], inherit_bindings=False):
    """An app that lets a key take effect before it hands out the next one."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._typed: asyncio.Queue[Typed] = asyncio.Queue()
        self._handing_out: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """A key or a paste waits for its turn; everything else goes on."""
        if isinstance(event, Typed) and not event.is_forwarded:
            self._typed.put_nowait(event)
            if self._handing_out is None:
                self._handing_out = asyncio.create_task(self._hand_out())
                self._handing_out.add_done_callback(self._told_why)
        else:
            await super().on_event(event)

    async def _hand_out(self) -> None:
        before: MessagePump | None = None
        while True:
            event = await self._typed.get()
            if before is not None:
                await self._settled(before)
            before = (self.focused or self.screen) if self.screen_stack else None
            await super().on_event(event)

    async def _settled(self, typed_into: MessagePump) -> None:
        """Until what was typed there has gone up and back, and the screen in front stands."""
        for _ in range(MOST_ROUNDS):
            way = [*_way_up(typed_into), *([self.screen] if self.screen_stack else [])]
            for node in way:
                await _handled(node)
            if all(node._message_queue.empty() for node in way):
                return

    def _told_why(self, task: "asyncio.Task[None]") -> None:
        """What broke in a handler of the app itself ends it as it would have done."""
        if not task.cancelled() and isinstance(error := task.exception(), Exception):
            self._handle_exception(error)


def _way_up(node: Any) -> Iterator[MessagePump]:
    """The way a key goes up; the last one is the app, where the bindings run."""
    while node is not None:
        yield node
        node = node._parent


async def _handled(node: MessagePump) -> None:
    """Until a node has handled all that waits for it now."""
    if not node.is_running or node._closing or node._closed:
        return
    loop = asyncio.get_running_loop()
    reached: asyncio.Future[None] = loop.create_future()

    def reach() -> None:
        if not reached.done():
            reached.set_result(None)

    if node.post_message(events.Callback(callback=reach)):
        patience = loop.call_later(PATIENCE_SECONDS, reach)
        await reached
        patience.cancel()
