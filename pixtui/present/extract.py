"""One candidate's record out of a session, the other candidates hidden (domain notes, privacy).

What is declared about several people is told of this one only; where free text names another
candidate of the list, the name is masked. Free text can name people in other words too, so it
is given apart, to be read before it is handed over.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve as changed
from attrs import fields, frozen

from pixtui.domain import commands as c
from pixtui.domain.history import Event, History
from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Candidate, Incident, Mark, State
from pixtui.domain.text import fold, visible
from pixtui.present.status import Heads, status
from pixtui.rules.rulebook import Rulebook
from pixtui.store.codec import JsonObject
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.fiction import fiction_mark
from pixtui.wording.heads import grouped_head
from pixtui.wording.history import history_lines
from pixtui.wording.labels import FLAGS, STATES, label
from pixtui.wording.times import long_date
from pixtui.wording.when import hour

HIDDEN = "•••"
SHORTEST = 3
"""Letters of a part of a name that is masked on its own."""
_FREE = ("note", "reason", "outcome", "witnesses", "evidence", "decided_by", "override")
_UNSAID: dict[str, Any] = {"note": "", "witnesses": "", "evidence": "", "decided_by": ""}
"""What remains of the words of an incident that is about somebody else."""
_CHOSEN = (c.CheckIdentity, c.Sign, c.GiveReason)
"""Acts whose reason or outcome is one of a few codes, not a free text."""
_WORD = re.compile(r"[^\W\d_]+")


@frozen
class Extract:
    """A session in which only one candidate is left."""

    state: State
    candidate: Candidate
    free: tuple[tuple[int, str], ...]
    """Every free text with its entry, names already masked: to be read before it goes out."""


def extract(state: State, candidate: Candidate) -> Extract:
    """What the session holds about this candidate."""
    mask = _Mask(state, candidate)
    own: list[Event] = []
    incidents: set[str] = set()
    for event in state.history:
        act = _about(event.act, candidate.id, incidents, {one.seq for one in own})
        if act is None:
            continue
        if isinstance(act, c.LogIncident) and act.id:
            incidents.add(act.id)
        own.append(changed(event, act=mask.act(act)))
    kept = changed(
        state,
        candidates={candidate.id: candidate},
        interruptions=tuple(
            changed(one, candidates=None if one.candidates is None else (candidate.id,))
            for one in state.interruptions
            if one.concerns(candidate.id)
        ),
        incidents={
            key: mask.incident(one, candidate.id)
            for key, one in state.incidents.items()
            if key in incidents
        },
        history=History(own),
    )
    return Extract(kept, candidate, tuple(_free_texts(own)))


# --- what is about one candidate


def _about(
    act: c.Act | None, candidate: str, incidents: set[str], entries: set[int]
) -> c.Act | None:
    """The part of an act that is about this candidate; None where there is none."""
    match act:
        case c.Interrupt() if candidate in act.candidates:
            ids = dict(zip(act.candidates, act.ids, strict=False))
            return changed(
                act, candidates=(candidate,), ids=tuple(filter(None, [ids.get(candidate)]))
            )
        case c.OnCandidates():
            return changed(act, candidates=(candidate,)) if candidate in act.candidates else None
        case c.ImportCandidates():
            return _of_import(act, candidate)
        case c.AddCandidate():
            return act if act.id == candidate else None
        case c.InterruptRoom():
            if act.candidates is None:
                return act
            return changed(act, candidates=(candidate,)) if candidate in act.candidates else None
        case c.ResumeRoom():
            return changed(act, held=tuple(one for one in act.held if one == candidate))
        case c.LogIncident():
            return _of_incident(act, candidate, incidents, entries)
        case c.AmendIncident() | c.CloseIncident():
            return act if act.incident in incidents else None
        case c.Undo() | c.Correct():
            return _of_mending(act, candidate, incidents, entries)
        case c.Finalise():
            mine = {k: v for k, v in act.overrides.items() if k.endswith(f":{candidate}")}
            return changed(act, overrides=mine) if mine else None
        case c.Annex():
            return act if act.candidate == candidate else None
    return None


def _of_import(act: c.ImportCandidates, candidate: str) -> c.Act | None:
    rows = tuple(one for one in act.candidates if one.id == candidate)
    updates = tuple(one for one in act.updates if candidate in one.candidates)
    known = tuple(one for one in act.certifiability if candidate in one.candidates)
    if not (rows or updates or known):
        return None
    return changed(act, candidates=rows, updates=updates, certifiability=known)


def _of_incident(
    act: c.LogIncident, candidate: str, incidents: set[str], entries: set[int]
) -> c.Act | None:
    facts = []
    for fact in act.facts:
        about = _about(fact.act, candidate, incidents, entries)
        if about is not None:
            facts.append(changed(fact, act=about))
    if act.candidate == candidate:
        return changed(act, facts=tuple(facts))
    # Another one's incident, or the room's: its note is not about this candidate.
    return changed(act, candidate=None, **_UNSAID, facts=tuple(facts)) if facts else None


def _of_mending(
    act: c.Undo | c.Correct, candidate: str, incidents: set[str], entries: set[int]
) -> c.Act | None:
    if isinstance(act, c.Undo):
        return act if act.seq in entries else None
    instead = _about(act.instead, candidate, incidents, entries)
    if act.seq not in entries:  # of somebody else until it was corrected
        return instead
    # Taken back for this one alone: of their own record it is an undo.
    return c.Undo(seq=act.seq) if instead is None else changed(act, instead=instead)


# --- the names of the others


class _Mask:
    """Hides the names of everyone else who was ever listed."""

    def __init__(self, state: State, candidate: Candidate) -> None:
        own = set(_parts((candidate.last_name, candidate.first_name)))
        self._others = {
            part
            for name in _listed(state, candidate.id)
            for part in _parts(name)
            if len(part) >= SHORTEST
        } - own

    def text(self, text: str) -> str:
        """The text with those names masked."""
        return _WORD.sub(lambda word: HIDDEN if fold(word[0]) in self._others else word[0], text)

    def act(self, act: c.Act) -> c.Act:
        """The act with its free text masked."""
        if isinstance(act, _CHOSEN):
            return act
        free: dict[str, Any] = {
            one.name: self.text(value)
            for one in fields(type(act))
            if one.name in _FREE and isinstance(value := getattr(act, one.name), str)
        }
        if isinstance(act, c.Finalise):
            return changed(act, overrides={k: self.text(v) for k, v in act.overrides.items()})
        if isinstance(act, c.LogIncident):
            facts = tuple(changed(one, act=self.act(one.act)) for one in act.facts)
            return changed(act, facts=facts, **free)
        if isinstance(act, c.Correct):
            return changed(act, instead=self.act(act.instead))
        return changed(act, **free) if free else act

    def incident(self, incident: Incident, candidate: str) -> Incident:
        """The incident, its text masked; empty where it is about somebody else."""
        if incident.candidate not in (candidate, None):
            closed = _noted(incident.closed, "")
            return changed(incident, candidate=None, **_UNSAID, closed=closed)
        closed = incident.closed and _noted(incident.closed, self.text(incident.closed.note))
        said: dict[str, Any] = {name: self.text(getattr(incident, name)) for name in _UNSAID}
        return changed(incident, **said, closed=closed)


def _noted(mark: Mark | None, note: str) -> Mark | None:
    return mark and changed(mark, note=note)


def _listed(state: State, candidate: str) -> Iterator[tuple[str, str]]:
    """The names of all others ever listed, those taken off the list and renamed ones too."""
    for event in state.history:
        act = event.act
        rows: Iterable[CandidateFields] = ()
        if isinstance(act, c.ImportCandidates):
            rows = [one for one in act.candidates if one.id != candidate]
            yield from _renamed(act, candidate)
        elif isinstance(act, c.AddCandidate) and act.id != candidate:
            rows = (act,)
        for row in rows:
            yield row.last_name, row.first_name
    for one in state.candidates.values():
        if one.id != candidate:
            yield one.last_name, one.first_name


def _renamed(act: c.ImportCandidates, candidate: str) -> Iterator[tuple[str, str]]:
    """The names a list gave to others who were there already."""
    for one in act.updates:
        if candidate not in one.candidates:
            names = (one.last_name, one.first_name)
            yield tuple(name if isinstance(name, str) else "" for name in names)  # type: ignore[misc]  # two of them


def _parts(name: tuple[str, str]) -> Iterator[str]:
    return (fold(word) for part in name for word in _WORD.findall(part))


def _free_texts(events: Iterable[Event]) -> Iterator[tuple[int, str]]:
    for event in events:
        for text in _texts(event.act):
            yield event.seq, text


def _texts(act: c.Act | None) -> Iterator[str]:
    if act is None:
        return
    for name in () if isinstance(act, _CHOSEN) else _FREE:
        value = getattr(act, name, None)
        if isinstance(value, str) and value:
            yield value
    if isinstance(act, c.Finalise):
        yield from act.overrides.values()
    if isinstance(act, c.LogIncident):
        for fact in act.facts:
            yield from _texts(fact.act)
    if isinstance(act, c.Correct):
        yield from _texts(act.instead)


# --- told


def extract_json(
    found: Extract, now: dt.datetime, words: Words, rulebook: Rulebook, heads: Heads
) -> JsonObject:
    """The record as JSON."""
    whole = status(found.state, now, words, heads)
    kept = (
        "site",
        "room",
        "date",
        "time",
        "number",
        "zone",
        "fictional",
        "rehearsal",
        "centre",
        "product",
    )
    return {
        "format": "pixtui-extract",
        "session": {key: whole["session"].get(key) for key in kept},
        "candidate": whole["candidates"][0],
        "interruptions": whole["interruptions"],
        "incidents": whole["incidents"],
        "history": [
            {"seq": line.seq, "text": line.text().strip()}
            for line in history_lines(found.state, words, rulebook)
        ],
        "free_text": [{"seq": seq, "text": text} for seq, text in found.free],
        "head": heads.head,
    }


def extract_lines(
    found: Extract, now: dt.datetime, words: Words, rulebook: Rulebook, heads: Heads
) -> Iterator[str]:
    """The record for a person."""
    details, one = found.state.session, found.candidate
    told = status(found.state, now, words, heads)["candidates"][0]
    yield words.say(N_("Record of {name}"), name=visible(f"{one.last_name} {one.first_name}"))
    when = f"{long_date(words, details.date)}, {details.time:%H:%M}"
    yield " · ".join(visible(part) for part in (details.site, details.room, when))
    mark = fiction_mark(details, words)
    if mark:
        yield mark
    known = (
        one.birthdate and f"{one.birthdate:%d/%m/%Y}",
        one.class_name,
        one.seat and words.say(N_("seat {seat}"), seat=one.seat),
        one.extra_time and f"+{one.extra_time} %",
    )
    yield " · ".join(visible(str(part)) for part in known if part)
    yield words.say(N_("State: {state}"), state=words.text(STATES[told["state"]][0]))
    if one.start is not None:
        yield words.say(N_("Started: {at}"), at=hour(found.state, one.start.at))
    if told["end_explained"]:
        yield words.say(N_("End: {end}"), end=told["end_explained"])
    if told["flags"]:
        flags = ", ".join(label(FLAGS, flag, words) for flag in told["flags"])
        yield words.say(N_("Noted: {flags}"), flags=flags)
    yield ""
    yield words.text(N_("What was declared:"))
    for line in history_lines(found.state, words, rulebook):
        yield f"{line.seq:>5}  {line.text()}"
    yield ""
    yield words.say(N_("Head: {head}"), head=grouped_head(heads.head))
