"""Deciding about incidents: the code's own rules, and the facts that come with it (§6)."""

import datetime as dt

from attrs import evolve as changed
from attrs import frozen

from pixtui.domain import commands as c
from pixtui.domain.decide.asking import Asked, about, accept, answer, decides, full_name, imagined
from pixtui.domain.outcome import Decision, Finding, Refusal
from pixtui.domain.rules import CodeRule
from pixtui.domain.session import Candidate, State

QUESTIONS = range(1, 501)
"""The question numbers Pix takes."""

NOT_A_FACT = (
    c.CreateSession,
    c.ImportCandidates,
    c.LogIncident,
    c.Undo,
    c.Correct,
    c.Finalise,
    c.Annex,
    c.RecordEntered,
    c.RecordPixFinalised,
    c.Hold,
    c.Release,
    c.Purge,
    c.SetCodes,
)
"""What an incident cannot bring with it."""


@frozen
class _Report:
    """What an incident says, logged or amended."""

    code: str | None
    situation: str | None
    candidate: str | None
    question: int | None
    blocking: bool
    at: dt.datetime
    note: str
    several: bool = False
    """Whether it holds up some candidates, or the room, by the same entry."""
    arriving: bool = False
    """Whether the same entry says that an absent one came."""


def _code_of(state: State, situation: str | None) -> str | None:
    rule = state.rules.situation(situation) if situation else None
    return rule.code if rule else None


@decides(c.LogIncident)
def _log(asked: Asked, act: c.LogIncident) -> Decision:
    if not (act.situation or act.code or act.note.strip()):
        return Refusal("malformed", {"what": "situation, code or note"})
    made = f"i{asked.state.made.incidents + 1}"
    act = changed(act, id=made, code=act.code or _code_of(asked.state, act.situation))
    several = any(isinstance(fact.act, c.InterruptRoom) for fact in act.facts)
    arriving = any(isinstance(fact.act, c.Arrive) for fact in act.facts)
    report = _Report(
        act.code,
        act.situation,
        act.candidate,
        act.question,
        act.blocking,
        asked.at,
        act.note,
        several,
        arriving,
    )
    findings = _judged(asked.state, report)
    if isinstance(findings, Refusal):
        return findings
    return _with_facts(asked, act, findings)


def _with_facts(asked: Asked, act: c.LogIncident, warnings: list[Finding]) -> Decision:
    state = imagined(asked.state, changed(asked.command, act=changed(act, facts=())), asked.now)
    settled: list[c.Command] = []
    for fact in act.facts:
        if isinstance(fact.act, NOT_A_FACT):
            return Refusal("fact_not_allowed", {"act": fact.act.NAME})
        decision = answer(state, fact, asked.now)
        if isinstance(decision, Refusal):
            return decision
        command = changed(fact, act=decision.act)
        state = imagined(state, command, asked.now)
        settled.append(command)
        warnings = [*warnings, *decision.warnings]
    return accept(changed(act, facts=tuple(settled)), *warnings, made=act.id)


@decides(c.AmendIncident)
def _amend(asked: Asked, act: c.AmendIncident) -> Decision:
    known = asked.state.incidents.get(act.incident)
    if known is None:
        return Refusal("unknown_incident", {"incident": act.incident})
    if act.situation is not c.UNSET and act.code is c.UNSET:
        act = changed(act, code=_code_of(asked.state, act.situation))
    report = _Report(
        known.code if act.code is c.UNSET else act.code,
        known.situation if act.situation is c.UNSET else act.situation,
        known.candidate if act.candidate is c.UNSET else act.candidate,
        known.question if act.question is c.UNSET else act.question,
        known.blocking if act.blocking is c.UNSET else act.blocking,
        known.opened.at,
        known.note if act.note is c.UNSET else act.note,
        several=known.candidate is None,
    )
    findings = _judged(asked.state, report)
    return findings if isinstance(findings, Refusal) else accept(act, *findings)


@decides(c.CloseIncident)
def _close(asked: Asked, act: c.CloseIncident) -> Decision:
    known = asked.state.incidents.get(act.incident)
    if known is None:
        return Refusal("unknown_incident", {"incident": act.incident})
    if known.closed is not None:
        params = {"incident": known.id, "variant": "incident_closed", "act": act.NAME}
        return Refusal("wrong_state", {"name": "", "state": "closed", **params})
    return asked.wrong_order(known.opened.at) if asked.at < known.opened.at else accept(act)


def _judged(state: State, report: _Report) -> Refusal | list[Finding]:
    """The rules of a report's code: a refusal, or what is still missing."""
    if report.situation is not None and state.rules.situation(report.situation) is None:
        return Refusal("unknown_situation", {"situation": report.situation})
    one = state.candidates.get(report.candidate) if report.candidate else None
    if report.candidate and one is None:
        return Refusal("unknown_candidate", {"candidate": report.candidate})
    if report.question is not None and report.question not in QUESTIONS:
        return Refusal("question_invalid", {"question": report.question})
    if report.code is None:
        return []
    rule = state.rules.code(report.code)
    if rule is None:
        return Refusal("unknown_code", {"code": report.code})
    return _refused_by_code(state, report, rule, one) or _missing(report, rule, one)


def _refused_by_code(
    state: State, report: _Report, rule: CodeRule, one: Candidate | None
) -> Refusal | None:
    params = {"code": rule.code, "name": full_name(one) if one else ""}
    if rule.deprecated:
        return Refusal("deprecated_code", params)
    if rule.not_blocking and report.blocking:
        return Refusal("blocking_problem", params)
    if rule.needs_extra_time and one is not None and not one.extra_time:
        return Refusal("needs_extra_time", params)
    with_es = state.session.mode == "with-es"
    over = one is not None and one.end is not None and report.at >= one.end.at
    if rule.live and with_es and over:
        return Refusal("live_only", params)
    return None


def _missing(report: _Report, rule: CodeRule, one: Candidate | None) -> list[Finding]:
    params = {"code": rule.code}
    found = []
    if one is None and not report.several:
        found.append(Finding("candidate_missing", params=params))
    if rule.question and report.question is None:
        if one is None:
            found.append(Finding("question_missing", params={**params, "name": ""}))
        else:
            found.append(about("question_missing", one, code=rule.code))
    if rule.described and not report.note.strip():
        name = {"name": full_name(one) if one else "", **params}
        found.append(Finding("description_missing", one.id if one else None, name))
    if one is not None and one.absent is not None and not report.arriving:
        found.append(about("marked_absent", one))
    return found
