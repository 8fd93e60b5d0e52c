"""The end: what blocks and what is missing, by name; the seal; then what to type into Pix."""

from pixtui.domain import commands as c
from pixtui.domain.outcome import Finding
from pixtui.domain.text import visible
from pixtui.line.evacuation import ask_room
from pixtui.line.here import Here
from pixtui.line.incidents import about_incident, annex
from pixtui.line.people import about_one
from pixtui.line.session import details
from pixtui.line.steps import about_step
from pixtui.present.choices import Choices
from pixtui.present.entering import BOXES, entry_lines, progress
from pixtui.present.field import Field, Values
from pixtui.present.finalising import (
    Line,
    alike_told,
    lines,
    missing,
    moment,
    moment_sealed,
    reasoned,
)
from pixtui.present.head import counters_line
from pixtui.present.sight import name_of
from pixtui.store.verify import head_of
from pixtui.wording.catalogue import N_
from pixtui.wording.pix_page import entries, left, of_room
from pixtui.wording.sentences import finding_sentence

ALIKE_LINES = 6
_NAMES = {"blocker": N_("BLOCKS"), "hole": N_("missing"), "warning": N_("to watch")}


def ending(here: Here) -> None:
    """What is left before the seal, or what comes after it, until one goes back."""
    while True:
        going_on = _after(here) if here.state.sealed is not None else _before(here)
        if not going_on:
            return


def _before(here: Here) -> bool:
    here.reasons.read()
    found = lines(here.state, here.now())
    here.talk.say(counters_line(here.state, here.words).strip())
    listed: Choices = [(one.key, _told(here, one)) for one in found]
    listed.append(("seal", here.text(N_("Seal the record for good"))))
    picked = here.talk.choose(moment(found, here.reasons.by_hole, here.words), listed)
    if picked is None:
        return False
    if not here.may_write():
        return False
    if picked == "seal":
        _seal(here, found)
        return True
    line = next(one for one in found if one.key == picked)
    _one(here, line)
    return True


def _told(here: Here, line: Line) -> str:
    reason = reasoned(line, here.reasons.by_hole)
    kind = here.text(N_("left open")) if reason else here.text(_NAMES[line.kind])
    told = finding_sentence(here.words, line.finding, here.state)
    return f"{kind} : {told}" + (f" [{reason}]" if reason else "")


def _one(here: Here, line: Line) -> None:
    """Go where a line is mended, or leave it open with a reason."""
    if line.kind == "hole":
        ways = [
            ("mend", here.text(N_("Go where it is mended"))),
            ("leave", here.text(N_("Leave it open, with a reason"))),
        ]
        way = here.talk.choose(_told(here, line), ways)
        if way == "leave":
            _leave_open(here, line)
        if way != "mend":
            return
    _mend(here, line)


def _mend(here: Here, line: Line) -> None:
    finding = line.finding
    if finding.code == "step_left":
        rule = here.state.rules.step(finding.subject or "", here.state.session.mode)
        if rule is not None:
            about_step(here, rule)
    elif finding.code == "incident_open":
        about_incident(here, finding.subject or "")
    elif finding.code == "room_interruption_open":
        ask_room(here)
    elif finding.code == "no_number":
        details(here)
    elif finding.code == "box_empty":
        _ask_box(here, finding)
    elif finding.candidate in here.state.candidates:
        about_one(here, str(finding.candidate))
    else:
        here.talk.say(finding_sentence(here.words, finding, here.state))


def _ask_box(here: Here, finding: Finding) -> None:
    """The box of the session for what befell the room: ticked, or left empty."""
    meaning = here.book.box_text("has_incident", here.words.language)
    told = [line for _one, line in of_room(here.state, here.words, here.book)]
    listed = [
        ("tick", here.text(N_("Tick the box “incident”"))),
        ("leave", here.text(N_("Leave it empty"))),
    ]
    title = finding_sentence(here.words, finding, here.state)
    if here.talk.choose(title, listed, about="\n".join((*told, meaning))) == "tick":
        here.ask(c.SetSessionBox(box="has_incident", value=True))


