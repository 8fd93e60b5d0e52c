"""Acts about the list, and about coming in."""

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.evolve.registry import (
    applies,
    field_names,
    fields_set,
    leaves_mark,
    mark,
    on_each,
)
from pixtui.domain.history import Event
from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Candidate, Certifiability, State

leaves_mark(c.CheckIdentity, "identity", outcome="outcome")
leaves_mark(c.Sign, "signature", outcome="outcome")
leaves_mark(c.ConfirmPresence, "presence")
leaves_mark(c.MarkReady, "ready")
leaves_mark(c.MarkAbsent, "absent")
leaves_mark(c.TurnAway, "turned_away", outcome="reason", note="decided_by")
leaves_mark(c.Start, "start")
leaves_mark(c.SeeEndScreen, "end_screen")
leaves_mark(c.SignOut, "signed_out")
leaves_mark(c.RecordEntered, "entered")


def _candidate(row: c.NewCandidate) -> Candidate:
    return Candidate(**{name: getattr(row, name) for name in field_names(c.NewCandidate)})


@applies(c.ImportCandidates)
def _imported(state: State, act: c.ImportCandidates, _event: Event) -> State:
    people = dict(state.candidates)
    for update in act.updates:
        for key in people.keys() & set(update.candidates):
            people[key] = _edited(people[key], update)
    for known in act.certifiability:
        for key in people.keys() & set(known.candidates):
            people[key] = _certifiable(people[key], known)
    people |= {row.id: _candidate(row) for row in act.candidates if row.id}
    return changed(state, candidates=people)


def _edited(one: Candidate, act: c.EditCandidate) -> Candidate:
    return changed(one, **fields_set(act, field_names(CandidateFields)))


def _certifiable(one: Candidate, act: c.RecordCertifiability) -> Candidate:
    known = Certifiability(
        certifiable=act.certifiable,
        competences=act.competences,
        as_of=act.as_of,
        nearest=act.nearest,
    )
    return changed(one, certifiability=known)


@applies(c.AddCandidate)
def _added(state: State, act: c.AddCandidate, _event: Event) -> State:
    added = _candidate(act)
    return changed(state, candidates={**state.candidates, added.id: added})


@applies(c.EditCandidate)
def _candidate_edited(state: State, act: c.EditCandidate, _event: Event) -> State:
    return on_each(state, act.candidates, lambda one: _edited(one, act))


@applies(c.RemoveCandidate)
def _removed(state: State, act: c.RemoveCandidate, _event: Event) -> State:
    left = {key: one for key, one in state.candidates.items() if key not in act.candidates}
    return changed(state, candidates=left)


@applies(c.RecordCertifiability)
def _certifiability_recorded(state: State, act: c.RecordCertifiability, _event: Event) -> State:
    return on_each(state, act.candidates, lambda one: _certifiable(one, act))


@applies(c.CancelPresence)
def _presence_cancelled(state: State, act: c.CancelPresence, _event: Event) -> State:
    return on_each(state, act.candidates, lambda one: changed(one, presence=None))


@applies(c.Arrive)
def _arrived(state: State, act: c.Arrive, event: Event) -> State:
    left = mark(event)
    return on_each(
        state,
        act.candidates,
        lambda one: changed(one, arrived=left, absent=None, turned_away=None),
    )


@applies(c.RevealCode)
def _revealed(state: State, act: c.RevealCode, event: Event) -> State:
    if state.revealed is not None:
        return state
    return changed(state, revealed=mark(event, note=act.override or ""))
