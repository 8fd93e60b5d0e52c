"""Incidents: what one sees, about whom, one form, one entry; then the log of them."""

import datetime as dt

from attrs import evolve as changed

from pixtui.desk.desk import Done
from pixtui.domain.session import Incident
from pixtui.line.asking import ask_candidate, ask_close, ask_why, compare
from pixtui.line.evacuation import alarm
from pixtui.line.here import Here
from pixtui.line.naming import ask_one
from pixtui.line.talk import ToMenuError
from pixtui.present.choices import Choices
from pixtui.present.field import Values
from pixtui.present.guide import Guide
from pixtui.present.incident_filter import (
    IncidentFilter,
    filter_choices,
    filter_line,
    shown_incidents,
    turned,
)
from pixtui.present.incident_forms import (
    amend_command,
    amend_fields,
    annex_command,
    annex_fields,
)
from pixtui.present.incidents import incident_lines, sight_of
from pixtui.present.sight import name_of
from pixtui.present.sights import (
    REFUSED_ENTRY,
    also_found_under,
    blocking_choices,
    elsewhere,
    likely_reason,
    probe,
    settled,
    sights,
)
from pixtui.wording.catalogue import N_
from pixtui.wording.when import hour

FILTER, EVERYTHING, SEARCH = "filter", "everything", "search"


def write_down(here: Here, candidate: str | None = None) -> None:
    """Pick what one sees, then write it down; after the seal, in an annex."""
    if not here.may_write():
        return
    if here.state.sealed is not None:
        annex(here)
        return
    guide = Guide(
        state=here.state,
        words=here.words,
        book=here.book,
        now=here.now().replace(microsecond=0),
        sight="",
        candidate=candidate,
    )
    listed = [(one.key, " ".join(one.line().split())) for one in sights(guide)]
    title = here.text(N_("What do you see?"))
    if guide.one:
        title += f"  {name_of(guide.one)}"
    about = here.text(N_("A word of it is enough; + lists more."))
    picked = here.talk.choose(title, listed, about=about, also=also_found_under(guide))
    if picked is not None:
        _seen(here, changed(guide, sight=picked))


def _seen(here: Here, guide: Guide) -> None:
    other = elsewhere(guide)
    if other == "alarm":
        alarm(here)
    elif other == "hand_over":
        raise ToMenuError("hand_over")
    elif other == "enrolment":
        _enrol(here, changed(guide, candidate=None))
    else:
        guide, open_whom = settled(guide)
        if open_whom:
            here.talk.say(guide.title, here.text(N_("About whom? An empty line: the room.")))
            guide = changed(guide, candidate=ask_one(here, here.text(N_("About whom"))))
        _about_someone(here, guide)


def _about_someone(here: Here, guide: Guide) -> None:
    """What comes before the form: a refusal, what was typed, the reason of an end."""
    refused = here.desk.judge_json(probe(guide))
    # What the hour of the fact decides is judged with the hour typed.
    if refused is not None and refused.code != "live_only":
        here.tell(refused)
        return
    if guide.situation == REFUSED_ENTRY and guide.one is not None:
        compare(here, guide.one)
    likely = likely_reason(guide)
    if likely:
        reason = ask_why(here, guide.candidate or "", likely)
        if reason is None:
            return
        guide = changed(guide, reason=reason)
    _form(here, guide)


def _form(here: Here, guide: Guide) -> None:
    blocked: list[Guide] = []

    def save(values: Values) -> str:
        command = guide.command(values)
        refused = here.desk.judge_json(command)
        if refused is not None and refused.code == "blocking_problem":
            typed = dt.datetime.fromisoformat(command["at"])
            blocked.append(changed(guide, note=values["note"], now=typed))
            return ""
        answer = here.ask_json(command)
        return "" if isinstance(answer, Done) else here.text(N_("Type it again, or leave."))

    here.talk.form(guide.title, guide.fields(), save, "\n".join(guide.advice()))
    if blocked:
        _ask_what_blocked(here, blocked[-1])


