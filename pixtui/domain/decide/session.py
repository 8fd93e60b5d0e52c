"""Deciding about the session itself: its details, its codes, its steps."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.decide.asking import Asked, accept, decides, full_name
from pixtui.domain.derive import evidence
from pixtui.domain.outcome import Decision, Finding, Param, Refusal
from pixtui.domain.secrets import (
    access_code_doubts,
    access_code_fits,
    bare_password,
    number_fits,
    password_fits,
    password_likely,
)
from pixtui.domain.session import Candidate, Details
from pixtui.domain.text import label_problem

LONGEST_TEST = 24 * 60

_LABELS = ("site", "room", "examiner", "centre")


def zone_known(zone: str) -> bool:
    """Whether that is the name of a time zone."""
    return zone in available_timezones()


def local_start(asked: Asked) -> dt.datetime | None:
    """The announced start of the session as an instant."""
    details = asked.state.details
    if details is None:
        return None
    return dt.datetime.combine(details.date, details.time, ZoneInfo(details.zone))


@decides(c.CreateSession)
def _create(_asked: Asked, act: c.CreateSession) -> Decision:
    wrong = _details_problem(act) or _hour_skipped(act.date, act.time, act.zone)
    if wrong is not None:
        return wrong
    rules = act.rules
    duration = act.duration if act.duration is not None else rules.durations.get(act.product)
    if duration is None:
        return Refusal("unknown_product", {"product": act.product})
    kept_until = act.retention_until or act.date + dt.timedelta(days=rules.retention_days)
    fictional = act.fictional or act.rehearsal is not None
    settled = changed(act, duration=duration, retention_until=kept_until, fictional=fictional)
    return accept(settled, *([] if act.number else [Finding("no_number")]))


@decides(c.EditSession)
def _edit(asked: Asked, act: c.EditSession) -> Decision:
    state = asked.state
    wrong = _details_problem(act) or _hour_skipped_by(act, state.session)
    if wrong is not None:
        return wrong
    if isinstance(act.product, str) and act.duration is c.UNSET:
        duration = state.rules.durations.get(act.product)
        if duration is None:
            return Refusal("unknown_product", {"product": act.product})
        act = changed(act, duration=duration)
    started = any(one.start for one in state.candidates.values())
    moved = any(getattr(act, name) is not c.UNSET for name in ("mode", "duration", "date", "zone"))
    return accept(act, *([Finding("after_start")] if started and moved else []))


def _details_problem(act: c.CreateSession | c.EditSession) -> Refusal | None:
    for name in _LABELS:
        value = getattr(act, name)
        problem = label_problem(value) if isinstance(value, str) else None
        if problem:
            return Refusal("text_invalid", {"field": name, "problem": problem})
    if isinstance(act.description, str) and act.description.startswith(("=", "+", "-", "@")):
        return Refusal("text_invalid", {"field": "description", "problem": "formula"})
    if isinstance(act.number, int) and not number_fits(act.number):
        return Refusal("number_invalid", {"number": str(act.number)})
    if isinstance(act.zone, str) and not zone_known(act.zone):
        return Refusal("unknown_zone", {"zone": act.zone})
    if isinstance(act.duration, int) and not 0 < act.duration <= LONGEST_TEST:
        return Refusal("duration_invalid", {"duration": act.duration})
    return None


def _hour_skipped_by(act: c.EditSession, held: Details) -> Refusal | None:
    """The same for what an edit makes of the date, the time and the zone, where it says any."""
    date = act.date if isinstance(act.date, dt.date) else held.date
    time = act.time if isinstance(act.time, dt.time) else held.time
    zone = act.zone if isinstance(act.zone, str) else held.zone
    same = (date, time, zone) == (held.date, held.time, held.zone)
    return None if same else _hour_skipped(date, time, zone)


def _hour_skipped(date: dt.date, time: dt.time, zone: str) -> Refusal | None:
    """A start at an hour that the room's clocks never show, as summer time begins."""
    local = dt.datetime.combine(date, time, ZoneInfo(zone))
    if local.astimezone(dt.UTC).astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(
        tzinfo=None
    ):
        return None
    params = {"time": f"{time:%H:%M}", "date": f"{date:%d/%m/%Y}", "zone": zone}
    return Refusal("hour_skipped", params)


@decides(c.SetCodes)
def _set_codes(_asked: Asked, act: c.SetCodes) -> Decision:
    warnings: list[Finding] = []
    code = act.access_code
    if isinstance(code, str):
        if not access_code_fits(code):
            return Refusal("access_code_invalid", {})
        warnings += [
            Finding("code_unlikely", params={"character": one, "likely": likely})
            for one, likely in access_code_doubts(code)
        ]
    password = act.invigilator_password
    if isinstance(password, str):
        password = bare_password(password)
        if not password_fits(password):
            return Refusal("password_invalid", {})
        if not password_likely(password):
            warnings.append(Finding("password_unlikely"))
        act = changed(act, invigilator_password=password)
    return accept(act, *warnings)


@decides(c.SetStep)
def _set_step(asked: Asked, act: c.SetStep) -> Decision:
    state = asked.state
    rule = state.rules.step(act.step, state.session.mode)
    if rule is None:
        return Refusal("unknown_step", {"step": act.step})
    if act.item is not None:
        return _set_item(act, rule.items)
    record = state.steps.get(act.step)
    ticked = set(record.items) if record else set()
    left = [item for item in rule.items if item not in ticked]
    reasoned = bool(act.reason and act.reason.strip())
    if act.state == "done" and left and not reasoned:
        return Refusal("reason_required", {"step": act.step, "items": tuple(left)})
    if act.state == "not_applicable" and not rule.optional and not reasoned:
        return Refusal("reason_required", {"step": act.step, "items": ()})
    if act.state == "done" and rule.evidence == "certifiability_known" and not reasoned:
        unknown = tuple(full_name(one) for one in state.candidates.values() if _unknown(one))
        if unknown:
            params: dict[str, Param] = {"step": act.step, "names": unknown, "variant": "unknown"}
            return Refusal("reason_required", params)
    unproved = act.state == "done" and rule.evidence and not reasoned
    doubt = unproved and not evidence(state, rule) and rule.evidence != "pix_finalised"
    return accept(act, *([Finding("evidence_incomplete", subject=act.step)] if doubt else []))


def _unknown(one: Candidate) -> bool:
    """Whether nobody can say that a candidate may be certified, or may not."""
    return one.certifiability is None


def _set_item(act: c.SetStep, items: tuple[str, ...]) -> Decision:
    if act.item not in items:
        return Refusal("unknown_item", {"item": act.item, "step": act.step})
    if act.state not in ("done", "todo"):
        return Refusal("malformed", {"what": "item", "variant": "item_state"})
    return accept(act)


@decides(c.HandOver)
def _hand_over(_asked: Asked, act: c.HandOver) -> Decision:
    problem = label_problem(act.to)
    if problem:
        return Refusal("text_invalid", {"field": "to", "problem": problem})
    return accept(act)


@decides(c.SetSessionBox)
def _set_box(_asked: Asked, act: c.SetSessionBox) -> Decision:
    return accept(act)
