"""Older entries read as today's: one converter a step, the bytes on disk never touched."""

from collections.abc import Callable, Mapping

from pixtui.store.entry import VERSION
from pixtui.store.strict_json import JsonObject

Upcast = Callable[[JsonObject], JsonObject]

UPCASTS: Mapping[tuple[str, int], Upcast] = {}
"""From (type, version) to what makes its body one of the next version."""


def upcast(type_: str, version: int, body: JsonObject) -> JsonObject:
    """The body as an entry of today's version would hold it."""
    for step in range(version, VERSION):
        converter = UPCASTS.get((type_, step))
        body = converter(body) if converter else body
    return body
