"""The state now, on paper, to go on by hand when the console cannot.

The staff's: it shows extra times. It never shows the codes.
"""

from pixtui.documents.matter import listed, name, own
from pixtui.documents.sheet import Sheet
from pixtui.documents.table import Column, Table
from pixtui.domain.derive import candidate_state
from pixtui.domain.session import Candidate
from pixtui.domain.timing import real_end
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import state_label
from pixtui.wording.sentences import end_sentence
from pixtui.wording.when import hour_and_day

BOX = "\u2610"


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """How to go on, everyone with what is known and room for the rest, what is open."""
    matter = sheet.matter
    sheet.page()
    now = hour_and_day(matter.state, matter.now)
    sheet.text(matter.say(N_("State at {at}"), at=now), 12, bold=True, after=1.5)
    for _title, lines in matter.passages("fallback"):
        sheet.bullets(lines, 8.5)
    _people(sheet)
    _open(sheet)
    _room_to_write(sheet)


def _people(sheet: Sheet) -> None:
    matter = sheet.matter
    text = matter.text
    table = Table(
        sheet,
        [
            Column(title=text(N_("seat")), width=15, align="centre"),
            Column(title=text(N_("name and first name")), width=50, bold=True),
            Column(title=text(N_("state")), width=24),
            Column(title=text(N_("start")), width=14),
            Column(title=text(N_("real end, explained"))),
            Column(title=text(N_("ended at")), width=18),
            Column(title=text(N_("end screen")), width=15, align="centre"),
            Column(title=text(N_("signed out")), width=22, align="centre"),
            Column(title=text(N_("remark")), width=38),
        ],
        size=8.5,
        height=8.0,
    )
    for one in matter.seated():
        table.row(_row(sheet, one))
    table.close()


def _row(sheet: Sheet, one: Candidate) -> list[str]:
    matter = sheet.matter
    state = matter.state
    end = real_end(state, one, matter.now)
    extra = matter.say(N_("extra time {percent}%"), percent=one.extra_time)
    standing = candidate_state(state, one)
    box = "" if standing in ("absent", "turned_away") else BOX
    waiting = extra if one.extra_time else ""
    missing = [
        matter.text(msgid)
        for msgid, mark in ((N_("identity?"), one.identity), (N_("signature?"), one.signature))
        if mark is None and one.absent is None
    ]
    return [
        own(one, one.seat),
        name(one),
        state_label(matter.words, standing),
        hour_and_day(state, one.start.at) if one.start else "",
        matter.free(end_sentence(matter.words, end, state)) if end else waiting,
        hour_and_day(state, one.end.at) if one.end else "",
        hour_and_day(state, one.end_screen.at) if one.end_screen else box,
        hour_and_day(state, one.signed_out.at) if one.signed_out else box,
        " ".join(missing),
    ]


def _open(sheet: Sheet) -> None:
    matter = sheet.matter
    state, book, language = matter.state, matter.book, matter.language
    told = []
    for held in state.interruptions:
        if held.open:
            people = [name(state.candidates[key]) for key in held.candidates or ()]
            told.append(
                listed(
                    (
                        matter.say(
                            N_("interrupted since {at}"), at=hour_and_day(state, held.span.began)
                        ),
                        matter.free(book.cause_label(held.cause, language)),
                        ", ".join(people) or matter.text(N_("the room")),
                    )
                )
            )
    for one in state.incidents.values():
        if one.closed is None:
            who = state.candidates.get(one.candidate or "")
            seen = book.situation_title(one.situation, language) if one.situation else ""
            told.append(
                listed(
                    (
                        hour_and_day(state, one.opened.at),
                        one.code or "",
                        name(who) if who else matter.text(N_("the room")),
                        matter.free(seen),
                        matter.free(one.note),
                    )
                )
            )
    if told:
        sheet.heading(matter.text(N_("Still open")))
        sheet.bullets(told, 8.5)


def _room_to_write(sheet: Sheet) -> None:
    text = sheet.matter.text
    sheet.need(70)
    sheet.heading(text(N_("What happens from now on")), mark=False)
    table = Table(
        sheet,
        [
            Column(title=text(N_("time")), width=20),
            Column(title=text(N_("who")), width=60),
            Column(title=text(N_("what happened, what was done"))),
            Column(title=text(N_("minutes lost")), width=26),
        ],
        height=10.0,
    )
    while sheet.left_on_page > 32:
        table.row([""] * 4)
    table.close()
    sheet.signatures([text(N_("invigilator: name, date, signature"))], 14)
