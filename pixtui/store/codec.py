"""Between the domain's values and JSON, without silent coercion.

Every value must have exactly its type: no ``"3"`` for 3, no ``1`` for true, no naive instant,
no field too many. An error names the field it is about.
"""

import datetime as dt
import functools
import operator
import re
from collections.abc import Callable
from enum import Enum
from typing import Any, Literal, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter, transform_error
from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from pixtui.domain.commands import ACTS, Act, Command, OnCandidates, Unset
from pixtui.domain.rules import CauseRule, Rules, Windows
from pixtui.domain.session import State

Json = Any
JsonObject = dict[str, Any]
T = TypeVar("T")

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:[0-9]{2})"
)


class CodecError(ValueError):
    """A JSON value that is not what it should be; the text names the field."""


def _exactly(kind: type) -> Any:
    def hook(value: object, _: object) -> Any:
        if type(value) is not kind:
            raise ValueError(f"{kind.__name__} expected")
        return value

    return hook


def _text_hook(value: object, _: object) -> str:
    if type(value) is not str:
        raise ValueError("text expected")
    if any("\ud800" <= one <= "\udfff" for one in value):
        raise ValueError("text with a lone surrogate")
    return value


def _real(read: Callable[[str], T], text: str) -> T:
    try:
        return read(text)
    except ValueError as error:  # 25:00, the 30th of February
        raise ValueError("no such date or time") from error


def _instant(value: object, _: object) -> dt.datetime:
    if type(value) is not str or not _INSTANT.fullmatch(value):
        raise ValueError("instant with an offset expected, as 2026-11-30T09:05:00+01:00")
    return _real(dt.datetime.fromisoformat, value)


def _date(value: object, _: object) -> dt.date:
    if type(value) is not str or not _DATE.fullmatch(value):
        raise ValueError("date expected, as 2026-11-30")
    return _real(dt.date.fromisoformat, value)


def _time(value: object, _: object) -> dt.time:
    if type(value) is not str or not _TIME.fullmatch(value):
        raise ValueError("time expected, as 09:00")
    return _real(dt.time.fromisoformat, value)


def _names(kind: type) -> dict[str, Any]:
    return {
        one.name: override(rename=one.metadata["json"])
        for one in attrs.fields(kind)
        if "json" in one.metadata
    }


def _may_be_left_out(kind: type) -> bool:
    """Whether defaults need not be written: not those of rules that change over the years."""
    return kind not in (Rules, Windows, CauseRule)


def _may_be_unset(kind: Any) -> bool:
    return get_origin(kind) is not None and Unset in get_args(kind)


def _is_any_act(kind: Any) -> bool:
    return kind is Act


def make_converter() -> Converter:
    """A strict converter for the domain's classes."""
    converter = Converter(forbid_extra_keys=True, omit_if_default=True)

    def structure(kind: type) -> Any:
        return make_dict_structure_fn(
            kind, converter, _cattrs_forbid_extra_keys=True, **_names(kind)
        )

    def unstructure(kind: type) -> Any:
        return make_dict_unstructure_fn(
            kind, converter, _cattrs_omit_if_default=_may_be_left_out(kind), **_names(kind)
        )

    def maybe(kind: Any) -> Any:
        kinds = tuple(one for one in get_args(kind) if one is not Unset)
        inner: Any = functools.reduce(operator.or_, kinds)
        return lambda value, _: converter.structure(value, inner)

    converter.register_structure_hook_factory(attrs.has, structure)
    converter.register_unstructure_hook_factory(attrs.has, unstructure)
    converter.register_structure_hook_factory(_may_be_unset, maybe)
    converter.register_unstructure_hook_factory(_may_be_unset, lambda _: converter.unstructure)
    for kind in (int, bool, float):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(str, _text_hook)
    converter.register_structure_hook(dt.datetime, _instant)
    converter.register_structure_hook(dt.date, _date)
    converter.register_structure_hook(dt.time, _time)
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_unstructure_hook(dt.time, lambda time: time.isoformat("minutes"))
    converter.register_structure_hook(Command, lambda value, _: _nested(value))
    converter.register_unstructure_hook(Command, _nested_to_json)
    converter.register_structure_hook_func(_is_any_act, lambda value, _: _named(value))
    converter.register_unstructure_hook_func(_is_any_act, _named_to_json)
    _forbid_coerced_tuples(converter)
    return converter


