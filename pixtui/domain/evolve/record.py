"""Acts about the record itself: its details, codes, steps, seal and what follows."""

from typing import Any

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.evolve.registry import applies, field_names, fields_set, mark
from pixtui.domain.history import Event
from pixtui.domain.rules import Rules
from pixtui.domain.session import Addition, Codes, Details, Relief, State, StepRecord


@applies(c.CreateSession)
def _created(state: State, act: c.CreateSession, _event: Event) -> State:
    details = Details(**{name: getattr(act, name) for name in field_names(Details)})
    return changed(state, details=details, rules=act.rules)


@applies(c.EditSession)
def _edited(state: State, act: c.EditSession, _event: Event) -> State:
    if state.details is None:
        return state
    return changed(
        state, details=changed(state.details, **fields_set(act, field_names(c.EditSession)))
    )


@applies(c.SetCodes)
def _codes_set(state: State, act: c.SetCodes, _event: Event) -> State:
    codes = changed(state.codes, **fields_set(act, field_names(Codes)))
    return changed(state, codes=codes, codes_set=True)


@applies(c.SetStep)
def _step_set(state: State, act: c.SetStep, event: Event) -> State:
    record = state.steps.get(act.step, StepRecord())
    if act.item is not None:
        items = {name: left for name, left in record.items.items() if name != act.item}
        if act.state == "done":
            items[act.item] = mark(event)
        record = changed(record, items=items)
    else:
        record = changed(record, choice=act.state, reason=act.reason, mark=mark(event))
    return changed(state, steps={**state.steps, act.step: record})


@applies(c.HandOver)
def _handed_over(state: State, act: c.HandOver, event: Event) -> State:
    relief = Relief(at=event.at, by=event.by, to=act.to, brief=act.brief)
    return changed(state, reliefs=(*state.reliefs, relief))


@applies(c.SetSessionBox)
def _box_set(state: State, act: c.SetSessionBox, _event: Event) -> State:
    box: dict[str, Any] = {act.box: act.value}
    return changed(state, **box)


@applies(c.Finalise)
def _sealed(state: State, act: c.Finalise, event: Event) -> State:
    return changed(state, sealed=mark(event), overrides=act.overrides, codes=Codes())


@applies(c.Annex)
def _annexed(state: State, act: c.Annex, event: Event) -> State:
    line = Addition(at=event.at, by=event.by, note=act.note, candidate=act.candidate)
    return changed(state, annexes=(*state.annexes, line))


@applies(c.RecordPixFinalised)
def _pix_finalised(state: State, _act: c.RecordPixFinalised, event: Event) -> State:
    return changed(state, pix_finalised=mark(event))


@applies(c.Hold)
def _held(state: State, act: c.Hold, event: Event) -> State:
    return changed(state, hold=mark(event, note=act.reason))


@applies(c.Release)
def _released(state: State, _act: c.Release, _event: Event) -> State:
    return changed(state, hold=None)


@applies(c.Purge)
def _purged(state: State, act: c.Purge, event: Event) -> State:
    return State(
        details=None,
        rules=Rules(),
        purged=mark(event, note=act.reason),
        made=state.made,
        sealed=state.sealed,
    )
