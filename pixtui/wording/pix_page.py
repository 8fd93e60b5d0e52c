"""What is to be typed into Pix Certif, candidate by candidate, in Pix's order.

Pix lists those who started, by last then first name. Absent candidates are not reported; a
question handled live in the invigilator space is not typed again (domain notes §6).
"""

from collections.abc import Iterable

from attrs import frozen

from pixtui.domain.derive import candidate_state, concerned, destinations, of_session
from pixtui.domain.session import Candidate, Incident, State
from pixtui.domain.text import fold
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import TELL


@frozen
class Entry:
    """One candidate's part of Pix's page."""

    candidate: Candidate
    lines: tuple[str, ...]
    """What to tick, choose or type; empty where there is nothing."""
    reported: bool
    """Whether some of it is a report or a reason: not the same for everyone."""


def entries(state: State, words: Words, rulebook: Rulebook) -> list[Entry]:
    """Everyone of Pix's page, in its order."""
    found = [_entry(state, one, words, rulebook) for one in _listed(state)]
    return [one for one in found if one.candidate.start is not None or one.lines]


def _entry(state: State, one: Candidate, words: Words, rulebook: Rulebook) -> Entry:
    reports = tuple(_reports(state, one, words, rulebook))
    seen = state.session.mode == "without-es" and one.end_screen is not None
    ticks = (words.text(N_("tick: end screen seen")),) if seen else ()
    return Entry(one, ticks + reports, reported=bool(reports))


def left(state: State, words: Words, rulebook: Rulebook) -> list[Entry]:
    """Those not ticked as typed yet."""
    return [one for one in entries(state, words, rulebook) if one.candidate.entered is None]


def _listed(state: State) -> list[Candidate]:
    return sorted(
        state.candidates.values(), key=lambda one: (fold(one.last_name), fold(one.first_name))
    )


def _reports(state: State, one: Candidate, words: Words, rulebook: Rulebook) -> Iterable[str]:
    if candidate_state(state, one) == "stopped" and one.reason is not None:
        reason = rulebook.reason_title(one.reason.outcome, words.language)
        yield words.say(N_("interruption reason: {reason}"), reason=reason)
    for incident in state.incidents.values():
        if one.id not in concerned(state, incident) or incident.code is None:
            continue
        if "finalisation" in destinations(state, incident):
            yield _report(incident, incident.code, words, rulebook)


def _report(incident: Incident, code: str, words: Words, rulebook: Rulebook) -> str:
    """A report as it is chosen and described on Pix's page."""
    question = words.say(N_(", question {n}"), n=incident.question) if incident.question else ""
    seen = f"{code} {rulebook.code_label(code, words.language)}{question}"
    return words.say(TELL, what=seen, how=incident.note) if incident.note else seen


def of_room(state: State, words: Words, rulebook: Rulebook) -> list[tuple[Incident, str]]:
    """The reports about the whole room, which a box of the session tells Pix."""
    return [
        (one, _room_report(one, words, rulebook))
        for one in state.incidents.values()
        if of_session(state, one)
    ]


def _room_report(incident: Incident, words: Words, rulebook: Rulebook) -> str:
    seen = rulebook.situation_title(incident.situation or "", words.language)
    if incident.code:
        seen = f"{incident.code} {seen}"
    return words.say(TELL, what=seen, how=incident.note) if incident.note else seen


def boxes_told(state: State, words: Words) -> tuple[str, str]:
    """The two boxes of the session, as they were decided before the seal."""
    yes, no = words.text(N_("tick it")), words.text(N_("leave it empty"))
    return (
        words.say(N_("incident: {what}"), what=yes if state.has_incident else no),
        words.say(N_("could not join: {what}"), what=yes if state.has_joining_issue else no),
    )
