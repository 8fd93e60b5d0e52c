"""What stands between a session and its seal, and what deserves attention meanwhile.

Blockers can never be overridden: Pix itself would refuse (domain notes §6). A hole needs its
reason. A warning asks for attention and stops nothing.
"""

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from pixtui.domain.derive import (
    alerts,
    candidate_state,
    concerned,
    first_start,
    incidents_of,
    of_session,
    open_room_interruptions,
    presence_valid,
    steps,
)
from pixtui.domain.names import lossy_letters
from pixtui.domain.outcome import Finding
from pixtui.domain.session import Candidate, State
from pixtui.domain.timing import real_end

BLOCKERS = ("running", "interrupted", "no_reason", "nobody_started", "still_expected")
HOLES = (
    "identity_not_checked",
    "not_signed",
    "end_screen_not_seen",
    "not_signed_out",
    "absent_but_here",
    "incident_open",
    "room_interruption_open",
    "step_left",
)


TOLD_BY_NAME = (
    "pix_finalised",
    "identities_checked",
    "attendance_signed",
    "tests_ended",
    "end_screens_seen",
    "signed_out",
)
"""The evidence whose holes are told candidate by candidate, or that comes after the seal."""


def _of(code: str, one: Candidate, **params: str) -> Finding:
    name = f"{one.last_name} {one.first_name}"
    return Finding(code, candidate=one.id, params={"name": name, **params})


def blockers(state: State, now: dt.datetime) -> list[Finding]:
    """What makes finalising impossible, person by person."""
    if state.details is None or state.sealed is not None:
        return []
    found: list[Finding] = []
    for one in state.candidates.values():
        standing = candidate_state(state, one)
        if standing in ("running", "interrupted"):
            end = real_end(state, one, now)
            found.append(_of(standing, one, end=end.at.isoformat() if end else ""))
        elif standing == "stopped" and one.reason is None:
            found.append(_of("no_reason", one))
        elif standing in ("expected", "checked_in", "ready"):
            found.append(_of("still_expected", one, state=standing))
    if not any(one.start for one in state.candidates.values()):
        found.append(Finding("nobody_started"))
    return found


def holes(state: State) -> list[Finding]:
    """What is missing for a complete record; each needs a reason to be left open."""
    if state.details is None or state.sealed is not None:
        return []
    found = [hole for one in state.candidates.values() for hole in _holes_of(one)]
    for incident in state.incidents.values():
        if incident.closed is None:
            known = state.candidates.get(incident.candidate or "")
            params = {
                "incident": incident.id,
                "name": f"{known.last_name} {known.first_name}" if known else "",
            }
            found.append(Finding("incident_open", incident.candidate, params, incident.id))
    for held in open_room_interruptions(state):
        params = {"cause": held.cause}
        found.append(Finding("room_interruption_open", None, params, held.id))
    for rule, standing in steps(state):
        left = standing in ("todo", "deferred") and not rule.optional
        if left and rule.evidence not in TOLD_BY_NAME:
            found.append(Finding("step_left", None, {"step": rule.id}, rule.id))
    return found


def _holes_of(one: Candidate) -> Iterator[Finding]:
    if one.absent is not None and _shown_here(one):
        yield _of("absent_but_here", one)
    if one.start is None:
        return
    if one.identity is None or one.identity.outcome != "ok":
        yield _of("identity_not_checked", one)
    if one.signature is None or one.signature.outcome == "refused":
        yield _of("not_signed", one)
    if one.end_screen is None:
        yield _of("end_screen_not_seen", one)
    if one.signed_out is None:
        yield _of("not_signed_out", one)


def _shown_here(one: Candidate) -> bool:
    """Whether the paper or the invigilator space says that a candidate was in the room."""
    signed = one.signature is not None and one.signature.outcome == "ok"
    return signed or one.presence is not None


