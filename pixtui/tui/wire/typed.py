"""What is typed, in the terminal's own encoding: no byte, whatever it is, ends the console.

Textual reads UTF-8 alone, and stops with a traceback at the first byte that is none. Such a byte
comes from a terminal set to an older encoding (PuTTY, a serial console), or from noise on a line.
"""

import codecs
from collections.abc import Callable

from pixtui.terminal import charset, environment_at_start

LENIENT = "pixtui-typed"
_OLDER = "cp1252"
"""What a byte that is no UTF-8 most likely is in: the Western European encoding of Windows."""


def decoder_for(locale: str) -> Callable[[], codecs.IncrementalDecoder]:
    """What makes a decoder for a terminal in that encoding; UTF-8 where nothing else is known."""
    try:
        found = codecs.lookup(locale or "utf-8")
    except LookupError:
        found = codecs.lookup("utf-8")
    eight_bit = found.incrementaldecoder if found.name not in ("utf-8", "ascii") else None
    if eight_bit is not None:
        return lambda: eight_bit("replace")
    return lambda: codecs.getincrementaldecoder("utf-8")(LENIENT)


def terminal_decoder(_encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    """The same for this terminal, in the place of ``codecs.getincrementaldecoder``."""
    return decoder_for(charset(environment_at_start()))


def _as_older(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8, read as what they most likely are."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(_OLDER, "replace"), error.end


codecs.register_error(LENIENT, _as_older)
