"""Keys one after the other: each finds the screen as the key before it left it.

Textual hands a key to whatever has the focus at that moment and does not wait for what comes of
it: a binding runs only once the key has gone up through every widget and come back to the app.
Of two keys that arrive together, as on a slow line, under a fast hand or in a paste, the second
would go to the field, or to the screen, that the first one is about to leave.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump
from textual.widgets import Input

from pixtui.tui.wire.bursts import burst, keys_of, may_be_of_lines, may_be_pasted, sign_of_key

PATIENCE_SECONDS = 1.0
"""A handler that waits for something itself must not hold the keys up for ever."""
PIECE_SECONDS = 0.25
"""The longest pause between two pieces of one paste, over a slow line."""
MOST_ROUNDS = 4
"""What a key posts is handled in the round after its own, and what follows from that later."""

Typed = events.Key | events.Paste


class KeysInOrder(App[None], inherit_bindings=False):
    """An app that lets a key take effect before it hands out the next one."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._typed: asyncio.Queue[Typed] = asyncio.Queue()
        self._handing_out: asyncio.Task[None] | None = None
        self._typed_into: MessagePump | None = None
        """What took the key before."""

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
        while True:
            event = await self._typed.get()
            text = burst(event)
            if text is None:
                await self._in_turn(event)
            else:
                await self._hand_out_burst(text)

    async def _in_turn(self, event: Typed) -> None:
        before = self._typed_into
        if before is not None:
            await self._settled(before)
        self._typed_into = (self.focused or self.screen) if self.screen_stack else None
        await super().on_event(event)

    async def _hand_out_burst(self, text: str) -> None:
        """What came in one piece: keys for a field, and for what leads to one; else a paste."""
        keys = deque(keys_of(text))
        several = may_be_of_lines(text)
        while keys:
            if self._typed_into is not None:
                await self._settled(self._typed_into)
            left = "".join(sign_of_key(one) for one in keys)
            if self._is_pasted(left, keys[0].key, several=several):
                rest, after = await self._rest_of_burst()
                await self._in_turn(events.Paste(left + rest))
                if after is not None:
                    await self._in_turn(after)
                return
            await self._in_turn(keys.popleft())

    def _is_pasted(self, text: str, first: str, *, several: bool) -> bool:
        """Whether a text that begins with that key is a paste for what has the focus now.

        ``several`` says that it is what is left of several lines.
        """
        if isinstance(self.focused, Input):
            # What one types ahead into fields goes there key by key; a list is never typed so.
            from pixtui.exchange.pasted import is_list  # loaded when there is such a thing

            return is_list(text)
        left = several and any(map(str.isalnum, text))
        return (left or may_be_pasted(text)) and not self.leads_to_field(first)

    async def _rest_of_burst(self) -> tuple[str, Typed | None]:
        """What a terminal sends on of one paste, piece by piece; and what came after it."""
        rest = ""
        while True:
            try:
                event = await asyncio.wait_for(self._typed.get(), PIECE_SECONDS)
            except TimeoutError:
                return rest, None
            more = burst(event)
            if more is None and isinstance(event, events.Key):
                more = sign_of_key(event)  # the last piece may be as short as a key
            if not more:
                return rest, event
            rest += more

    def leads_to_field(self, key: str) -> bool:  # noqa: ARG002 - the app that knows keys says yes
        """Whether that key leads to a field in which what follows is typed."""
        return False

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
