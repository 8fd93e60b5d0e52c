"""Deciding about candidates: coming in and the test, one rule for each act."""

from collections.abc import Callable, Iterable

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.decide.asking import (
    DECIDERS,
    Asked,
    about,
    accept,
    decides,
    full_name,
    instant,
)
from pixtui.domain.derive import (
    alerts,
    first_start,
    open_interruptions,
    open_room_interruptions,
)
from pixtui.domain.outcome import Decision, Finding, Param, Refusal
from pixtui.domain.session import Candidate
from pixtui.domain.timing import interruptions_of

Verdict = Refusal | list[Finding]
"""About one candidate: a refusal, or what to warn of."""
Judge = Callable[[Asked, c.OnCandidates, Candidate], Verdict]


def _each(kind: type[c.OnCandidates], judge: Judge) -> None:
    """Register an act that is judged candidate by candidate: all or none."""

    def decide_all(asked: Asked, act: c.OnCandidates) -> Decision:
        warnings = judge_all(asked, act, judge)
        return warnings if isinstance(warnings, Refusal) else accept(act, *warnings)

    DECIDERS[kind] = decide_all


def judge_all(asked: Asked, act: c.OnCandidates, judge: Judge) -> Verdict:
    """The warnings about all candidates of an act, or the first refusal."""
    warnings: list[Finding] = []
    for one in asked.people(act.candidates):
        verdict = judge(asked, act, one)
        if isinstance(verdict, Refusal):
            return verdict
        warnings += verdict
    return warnings


def _warn(one: Candidate, **codes: object) -> list[Finding]:
    return [about(code, one) for code, holds in codes.items() if holds]


def _not_here(one: Candidate) -> list[Finding]:
    return _warn(one, marked_absent=one.absent, turned_away=one.turned_away)


# --- coming in


def _check_identity(_asked: Asked, act: c.OnCandidates, one: Candidate) -> Verdict:
    doubt = isinstance(act, c.CheckIdentity) and act.outcome == "doubt"
    return _not_here(one) + _warn(one, identity_doubt=doubt)


def _sign(_asked: Asked, act: c.OnCandidates, one: Candidate) -> Verdict:
    wrong = isinstance(act, c.Sign) and act.outcome != "ok"
    return _not_here(one) + _warn(one, c4_to_report=wrong)


