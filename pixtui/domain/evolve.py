"""What a session is after an entry: pure, total, and never refusing.

``decide`` keeps the impossible out; what reaches ``evolve`` is applied. ``fold`` reads a
whole history at once; ``evolve`` adds one entry and gives the same state.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs
from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.history import Event, History, effective
from pixtui.domain.rules import Rules
from pixtui.domain.session import (
    Addition,
    Call,
    Candidate,
    Certifiability,
    Codes,
    Details,
    Incident,
    Interruption,
    Made,
    Mark,
    Move,
    Relief,
    Span,
    State,
    StepRecord,
)

A = TypeVar("A", bound=c.Act)
Applier = Callable[[State, Any, Event], State]
_APPLIERS: dict[type[c.Act], Applier] = {}

COMING_IN = (
    c.CheckIdentity,
    c.Sign,
    c.ConfirmPresence,
    c.CancelPresence,
    c.MarkReady,
    c.MarkAbsent,
    c.Arrive,
    c.TurnAway,
    c.RevealCode,
)
"""The facts that open the day, with those of the test."""
TEST = (
    c.Start,
    c.Interrupt,
    c.Resume,
    c.LeaveRoom,
    c.ReturnToRoom,
    c.Finish,
    c.GiveReason,
    c.SeeEndScreen,
    c.SignOut,
    c.InterruptRoom,
)


def evolve(state: State, event: Event) -> State:
    """The session after one more entry."""
    history = state.history.plus(event)
    if isinstance(event.act, (c.Undo, c.Correct)):
        return fold(history)
    return changed(_apply(state, event), history=history)


def fold(events: Iterable[Event]) -> State:
    """The session after a whole history, undone and corrected entries counted as they hold."""
    history = events if isinstance(events, History) else History(events)
    state = State()
    for event in effective(history):
        state = _apply(state, event)
    made = state.made
    for event in history:
        if event.act is not None:
            made = _made(made, event.act)
    return changed(state, history=history, made=made)


def _apply(state: State, event: Event) -> State:
    act = event.act
    if act is None:
        return changed(state, codes_set=state.codes_set or event.type == c.SetCodes.NAME)
    applier = _APPLIERS.get(type(act))
    if applier is not None:
        state = applier(state, act, event)
    if state.began is None and isinstance(act, COMING_IN + TEST):
        state = changed(state, began=event.at)
    return changed(state, made=_made(state.made, act))


def _on(kind: type[A]) -> Callable[[Callable[[State, A, Event], State]], Applier]:
    def register(applier: Callable[[State, A, Event], State]) -> Applier:
        _APPLIERS[kind] = applier
        return applier

    return register


def _number(made_id: str | None) -> int:
    return int(made_id[1:]) if made_id else 0


def _made(made: Made, act: c.Act) -> Made:
    match act:
        case c.ImportCandidates(candidates=rows):
            newest = max((_number(row.id) for row in rows), default=0)
            return changed(made, candidates=max(made.candidates, newest))
        case c.AddCandidate(id=made_id):
            return changed(made, candidates=max(made.candidates, _number(made_id)))
        case c.InterruptRoom(id=made_id):
            return changed(made, interruptions=max(made.interruptions, _number(made_id)))
        case c.Interrupt(ids=ids) | c.ResumeRoom(held_ids=ids):
            newest = max((_number(one) for one in ids), default=0)
            return changed(made, interruptions=max(made.interruptions, newest))
        case c.LogIncident(id=made_id, facts=facts):
            made = changed(made, incidents=max(made.incidents, _number(made_id)))
            for fact in facts:
                made = _made(made, fact.act)
            return made
    return made


def mark(event: Event, outcome: str = "", note: str = "") -> Mark:
    """The mark an entry leaves."""
    return Mark(at=event.at, by=event.by, seq=event.seq, outcome=outcome, note=note)


def _set(act: object, wanted: Iterable[str]) -> dict[str, Any]:
    """The fields of an edit that are not left as they are."""
    values = {name: getattr(act, name) for name in wanted}
    return {name: value for name, value in values.items() if value is not c.UNSET}


def field_names(kind: type[attrs.AttrsInstance]) -> list[str]:
    """The names of a class's fields, in their order."""
    return [one.name for one in attrs.fields(kind)]


def _each(state: State, ids: Iterable[str], change: Callable[[Candidate], Candidate]) -> State:
    candidates = dict(state.candidates)
    for one in ids:
        if one in candidates:
            candidates[one] = change(candidates[one])
    return changed(state, candidates=candidates)


def _marks(kind: type[c.OnCandidates], name: str, outcome: str = "", note: str = "") -> None:
    """Register an act that leaves one mark on each of its candidates."""

    def apply(state: State, act: Any, event: Event) -> State:
        said = getattr(act, outcome) if outcome else ""
        left = mark(event, said, getattr(act, note) if note else "")
        fields: dict[str, Any] = {name: left}
        return _each(state, act.candidates, lambda one: changed(one, **fields))

    _APPLIERS[kind] = apply


