"""The incident log as rows."""

import datetime as dt
from collections.abc import Sequence

from pixtui.domain.derive import destinations, is_alert
from pixtui.domain.rollcall import EVACUATION, roll
from pixtui.domain.session import Incident, State
from pixtui.domain.text import visible
from pixtui.present.row import Row
from pixtui.present.tone import Cell, Tone
from pixtui.present.width import fit, wrap
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import CHOICES, SAID, label
from pixtui.wording.paragraphs import evacuation_paragraph
from pixtui.wording.sentences import closed_sentence
from pixtui.wording.when import hour, hour_and_day


def incidents_in_order(state: State) -> list[Incident]:
    """Every incident, the open ones first, the newest first among each."""
    return sorted(
        state.incidents.values(),
        key=lambda one: (one.closed is not None, -one.opened.at.timestamp()),
    )


def sight_of(state: State, incident: Incident, words: Words, rulebook: Rulebook) -> tuple[str, str]:
    """Whom an incident is about, and what was seen."""
    who = state.candidates.get(incident.candidate or "")
    name = f"{who.last_name} {who.first_name}" if who else words.text(N_("room"))
    if incident.situation:
        return name, rulebook.situation_title(incident.situation, words.language)
    return name, incident.note or rulebook.code_label(incident.code or "", words.language)


def incident_rows(
    state: State, listed: Sequence[Incident], words: Words, rulebook: Rulebook, cells: int
) -> list[Row]:
    """These incidents, a row each."""
    rows = []
    for one in listed:
        name, sight = sight_of(state, one, words, rulebook)
        tone: Tone = "danger" if is_alert(state, one) else "warning"
        tone = "dim" if one.closed else tone
        standing = words.text(N_("closed") if one.closed else N_("OPEN"))
        question = f"Q{one.question} " if one.question else ""
        rows.append(
            Row(
                one.id,
                (
                    (fit(one.id, 4) + fit(hour(state, one.opened.at), 6), "plain"),
                    (fit(one.code or "", 4), "strong"),
                    (fit(standing, 8), tone),
                    (fit(visible(name), 22) + " ", "plain"),
                    (fit(visible(question + sight), max(cells - 45, 10)), "plain"),
                ),
            )
        )
    return rows


def incident_lines(
    state: State, incident: str, now: dt.datetime, words: Words, rulebook: Rulebook, cells: int
) -> list[Cell]:
    """An incident whole: what was seen, the note, where it goes, how it was closed.

    Of an evacuation, the paragraph for the incident report.
    """
    one = state.incidents.get(incident)
    if one is None:
        return []
    language = words.language
    lines: list[Cell] = []
    if one.code:
        lines.append((f"{one.code} · {rulebook.code_label(one.code, language)}", "strong"))
    if one.situation:
        lines.append((rulebook.situation_title(one.situation, language), "strong"))
    where = ", ".join(label(CHOICES, place, words) for place in destinations(state, one))
    lines.append((words.say(N_("Goes to: {where}"), where=where), "accent"))
    called = roll(state, one.opened.at) if one.situation == EVACUATION else None
    if called is not None and not called.interruption.open:
        told = evacuation_paragraph(state, called, now, words, rulebook)
        lines += [(line, "strong") for line in wrap(told, cells)]
    elif one.situation:
        advice = words.with_own_keys(rulebook.situation_advice(one.situation, language))
        lines += [(line, "plain") for line in wrap(advice, cells)]
    lines += [(line, "plain") for line in wrap(visible(one.note, lines=True), cells)]
    lines += [
        (line, "plain")
        for name, said in SAID.items()
        if getattr(one, name)
        for line in wrap(visible(words.say(said, text=getattr(one, name))), cells)
    ]
    if one.closed is not None:
        when = hour_and_day(state, one.closed.at)
        told = closed_sentence(words, when, one.closed.outcome)
        lines += [(line, "dim") for line in wrap(visible(told), cells)]
    return [(visible(text), tone) for text, tone in lines]