def warnings(state: State, now: dt.datetime) -> list[Finding]:
    """What deserves attention now."""
    if state.details is None or state.sealed is not None:
        return []
    found = [Finding("no_number")] if state.details.number is None else []
    seats: dict[str, Candidate] = {}
    for one in state.candidates.values():
        found += _warnings_of(state, one, now)
        other = seats.setdefault(one.seat, one) if one.seat else one
        if other is not one and one.seat:
            name = f"{other.last_name} {other.first_name}"
            found.append(_of("seat_shared", one, seat=one.seat, other=name))
    for incident in state.incidents.values():
        rule = state.rules.code(incident.code) if incident.code else None
        known = state.candidates.get(incident.candidate or "")
        if rule and rule.question and incident.question is None:
            name = f"{known.last_name} {known.first_name}" if known else ""
            params = {"name": name, "code": rule.code}
            found.append(Finding("question_missing", incident.candidate, params, incident.id))
        if rule and rule.described and not incident.note.strip():
            name = f"{known.last_name} {known.first_name}" if known else ""
            params = {"name": name, "code": rule.code}
            found.append(Finding("description_missing", incident.candidate, params, incident.id))
        if rule and not concerned(state, incident) and not of_session(state, incident):
            found.append(Finding("candidate_missing", None, {"code": rule.code}, incident.id))
    told = [one.id for one in state.incidents.values() if of_session(state, one)]
    if told and not state.has_incident:
        found.append(Finding("box_empty", None, {"incident": ", ".join(told)}, "has_incident"))
    return found


def _warnings_of(state: State, one: Candidate, now: dt.datetime) -> Iterator[Finding]:
    codes = {incident.code for incident in incidents_of(state, one.id)}
    signature = one.signature.outcome if one.signature else ""
    if signature in ("wrong_line", "refused") and "C4" not in codes:
        yield _of("c4_to_report", one)
    if one.identity is not None and one.identity.outcome == "doubt":
        yield _of("identity_doubt", one)
    lost = lossy_letters(one.last_name + one.first_name)
    if lost and one.start is None:
        yield _of("letters_pix_drops", one, letters=" ".join(lost))
    coming = candidate_state(state, one) in ("expected", "checked_in", "ready")
    if coming and one.presence and not presence_valid(state, one, now):
        yield _of("presence_expired", one)
    if alerts(state, one.id):
        yield _of("alert_open", one)
    end = real_end(state, one, now)
    if end is not None and one.end is None and now > end.at:
        yield _of("still_running", one, end=end.at.isoformat())


@frozen
class Deadline:
    """Something the clock will bring."""

    at: dt.datetime
    code: str
    candidate: str | None = None


DEADLINES = ("end", "presence_expires", "alert_too_long", "start_window", "resume_window")


def deadlines(state: State, now: dt.datetime) -> list[Deadline]:
    """What comes next by the clock, the soonest first; what is overdue comes before."""
    if state.details is None or state.sealed is not None:
        return []
    windows = state.rules.windows
    found: list[Deadline] = []
    coming = False
    for one in state.candidates.values():
        standing = candidate_state(state, one)
        end = real_end(state, one, now)
        if end is not None and standing in ("running", "interrupted"):
            found.append(Deadline(end.at, "end", one.id))
            found += [
                Deadline(incident.opened.at + windows.alert, "alert_too_long", one.id)
                for incident in alerts(state, one.id)
            ]
        if standing == "interrupted" and one.start is not None:
            found.append(Deadline(one.start.at + windows.resume, "resume_window", one.id))
        if standing in ("expected", "checked_in", "ready"):
            coming = True
            if one.presence is not None:
                found.append(
                    Deadline(one.presence.at + windows.presence, "presence_expires", one.id)
                )
    first = first_start(state)
    if first is not None and coming:
        found.append(Deadline(first + windows.start, "start_window"))
    return sorted(found, key=lambda one: (one.at, one.code, one.candidate or ""))