_marks(c.CheckIdentity, "identity", outcome="outcome")
_marks(c.Sign, "signature", outcome="outcome")
_marks(c.ConfirmPresence, "presence")
_marks(c.MarkReady, "ready")
_marks(c.MarkAbsent, "absent")
_marks(c.TurnAway, "turned_away", outcome="reason", note="decided_by")
_marks(c.Start, "start")
_marks(c.SeeEndScreen, "end_screen")
_marks(c.SignOut, "signed_out")
_marks(c.RecordEntered, "entered")


# --- the session


@_on(c.CreateSession)
def _created(state: State, act: c.CreateSession, _event: Event) -> State:
    details = Details(**{name: getattr(act, name) for name in field_names(Details)})
    return changed(state, details=details, rules=act.rules)


@_on(c.EditSession)
def _edited(state: State, act: c.EditSession, _event: Event) -> State:
    if state.details is None:
        return state
    return changed(state, details=changed(state.details, **_set(act, field_names(c.EditSession))))


@_on(c.SetCodes)
def _codes_set(state: State, act: c.SetCodes, _event: Event) -> State:
    codes = changed(state.codes, **_set(act, field_names(Codes)))
    return changed(state, codes=codes, codes_set=True)


@_on(c.SetStep)
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


@_on(c.HandOver)
def _handed_over(state: State, act: c.HandOver, event: Event) -> State:
    relief = Relief(at=event.at, by=event.by, to=act.to, brief=act.brief)
    return changed(state, reliefs=(*state.reliefs, relief))


@_on(c.SetSessionBox)
def _box_set(state: State, act: c.SetSessionBox, _event: Event) -> State:
    box: dict[str, Any] = {act.box: act.value}
    return changed(state, **box)


# --- the candidates


def _candidate(row: c.NewCandidate) -> Candidate:
    return Candidate(**{name: getattr(row, name) for name in field_names(c.NewCandidate)})


@_on(c.ImportCandidates)
def _imported(state: State, act: c.ImportCandidates, _event: Event) -> State:
    added = {row.id: _candidate(row) for row in act.candidates if row.id}
    return changed(state, candidates={**state.candidates, **added})


@_on(c.AddCandidate)
def _added(state: State, act: c.AddCandidate, _event: Event) -> State:
    added = _candidate(act)
    return changed(state, candidates={**state.candidates, added.id: added})


@_on(c.EditCandidate)
def _candidate_edited(state: State, act: c.EditCandidate, _event: Event) -> State:
    fields = _set(act, field_names(c.CandidateFields))
    return _each(state, act.candidates, lambda one: changed(one, **fields))


@_on(c.RemoveCandidate)
def _removed(state: State, act: c.RemoveCandidate, _event: Event) -> State:
    left = {key: one for key, one in state.candidates.items() if key not in act.candidates}
    return changed(state, candidates=left)


@_on(c.RecordCertifiability)
def _certifiable(state: State, act: c.RecordCertifiability, _event: Event) -> State:
    known = Certifiability(
        certifiable=act.certifiable, competences=act.competences, as_of=act.as_of
    )
    return _each(state, act.candidates, lambda one: changed(one, certifiability=known))


# --- coming in


@_on(c.CancelPresence)
def _presence_cancelled(state: State, act: c.CancelPresence, _event: Event) -> State:
    return _each(state, act.candidates, lambda one: changed(one, presence=None))


@_on(c.Arrive)
def _arrived(state: State, act: c.Arrive, event: Event) -> State:
    left = mark(event)
    return _each(
        state,
        act.candidates,
        lambda one: changed(one, arrived=left, absent=None, turned_away=None),
    )


@_on(c.RevealCode)
def _revealed(state: State, act: c.RevealCode, event: Event) -> State:
    if state.revealed is not None:
        return state
    return changed(state, revealed=mark(event, note=act.override or ""))


# --- the test


def close_own(state: State, ids: Iterable[str], at: dt.datetime) -> State:
    """End the own interruptions of these candidates."""
    wanted = set(ids)
    return changed(
        state,
        interruptions=tuple(
            changed(one, span=changed(one.span, ended=at))
            if one.own and one.open and one.candidates and one.candidates[0] in wanted
            else one
            for one in state.interruptions
        ),
    )


def _own(
    made_id: str, candidate: str, cause: str, given_back: bool, at: dt.datetime
) -> Interruption:
    return Interruption(
        id=made_id,
        cause=cause,
        given_back=given_back,
        span=Span(began=at),
        candidates=(candidate,),
        own=True,
    )


@_on(c.Interrupt)
def _interrupted(state: State, act: c.Interrupt, event: Event) -> State:
    new = tuple(
        _own(made_id, one, act.cause, bool(act.given_back), event.at)
        for one, made_id in zip(act.candidates, act.ids, strict=True)
    )
    return changed(state, interruptions=state.interruptions + new)


@_on(c.Resume)
def _resumed(state: State, act: c.Resume, event: Event) -> State:
    return close_own(state, act.candidates, event.at)


