"""What follows from the facts: each candidate's state, the phase, the counters, the flags."""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

from pixtui.domain.rules import StepPhase, StepRule
from pixtui.domain.session import Candidate, Incident, Interruption, State
from pixtui.domain.timing import real_end

CandidateState = Literal[
    "stopped",
    "finished",
    "interrupted",
    "running",
    "turned_away",
    "absent",
    "ready",
    "checked_in",
    "expected",
]
STATES: tuple[CandidateState, ...] = (
    "expected",
    "checked_in",
    "ready",
    "running",
    "interrupted",
    "finished",
    "stopped",
    "absent",
    "turned_away",
)
"""In the order of the day."""

Phase = Literal["before", "during", "end", "finalised", "purged"]
STEP_PHASES: tuple[StepPhase, ...] = ("before", "during", "end", "finalise")

Flag = Literal[
    "alert",
    "incident",
    "identity",
    "identity_doubt",
    "signed",
    "wrong_line",
    "sign_refused",
    "presence",
    "presence_expired",
    "late",
    "left_room",
    "moved",
    "overdue",
    "end_screen",
    "signed_out",
    "reason_candidate",
    "reason_technical",
    "extra_time",
    "entered",
    "certifiable",
    "not_certifiable",
]
FLAGS: tuple[Flag, ...] = Flag.__args__  # type: ignore[attr-defined]  # a Literal's own list

StepState = Literal["todo", "done", "deferred", "not_applicable"]


def candidate_state(state: State, candidate: Candidate) -> CandidateState:
    """The state of one candidate: the first that fits, in the order of the rules."""
    if candidate.end is not None:
        return "finished" if candidate.end.outcome == "candidate" else "stopped"
    if candidate.start is not None:
        return "interrupted" if open_interruptions(state, candidate.id) else "running"
    if candidate.turned_away is not None:
        return "turned_away"
    if candidate.absent is not None:
        return "absent"
    if candidate.ready is not None:
        return "ready"
    if candidate.identity is not None and candidate.identity.outcome == "ok":
        return "checked_in"
    return "expected"


def open_interruptions(state: State, candidate: str) -> list[Interruption]:
    """What holds a candidate up now."""
    return [one for one in state.holding_up(candidate) if one.open]


def open_room_interruptions(state: State) -> list[Interruption]:
    """The interruptions of the room, or of a part of it, that still go on."""
    return [one for one in state.interruptions if one.open and not one.own]


def counters(state: State) -> dict[str, int]:
    """How many candidates are in each state; the states add up to ``total``."""
    counts: dict[str, int] = dict.fromkeys(STATES, 0)
    for one in state.candidates.values():
        counts[candidate_state(state, one)] += 1
    return {**counts, "total": len(state.candidates)}


def phase(state: State) -> Phase:
    """Where the session is in its day."""
    if state.purged is not None:
        return "purged"
    if state.sealed is not None:
        return "finalised"
    states = [candidate_state(state, one) for one in state.candidates.values()]
    ended = any(one in ("finished", "stopped") for one in states)
    left = {"expected", "checked_in", "ready", "running", "interrupted"}
    if ended and not left.intersection(states):
        return "end"
    return "before" if state.began is None else "during"


def is_alert(state: State, incident: Incident) -> bool:
    """A problem on a question that only the invigilator space can lift, while it is open."""
    return (
        incident.closed is None and state.session.mode == "with-es" and _live(state, incident.code)
    )


def _live(state: State, code: str | None) -> bool:
    rule = state.rules.code(code) if code else None
    return rule is not None and rule.live


def alerts(state: State, candidate: str, at: dt.datetime | None = None) -> list[Incident]:
    """A candidate's alerts: those open now, or those that were open at that instant."""
    if state.session.mode != "with-es":
        return []
    return [
        one
        for one in incidents_of(state, candidate)
        if _live(state, one.code) and (one.closed is None if at is None else one.open_at(at))
    ]


def incidents_of(state: State, candidate: str) -> list[Incident]:
    """All incidents of a candidate, in order of entry."""
    return list(state.told.get(candidate, ()))


def concerned(state: State, incident: Incident) -> tuple[str, ...]:
    """Whom an incident is about: its candidate, else those whom it held up, where some only."""
    if incident.candidate is not None:
        return (incident.candidate,)
    for one in state.interruptions:
        if one.candidates and not one.own and one.span.began == incident.opened.at:
            return one.candidates
    return ()


def of_session(state: State, incident: Incident) -> bool:
    """Whether an incident belongs to one of the session's boxes rather than to a candidate."""
    return incident.candidate is None and "session_box" in destinations(state, incident)


def destinations(state: State, incident: Incident) -> tuple[str, ...]:
    """Where what an incident needs is handled (domain notes §6)."""
    rule = state.rules.situation(incident.situation) if incident.situation else None
    code = state.rules.code(incident.code) if incident.code else None
    if code is None:
        return rule.destinations if rule and rule.destinations else ("paper",)
    if code.live:
        by_code = ["live"] if state.session.mode == "with-es" else ["finalisation"]
    else:
        by_code = ["finalisation"] + (["fraud_form"] if code.fraud else [])
    more = [one for one in (rule.destinations if rule else ()) if one not in by_code]
    if code.live:
        more = [one for one in more if one not in ("live", "finalisation")]
    return (*by_code, *more)


