"""The session report: everything that was declared, for the file and for a dispute.

The staff's: real ends are explained with the extra time in the sum.
"""

from collections.abc import Iterator

from pixtui.documents.incident_report import HEAD_DIGITS, interruptions
from pixtui.documents.matter import listed, name, own
from pixtui.documents.sheet import Sheet
from pixtui.documents.table import Column, Table
from pixtui.domain.derive import STATES, candidate_state, counters
from pixtui.domain.session import Candidate
from pixtui.domain.timing import real_end
from pixtui.wording.catalogue import N_
from pixtui.wording.heads import grouped_head
from pixtui.wording.history import history_lines
from pixtui.wording.labels import ACTS, CHOICES, SAID, TELL, label, state_label
from pixtui.wording.sentences import end_sentence, finding_sentence, left_open
from pixtui.wording.when import hour_and_day

LINE_FEED = "\u240a"
"""How a line of the history, which is one line on a screen, shows a line break."""


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Counters, each candidate, what went wrong, the whole history, the head."""
    sheet.page()
    _summary(sheet)
    _candidates(sheet)
    interruptions(sheet)
    _incidents(sheet)
    _left_open(sheet)
    _history(sheet)
    _proof(sheet)


def _summary(sheet: Sheet) -> None:
    matter = sheet.matter
    state, details, text = matter.state, matter.details, matter.text
    sealed = hour_and_day(state, state.sealed.at) if state.sealed else text(N_("not sealed yet"))
    done = state.pix_finalised
    finalised = hour_and_day(state, done.at) if done else text(N_("not yet"))
    sheet.pairs(
        [
            (text(N_("invigilators")), matter.free(details.examiner)),
            (text(N_("supervision")), label(CHOICES, details.mode, matter.words)),
            (text(N_("duration")), matter.say(N_("{minutes} min"), minutes=details.duration)),
            (text(N_("first fact")), hour_and_day(state, state.began) if state.began else "–"),
            (text(N_("record sealed")), sealed),
            (text(N_("finalised in Pix")), finalised),
        ]
    )
    counts = counters(state)
    told = [f"{state_label(matter.words, one)} : {counts[one]}" for one in STATES if counts[one]]
    total = matter.words.plural("{n} candidate", "{n} candidates", counts["total"])
    sheet.text(listed((total, *told)), bold=True, after=2)


def _candidates(sheet: Sheet) -> None:
    matter = sheet.matter
    text, state = matter.text, matter.state
    if not state.candidates:
        return
    sheet.heading(text(N_("Candidates")), keep=26)
    table = Table(
        sheet,
        [
            Column(title=text(N_("seat")), width=14, align="centre"),
            Column(title=text(N_("name and first name")), width=40, bold=True),
            Column(title=text(N_("state")), width=22),
            Column(title=text(N_("start")), width=13),
            Column(title=text(N_("end")), width=13),
            Column(title=text(N_("real end, explained; what was declared"))),
        ],
        size=8.5,
    )
    for one in matter.people():
        table.row(
            [
                own(one, one.seat),
                name(one),
                state_label(matter.words, candidate_state(state, one)),
                hour_and_day(state, one.start.at) if one.start else "",
                hour_and_day(state, one.end.at) if one.end else "",
                "\n".join(_told(sheet, one)),
            ]
        )
    table.close()


def _told(sheet: Sheet, one: Candidate) -> Iterator[str]:
    matter = sheet.matter
    state, text = matter.state, matter.text
    end = real_end(state, one, matter.now)
    if end is not None:
        yield matter.free(end_sentence(matter.words, end, state))
    if one.extra_time:
        yield matter.say(N_("extra time {percent}%"), percent=one.extra_time)
    marks = (
        (N_("identity"), one.identity),
        (N_("signed"), one.signature),
        (N_("presence"), one.presence),
        (N_("late"), one.arrived),
        (N_("absent"), one.absent),
        (N_("turned away"), one.turned_away),
        (N_("reason"), one.reason),
        (N_("end screen"), one.end_screen),
        (N_("signed out"), one.signed_out),
    )
    told = []
    for msgid, mark in marks:
        if mark is None:
            continue
        said = "" if mark.outcome in ("", "ok") else label(CHOICES, mark.outcome, matter.words)
        more = ", ".join(filter(None, (matter.free(said), matter.free(mark.note))))
        at = f"{text(msgid)} {hour_and_day(state, mark.at)}"
        told.append(f"{at} ({more})" if more else at)
    if told:
        yield ", ".join(told)
    for span in one.away:
        back = hour_and_day(state, span.ended) if span.ended else "…"
        yield matter.say(
            N_("out of the room {out} to {back}"), out=hour_and_day(state, span.began), back=back
        )
    for move in one.moves:
        at, origin = hour_and_day(state, move.at), matter.free(move.origin or "?")
        yield matter.say(
            N_("workstation {origin} → {to} at {at}"), origin=origin, to=matter.free(move.to), at=at
        )


def _incidents(sheet: Sheet) -> None:
    matter = sheet.matter
    text, state = matter.text, matter.state
    if not state.incidents:
        return
    sheet.heading(text(N_("Incidents")), keep=26)
    table = Table(
        sheet,
        [
            Column(title=text(N_("time")), width=18),
            Column(title=text(N_("code")), width=13, bold=True),
            Column(title=text(N_("candidate")), width=44),
            Column(title=text(N_("what happened"))),
            Column(title=text(N_("dealt with")), width=42),
        ],
        size=8.5,
    )
    for one in sorted(state.incidents.values(), key=lambda one: (one.opened.at, one.id)):
        who = state.candidates.get(one.candidate or "")
        seen = matter.book.situation_title(one.situation, matter.language) if one.situation else ""
        question = matter.say(N_("question {n}"), n=one.question) if one.question else ""
        said = [
            matter.say(msgid, text=getattr(one, field))
            for field, msgid in SAID.items()
            if getattr(one, field)
        ]
        told = filter(None, (seen, question, one.note, *said))
        closed = one.closed
        outcome = f"{hour_and_day(state, closed.at)} {closed.outcome}" if closed else ""
        table.row(
            [
                hour_and_day(state, one.opened.at),
                one.code or "",
                name(who) if who else text(N_("the room")),
                matter.free("\n".join(told)),
                matter.free(outcome) or text(N_("Still open.")),
            ]
        )
    table.close()


def _left_open(sheet: Sheet) -> None:
    matter = sheet.matter
    state = matter.state
    if state.overrides:
        sheet.heading(matter.text(N_("Sealed although missing")))
        for hole, why in state.overrides.items():
            missing = finding_sentence(matter.words, left_open(state, hole), state)
            sheet.text(matter.free(matter.say(TELL, what=missing.rstrip(" ."), how=why)))
    if state.annexes:
        sheet.heading(matter.text(N_("Added after the seal")))
        for added in state.annexes:
            sheet.text(matter.free(f"{hour_and_day(state, added.at)} · {added.by} · {added.note}"))


def _history(sheet: Sheet) -> None:
    matter = sheet.matter
    sheet.heading(matter.text(N_("History")), keep=26)
    for line in history_lines(matter.state, matter.words, matter.book):
        # What was left open stands above, under a heading of its own.
        what = label(ACTS, line.type, matter.words) if line.type == "finalise" else line.what
        told = f"{line.at}  {line.by} : {what}{line.late}"
        if line.voided:
            told = matter.say(N_("[undone] {what}"), what=told)
        told = told.replace(LINE_FEED, "\n")
        sheet.text(
            matter.free(told), 8, grey=line.voided, indent=11, first=str(line.seq), after=0.3
        )


def _proof(sheet: Sheet) -> None:
    matter = sheet.matter
    sheet.need(60)
    sheet.y += 3
    sheet.passages("session-report", 8.5)
    head = grouped_head(matter.head, HEAD_DIGITS)
    sheet.text(matter.say(N_("Head: {head}"), head=head), bold=True, after=2)
    sheet.signatures(
        [
            matter.text(N_("invigilator: name, date, signature")),
            matter.text(N_("head of centre: name, date, signature")),
        ]
    )