def _confirm_presence(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start:
        return asked.wrong_state(one)
    unchecked = one.identity is None or one.identity.outcome != "ok"
    return _not_here(one) + _warn(one, identity_missing=unchecked)


def _cancel_presence(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start or one.presence is None:
        return asked.wrong_state(one)
    return asked.wrong_order(one.presence.at, one) if asked.at < one.presence.at else []


def _mark_ready(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start:
        return asked.wrong_state(one)
    return _not_here(one) + _warn(one, identity_missing=one.identity is None, already=one.ready)


def _mark_absent(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start:
        return asked.wrong_state(one)
    return _warn(one, was_here=one.identity or one.signature or one.presence or one.ready)


def _arrive(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start:
        return asked.wrong_state(one)
    if one.absent and asked.at < one.absent.at:
        return asked.wrong_order(one.absent.at, one)
    return _warn(one, turned_away=one.turned_away)


def _turn_away(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    return asked.wrong_state(one) if one.start else []


_each(c.CheckIdentity, _check_identity)
_each(c.Sign, _sign)
_each(c.ConfirmPresence, _confirm_presence)
_each(c.CancelPresence, _cancel_presence)
_each(c.MarkReady, _mark_ready)
_each(c.MarkAbsent, _mark_absent)
_each(c.Arrive, _arrive)
_each(c.TurnAway, _turn_away)


@decides(c.RevealCode)
def _reveal_code(asked: Asked, act: c.RevealCode) -> Decision:
    state = asked.state
    with_es = state.session.mode == "with-es"
    waited_for = [
        full_name(one)
        for one in state.candidates.values()
        if not (one.absent or one.turned_away or one.start)
        and (one.ready is None or (with_es and one.presence is None))
    ]
    if waited_for and not act.override and state.revealed is None:
        return Refusal("not_all_ready", {"names": tuple(waited_for)})
    unset = [] if state.codes.access_code else [Finding("code_not_set")]
    return accept(act, *unset)


# --- the test


def _start(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    state = asked.state
    held = any(
        room.concerns(one.id) and asked.at >= room.span.began
        for room in open_room_interruptions(state)
    )
    if one.start or one.end or one.absent or one.turned_away:
        return asked.wrong_state(one)
    if held:
        return asked.wrong_room("room_interrupted", one)
    gate = _presence_gate(asked, one) if state.session.mode == "with-es" else None
    gate = gate or _start_window(asked)
    if gate is not None:
        return gate
    identity = one.identity is None or one.identity.outcome != "ok"
    closed = state.revealed is None
    signed = one.signature is not None
    return _warn(one, identity_missing=identity, not_signed=not signed, code_not_revealed=closed)


def _presence_gate(asked: Asked, one: Candidate) -> Refusal | None:
    minutes = asked.state.rules.windows.presence_minutes
    params: dict[str, Param] = {"name": full_name(one), "minutes": minutes}
    if one.presence is None:
        return Refusal("presence_expired", {**params, "confirmed": ""})
    if asked.at < one.presence.at:
        return asked.wrong_order(one.presence.at, one)
    if asked.at - one.presence.at >= asked.state.rules.windows.presence:
        return Refusal("presence_expired", {**params, "confirmed": instant(one.presence.at)})
    return None


def _start_window(asked: Asked) -> Refusal | None:
    first = first_start(asked.state)
    windows = asked.state.rules.windows
    if first is None or asked.at - first <= windows.start:
        return None
    params: dict[str, Param] = {
        "first_start": instant(first),
        "hours": windows.start_hours,
    }
    return Refusal("start_window_closed", params)


def _own_open(asked: Asked, one: Candidate) -> bool:
    return any(held.own for held in open_interruptions(asked.state, one.id))


def _before_cause(asked: Asked, one: Candidate) -> Refusal | None:
    """A fact of the test comes after the start and after its own earlier interruptions."""
    edges = [one.start.at] if one.start else []
    for held in interruptions_of(asked.state, one.id):
        if held.own:
            edges += [held.span.ended or held.span.began]
    late = [edge for edge in edges if asked.at < edge]
    return asked.wrong_order(max(late), one) if late else None


def _under_way(asked: Asked, one: Candidate) -> Refusal | None:
    if one.start is None or one.end is not None:
        return asked.wrong_state(one)
    return _before_cause(asked, one)


@decides(c.Interrupt)
def _interrupt(asked: Asked, act: c.Interrupt) -> Decision:
    def judge(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
        if _own_open(asked, one):
            return asked.wrong_state(one)
        return _under_way(asked, one) or []

    warnings = judge_all(asked, act, judge)
    if isinstance(warnings, Refusal):
        return warnings
    ids = next_interruptions(asked, len(act.candidates))
    given_back = given_back_for(asked, act.cause, act.given_back)
    made = ids[0] if len(ids) == 1 else None
    warnings = [*warnings, *_cause_doubt(asked, act.cause)]
    return accept(changed(act, ids=ids, given_back=given_back), *warnings, made=made)


def _cause_doubt(asked: Asked, cause: str) -> list[Finding]:
    """That the rules do not know a cause: free words are kept, a slip of the pen is noticed."""
    known = [one.id for one in asked.state.rules.causes]
    return [] if cause in known else [Finding("cause_unknown", params={"cause": cause})]


def next_interruptions(asked: Asked, count: int) -> tuple[str, ...]:
    """Fresh ids for so many interruptions."""
    first = asked.state.made.interruptions + 1
    return tuple(f"x{number}" for number in range(first, first + count))


def given_back_for(asked: Asked, cause: str, said: bool | None) -> bool:
    """Whether the minutes are owed: as said, else as the rules have it for that cause."""
    return asked.state.rules.gives_back(cause) if said is None else said


def _resume(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start is None or one.end is not None or not _own_open(asked, one):
        return asked.wrong_state(one)
    early = _before_cause(asked, one)
    if early is not None:
        return early
    open_alerts = alerts(asked.state, one.id, asked.at)
    if open_alerts:
        incident = open_alerts[0]
        params: dict[str, Param] = {
            "name": full_name(one),
            "incident": incident.id,
            "code": incident.code,
        }
        return Refusal("alert_open", params)
    return _warn(one, resume_window=asked.at - one.start.at > asked.state.rules.windows.resume)


def _leave_room(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start is None or one.end is not None or one.out_of_room:
        return asked.wrong_state(one)
    edges = [one.start.at, *(span.ended for span in one.away if span.ended)]
    late = [edge for edge in edges if asked.at < edge]
    return asked.wrong_order(max(late), one) if late else []


def _return_to_room(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if not one.out_of_room:
        return asked.wrong_state(one)
    left = one.away[-1].began
    return asked.wrong_order(left, one) if asked.at < left else []


def _finish(asked: Asked, act: c.OnCandidates, one: Candidate) -> Verdict:
    wrong = _under_way(asked, one)
    if wrong is not None:
        return wrong
    by_candidate = isinstance(act, c.Finish) and act.how == "candidate"
    return _warn(
        one,
        alert_open=alerts(asked.state, one.id),
        still_interrupted=by_candidate and open_interruptions(asked.state, one.id),
        left_room=one.out_of_room,
    )


def _give_reason(asked: Asked, act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start is None:
        return asked.wrong_state(one)
    if one.end is None:
        if asked.state.session.mode == "with-es":
            return asked.wrong_state(one)
        return _before_cause(asked, one) or []
    if one.end.outcome == "candidate":
        return asked.wrong_state(one)
    if asked.at < one.end.at:
        return asked.wrong_order(one.end.at, one)
    other = one.reason and isinstance(act, c.GiveReason) and one.reason.outcome != act.reason
    return _warn(one, reason_changed=other)


def _after_start(asked: Asked, _act: c.OnCandidates, one: Candidate) -> Verdict:
    if one.start is None:
        return asked.wrong_state(one)
    if asked.at < one.start.at:
        return asked.wrong_order(one.start.at, one)
    return _warn(one, not_finished=one.end is None)


def _free(_asked: Asked, _act: c.OnCandidates, _one: Candidate) -> Verdict:
    return []


_each(c.Start, _start)
_each(c.Resume, _resume)
_each(c.LeaveRoom, _leave_room)
_each(c.ReturnToRoom, _return_to_room)
_each(c.Finish, _finish)
_each(c.GiveReason, _give_reason)
_each(c.SeeEndScreen, _after_start)
_each(c.SignOut, _after_start)
_each(c.RecordEntered, _free)
_each(c.RollCall, _free)


@decides(c.ChangeWorkstation)
def _change_workstation(asked: Asked, act: c.ChangeWorkstation) -> Decision:
    taken = [
        about("workstation_taken", other, workstation=act.to)
        for other in asked.state.candidates.values()
        if other.workstation == act.to and other.id not in act.candidates and other.end is None
    ]
    return accept(act, *taken)


# --- the room


@decides(c.InterruptRoom)
def _interrupt_room(asked: Asked, act: c.InterruptRoom) -> Decision:
    state = asked.state
    for held in open_room_interruptions(state):
        same = held.candidates is None or (
            act.candidates is not None and set(act.candidates) & set(held.candidates)
        )
        if same:
            return asked.wrong_room("room_interrupted")
    made = next_interruptions(asked, 1)[0]
    given_back = given_back_for(asked, act.cause, act.given_back)
    doubt = _cause_doubt(asked, act.cause)
    return accept(changed(act, id=made, given_back=given_back), *doubt, made=made)


@decides(c.ResumeRoom)
def _resume_room(asked: Asked, act: c.ResumeRoom) -> Decision:
    ending = [
        one for one in open_room_interruptions(asked.state) if act.interruption in (None, one.id)
    ]
    if not ending:
        return asked.wrong_room("room_going_on")
    latest = max(one.span.began for one in ending)
    if asked.at < latest:
        return asked.wrong_order(latest)
    held = tuple(one.id for one in _held_back(asked, [one.id for one in ending]))
    warnings = [about("alert_open", one) for one in asked.people(held)]
    owed = tuple(one for one in held if not _own_open(asked, asked.state.candidates[one]))
    ids = next_interruptions(asked, len(owed))
    return accept(changed(act, held=owed, held_ids=ids), *warnings)


def _held_back(asked: Asked, ending: Iterable[str]) -> Iterable[Candidate]:
    ids = set(ending)
    for one in asked.state.candidates.values():
        under_way = one.start is not None and one.end is None
        concerned = any(held.id in ids for held in open_interruptions(asked.state, one.id))
        if under_way and concerned and alerts(asked.state, one.id, asked.at):
            yield one