def _ask_what_blocked(here: Here, guide: Guide) -> None:
    """A problem that blocked is reported under another code: which one, else it did not."""
    listed, about = blocking_choices(guide)
    title = here.text(N_("It blocked the candidate"))
    picked = here.talk.choose(title, listed, about=about)
    if picked is not None:
        _about_someone(here, changed(guide, sight=picked or guide.sight))


def _enrol(here: Here, guide: Guide) -> None:
    """Add who is not on the list, then write down that it was so; or only write it down."""
    listed = [
        ("add", here.text(N_("The referent enrols them: add them to the list"))),
        ("write", here.text(N_("Not enrolled: only write it down"))),
    ]
    what = here.talk.choose(guide.title, listed)
    if what == "write":
        _form(here, guide)
    elif what == "add":
        before = set(here.state.candidates)
        ask_candidate(here, None)
        made = [one for one in here.state.candidates if one not in before]
        if made:
            _form(here, changed(guide, state=here.state, candidate=made[-1]))


# --- the log


def log(here: Here) -> None:
    """Every incident, the open ones first: closing one, saying one better."""
    wanted = IncidentFilter()
    while True:
        if not here.state.incidents:
            here.talk.say(here.text(N_("No incident yet.")))
            return
        state, words = here.state, here.words
        shown = shown_incidents(state, wanted, words, here.book)
        listed = [(one.id, _line(here, one)) for one in shown]
        if wanted.on:
            listed.append((EVERYTHING, here.text(N_("Show everything again"))))
        if len(state.incidents) > 1:
            listed.append((FILTER, here.text(N_("Show only some"))))
        about = filter_line(state, wanted, len(shown), words, here.book)
        picked = here.talk.choose(here.text(N_("Incidents")), listed, about=about)
        if picked is None:
            return
        if picked == FILTER:
            wanted = _narrowed(here, wanted)
        elif picked == EVERYTHING:
            wanted = IncidentFilter()
        else:
            about_incident(here, picked)


def _narrowed(here: Here, wanted: IncidentFilter) -> IncidentFilter:
    """The filter with one thing more, or less; the same for an empty line."""
    listed = filter_choices(here.state, wanted, here.words, here.book)
    listed.append((SEARCH, here.text(N_("Those with certain letters"))))
    picked = here.talk.choose(here.text(N_("Show only which?")), listed)
    if picked is None:
        return wanted
    if picked == SEARCH:
        return changed(wanted, typed=here.talk.ask(here.text(N_("Letters"))))
    return turned(wanted, picked)


def _line(here: Here, one: Incident) -> str:
    name, sight = sight_of(here.state, one, here.words, here.book)
    standing = here.text(N_("closed") if one.closed else N_("OPEN"))
    code = f" {one.code}" if one.code else ""
    return f"{one.id} {hour(here.state, one.opened.at)}{code}, {standing}, {name} : {sight}"


def about_incident(here: Here, incident: str) -> None:
    """One incident whole, and what can be done about it."""
    one = here.state.incidents.get(incident)
    if one is None:
        return
    told = incident_lines(here.state, incident, here.now(), here.words, here.book, 1000)
    listed: Choices = []
    if one.closed is None:
        listed.append(("close", here.text(N_("Dealt with: say how"))))
    listed.append(("amend", here.text(N_("Say it better"))))
    about = "\n".join(line for line, _tone in told)
    picked = here.talk.choose(_line(here, one), listed, about=about)
    if picked is None or not here.may_write():
        return
    if picked == "close":
        ask_close(here, incident)
    else:
        here.form(
            here.text(N_("Incident {incident}"), incident=incident),
            amend_fields(here.state, one, here.words),
            lambda values: amend_command(here.state, one, values, here.now(), here.words),
        )


def annex(here: Here) -> None:
    """Something remembered after the seal, with the true time of the facts."""
    here.form(
        here.text(N_("Add an annex")),
        annex_fields(here.words),
        lambda values: annex_command(here.state, values, here.now(), here.words),
        here.text(N_("What is sealed stays as it is; this is added after it.")),
    )
