"""A paste on a terminal that does not say so: many keys in one piece, as no hand types them.

Terminals that know bracketed paste put signs around what is pasted. The Linux console, an old
PuTTY, ``tmux paste-buffer`` do not: each letter would act as a key. Such a piece is told from keys
when it is read, put between the same signs with a mark of ours, and handed out by what has the
focus: a field takes it as typed, a list of rows does not take it for keys.
"""

import codecs
import re
import time
from collections.abc import Callable, Iterator

from textual import events
from textual._xterm_parser import XTermParser

BEGIN, END = "\x1b[200~", "\x1b[201~"
MARK = "\ue000"
"""A private sign, which no keyboard sends: what follows may be keys or a paste."""
LEAST, DISTINCT = 6, 3
"""Signs of the shortest piece that may be a paste, and different letters or digits in it.

A key that is held down repeats one sign; a few quick keys are fewer.
"""
BROKEN_SECONDS = 1.0
"""The pause in a paste after which a key ends it: what sent the paste is gone, a hand is there."""
_KEY = 8
"""Signs that a key sends at most."""
_UNFINISHED = re.compile(r"\x1b[^A-Za-z~]*\Z")
_REST = re.compile(r"[\[\]O?<=>0-9;:$]*[A-Za-z~]?")
_KEPT = 32
"""Signs of what was read before in which a sequence may have begun."""


def may_be_pasted(text: str) -> bool:
    """Whether a piece of what is typed is more likely a paste than keys."""
    signs = {sign.casefold() for sign in text if sign.isalnum()}
    plain = all(sign.isprintable() or sign in "\r\n\t" for sign in text)
    return plain and len(text) >= LEAST and len(signs) >= DISTINCT


def may_be_of_lines(text: str) -> bool:
    """Whether a piece has several lines: what is left of it after a field is no key, however short.

    A hand types ahead a search, Enter and a key; not a second line.
    """
    ends = text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return may_be_pasted(text) and ends > 1


class Marking(codecs.IncrementalDecoder):
    """A decoder that puts signs around each piece that may be a paste."""

    def __init__(
        self, decoder: codecs.IncrementalDecoder, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._decoder, self._clock = decoder, clock
        self._at = clock()
        self._before = ""
        self._inside = False

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
        """The text of these bytes; what may be a paste between the signs of one."""
        text = self._decoder.decode(data, final)
        text = self._broken_off(text) + text
        free = not self._inside and not self._goes_on(text)
        self._look(text)
        if free and may_be_pasted(text):
            return f"{BEGIN}{MARK}{text}{END}"
        return text

    def _broken_off(self, text: str) -> str:
        """The end of a paste that never came, as when a line drops, before the key after it.

        Without it every key would belong to the paste, that of the alarm too.
        """
        before, self._at = self._at, self._clock()
        paused = self._at - before
        broken = self._inside and paused >= BROKEN_SECONDS and 0 < len(text) <= _KEY
        ends = END in self._before[1 - len(END) :] + text
        return END if broken and not ends else ""

    def _goes_on(self, text: str) -> bool:
        """Whether a piece is the rest of a sequence; Escape alone before it may be a key."""
        if not _UNFINISHED.search(self._before):
            return False
        begins = (self._before + text).find(BEGIN, max(len(self._before) - len(BEGIN), 0))
        return 0 <= begins < len(self._before) or _REST.fullmatch(text) is not None

    def _look(self, text: str) -> None:
        """Note whether a paste of the terminal's own goes on beyond these signs."""
        seen = self._before + text
        began, ended = seen.rfind(BEGIN), seen.rfind(END)
        if max(began, ended) >= 0:
            self._inside = began > ended
        self._before = seen[-_KEPT:]


def marking(make: Callable[[], codecs.IncrementalDecoder]) -> Callable[[], Marking]:
    """What makes such a decoder over another one."""
    return lambda: Marking(make())


def burst(event: events.Event) -> str | None:
    """What came in one piece and may be keys or a paste; None for anything else."""
    if isinstance(event, events.Paste) and event.text.startswith(MARK):
        return event.text.removeprefix(MARK)
    return None


def keys_of(text: str) -> Iterator[events.Key]:
    """The keys that would have typed a text."""
    for event in XTermParser().feed(text):
        if isinstance(event, events.Key):
            yield event


def sign_of_key(key: events.Key) -> str:
    """What a key of a text writes: its sign, or the end of a line."""
    if key.key in ("enter", "ctrl+j"):
        return "\n"
    if key.key == "tab":
        return "\t"
    return key.character or "" if key.is_printable else ""
