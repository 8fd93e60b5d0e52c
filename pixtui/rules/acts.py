"""What a field of a command can hold, so that a scenario looks for nothing that cannot be."""

import types
from typing import Any, Literal, Union, get_args, get_origin

from attrs import fields

from pixtui.domain.commands import Act, Unset
from pixtui.domain.rehearsal.scenario import SOMETHING
from pixtui.rules.shapes import Wrong


def value_wanted(kind: type[Act], key: str, value: Any) -> Wrong | None:
    """What is wrong with looking for this value in that field of a command; None: nothing."""
    known = {one.name: one.type for one in fields(kind) if one.name not in ("candidates", "rules")}
    if key not in known:
        listed = ", ".join(sorted(known)) or "-"
        return Wrong((key,), "unknown_key", {"key": key, "known": listed})
    if value == SOMETHING:
        return None
    words, types_ = _held(known[key])
    if words and value not in words:
        return Wrong((key,), "wrong_value", {"wants": "one_of", "allowed": ", ".join(words)})
    if not words and type(value) not in types_:
        wants = "text" if str in types_ else "count" if int in types_ else "flag"
        return Wrong((key,), "wrong_value", {"wants": wants})
    return None


def _held(kind: Any) -> tuple[tuple[str, ...], set[Any]]:
    """The words a field takes, else the types of its values."""
    if get_origin(kind) is Literal:
        return get_args(kind), set()
    if get_origin(kind) in (Union, types.UnionType):
        words: tuple[str, ...] = ()
        held: set[Any] = set()
        for one in get_args(kind):
            if one not in (Unset, type(None)):
                more, others = _held(one)
                words, held = words + more, held | others
        return words, held
    return (), {kind}
