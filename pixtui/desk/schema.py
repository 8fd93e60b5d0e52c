"""``apply --schema``: every command with its fields, and every vocabulary."""

import datetime as dt
import types
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from pixtui.domain.checks import BLOCKERS, DEADLINES, HOLES
from pixtui.domain.commands import ACTS, Act, Command, NewCandidate, OnCandidates, Unset
from pixtui.domain.derive import FLAGS, STATES
from pixtui.rules.rulebook import rulebook
from pixtui.store.codec import JsonObject
from pixtui.wording.findings import FINDINGS
from pixtui.wording.refusals import REFUSALS

_SETTLED = frozenset(("id", "ids", "held", "held_ids", "rules", "instead"))
"""Fields that the program fills in."""

_TYPES: dict[Any, str] = {
    str: "text",
    int: "integer",
    bool: "boolean",
    dt.date: "date (2026-11-30)",
    dt.time: "time (09:00)",
    dt.datetime: "instant (2026-11-30T09:05:00+01:00)",
    type(None): "null",
}


def schema() -> JsonObject:
    """The schema as JSON."""
    rules = rulebook().rules
    return {
        "format": "pixtui-commands",
        "common": {
            "command": {"type": "text", "required": True},
            "at": {"type": _TYPES[dt.datetime], "required": False},
        },
        "commands": {
            name: _fields(kind) for name, kind in ACTS.items() if name != "create_session"
        },
        "vocabularies": {
            "refusals": sorted({code.split(".")[0] for code in REFUSALS}),
            "blockers": list(BLOCKERS),
            "holes": list(HOLES),
            "warnings": sorted(set(FINDINGS) - {*BLOCKERS, *HOLES}),
            "flags": list(FLAGS),
            "states": list(STATES),
            "deadlines": list(DEADLINES),
            "situations": [one.id for one in rules.situations],
            "codes": [one.code for one in rules.codes if not one.deprecated],
            "causes": [one.id for one in rules.causes],
            "steps": list(dict.fromkeys(one.id for one in rules.steps)),
            "items": {one.id: list(one.items) for one in rules.steps if one.items},
            "products": list(rules.durations),
        },
    }


def _fields(kind: type[Act]) -> JsonObject:
    if kind.NAME == "correct":
        return {
            "seq": {"type": "integer", "required": True},
            "at": {
                "type": f"{_TYPES[dt.datetime]}: the right time of the entry, here, not in fields",
                "required": False,
            },
            "fields": {"type": "the fields of the corrected command", "required": False},
        }
    fields: JsonObject = {}
    if issubclass(kind, OnCandidates):
        fields["candidate"] = {"type": "id, seat or name", "required": False}
    for one in attrs.fields(kind):
        if one.name in _SETTLED:
            continue
        name = one.metadata.get("json", one.name)
        required = one.default is attrs.NOTHING and not issubclass(kind, OnCandidates)
        if issubclass(kind, OnCandidates) and one.name != "candidates":
            required = one.default is attrs.NOTHING
        fields[name] = {"type": _type(one.type), "required": required}
    return fields


def _type(kind: Any) -> Any:
    origin = get_origin(kind)
    if origin is Literal:
        return list(get_args(kind))
    if origin in (Union, types.UnionType):
        shown = [_type(one) for one in get_args(kind) if one is not Unset]
        return shown[0] if len(shown) == 1 else {"one_of": shown}
    if origin is tuple:
        item = get_args(kind)[0]
        if item is Command:
            return {"list_of": "command"}
        if item is NewCandidate:
            return {"list_of": _candidate_fields()}
        if isinstance(item, type) and issubclass(item, Act):
            return {"list_of": _fields(item)}
        return {"list_of": _type(item)}
    if origin is not None:
        return "object of texts"
    return _TYPES.get(kind, str(kind))


def _candidate_fields() -> JsonObject:
    return {
        one.metadata.get("json", one.name): _type(one.type)
        for one in attrs.fields(NewCandidate)
        if one.name not in _SETTLED
    }
