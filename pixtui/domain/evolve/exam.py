"""Acts of the test: starts, interruptions of one or of the room, ends."""

import datetime as dt
from collections.abc import Iterable

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.evolve.registry import applies, mark, on_each
from pixtui.domain.history import Event
from pixtui.domain.session import Call, Candidate, Interruption, Move, Span, State


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


@applies(c.Interrupt)
def _interrupted(state: State, act: c.Interrupt, event: Event) -> State:
    new = tuple(
        _own(made_id, one, act.cause, bool(act.given_back), event.at)
        for one, made_id in zip(act.candidates, act.ids, strict=True)
    )
    return changed(state, interruptions=state.interruptions + new)


@applies(c.Resume)
def _resumed(state: State, act: c.Resume, event: Event) -> State:
    return close_own(state, act.candidates, event.at)


@applies(c.LeaveRoom)
def _left(state: State, act: c.LeaveRoom, event: Event) -> State:
    return on_each(
        state,
        act.candidates,
        lambda one: changed(one, away=(*one.away, Span(began=event.at))),
    )


@applies(c.ReturnToRoom)
def _returned(state: State, act: c.ReturnToRoom, event: Event) -> State:
    def back(one: Candidate) -> Candidate:
        if not one.away:
            return one
        return changed(one, away=(*one.away[:-1], changed(one.away[-1], ended=event.at)))

    return on_each(state, act.candidates, back)


@applies(c.ChangeWorkstation)
def _moved(state: State, act: c.ChangeWorkstation, event: Event) -> State:
    def move(one: Candidate) -> Candidate:
        step = Move(at=event.at, origin=act.origin or one.workstation, to=act.to)
        return changed(one, workstation=act.to, moves=(*one.moves, step))

    return on_each(state, act.candidates, move)


@applies(c.Finish)
def _finished(state: State, act: c.Finish, event: Event) -> State:
    left = mark(event, act.how)
    state = close_own(state, act.candidates, event.at)
    return on_each(state, act.candidates, lambda one: changed(one, end=left))


@applies(c.GiveReason)
def _reasoned(state: State, act: c.GiveReason, event: Event) -> State:
    left = mark(event, act.reason)
    known = [state.candidates[one] for one in act.candidates if one in state.candidates]
    ended = [one.id for one in known if one.end is None]
    state = close_own(state, ended, event.at)

    def reason(one: Candidate) -> Candidate:
        end = one.end or mark(event, "finalisation")
        return changed(one, reason=left, end=end)

    return on_each(state, act.candidates, reason)


@applies(c.InterruptRoom)
def _room_interrupted(state: State, act: c.InterruptRoom, event: Event) -> State:
    new = Interruption(
        id=act.id or "",
        cause=act.cause,
        given_back=bool(act.given_back),
        span=Span(began=event.at),
        candidates=act.candidates,
    )
    return changed(state, interruptions=(*state.interruptions, new))


@applies(c.RollCall)
def _called(state: State, act: c.RollCall, event: Event) -> State:
    new = tuple(
        Call(candidate=one, direction=act.direction, present=act.present, at=event.at)
        for one in act.candidates
    )
    return changed(state, calls=state.calls + new)


@applies(c.ResumeRoom)
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
