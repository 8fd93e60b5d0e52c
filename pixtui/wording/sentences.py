"""Codes into sentences: refusals, findings, end times explained."""

import datetime as dt
from collections.abc import Iterable, Mapping

from pixtui.domain.outcome import Finding, Param, Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.domain.timing import RealEnd, Term
from pixtui.rules.rulebook import rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.findings import FINDINGS
from pixtui.wording.labels import ACTS, FIELDS, TEXT_PROBLEMS, label, state_label
from pixtui.wording.malformed import malformed
from pixtui.wording.places import place
from pixtui.wording.refusals import template
from pixtui.wording.times import end_sum
from pixtui.wording.when import hour, hour_and_day

MOST_NAMES = 6
"""Names listed in one sentence before it says how many more."""

_INSTANTS = frozenset(("at", "now", "cause_at", "confirmed", "first_start", "end"))


def refusal_sentence(words: Words, refusal: Refusal, state: State) -> str:
    """Why a command is refused and what to do instead, in one line."""
    params = {**refusal.params}
    variant = str(params.get("variant", "") or params.get("state", ""))
    if refusal.code == "presence_expired" and not params.get("confirmed"):
        variant = "never"
    state_now, act = str(params.get("state", "")), str(params.get("act", ""))
    sentence = template(refusal.code, f"{state_now}.{act}", act, variant)
    shown = _shown(words, params, state)
    if refusal.findings:
        shown["findings"] = listed_findings(words, refusal.findings, state)
    return _filled(words.text(sentence), shown)


def listed_findings(words: Words, findings: tuple[Finding, ...], state: State) -> str:
    """The first findings as sentences, and how many more there are."""
    texts = [finding_sentence(words, one, state) for one in findings[:MOST_NAMES]]
    more = len(findings) - MOST_NAMES
    if more > 0:
        texts.append(words.plural("And {n} more.", "And {n} more.", more))
    return " ".join(texts)


def finding_sentence(words: Words, finding: Finding, state: State) -> str:
    """What a blocker, a hole or a warning says, in one line."""
    shown = _shown(words, finding.params, state)
    if finding.params.get("name") == "":
        shown["name"] = words.text(N_("Room"))
    if finding.code == "code_unlikely":
        likely = finding.params.get("likely")
        shown["likely"] = words.say(N_("Perhaps {likely}?"), likely=likely) if likely else ""
    return _filled(words.text(FINDINGS.get(finding.code, finding.code)), shown).strip()


UNNAMED = "…"
"""Where one reason was given for all holes of a kind, which of them it was is not known."""


def left_open(state: State, key: str) -> Finding:
    """A hole left open at the seal, from the key of its reason, with what its sentence needs."""
    code, _, about = key.partition(":")
    who = state.candidates.get(about)
    incidents = [
        one
        for one in state.incidents.values()
        if one.id == about or (one.closed is None and (one.candidate or "") == about)
    ]
    if who is None and incidents:
        who = state.candidates.get(incidents[0].candidate or "")
    causes = [one.cause for one in state.interruptions if one.id == about]
    params: dict[str, Param] = {
        "name": f"{who.last_name} {who.first_name}" if who else "",
        "step": about or UNNAMED,
        "incident": ", ".join(one.id for one in incidents) or about or UNNAMED,
        "cause": causes[0] if causes else about or UNNAMED,
    }
    return Finding(code, params=params)


def closed_sentence(words: Words, at: str, outcome: str) -> str:
    """When an incident was closed, and how where that was said."""
    if not outcome:
        return words.say(N_("Closed at {at}."), at=at)
    return words.say(N_("Closed at {at}: {outcome}"), at=at, outcome=outcome)


SAID_ALONE = 2
"""How many candidates are each given their sentence before the others are counted."""


def warnings_sentence(words: Words, findings: Iterable[Finding], state: State) -> str:
    """What to beware of, in one line: the same thing about many is said once, and counted."""
    alike: dict[str, list[Finding]] = {}
    for one in findings:
        alike.setdefault(one.code, []).append(one)
    told = []
    for same in alike.values():
        shown = same if len(same) <= SAID_ALONE else same[:1]
        told += [finding_sentence(words, one, state) for one in shown]
        if len(same) > len(shown):
            more = len(same) - len(shown)
            told.append(words.plural("and {n} more.", "and {n} more.", more))
    return " ".join(told)


def _filled(template: str, params: Mapping[str, str]) -> str:
    class Known(dict[str, str]):
        def __missing__(self, key: str) -> str:
            return "?"

    return template.format_map(Known(params))


def _shown(words: Words, params: Mapping[str, Param], state: State) -> dict[str, str]:
    return {key: _param(words, key, value, state) for key, value in params.items()}


def _param(words: Words, key: str, value: Param, state: State) -> str:
    if isinstance(value, tuple):
        return _listed(words, key, value)
    text = "" if value is None else str(value)
    if key in _INSTANTS and text:
        return hour_and_day(state, dt.datetime.fromisoformat(text))
    if key == "act":
        return label(ACTS, text, words)
    if key == "state":
        return state_label(words, text)
    if key == "field":
        return label(FIELDS, text, words)
    if key == "problem":
        return label(TEXT_PROBLEMS, text, words)
    if key == "step" and state.details is not None:
        return visible(rulebook().step_title(text, state.details.mode, words.language))
    if key == "place":
        return visible(place(words, text))
    if key == "what":
        return visible(malformed(words, text))
    if key == "cause":
        return visible(rulebook().cause_label(text, words.language))
    return visible(text)


def _listed(words: Words, key: str, values: tuple[str, ...]) -> str:
    texts = [visible(one) for one in values[:MOST_NAMES]]
    if key == "entries":
        pairs = [one.split(":", 1) for one in texts]
        texts = [f"{seq} ({label(ACTS, act, words)})" for seq, act in pairs]
    more = len(values) - MOST_NAMES
    if more > 0:
        texts.append(words.plural("and {n} more", "and {n} more", more))
    return ", ".join(texts)


def end_sentence(words: Words, end: RealEnd, state: State) -> str:
    """The sum of a real end: ``14:05 + 105 min + 35 min (33 %) + 12 min (alarme) = 16:37``."""
    terms = [(one.kind, one.minutes, _label(words, one)) for one in end.terms]
    return end_sum(words, hour(state, end.start), terms, hour(state, end.at))


def short_end_sentence(words: Words, end: RealEnd, state: State, cells: int) -> str:
    """The same in at most so many characters where it can be: what was lost as one term."""
    told = end_sentence(words, end, state)
    lost = [one for one in end.terms if one.kind == "interruption"]
    if len(told) <= cells or len(lost) < 2:
        return told
    others = [(one.kind, one.minutes, _label(words, one)) for one in end.terms if one not in lost]
    count = words.plural("{n} interruption", "{n} interruptions", len(lost))
    terms = [*others, ("interruption", sum(one.minutes for one in lost), count)]
    return end_sum(words, hour(state, end.start), terms, hour(state, end.at))


def _label(words: Words, term: Term) -> str:
    if term.kind == "interruption":
        return visible(rulebook().cause_label(term.detail, words.language))
    return term.detail
