"""The incident report (*procès-verbal d'incident*): blank to fill in by hand, or from the log.

It circulates: reports whose very words tell of an extra time stand as their code alone.
"""

from collections.abc import Iterator

from pixtui.documents.canvas import BODY, NOTE
from pixtui.documents.matter import listed, name, own
from pixtui.documents.sheet import Sheet
from pixtui.documents.table import Column, Table
from pixtui.domain.derive import destinations
from pixtui.domain.history import Event
from pixtui.domain.rollcall import EVACUATION, roll
from pixtui.domain.session import Incident
from pixtui.domain.timing import minutes_up
from pixtui.wording.catalogue import N_
from pixtui.wording.heads import grouped_head
from pixtui.wording.labels import CHOICES, SAID, label
from pixtui.wording.paragraphs import evacuation_paragraph
from pixtui.wording.sentences import closed_sentence
from pixtui.wording.when import hour_and_day

HEAD_DIGITS = 32
"""Of the head on paper: more than what ``--expect`` takes at least."""


def draw_blank(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Room to write on, in the columns that are asked for afterwards."""
    text = sheet.matter.text
    sheet.page()
    sheet.passages("incident-report-blank", 8.5)
    table = Table(
        sheet,
        [
            Column(title=text(N_("time")), width=16),
            Column(title=text(N_("candidate, seat")), width=42),
            Column(title=text(N_("what happened")), share=1.6),
            Column(title=text(N_("code, question")), width=20),
            Column(title=text(N_("what was done, until when")), share=1.0),
        ],
        height=17.5,
    )
    for _ in range(8):
        table.row([""] * 5)
    table.close()
    sheet.text(text(N_("Interruptions of the room, with their times:")), after=0)
    sheet.lines_to_write(2, 7)
    _signatures(sheet)


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Every incident of the log, the interruptions, the annexes, the head, room to sign."""
    matter = sheet.matter
    state = matter.state
    sheet.page()
    sheet.pairs([(matter.text(N_("invigilators")), matter.free(matter.details.examiner))], 1)
    if not state.incidents:
        sheet.text(matter.text(N_("No incident was written down.")), bold=True)
    entered = {event.seq: event for event in state.history}
    for one in sorted(state.incidents.values(), key=lambda one: (one.opened.at, one.id)):
        _incident(sheet, one, entered.get(one.opened.seq))
    interruptions(sheet)
    if state.annexes:
        sheet.heading(matter.text(N_("Added after the seal")))
    for added in state.annexes:
        who = state.candidates.get(added.candidate or "")
        about = f"{name(who)} : " if who else ""
        at = hour_and_day(state, added.at)
        sheet.text(matter.free(f"{at} · {added.by} · {about}{added.note}"))
    _proof(sheet)
    _signatures(sheet)


def _incident(sheet: Sheet, one: Incident, entered: Event | None) -> None:
    matter = sheet.matter
    rule = matter.state.rules.situation(one.situation) if one.situation else None
    private = matter.book.private_codes & {one.code, rule.code if rule else None}
    who = matter.state.candidates.get(one.candidate or "")
    sheet.need(22)
    sheet.rule(sheet.left, sheet.y, sheet.right, sheet.y, level=150)
    sheet.y += 1.5
    whom = f"{name(who)}" if who else matter.text(N_("the room"))
    seat = matter.say(N_("seat {seat}"), seat=own(who, who.seat)) if who and who.seat else ""
    title = listed((hour_and_day(matter.state, one.opened.at), one.code or "", whom, seat))
    sheet.bookmark(title)
    sheet.text(title, BODY + 0.5, bold=True, after=0.4)
    for line in _told_privately(sheet, one) if private else _told(sheet, one):
        sheet.text(line, indent=5, after=0.4)
    at = hour_and_day(matter.state, entered.recorded if entered else one.opened.at)
    noted = matter.say(N_("Written down by {by}, at {at}."), by=matter.free(one.opened.by), at=at)
    sheet.text(f"{noted} ({one.id})", NOTE + 0.5, grey=True, indent=5, after=2.0)


def _told_privately(sheet: Sheet, one: Incident) -> Iterator[str]:
    matter = sheet.matter
    yield matter.text(N_("A report to Pix; its words are in the session report."))
    yield _where(sheet, one)


def _told(sheet: Sheet, one: Incident) -> Iterator[str]:
    matter = sheet.matter
    language, book, state = matter.language, matter.book, matter.state
    question = matter.say(N_("question {n}"), n=one.question) if one.question else ""
    seen = matter.free(book.situation_title(one.situation, language)) if one.situation else ""
    code = matter.free(book.code_label(one.code, language)) if one.code else ""
    blocked = matter.text(N_("it blocked the candidate")) if one.blocking else ""
    told = listed((seen, code if code != seen else "", question, blocked))
    if told:
        yield told
    called = roll(state, one.opened.at) if one.situation == EVACUATION else None
    if called is not None:
        yield matter.free(
            evacuation_paragraph(state, called, matter.now, matter.words, book, ends=False)
        )
        if called.interruption.span.ended is not None:
            yield matter.text(N_("The new ends are in the session report."))
    if one.note:
        yield matter.free(one.note)
    for field, msgid in SAID.items():
        if getattr(one, field):
            yield matter.say(msgid, text=matter.free(getattr(one, field)))
    yield _where(sheet, one)
    if one.closed is not None:
        at = hour_and_day(state, one.closed.at)
        yield closed_sentence(matter.words, at, matter.free(one.closed.outcome))
    else:
        yield matter.text(N_("Still open."))


def _where(sheet: Sheet, one: Incident) -> str:
    matter = sheet.matter
    places = (label(CHOICES, each, matter.words) for each in destinations(matter.state, one))
    return matter.say(N_("Dealt with: {where}"), where=", ".join(places))


def interruptions(sheet: Sheet) -> None:
    """Every interruption: from when to when, of whom, by what, given back or not."""
    matter = sheet.matter
    state, text = matter.state, matter.text
    if not state.interruptions:
        return
    sheet.heading(text(N_("Interruptions")), keep=26)
    table = Table(
        sheet,
        [
            Column(title=text(N_("from")), width=18),
            Column(title=text(N_("to")), width=18),
            Column(title=text(N_("minutes")), width=17, align="right"),
            Column(title=text(N_("cause")), width=36),
            Column(title=text(N_("who"))),
            Column(title=text(N_("given back")), width=22),
        ],
    )
    for one in sorted(state.interruptions, key=lambda one: one.span.began):
        ended = one.span.ended
        people = [state.candidates[key] for key in one.candidates or ()]
        cause = matter.free(matter.book.cause_label(one.cause, matter.language))
        table.row(
            [
                hour_and_day(state, one.span.began),
                hour_and_day(state, ended) if ended else text(N_("still on")),
                str(minutes_up(ended - one.span.began)) if ended else "",
                cause,
                ", ".join(map(name, people)) if people else text(N_("the room")),
                text(N_("yes")) if one.given_back else text(N_("no")),
            ]
        )
    table.close()


def _proof(sheet: Sheet) -> None:
    matter = sheet.matter
    sheet.need(70)
    sheet.passages("incident-report", 8.5)
    sealed = matter.state.sealed
    at = hour_and_day(matter.state, sealed.at) if sealed else ""
    standing = (
        matter.say(N_("sealed at {at}"), at=at) if sealed else matter.text(N_("not sealed yet"))
    )
    head = matter.say(N_("Head: {head}"), head=grouped_head(matter.head, HEAD_DIGITS))
    sheet.text(f"{head} ({standing})", BODY, bold=True, after=2)


def _signatures(sheet: Sheet) -> None:
    text = sheet.matter.text
    sheet.need(40)
    sheet.signatures(
        [
            text(N_("invigilator: name, date, signature")),
            text(N_("second invigilator or witness: name, date, signature")),
            text(N_("head of centre: name, date, signature")),
        ]
    )
    sheet.tick(text(N_("Someone named here refused to sign. Who, and at what time:")))
    sheet.lines_to_write(1, 6)