@_on(c.LeaveRoom)
def _left(state: State, act: c.LeaveRoom, event: Event) -> State:
    return _each(
        state,
        act.candidates,
        lambda one: changed(one, away=(*one.away, Span(began=event.at))),
    )


@_on(c.ReturnToRoom)
def _returned(state: State, act: c.ReturnToRoom, event: Event) -> State:
    def back(one: Candidate) -> Candidate:
        if not one.away:
            return one
        return changed(one, away=(*one.away[:-1], changed(one.away[-1], ended=event.at)))

    return _each(state, act.candidates, back)


@_on(c.ChangeWorkstation)
def _moved(state: State, act: c.ChangeWorkstation, event: Event) -> State:
    def move(one: Candidate) -> Candidate:
        step = Move(at=event.at, origin=act.origin or one.workstation, to=act.to)
        return changed(one, workstation=act.to, moves=(*one.moves, step))

    return _each(state, act.candidates, move)


@_on(c.Finish)
def _finished(state: State, act: c.Finish, event: Event) -> State:
    left = mark(event, act.how)
    state = close_own(state, act.candidates, event.at)
    return _each(state, act.candidates, lambda one: changed(one, end=left))


@_on(c.GiveReason)
def _reasoned(state: State, act: c.GiveReason, event: Event) -> State:
    left = mark(event, act.reason)
    known = [state.candidates[one] for one in act.candidates if one in state.candidates]
    ended = [one.id for one in known if one.end is None]
    state = close_own(state, ended, event.at)

    def reason(one: Candidate) -> Candidate:
        end = one.end or mark(event, "finalisation")
        return changed(one, reason=left, end=end)

    return _each(state, act.candidates, reason)


# --- the room


@_on(c.InterruptRoom)
def _room_interrupted(state: State, act: c.InterruptRoom, event: Event) -> State:
    new = Interruption(
        id=act.id or "",
        cause=act.cause,
        given_back=bool(act.given_back),
        span=Span(began=event.at),
        candidates=act.candidates,
    )
    return changed(state, interruptions=(*state.interruptions, new))


@_on(c.RollCall)
def _called(state: State, act: c.RollCall, event: Event) -> State:
    new = tuple(
        Call(candidate=one, direction=act.direction, present=act.present, at=event.at)
        for one in act.candidates
    )
    return changed(state, calls=state.calls + new)


@_on(c.ResumeRoom)
def _room_resumed(state: State, act: c.ResumeRoom, event: Event) -> State:
    ending = [
        one
        for one in state.interruptions
        if not one.own and one.open and act.interruption in (None, one.id)
    ]
    closed = {one.id for one in ending}
    interruptions = tuple(
        changed(one, span=changed(one.span, ended=event.at)) if one.id in closed else one
        for one in state.interruptions
    )
    held = tuple(
        _own(made_id, one, ending[0].cause, ending[0].given_back, event.at)
        for one, made_id in zip(act.held, act.held_ids, strict=True)
        if ending
    )
    return changed(state, interruptions=interruptions + held)


# --- the incidents


@_on(c.LogIncident)
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
    )
    state = changed(state, incidents={**state.incidents, incident.id: incident})
    for fact in act.facts:
        own = changed(event, at=fact.at, by=fact.by, type=fact.act.NAME, act=fact.act)
        state = _apply(state, own)
    return state


def _incident(state: State, incident: str, **fields: Any) -> State:
    known = state.incidents.get(incident)
    if known is None:
        return state
    return changed(state, incidents={**state.incidents, incident: changed(known, **fields)})


@_on(c.AmendIncident)
def _amended(state: State, act: c.AmendIncident, _event: Event) -> State:
    names = [name for name in field_names(c.AmendIncident) if name != "incident"]
    return _incident(state, act.incident, **_set(act, names))


@_on(c.CloseIncident)
def _closed(state: State, act: c.CloseIncident, event: Event) -> State:
    return _incident(state, act.incident, closed=mark(event, act.outcome))


# --- the end


@_on(c.Finalise)
def _sealed(state: State, act: c.Finalise, event: Event) -> State:
    return changed(state, sealed=mark(event), overrides=act.overrides, codes=Codes())


@_on(c.Annex)
def _annexed(state: State, act: c.Annex, event: Event) -> State:
    line = Addition(at=event.at, by=event.by, note=act.note, candidate=act.candidate)
    return changed(state, annexes=(*state.annexes, line))


@_on(c.RecordPixFinalised)
def _pix_finalised(state: State, _act: c.RecordPixFinalised, event: Event) -> State:
    return changed(state, pix_finalised=mark(event))


@_on(c.Hold)
def _held(state: State, act: c.Hold, event: Event) -> State:
    return changed(state, hold=mark(event, note=act.reason))


@_on(c.Release)
def _released(state: State, _act: c.Release, _event: Event) -> State:
    return changed(state, hold=None)


@_on(c.Purge)
def _purged(state: State, act: c.Purge, event: Event) -> State:
    return State(
        details=None,
        rules=Rules(),
        purged=mark(event, note=act.reason),
        made=state.made,
        sealed=state.sealed,
    )
