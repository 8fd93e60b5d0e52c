"""What every decision is made of: the question asked, and the registry of who answers."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

from attrs import frozen

from pixtui.domain import commands as c
from pixtui.domain.commands import Act, Command
from pixtui.domain.derive import candidate_state
from pixtui.domain.evolve import evolve
from pixtui.domain.history import Event
from pixtui.domain.outcome import Accepted, Decision, Finding, Param, Refusal
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import label_problem

A = TypeVar("A", bound=Act)
Decider = Callable[["Asked", Any], Decision]
DECIDERS: dict[type[Act], Decider] = {}


@frozen
class Asked:
    """A command before the session as it stands."""

    state: State
    command: Command
    now: dt.datetime

    @property
    def at(self) -> dt.datetime:
        """When the fact happened."""
        return self.command.at

    def people(self, ids: tuple[str, ...]) -> list[Candidate]:
        """The candidates of an act; ``decide`` has checked that they exist."""
        return [self.state.candidates[one] for one in ids]

    def wrong_state(self, one: Candidate) -> Refusal:
        """The refusal of an act that this candidate's state makes impossible."""
        return Refusal(
            "wrong_state",
            {
                "name": full_name(one),
                "state": candidate_state(self.state, one),
                "act": self.command.act.NAME,
            },
        )

    def wrong_room(self, room: str, one: Candidate | None = None) -> Refusal:
        """The refusal of an act that the room's state (interrupted or not) makes impossible."""
        name = full_name(one) if one else ""
        params = {"name": name, "state": room, "act": self.command.act.NAME, "variant": room}
        return Refusal("wrong_state", params)

    def wrong_order(self, cause_at: dt.datetime, one: Candidate | None = None) -> Refusal:
        """The refusal of a fact dated before what makes it possible."""
        return Refusal(
            "wrong_order",
            {
                "name": full_name(one) if one else "",
                "act": self.command.act.NAME,
                "at": instant(self.at),
                "cause_at": instant(cause_at),
            },
        )


def decides(kind: type[A]) -> Callable[[Callable[[Asked, A], Decision]], Decider]:
    """Register who decides about one act."""

    def register(decider: Callable[[Asked, A], Decision]) -> Decider:
        DECIDERS[kind] = decider
        return decider

    return register


def full_name(one: Candidate) -> str:
    """How a sentence names a candidate."""
    return f"{one.last_name} {one.first_name}"


def instant(at: dt.datetime) -> str:
    """An instant as a parameter: ISO 8601 with its offset."""
    return at.isoformat()


def about(code: str, one: Candidate, /, **params: Param) -> Finding:
    """A finding about one candidate."""
    return Finding(code, candidate=one.id, params={"name": full_name(one), **params})


def accept(act: Act, *warnings: Finding, made: str | None = None) -> Accepted:
    """The acceptance of an act."""
    return Accepted(act, tuple(warnings), made)


# --- the same questions before every act

AFTER_SEAL = (
    c.Annex,
    c.RecordEntered,
    c.RecordPixFinalised,
    c.Hold,
    c.Release,
    c.Purge,
)
ONLY_AFTER_SEAL = (c.Annex, c.RecordEntered, c.RecordPixFinalised)


def answer(state: State, command: Command, now: dt.datetime) -> Decision:
    """The decision about one command; the facts of an incident come through here too."""
    wrong = _gate(state, command, now)
    if wrong is not None:
        return wrong
    return DECIDERS[type(command.act)](Asked(state, command, now), command.act)


def _gate(state: State, command: Command, now: dt.datetime) -> Refusal | None:
    act = command.act
    if state.purged is not None:
        return Refusal("purged", {"at": instant(state.purged.at)})
    if state.details is None and not isinstance(act, c.CreateSession):
        return Refusal("no_session")
    if state.details is not None and isinstance(act, c.CreateSession):
        return Refusal("session_exists")
    if state.sealed is not None and not isinstance(act, AFTER_SEAL):
        return Refusal("sealed", {"at": instant(state.sealed.at)})
    if state.sealed is None and isinstance(act, ONLY_AFTER_SEAL):
        return Refusal("not_sealed", {"act": act.NAME})
    problem = label_problem(command.by)
    if problem is not None:
        return Refusal("text_invalid", {"field": "by", "problem": problem})
    if command.at > now:
        return Refusal("in_future", {"at": instant(command.at), "now": instant(now)})
    return _unknown_people(state, act)


def _unknown_people(state: State, act: Act) -> Refusal | None:
    named: tuple[str, ...] = ()
    if isinstance(act, (c.OnCandidates, c.InterruptRoom)):
        named = act.candidates or ()
        if act.candidates is not None and not named:
            return Refusal("malformed", {"what": "candidates"})
        if len(set(named)) != len(named):
            return Refusal("malformed", {"what": "candidates", "variant": "twice"})
    elif isinstance(act, c.Annex) and act.candidate:
        named = (act.candidate,)
    for one in named:
        if one not in state.candidates:
            return Refusal("unknown_candidate", {"candidate": one, "variant": "gone"})
    return None


def imagined(state: State, command: Command, now: dt.datetime) -> State:
    """The session as it would be after a command, for what is asked next."""
    event = Event(
        seq=len(state.history) + 1,
        recorded=now,
        at=command.at,
        by=command.by,
        type=command.act.NAME,
        act=command.act,
    )
    return evolve(state, event)
