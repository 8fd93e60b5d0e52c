"""The statement on a suspected fraud: neutral facts about one candidate, apart from the report.

A suspicion, never a finding (domain notes §7 and §9): who saw what and when, what was kept, what
the candidate says, their signature or their refusal to sign.
"""

from pixtui.documents.matter import name, own
from pixtui.documents.sheet import Sheet
from pixtui.wording.catalogue import N_
from pixtui.wording.when import hour_and_day


def draw_blank(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """To be filled in by hand."""
    text = sheet.matter.text
    sheet.page()
    sheet.passages("fraud-statement-blank", 8.5)
    _identity(sheet, "", "", "", "")
    sheet.pairs([(text(N_("seen at")), ""), (text(N_("seen by")), "")])
    sheet.heading(text(N_("Facts")), mark=False)
    sheet.lines_to_write(6)
    sheet.heading(text(N_("Evidence kept, second witness")), mark=False)
    sheet.lines_to_write(2)
    _candidate_says(sheet, lines=4)


def draw(sheet: Sheet, about: tuple[str, ...]) -> None:
    """One suspicion, as it was written down."""
    matter = sheet.matter
    text, state = matter.text, matter.state
    incident = state.incidents[about[0]]
    one = state.candidates.get(incident.candidate or "")
    sheet.page()
    sheet.passages("fraud-statement", 8.5)
    if one is None:
        _identity(sheet, "", "", "", "")
    else:
        born = one.birthdate.strftime("%d/%m/%Y") if one.birthdate else ""
        group = own(one, one.class_name or one.external_id)
        _identity(sheet, name(one), born, group, own(one, one.seat))
    seen_at = hour_and_day(state, incident.opened.at)
    seen = [(text(N_("seen at")), seen_at), (text(N_("seen by")), matter.free(incident.opened.by))]
    sheet.pairs(seen)
    sheet.running = name(one) if one else ""
    sheet.heading(text(N_("Facts")), mark=False)
    if incident.situation:
        sheet.text(matter.free(matter.book.situation_title(incident.situation, matter.language)))
    if incident.note:
        sheet.text(matter.free(incident.note))
    sheet.lines_to_write(2)
    sheet.pairs(
        [
            (text(N_("evidence kept")), matter.free(incident.evidence)),
            (text(N_("second witness")), matter.free(incident.witnesses)),
            (text(N_("decided by")), matter.free(incident.decided_by)),
        ],
        1,
    )
    _candidate_says(sheet, lines=4)


def _identity(sheet: Sheet, who: str, born: str, group: str, seat: str) -> None:
    text = sheet.matter.text
    sheet.y += 2
    sheet.pairs([(text(N_("candidate")), who)], 1)
    labels = ((N_("birth date"), born), (N_("class or local id"), group), (N_("seat"), seat))
    sheet.pairs([(text(msgid), value) for msgid, value in labels])


def _candidate_says(sheet: Sheet, lines: int) -> None:
    text = sheet.matter.text
    sheet.need(16 + lines * 8 + 50)
    sheet.heading(text(N_("What the candidate says")), mark=False)
    sheet.lines_to_write(lines)
    sheet.signatures(
        [
            text(N_("candidate: date, signature")),
            text(N_("invigilator: name, date, signature")),
            text(N_("second witness: name, date, signature")),
        ]
    )
    sheet.tick(text(N_("The candidate refuses to sign. Time and witness:")))
    sheet.lines_to_write(1, 6)
