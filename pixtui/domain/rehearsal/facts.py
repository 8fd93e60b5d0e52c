"""What was declared, looked for in the record: whatever holds, the facts of incidents too."""

import datetime as dt
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from pixtui.domain.commands import (
    UNSET,
    Act,
    AddCandidate,
    AmendIncident,
    CloseIncident,
    Finalise,
    InterruptRoom,
    LogIncident,
    MarkAbsent,
    OnCandidates,
    RecordPixFinalised,
    SetSessionBox,
    SetStep,
)
from pixtui.domain.evolve.registry import field_names, fields_set
from pixtui.domain.history import Event, effective
from pixtui.domain.rehearsal.scenario import SOMETHING, Fact, Scenario, Value

STANDING = frozenset(
    one.NAME for one in (Finalise, MarkAbsent, RecordPixFinalised, SetSessionBox, SetStep)
)
"""What needs no doing again where it was done already: it stands, and often cannot be repeated."""


@frozen(kw_only=True)
class Declared:
    """One fact of the record that holds."""

    seq: int
    recorded: dt.datetime
    """When it was declared: what a rehearsal goes by, since the keyboard is all that acts."""
    name: str
    act: Act | None
    """None once the seal has erased its content, as that of the codes."""
    about: tuple[str, ...]
    """The candidates it names; nobody where it is about the room."""
    said_again: bool = False
    """Whether it is an incident as it reads once it was said better: no other act."""


def declared(history: Sequence[Event]) -> list[Declared]:
    """Every fact that holds, in the order of the record."""
    return list(_facts(effective(history)))


def _facts(events: Sequence[Event]) -> Iterator[Declared]:
    logged: dict[str, LogIncident] = {}
    for event in events:
        if event.act is None:
            yield Declared(
                seq=event.seq, recorded=event.recorded, name=event.type, act=None, about=()
            )
            continue
        acts = [event.act]
        if isinstance(event.act, LogIncident):
            logged[event.act.id or ""] = event.act
            acts += [fact.act for fact in event.act.facts]
        for act in acts:
            about = _named(act)
            if isinstance(act, (CloseIncident, AmendIncident)):
                about = _named(logged[act.incident]) if act.incident in logged else about
            yield Declared(
                seq=event.seq, recorded=event.recorded, name=act.NAME, act=act, about=about
            )
            if isinstance(act, AmendIncident) and act.incident in logged:
                better = logged[act.incident] = _amended(logged[act.incident], act)
                yield Declared(
                    seq=event.seq, recorded=event.recorded, name=better.NAME, act=better,
                    about=_named(better), said_again=True,
                )  # fmt: skip


def _amended(incident: LogIncident, act: AmendIncident) -> LogIncident:
    """The incident as it reads from then on."""
    names = [name for name in field_names(AmendIncident) if name != "incident"]
    return evolve(incident, **fields_set(act, names))


def fits(scenario: Scenario, fact: Fact, one: Declared) -> bool:
    """Whether what was declared is the fact looked for."""
    if one.name not in fact.commands:
        return False
    if fact.candidate is not None and scenario.candidate(fact.candidate) not in one.about:
        return False
    if one.act is None:
        return True  # that it was said is all that is known
    return all(_says(getattr(one.act, name, None), value) for name, value in fact.fields.items())


def _named(act: Act) -> tuple[str, ...]:
    if isinstance(act, OnCandidates):
        return act.candidates
    if isinstance(act, InterruptRoom):
        return act.candidates or ()
    if isinstance(act, AddCandidate):
        return (act.id,) if act.id else ()
    candidate = getattr(act, "candidate", None)
    return (candidate,) if isinstance(candidate, str) else ()


def _says(found: object, wanted: Value) -> bool:
    if wanted == SOMETHING:
        return found is not UNSET and found not in (None, "", ())
    return found == wanted


def first(
    scenario: Scenario, facts: Sequence[Fact], among: Sequence[Declared], since: dt.datetime
) -> Declared | None:
    """The first of these facts that was declared from that instant on."""
    found = (
        one
        for one in among
        if one.recorded >= since and any(fits(scenario, fact, one) for fact in facts)
    )
    return next(found, None)


def met(
    scenario: Scenario, facts: Sequence[Fact], among: Sequence[Declared], since: dt.datetime
) -> Declared | None:
    """The first of these facts declared from that instant on, else the one that stood by then.

    A tick or a box that somebody put otherwise afterwards does not stand.
    """
    holding: list[Declared] = []
    for one in among:
        if any(fits(scenario, fact, one) for fact in facts):
            holding.append(one)
        elif (subject := _subject(one)) is not None:
            holding = [other for other in holding if _subject(other) != subject]
    later = next((one for one in holding if one.recorded >= since), None)
    stood = [one for one in holding if one.recorded < since and one.name in STANDING]
    return stood[-1] if stood else later


def _subject(one: Declared) -> tuple[str, str | None] | None:
    """What a later declaration of the same thing puts otherwise; None where none does."""
    if isinstance(one.act, SetStep):
        return one.act.step, one.act.item
    if isinstance(one.act, SetSessionBox):
        return one.act.box, None
    return None
