"""The shape of a rules file: its tables, their keys, what each may hold."""

from collections.abc import Mapping
from typing import get_args

from attrs import fields

from pixtui.domain.rules import Destination, Evidence, Mode, StepPhase, Windows
from pixtui.rules.shapes import (
    Check,
    both,
    both_lists,
    is_code,
    is_count,
    is_date,
    is_flag,
    is_name,
    is_paper,
    is_product,
    is_text,
    is_url,
    keys_like,
    list_of,
    one_of,
    table_of,
)

PHASES: tuple[StepPhase, ...] = get_args(StepPhase)
MOMENTS = ("before", "technical", "people", "end")
"""When a situation arises, in the order of the day."""
GOES_WITH = (
    "absence",
    "arrival",
    "doubt",
    "decision",
    "presence",
    "signature",
    "swap",
    "exit",
    "end",
    "sign_out",
    "extra_time",
    "enrolment",
    "hand_over",
    "alarm",
    "witnesses",
    "evidence",
    "decided_by",
)
"""What the form of a situation asks for and records by the same entry."""

_ITEM = table_of({"id": is_name}, {"fr": is_text, "en": is_text, "ours": is_flag})

STEP: Mapping[str, Check] = {
    "phase": one_of(*PHASES),
    "mode": one_of(*get_args(Mode)),
    "optional": is_flag,
    "evidence": one_of(*get_args(Evidence)),
    "after": is_name,
    "title": both,
    "text": both,
    "items": list_of(_ITEM),
    "links": list_of(is_name),
    "papers": list_of(is_paper),
}
CODE: Mapping[str, Check] = {
    **dict.fromkeys(
        ("live", "question", "needs_extra_time", "not_blocking", "fraud", "deprecated"), is_flag
    ),
    "fr": is_text,
    "en": is_text,
    "needs": both,
}
CAUSE: Mapping[str, Check] = {"given_back": is_flag, "fr": is_text, "en": is_text}
SITUATION: Mapping[str, Check] = {
    "moment": one_of(*MOMENTS),
    "code": is_code,
    "destinations": list_of(one_of(*get_args(Destination))),
    "unknown": is_flag,
    "about": one_of("room", "some"),
    "holds_up": is_name,
    "stops_room": is_name,
    "reason": one_of("candidate", "technical"),
    "goes_with": list_of(one_of(*GOES_WITH)),
    "rule": both,
    "title": both,
    "also": both,
    "do": both_lists,
    "record": both,
}
LINK: Mapping[str, Check] = {"fr": is_text, "en": is_text, "url": is_url}
PAGE: Mapping[str, Check] = {"title": both, "lines": both_lists}
PAPER_PHASES = ("before", "during", "end", "finalised")
"""The moments of a session for which a paper may be called."""
PAPER: Mapping[str, Check] = {"title": both, "phases": list_of(one_of(*PAPER_PHASES))}
PASSAGE: Mapping[str, Check] = {"paper": is_paper, "title": both, "lines": both_lists}
CENTRE_TABLE: Mapping[str, Check] = {
    "name": is_text,
    "address": list_of(is_text),
    "contact": is_text,
    "logo": is_text,
}
BOX: Mapping[str, Check] = {"fr": is_text, "en": is_text}
REASON: Mapping[str, Check] = {"title": both, "consequence": both}
_IDS: Mapping[str, tuple[str, Check]] = {
    "step": ("id", is_name),
    "code": ("code", is_code),
    "cause": ("id", is_name),
    "situation": ("id", is_name),
    "link": ("id", is_name),
    "page": ("id", is_name),
    "paper": ("id", is_paper),
    "passage": ("id", is_name),
    "box": ("id", one_of("has_incident", "has_joining_issue")),
    "reason": ("id", one_of("candidate", "technical")),
}
"""How the tables of a kind are told apart."""
_OTHERS: Mapping[str, Mapping[str, Check]] = {
    "step": STEP,
    "code": CODE,
    "cause": CAUSE,
    "situation": SITUATION,
    "link": LINK,
    "page": PAGE,
    "paper": PAPER,
    "passage": PASSAGE,
    "box": BOX,
    "reason": REASON,
}
FIELDS: Mapping[str, tuple[str, ...]] = {
    kind: (_IDS[kind][0], *others) for kind, others in _OTHERS.items()
}
"""The kinds of tables and what each may say, for the manual."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "step": ("phase", "title", "text"),
    "situation": ("moment", "title", "do"),
    "cause": ("fr", "en"),
    "code": ("fr", "en"),
    "link": ("fr", "en", "url"),
    "box": ("fr", "en"),
    "reason": ("title", "consequence"),
    "page": ("title", "lines"),
    "paper": ("title", "phases"),
    "passage": ("paper", "lines"),
}
"""What a table must say, itself or the one it lies over."""

_TABLES: Mapping[str, Check] = {
    kind: table_of(dict([_IDS[kind]]), others) for kind, others in _OTHERS.items()
}
_TOP: Mapping[str, Check] = {
    **{kind: list_of(check, "tables") for kind, check in _TABLES.items()},
    "durations": keys_like(is_product, is_count),
    "windows": table_of({}, {one.name: is_count for one in fields(Windows)}),
    "retention_days": is_count,
    "unknown_cause_given_back": is_flag,
    "private_codes": list_of(is_code),
}
_ELSEWHERE = {*_TABLES, "durations", "windows"}
AT_THE_TOP: frozenset[str] = frozenset({"dated", *_TOP} - _ELSEWHERE)
"""What stands above all tables of a file."""
SHIPPED = table_of({"dated": is_date}, _TOP)
"""A shipped file: it says the date of the rules it follows."""
CENTRE = table_of({}, {"dated": is_date, **_TOP, "centre": table_of({}, CENTRE_TABLE)})
"""A centre's own file: whatever it changes."""
