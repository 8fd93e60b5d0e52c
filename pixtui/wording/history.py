"""The history as lines: when it happened, who declared it, what, about whom."""

import datetime as dt
from collections.abc import Iterable, Mapping

from attrs import fields, frozen

from pixtui.domain import commands as c
from pixtui.domain.history import Event, voided
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import ACTS, CHOICES, FIELDS, TELL, label
from pixtui.wording.sentences import finding_sentence, left_open
from pixtui.wording.when import hour, hour_and_day


@frozen(kw_only=True)
class HistoryLine:
    """One entry, told."""

    seq: int
    at: str
    by: str
    what: str
    late: str
    voided: bool
    erased: bool
    type: str
    told: str
    """Who declared what."""

    def text(self) -> str:
        """The whole line."""
        mark = "x " if self.voided else "  "
        return f"{mark}{self.at}  {self.told}"


def history_lines(state: State, words: Words, rulebook: Rulebook) -> list[HistoryLine]:
    """Every entry, the oldest first."""
    gone = voided(state.history)
    names = _names(state, state.history)
    return [
        _line(event, state, names, words, rulebook, voided=event.seq in gone)
        for event in state.history
    ]


def newest_line(state: State, words: Words, rulebook: Rulebook) -> HistoryLine:
    """The newest entry, without telling all the others for it."""
    event = state.history[-1]
    # Who is on the list has the name there; who was taken off it stands in some entry.
    mends = isinstance(event.act, (c.RemoveCandidate, c.Undo, c.Correct))
    names = _names(state, state.history if mends else ())
    return _line(event, state, names, words, rulebook)


def _line(
    event: Event,
    state: State,
    names: Mapping[str, str],
    words: Words,
    rulebook: Rulebook,
    *,
    voided: bool = False,
) -> HistoryLine:
    by, late = visible(event.by) or "?", _late(event, state, words)
    what = _what(event, state, names, words, rulebook)
    return HistoryLine(
        seq=event.seq,
        at=hour_and_day(state, event.at),
        by=by,
        what=what,
        late=late,
        told=words.say(TELL, what=by, how=what + late),
        voided=voided,
        erased=event.act is None,
        type=event.type,
    )


def _names(state: State, events: Iterable[Event]) -> dict[str, str]:
    """The names of all candidates, those included whom these entries listed and who are gone."""
    names: dict[str, str] = {}
    for event in events:
        rows: tuple[c.NewCandidate, ...] = ()
        if isinstance(event.act, c.ImportCandidates):
            rows = event.act.candidates
        elif isinstance(event.act, c.AddCandidate):
            rows = (event.act,)
        names |= {row.id or "": f"{row.last_name} {row.first_name}" for row in rows}
    names |= {one.id: f"{one.last_name} {one.first_name}" for one in state.candidates.values()}
    return names


def _late(event: Event, state: State, words: Words) -> str:
    if event.act is None or event.late_by() <= state.rules.windows.late_entry:
        return ""
    return " " + words.say(
        N_("(entered at {entered} for {happened})"),
        entered=hour_and_day(state, event.recorded),
        happened=hour(state, event.at),
    )


def _what(
    event: Event, state: State, names: Mapping[str, str], words: Words, rulebook: Rulebook
) -> str:
    verb = label(ACTS, event.type, words)
    if event.act is None:
        return verb + " " + words.text(N_("(content erased)"))
    details = _details(event.act, event.at, state, words, rulebook)
    who = _who(event.act, names)
    return " · ".join(visible(part) for part in (verb, who, details) if part)


def _who(act: c.Act, names: Mapping[str, str]) -> str:
    if isinstance(act, c.OnCandidates) or (isinstance(act, c.InterruptRoom) and act.candidates):
        ids: tuple[str, ...] = act.candidates or ()
        listed = [names.get(one, one) for one in ids[:3]]
        more = f" +{len(ids) - 3}" if len(ids) > 3 else ""
        return ", ".join(listed) + more
    if isinstance(act, (c.LogIncident, c.Annex)) and act.candidate:
        return names.get(act.candidate, act.candidate)
    if isinstance(act, c.AddCandidate):
        return f"{act.last_name} {act.first_name}"
    return ""


