"""Between values and JSON: exactly its type, every field, never more."""

import datetime as dt
import json
from typing import Any

import attrs
import pytest

from pixtui.domain import commands as c
from pixtui.domain.rules import Rules, StepRule
from pixtui.store.codec import CodecError, act_from_json, act_to_json, structure

DAY = {
    "site": "s",
    "room": "r",
    "date": "2026-11-30",
    "time": "09:00",
    "examiner": "e",
    "rules": {},
}


@pytest.mark.parametrize(
    ("name", "fields", "place"),
    [
        ("start", {"candidate": 3}, "candidates"),
        ("start", {}, "candidates"),
        ("start", {"candidate": "c1", "candidates": ["c1"]}, "candidate"),
        ("start", {"candidates": "c1"}, "candidates"),
        ("start", {"candidate": "c1", "extra": 1}, "extra"),
        ("undo", {"seq": "3"}, "seq"),
        ("undo", {"seq": 3.0}, "seq"),
        ("undo", {"seq": True}, "seq"),
        ("undo", {"seq": None}, "seq"),
        ("set_session_box", {"box": "has_incident", "value": 1}, "value"),
        ("set_session_box", {"box": "other", "value": True}, "box"),
        ("create_session", {**DAY, "date": "30/11/2026"}, "date"),
        ("create_session", {**DAY, "date": "2026-W01-1"}, "date"),
        ("create_session", {**DAY, "date": "2026-02-30"}, "date"),
        ("create_session", {**DAY, "time": "9:00"}, "time"),
        ("create_session", {**DAY, "number": "123456"}, "number"),
        ("create_session", {**DAY, "site": None}, "site"),
        ("add_candidate", {"last_name": "A", "first_name": ["B"]}, "first_name"),
        ("add_candidate", {"last_name": "A", "first_name": "\ud800"}, "first_name"),
        ("finalise", {"overrides": {"a": 1}}, "overrides"),
        ("log_incident", {"facts": [{"command": "start", "candidate": "c1"}]}, "facts"),
        ("nothing", {}, "nothing"),
    ],
)
def test_a_wrong_value_is_refused_naming_its_field(
    name: str, fields: dict[str, Any], place: str
) -> None:
    with pytest.raises(CodecError) as refused:
        act_from_json(name, fields)
    assert place in str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["2026-11-30T09:05:00", "2026-11-30 09:05:00+01:00", "20261130T090500Z", "09:05", 3, None],
)
def test_an_instant_has_an_offset(text: object) -> None:
    with pytest.raises(CodecError):
        structure(text, dt.datetime)


def _value(kind: Any, name: str) -> Any:
    """A value that is not the default of its field."""
    text = str(kind)
    known: dict[str, Any] = {
        "candidates": ("c1", "c2"),
        "ids": ("x1",),
        "held": ("c1",),
        "held_ids": ("x2",),
        "rules": Rules(steps=(StepRule("room", "before", items=("a",)),)),
        "facts": (c.Command(dt.datetime.now(dt.UTC), "M. B", c.Start(candidates=("c1",))),),
        "instead": c.Interrupt(candidates=("c1",), cause="network", ids=("x1",)),
        "overrides": {"not_signed:c1": "parti"},
        "updates": (c.EditCandidate(candidates=("c1",), seat=None, class_name="3A"),),
        "certifiability": (c.RecordCertifiability(candidates=("c1",), certifiable=True),),
        "nearest": ("1.1", "3.4"),
    }
    if name in known:
        return known[name]
    for part, value in (
        ("Literal", None),
        ("datetime.date", dt.date(2026, 11, 30)),
        ("datetime.time", dt.time(8, 30)),
        ("bool", True),
        ("int", 7),
        ("str", "Œuvré"),
    ):
        if part == "Literal" and "Literal" in text:
            return text.split("Literal[")[1].split("]")[0].split(", ")[-1].strip("'")
        if part in text:
            return value
    raise AssertionError((name, kind))


@pytest.mark.parametrize("kind", list(c.ACTS.values()), ids=lambda kind: kind.NAME)
def test_every_field_of_every_command_survives(kind: type[c.Act]) -> None:
    fields = {one.name: _value(one.type, one.name) for one in attrs.fields(kind)}
    if kind is c.ImportCandidates:
        fields["candidates"] = (
            c.NewCandidate(last_name="A", first_name="B", id="c1", extra_time=33, sex="F"),
        )
    act = kind(**fields)
    wire = json.loads(json.dumps(act_to_json(act)))
    assert act_from_json(kind.NAME, wire) == act


def test_one_candidate_is_written_as_one() -> None:
    assert act_to_json(c.Start(candidates=("c3",))) == {"candidate": "c3"}
    assert act_to_json(c.Start(candidates=("c3", "c4"))) == {"candidates": ["c3", "c4"]}


def test_a_field_left_as_it_is_differs_from_one_that_is_cleared() -> None:
    left = act_from_json("edit_candidate", {"candidate": "c1"})
    cleared = act_from_json("edit_candidate", {"candidate": "c1", "seat": None})
    assert isinstance(left, c.EditCandidate)
    assert isinstance(cleared, c.EditCandidate)
    assert (left.seat, cleared.seat) == (c.UNSET, None)
    assert act_to_json(cleared) == {"candidate": "c1", "seat": None}


VOCABULARY = """
create_session edit_session set_codes set_step hand_over set_session_box
import_candidates add_candidate edit_candidate remove_candidate record_certifiability
check_identity sign confirm_presence cancel_presence mark_ready mark_absent arrive turn_away
reveal_code start interrupt resume leave_room return_to_room change_workstation finish
give_reason see_end_screen sign_out interrupt_room roll_call resume_room log_incident
amend_incident close_incident undo correct finalise annex record_entered record_pix_finalised
hold release purge
"""


def test_the_vocabulary_is_that_of_the_format() -> None:
    assert set(c.ACTS) == set(VOCABULARY.split())
