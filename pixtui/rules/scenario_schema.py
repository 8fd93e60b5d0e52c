"""What the tables of a scenario may hold: the fields of each, those it must have first."""

from collections.abc import Mapping
from typing import Any, get_args

from pixtui.domain.rehearsal.scenario import Circle, Stage
from pixtui.domain.rules import Mode
from pixtui.rules.shapes import (
    Check,
    both,
    is_count,
    is_day,
    is_minute,
    is_name,
    is_seat,
    is_text,
    list_of,
    one_of,
    plain,
    table_of,
)

Fields = Mapping[str, Check]


def _is_fact(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    named = value.get("command")
    names = named if isinstance(named, list) else [named]
    return bool(names) and all(isinstance(one, str) for one in names)


_FACT = plain(_is_fact, "fact")
_FACTS = list_of(_FACT)
_SEATS = list_of(is_seat)
_WHEN: Fields = {
    "minute": is_minute,
    "after": _FACT,
    "count": is_count,
    "told": is_name,
    "ends": plain(lambda value: value is True, "flag"),
    "minutes": is_minute,
}
_OF_EXPECTED: Fields = {"facts": _FACTS}
_EXPECTED: Fields = {
    "within": is_count,
    "everyone": one_of(*get_args(Circle)[1:]),
    "but": _SEATS,
    "before": _FACT,
    "line": is_count,
    "step": is_name,
    "says": both,
}
_OF_FORBIDDEN: Fields = {"facts": _FACTS, "says": both}
_FORBIDDEN: Fields = {"within": is_count}
_OF_EVENT: Fields = {"id": is_name}
_EVENT: Fields = {
    "situation": is_name,
    "when": table_of({}, _WHEN),
    "says": both,
    "expects": list_of(table_of(_OF_EXPECTED, _EXPECTED)),
    "forbids": list_of(table_of(_OF_FORBIDDEN, _FORBIDDEN)),
}
_OF_PUPIL: Fields = {
    "seat": is_seat,
    "last_name": is_text,
    "first_name": is_text,
    "birthdate": is_day,
}
_PUPIL: Fields = {"class": is_text, "extra_time": is_count}
_OF_SCENARIO: Fields = {"title": both, "about": both}
_SCENARIO: Fields = {
    "stage": one_of(*get_args(Stage)),
    "begins": is_minute,
    "mode": one_of(*get_args(Mode)),
    "frame": list_of(is_name),
    "pupils": is_count,
    "pupil": list_of(table_of(_OF_PUPIL, _PUPIL), "tables"),
    "event": list_of(table_of(_OF_EVENT, _EVENT), "tables"),
}
SCENARIO = table_of(_OF_SCENARIO, _SCENARIO)
"""A whole scenario."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "scenario": (*_OF_SCENARIO, *_SCENARIO),
    "pupil": (*_OF_PUPIL, *_PUPIL),
    "event": (*_OF_EVENT, *_EVENT),
    "when": tuple(_WHEN),
    "expects": (*_OF_EXPECTED, *_EXPECTED),
    "forbids": (*_OF_FORBIDDEN, *_FORBIDDEN),
}
"""The fields of each table, for the manual."""
