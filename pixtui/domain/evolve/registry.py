"""How an act changes a session: the registry of who applies what, and what they share."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import attrs
from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.evolve.made import ids_made
from pixtui.domain.history import Event
from pixtui.domain.session import Candidate, Mark, State

A = TypeVar("A", bound=c.Act)
Applier = Callable[[State, Any, Event], State]
APPLIERS: dict[type[c.Act], Applier] = {}

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


def apply_event(state: State, event: Event) -> State:
    """The session after one entry that is neither an undo nor a correction."""
    act = event.act
    if act is None:
        return changed(state, codes_set=state.codes_set or event.type == c.SetCodes.NAME)
    applier = APPLIERS.get(type(act))
    if applier is not None:
        state = applier(state, act, event)
    if state.began is None and isinstance(act, COMING_IN + TEST):
        state = changed(state, began=event.at)
    return changed(state, made=ids_made(state.made, act))


def applies(kind: type[A]) -> Callable[[Callable[[State, A, Event], State]], Applier]:
    """Register who applies one act."""

    def register(applier: Callable[[State, A, Event], State]) -> Applier:
        APPLIERS[kind] = applier
        return applier

    return register


def mark(event: Event, outcome: str = "", note: str = "") -> Mark:
    """The mark an entry leaves."""
    return Mark(at=event.at, by=event.by, seq=event.seq, outcome=outcome, note=note)


def fields_set(act: object, wanted: Iterable[str]) -> dict[str, Any]:
    """The fields of an edit that are not left as they are."""
    values = {name: getattr(act, name) for name in wanted}
    return {name: value for name, value in values.items() if value is not c.UNSET}


def field_names(kind: type[attrs.AttrsInstance]) -> list[str]:
    """The names of a class's fields, in their order."""
    return [one.name for one in attrs.fields(kind)]


def on_each(state: State, ids: Iterable[str], change: Callable[[Candidate], Candidate]) -> State:
    """The session with these candidates changed; an id that is not there is passed over."""
    candidates = dict(state.candidates)
    for one in ids:
        if one in candidates:
            candidates[one] = change(candidates[one])
    return changed(state, candidates=candidates)


def leaves_mark(kind: type[c.OnCandidates], name: str, outcome: str = "", note: str = "") -> None:
    """Register an act that leaves one mark on each of its candidates."""

    def apply(state: State, act: Any, event: Event) -> State:
        said = getattr(act, outcome) if outcome else ""
        left = mark(event, said, getattr(act, note) if note else "")
        fields: dict[str, Any] = {name: left}
        return on_each(state, act.candidates, lambda one: changed(one, **fields))

    APPLIERS[kind] = apply
