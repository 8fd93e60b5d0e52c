"""The short forms about incidents: saying one better, and an annex after the seal."""

import datetime as dt

from pixtui.domain import commands as c
from pixtui.domain.rollcall import EVACUATION
from pixtui.domain.session import Incident, State
from pixtui.present.field import Answers, Field, Values
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.when import noon

JsonObject = dict[str, object]
_WHOM = N_("seat or name, nothing for the room")


def amend_fields(state: State, incident: Incident, words: Words) -> list[Field]:
    """An incident as it stands, to be said better."""
    text, who = words.text, state.candidates.get(incident.candidate or "")
    return [
        Field(name="code", label=text(N_("code")), value=incident.code or ""),
        Field(
            name="candidate",
            label=text(N_("candidate")),
            value=f"{who.last_name} {who.first_name}" if who else "",
            hint=text(_WHOM),
        ),
        Field(
            name="question",
            label=text(N_("question number")),
            value=str(incident.question or ""),
            hint="1-500",
        ),
        Field(name="note", label=text(N_("what happened")), value=incident.note),
    ]


def amend_command(
    state: State, incident: Incident, values: Values, now: dt.datetime, words: Words
) -> JsonObject:
    """What was typed as a command; raises UnclearError."""
    answers = Answers(state=state, words=words, now=now, values=values)
    return {
        "command": c.AmendIncident.NAME,
        "incident": incident.id,
        "code": values["code"].upper() or None,
        "candidate": values["candidate"] or None,
        "question": answers.number("question", N_("The question number is digits only.")),
        "note": values["note"],
    }


def annex_fields(words: Words) -> list[Field]:
    """Something remembered after the seal, with the true time of the facts."""
    text = words.text
    return [
        Field(name="at", label=text(N_("time of the fact")), hint=text(N_("09:05; nothing: now"))),
        Field(name="note", label=text(N_("annex")), needed=True),
        Field(name="candidate", label=text(N_("candidate")), hint=text(_WHOM)),
    ]


def annex_command(state: State, values: Values, now: dt.datetime, words: Words) -> JsonObject:
    """What was typed as a command, a time being of the session's day; raises UnclearError."""
    answers = Answers(state=state, words=words, now=now, values=values, day=noon(state, now))
    at = answers.time("at")
    named = {"candidate": values["candidate"]} if values["candidate"] else {}
    when = {"at": at.isoformat()} if at else {}
    return {"command": "annex", "note": values["note"], **named, **when}


def alarm_command(at: dt.datetime) -> JsonObject:
    """The room stopped as of that very instant, the incident written down with it."""
    return {
        "command": "log_incident",
        "situation": EVACUATION,
        "at": at.isoformat(),
        "facts": [{"command": "interrupt_room", "cause": "fire_alarm"}],
    }
