"""``status``: the session as it stands, for a script and for a person."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from pixtui.domain.checks import blockers, deadlines, holes, warnings
from pixtui.domain.derive import (
    candidate_state,
    counters,
    destinations,
    flags,
    next_step,
    phase,
    steps,
)
from pixtui.domain.outcome import Finding
from pixtui.domain.secrets import MASK as MASK
from pixtui.domain.session import Candidate, State
from pixtui.domain.timing import real_end
from pixtui.store.codec import JsonObject, plain
from pixtui.wording.catalogue import Words
from pixtui.wording.sentences import end_sentence, finding_sentence
from pixtui.wording.when import iso


@frozen
class Heads:
    """The hashes that name a history: the seal's (or the newest's), and the newest entry's."""

    head: str | None
    last: str | None


def status(state: State, now: dt.datetime, words: Words, heads: Heads) -> JsonObject:
    """The whole status as JSON; codes masked, times in the session's zone."""
    mode = state.details.mode if state.details else None
    return {
        "format": "pixtui-session",
        "session": _session(state),
        "phase": phase(state),
        "mode": mode,
        "counters": counters(state),
        "steps": _steps(state),
        "next": next_step(state),
        "candidates": [_candidate(state, one, now, words) for one in state.candidates.values()],
        "interruptions": _interruptions(state),
        "incidents": _incidents(state),
        "blockers": findings(blockers(state, now), state, words),
        "holes": findings(holes(state), state, words),
        "warnings": findings(warnings(state, now), state, words),
        "deadlines": [
            {"at": iso(state, one.at), "code": one.code, "candidate": one.candidate}
            for one in deadlines(state, now)
        ],
        "head": heads.head,
        "last": heads.last,
    }


def findings(found: Iterable[Finding], state: State, words: Words) -> list[JsonObject]:
    """Findings as JSON: code, candidate, what they are about, and a sentence."""
    return [
        {
            "code": one.code,
            "candidate": one.candidate,
            **({"subject": one.subject} if one.subject else {}),
            "message": finding_sentence(words, one, state),
        }
        for one in found
    ]


def _session(state: State) -> JsonObject:
    if state.details is None:
        return {}
    names = [one.name for one in state.details.__attrs_attrs__]
    fields = {name: plain(getattr(state.details, name)) for name in names}
    return {
        **fields,
        "access_code": MASK if state.codes.access_code else None,
        "invigilator_password": MASK if state.codes.invigilator_password else None,
        "code_revealed": state.revealed is not None,
        "has_incident": state.has_incident,
        "has_joining_issue": state.has_joining_issue,
        "sealed": iso(state, state.sealed.at) if state.sealed else None,
        "pix_finalised": iso(state, state.pix_finalised.at) if state.pix_finalised else None,
        "on_hold": state.hold is not None,
    }


def _steps(state: State) -> list[JsonObject]:
    listed = []
    for rule, standing in steps(state):
        record = state.steps.get(rule.id)
        ticked = record.items if record else {}
        listed.append(
            {
                "id": rule.id,
                "phase": rule.phase,
                "state": standing,
                "optional": rule.optional,
                "items": {item: item in ticked for item in rule.items},
                "reason": record.reason if record else None,
            }
        )
    return listed


def _candidate(state: State, one: Candidate, now: dt.datetime, words: Words) -> JsonObject:
    end = real_end(state, one, now)
    return {
        "id": one.id,
        "last_name": one.last_name,
        "first_name": one.first_name,
        "birthdate": plain(one.birthdate),
        "class": one.class_name,
        "external_id": one.external_id,
        "seat": one.seat,
        "workstation": one.workstation,
        "extra_time": one.extra_time,
        "state": candidate_state(state, one),
        "start": iso(state, one.start.at) if one.start else None,
        "end": iso(state, one.end.at) if one.end else None,
        "real_end": iso(state, end.at) if end else None,
        "end_explained": end_sentence(words, end, state) if end else None,
        "flags": list(flags(state, one, now)),
    }


def _interruptions(state: State) -> list[JsonObject]:
    return [
        {
            "id": one.id,
            "candidates": None if one.candidates is None else list(one.candidates),
            "cause": one.cause,
            "from": iso(state, one.span.began),
            "to": iso(state, one.span.ended),
            "given_back": one.given_back,
        }
        for one in state.interruptions
    ]


def _incidents(state: State) -> list[JsonObject]:
    return [
        {
            "id": one.id,
            "code": one.code,
            "situation": one.situation,
            "candidate": one.candidate,
            "question": one.question,
            "note": one.note,
            "blocking": one.blocking,
            "at": iso(state, one.opened.at),
            "destinations": list(destinations(state, one)),
            "open": one.closed is None,
        }
        for one in state.incidents.values()
    ]