def first_start(state: State) -> dt.datetime | None:
    """The session's first start."""
    return min((one.start.at for one in state.candidates.values() if one.start), default=None)


def presence_valid(state: State, candidate: Candidate, at: dt.datetime) -> bool:
    """Whether the presence confirmation holds at that instant."""
    presence = candidate.presence
    return presence is not None and at - presence.at < state.rules.windows.presence


def flags(state: State, candidate: Candidate, now: dt.datetime) -> list[Flag]:
    """Everything worth showing about a candidate, none hiding another."""
    end = real_end(state, candidate, now)
    identity = candidate.identity.outcome if candidate.identity else ""
    signature = candidate.signature.outcome if candidate.signature else ""
    reason = candidate.reason.outcome if candidate.reason else ""
    coming = candidate_state(state, candidate) in ("expected", "checked_in", "ready")
    waiting = coming and candidate.presence is not None
    known = candidate.certifiability
    holds: dict[Flag, bool] = {
        "alert": bool(alerts(state, candidate.id)),
        "incident": bool(incidents_of(state, candidate.id)),
        "identity": identity == "ok",
        "identity_doubt": identity == "doubt",
        "signed": signature in ("ok", "wrong_line"),
        "wrong_line": signature == "wrong_line",
        "sign_refused": signature == "refused",
        "presence": candidate.presence is not None,
        "presence_expired": waiting and not presence_valid(state, candidate, now),
        "late": candidate.arrived is not None,
        "left_room": candidate.out_of_room,
        "moved": bool(candidate.moves),
        "overdue": end is not None and candidate.end is None and now > end.at,
        "end_screen": candidate.end_screen is not None,
        "signed_out": candidate.signed_out is not None,
        "reason_candidate": reason == "candidate",
        "reason_technical": reason == "technical",
        "extra_time": bool(candidate.extra_time),
        "entered": candidate.entered is not None,
        "certifiable": known is not None and known.certifiable,
        "not_certifiable": known is not None and not known.certifiable,
    }
    return [flag for flag in FLAGS if holds[flag]]


# --- the steps of the procedure


def step_state(state: State, rule: StepRule) -> StepState:
    """Where a step stands: as declared, else done when all its items or its evidence are there."""
    record = state.steps.get(rule.id)
    if record is not None and record.choice != "todo":
        return record.choice
    ticked = set(record.items) if record else set()
    if rule.items and ticked.issuperset(rule.items):
        return "done"
    return "done" if proven(state, rule) else "todo"


def proven(state: State, rule: StepRule) -> bool:
    """Whether a step is done by facts alone: no tick makes it so, and none is to be taken back."""
    return not rule.items and bool(rule.evidence) and evidence(state, rule)


def evidence(state: State, rule: StepRule) -> bool:
    """Whether the facts that prove a step are all there; False where it has none."""
    here = list(state.candidates.values())
    started = [one for one in here if one.start is not None]
    waiting = [one for one in here if one.absent is None and one.turned_away is None]
    ended = bool(started) and all(one.end is not None for one in started)
    proofs: dict[str, bool] = {
        "candidates_added": bool(here),
        "certifiability_known": bool(here) and all(one.certifiability for one in here),
        "codes_set": state.codes.access_code is not None
        or (state.codes_set and (state.sealed is not None or state.codes_erased)),
        "number_known": state.details is not None and state.details.number is not None,
        "identities_checked": bool(waiting)
        and all(one.identity is not None and one.identity.outcome == "ok" for one in waiting),
        "attendance_signed": bool(waiting) and all(one.signature for one in waiting),
        "code_revealed": state.revealed is not None,
        "tests_ended": ended and phase(state) in ("end", "finalised"),
        "end_screens_seen": ended and all(one.end_screen for one in started),
        "signed_out": ended and all(one.signed_out for one in started),
        "pix_finalised": state.pix_finalised is not None,
    }
    return proofs.get(rule.evidence, False)


def steps(state: State) -> list[tuple[StepRule, StepState]]:
    """The steps of this session's mode with their states, in the order of the day."""
    if state.details is None:
        return []
    return [(rule, step_state(state, rule)) for rule in state.rules.steps_for(state.details.mode)]


def next_step(state: State) -> str | None:
    """The step that comes next: the first left to do, then what was put off; None at the end."""
    standing = [(rule, where) for rule, where in steps(state) if not rule.optional]
    if state.sealed is not None:
        standing = [one for one in standing if one[0].evidence == "pix_finalised"]
    return _first_left(standing)


def next_now(state: State) -> str | None:
    """The step to say and to go to next: once tests run, what is left of earlier phases waits.

    It is told by the finalising screen (``step_left``), and comes when nothing else is left.
    """
    if state.sealed is not None or first_start(state) is None:
        return next_step(state)
    begun = STEP_PHASES.index("end" if phase(state) == "end" else "during")
    current = [
        one
        for one in steps(state)
        if not one[0].optional and STEP_PHASES.index(one[0].phase) >= begun
    ]
    return _first_left(current) or next_step(state)


def _first_left(standing: Iterable[tuple[StepRule, StepState]]) -> str | None:
    """The first step left to do, then what was put off."""
    listed = list(standing)
    for wanted in ("todo", "deferred"):
        for rule, where in listed:
            if where == wanted:
                return rule.id
    return None