def _forbid_coerced_tuples(converter: Converter) -> None:
    """A tuple is a JSON list, never a string read letter by letter nor an object's keys."""

    def is_tuple(kind: Any) -> bool:
        return get_origin(kind) is tuple

    def strict(kind: Any) -> Any:
        (item, _ellipsis) = get_args(kind)

        def hook(value: object, _: object) -> Any:
            if type(value) not in (list, tuple):
                raise ValueError("list expected")
            return tuple(converter.structure(one, item) for one in value)  # type: ignore[attr-defined]  # checked above

        return hook

    converter.register_structure_hook_factory(is_tuple, strict)


_CONVERTER: Converter | None = None


def converter() -> Converter:
    """The one converter, made when it is first needed."""
    global _CONVERTER  # noqa: PLW0603 - made once, on first use, to keep the start light
    if _CONVERTER is None:
        _CONVERTER = make_converter()
    return _CONVERTER


def structure(value: Json, kind: type[T]) -> T:
    """A value of that class from JSON; raises CodecError naming the field."""
    try:
        return converter().structure(value, kind)
    except (BaseValidationError, StructureHandlerNotFoundError, ValueError, TypeError) as error:
        raise CodecError(_explained(error)) from error
    except KeyError as error:
        raise CodecError(f"required field missing: {error.args[0]}") from error


def _explained(error: Exception) -> str:
    if isinstance(error, CodecError):
        return str(error)
    lines = transform_error(error) if isinstance(error, BaseValidationError) else [str(error)]
    return "; ".join(line.replace(" @ $.", ": ").replace(" @ $", "") for line in lines)


# --- acts


def act_to_json(act: Act) -> JsonObject:
    """The fields of an act; one candidate is written ``candidate``, several ``candidates``."""
    fields: JsonObject = converter().unstructure(act, type(act))
    if isinstance(act, OnCandidates) and len(act.candidates) == 1:
        fields["candidate"] = fields.pop("candidates")[0]
    return fields


def act_from_json(name: str, fields: JsonObject) -> Act:
    """The act of that name; raises CodecError on an unknown name or a wrong field."""
    kind = ACTS.get(name)
    if kind is None:
        raise CodecError(f"unknown command: {name}")
    if issubclass(kind, OnCandidates) and "candidate" in fields:
        if "candidates" in fields:
            raise CodecError("candidate and candidates exclude each other")
        fields = {**fields, "candidates": [fields["candidate"]]}
        del fields["candidate"]
    return structure(fields, kind)


def command_body(command: Command) -> JsonObject:
    """The body of an entry: ``at``, ``by`` and the act's fields."""
    return {
        "at": command.at.isoformat(),
        "by": command.by,
        **act_to_json(command.act),
    }


def command_from_body(name: str, body: JsonObject) -> Command:
    """The command an entry's body holds; raises CodecError."""
    fields = {key: value for key, value in body.items() if key not in ("at", "by")}
    for key in ("at", "by"):
        if key not in body:
            raise CodecError(f"required field missing: {key}")
    return Command(
        at=structure(body["at"], dt.datetime),
        by=structure(body["by"], str),
        act=act_from_json(name, fields),
    )


def _nested(value: Json) -> Command:
    if not isinstance(value, dict):
        raise CodecError("object expected")
    name = _name_of(value)
    return command_from_body(name, {key: one for key, one in value.items() if key != "command"})


def _nested_to_json(command: Command) -> JsonObject:
    return {"command": command.act.NAME, **command_body(command)}


def _named(value: Json) -> Act:
    if not isinstance(value, dict):
        raise CodecError("object expected")
    return act_from_json(
        _name_of(value), {key: one for key, one in value.items() if key != "command"}
    )


def _named_to_json(act: Act) -> JsonObject:
    return {"command": act.NAME, **act_to_json(act)}


def _name_of(value: JsonObject) -> str:
    name = value.get("command")
    if not isinstance(name, str):
        raise CodecError("required field missing: command")
    return name


# --- the session as it stands


def state_to_json(state: State) -> JsonObject:
    """The ``session`` of a file: everything that follows from its history but the rules."""
    fields: JsonObject = converter().unstructure(state, State)
    for name in ("history", "rules"):
        fields.pop(name, None)
    return fields


def plain(value: object) -> Json:
    """A value of the domain as JSON, for the faces that print it."""
    return value.value if isinstance(value, Enum) else converter().unstructure(value)


def literal_values(kind: Any) -> tuple[str, ...] | None:
    """The values of a Literal, None for anything else."""
    return get_args(kind) if get_origin(kind) is Literal else None