def _leave_open(here: Here, line: Line) -> None:
    key = line.finding.keys[0]
    field = Field(
        name="reason", label=here.text(N_("reason")), value=reasoned(line, here.reasons.by_hole)
    )

    def save(values: Values) -> str:
        return here.reasons.set({key: values["reason"]})

    here.talk.form(here.text(N_("Leave it open: why?")), [field], save)
    reason = here.reasons.by_hole.get(key)
    found = missing(lines(here.state, here.now()), here.reasons.by_hole)
    alike = [one for one in found if one.finding.code == line.finding.code]
    if not reason or not alike:
        return
    others = here.words.plural(
        "The {n} other line of this kind too", "The {n} other lines of this kind too", len(alike)
    )
    listed = [("one", here.text(N_("This line only"))), ("all", others)]
    about = alike_told(alike, here.state, here.words, ALIKE_LINES)
    title = here.text(N_("Left open: {reason}"), reason=reason)
    if here.talk.choose(title, listed, about=about) == "all":
        here.talk.say(here.reasons.set({one.finding.keys[0]: reason for one in alike}))


def _seal(here: Here, found: list[Line]) -> None:
    """Seal the record, asked twice; what stands in the way is said by the refusal."""
    blocked = any(one.kind == "blocker" for one in found)
    if not blocked and not missing(found, here.reasons.by_hole):
        room = here.state.session.room
        told = N_("Seal the record of {room}? Nothing in it can change afterwards.")
        sure = here.text(N_("Yes, I have checked everything"))
        if not here.talk.confirm(here.text(told, room=room), sure, _others(here)):
            return
        again = here.text(N_("Sealing is irreversible. The codes are erased from the file."))
        if not here.talk.confirm(again, here.text(N_("Seal now"))):
            return
    here.ask(c.Finalise(overrides=here.reasons.by_hole))


def _others(here: Here) -> str:
    """Who else is at work on this session, whom the seal would surprise."""
    names = ", ".join(visible(one.by) for one in here.desk.others)
    told = N_("Also at work on this session: {names}.")
    return here.text(told, names=names) if names else ""


# --- after the seal


def _after(here: Here) -> bool:
    said = (here.state, here.words, here.book)
    head = head_of(list(here.desk.store.entries))
    here.talk.say(moment_sealed(here.state, head, here.words))
    waiting = [one.candidate for one in left(*said)]
    listed: Choices = []
    if waiting:
        named = here.text(N_("Type and tick, one after the other: {name} is next"))
        listed.append(("next", named.format(name=name_of(waiting[0]))))
    listed += [
        ("all", here.text(N_("Everything that is typed into Pix"))),
        (BOXES, here.text(N_("Session boxes"))),
    ]
    if here.state.pix_finalised is None:
        listed.append(("pix", here.text(N_("I pressed Finaliser in Pix Certif"))))
    listed.append(("annex", here.text(N_("Add an annex"))))
    picked = here.talk.choose(progress(*said), listed)
    if picked is None:
        return False
    if picked == "next":
        _type_in(here)
    elif picked == "all":
        here.talk.lines([_entry(here, one.candidate.id) for one in entries(*said)])
    elif picked == BOXES:
        here.talk.say(*(line for line, _ in entry_lines(here.state, BOXES, *said[1:], 1000)))
    elif picked == "annex":
        annex(here)
    elif here.may_write():
        _pix_finalised(here)
    return True


def _entry(here: Here, candidate: str) -> str:
    one = here.one(candidate)
    told = entry_lines(here.state, candidate, here.words, here.book, 1000)
    mark = "[x]" if one.entered is not None else "[ ]"
    return f"{mark} {name_of(one)} : " + " ; ".join(line for line, _tone in told)


def _type_in(here: Here) -> None:
    """One candidate after the other: what to type, ticked once it is typed."""
    while waiting := left(here.state, here.words, here.book):
        candidate = waiting[0].candidate.id
        listed = [("typed", here.text(N_("It is typed into Pix")))]
        if here.talk.choose(_entry(here, candidate), listed) is None or not here.may_write():
            return
        here.ask(c.RecordEntered(candidates=(candidate,)))


def _pix_finalised(here: Here) -> None:
    count = len(left(here.state, here.words, here.book))
    about = (
        here.words.plural(
            "{n} candidate is not ticked as typed.",
            "{n} candidates are not ticked as typed.",
            count,
        )
        if count
        else ""
    )
    question = here.text(N_("Pix Certif says that the session is finalised?"))
    if here.talk.confirm(question, here.text(N_("Yes, note it")), about):
        here.ask(c.RecordPixFinalised())