def _imported(act: c.ImportCandidates, words: Words) -> str:
    """How many came in; how many were changed or said certifiable, where any were."""
    told = []
    if act.candidates or not (act.updates or act.certifiability):
        told.append(words.plural("{n} candidate", "{n} candidates", len(act.candidates)))
    if act.updates:
        told.append(words.plural("{n} changed", "{n} changed", len(act.updates)))
    if act.certifiability:
        told.append(words.plural("{n} profile", "{n} profiles", len(act.certifiability)))
    return ", ".join(told)


def holes_left_open(overrides: Mapping[str, str], state: State, words: Words) -> list[str]:
    """Each hole left open, with its reason."""
    told = []
    for key, reason in overrides.items():
        hole = finding_sentence(words, left_open(state, key), state)
        told.append(f"{hole.rstrip('.')} ({reason})")
    return told


def _taken_out(act: c.Correct, state: State, names: Mapping[str, str], words: Words) -> str:
    """For whom a correction takes an entry back, the others kept."""
    before = state.history[act.seq - 1].act
    if not (isinstance(before, c.OnCandidates) and isinstance(act.instead, c.OnCandidates)):
        return ""
    kept = set(act.instead.candidates)
    gone = [names.get(one, one) for one in before.candidates if one not in kept]
    return " " + words.say(N_("(no more for {names})"), names=", ".join(gone)) if gone else ""


def _changed(act: c.EditSession | c.EditCandidate) -> list[str]:
    """The fields that an edit says otherwise."""
    names = [field.name for field in fields(type(act)) if field.name != "candidates"]
    return [name for name in names if getattr(act, name) is not c.UNSET]


def _details(act: c.Act, at: dt.datetime, state: State, words: Words, rulebook: Rulebook) -> str:
    language = words.language
    match act:
        case c.SetStep():
            mode = state.session.mode
            title = rulebook.step_title(act.step, mode, language)
            if act.item:
                title += f" / {rulebook.item_title(act.step, act.item, mode, language)}"
            said = label(CHOICES, act.state, words)
            return words.say(TELL, what=title, how=said) + (
                f" ({act.reason})" if act.reason else ""
            )
        case c.ImportCandidates():
            return _imported(act, words)
        case c.CheckIdentity() | c.Sign():
            return "" if act.outcome == "ok" else label(CHOICES, act.outcome, words)
        case c.Finish():
            return label(CHOICES, act.how, words)
        case c.GiveReason():
            return label(CHOICES, act.reason, words)
        case c.TurnAway():
            return act.reason
        case c.Interrupt() | c.InterruptRoom():
            return rulebook.cause_label(act.cause, language)
        case c.ChangeWorkstation():
            return f"{act.origin or '?'} → {act.to}"
        case c.LogIncident():
            sight = rulebook.situation_title(act.situation, language) if act.situation else ""
            brought = [label(ACTS, fact.act.NAME, words) for fact in act.facts]
            with_it = f"(+ {', '.join(brought)})" if brought else ""
            return " ".join(filter(None, (act.id, act.code, sight, act.note, with_it)))
        case c.AmendIncident():
            return act.incident
        case c.CloseIncident():
            return " ".join(filter(None, (act.incident, act.outcome)))
        case c.HandOver():
            return " ".join(filter(None, (act.to, act.brief)))
        case c.Undo():
            return words.say(N_("entry {seq}"), seq=act.seq)
        case c.Correct():
            names = _names(state, state.history)
            who = _who(act.instead, names) + _taken_out(act, state, names, words)
            right = words.say(N_("entry {seq}, now {at}"), seq=act.seq, at=hour(state, at))
            return " · ".join(
                filter(None, (right, who, _details(act.instead, at, state, words, rulebook)))
            )
        case c.RollCall():
            answer = N_("there") if act.present else N_("missing")
            return f"{label(CHOICES, act.direction, words)} · {words.text(answer)}"
        case c.SetSessionBox():
            return words.say(
                TELL,
                what=label(CHOICES, act.box, words),
                how=words.text(N_("yes") if act.value else N_("no")),
            )
        case c.RecordCertifiability():
            return words.text(N_("may be certified") if act.certifiable else N_("may not"))
        case c.EditSession() | c.EditCandidate():
            return ", ".join(label(FIELDS, name, words) for name in _changed(act))
        case c.RevealCode():
            return act.override or ""
        case c.Finalise():
            return "; ".join(holes_left_open(act.overrides, state, words))
        case c.Annex():
            return act.note
        case c.Hold() | c.Release() | c.Purge():
            return act.reason
    return ""
