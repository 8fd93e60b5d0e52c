"""Acts about incidents; the facts they bring are applied with them."""

from typing import Any

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.evolve.registry import applies, apply_event, field_names, fields_set, mark
from pixtui.domain.history import Event
from pixtui.domain.session import Incident, State


@applies(c.LogIncident)
def _logged(state: State, act: c.LogIncident, event: Event) -> State:
    incident = Incident(
        id=act.id or "",
        opened=mark(event),
        situation=act.situation,
        code=act.code,
        candidate=act.candidate,
        question=act.question,
        note=act.note,
        blocking=act.blocking,
        witnesses=act.witnesses,
        evidence=act.evidence,
        decided_by=act.decided_by,
    )
    state = changed(state, incidents={**state.incidents, incident.id: incident})
    for fact in act.facts:
        own = changed(event, at=fact.at, by=fact.by, type=fact.act.NAME, act=fact.act)
        state = apply_event(state, own)
    return state


def _incident(state: State, incident: str, **fields: Any) -> State:
    known = state.incidents.get(incident)
    if known is None:
        return state
    return changed(state, incidents={**state.incidents, incident: changed(known, **fields)})


@applies(c.AmendIncident)
def _amended(state: State, act: c.AmendIncident, _event: Event) -> State:
    names = [name for name in field_names(c.AmendIncident) if name != "incident"]
    return _incident(state, act.incident, **fields_set(act, names))


@applies(c.CloseIncident)
def _closed(state: State, act: c.CloseIncident, event: Event) -> State:
    return _incident(state, act.incident, closed=mark(event, act.outcome))
