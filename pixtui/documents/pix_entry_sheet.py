"""What to type into Pix Certif, candidate by candidate, in Pix's own order (domain notes §6)."""

from pixtui.documents.matter import own
from pixtui.documents.sheet import Sheet
from pixtui.documents.table import Column, Table
from pixtui.domain.derive import candidate_state
from pixtui.wording.catalogue import N_
from pixtui.wording.pix_page import Entry, boxes_told, entries, of_room
from pixtui.wording.when import hour_and_day

BOX, TICKED = "\u2610", "\u2611"


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """The reports and reasons of each, then the two boxes, then the button that ends it all."""
    matter = sheet.matter
    text = matter.text
    sheet.page()
    if matter.state.sealed is None:
        sheet.text(text(N_("The record is not sealed yet: this may still change.")), bold=True)
    sheet.passages("pix-entry-sheet")
    found = entries(matter.state, matter.words, matter.book)
    table = Table(
        sheet,
        [
            Column(title="", width=9, align="centre"),
            Column(title=text(N_("last name")), width=40, bold=True),
            Column(title=text(N_("first name")), width=32),
            Column(title=text(N_("test")), width=24),
            Column(title=text(N_("to type or to choose"))),
        ],
        height=6.4,
    )
    for one in found:
        table.row(_row(sheet, one))
    table.close()
    _boxes(sheet)


def _row(sheet: Sheet, entry: Entry) -> list[str]:
    matter, one = sheet.matter, entry.candidate
    standing = candidate_state(matter.state, one)
    test = {"finished": N_("finished"), "stopped": N_("not finished")}.get(standing)
    told = "\n".join(matter.free(line) for line in entry.lines)
    if one.entered is not None:
        at = hour_and_day(matter.state, one.entered.at)
        told = "\n".join(filter(None, (told, matter.say(N_("typed {at}"), at=at))))
    return [
        TICKED if one.entered else BOX,
        own(one, one.last_name),
        own(one, one.first_name),
        matter.text(test) if test else "",
        told or matter.text(N_("nothing to report")),
    ]


def _boxes(sheet: Sheet) -> None:
    matter = sheet.matter
    state, language = matter.state, matter.language
    sheet.heading(matter.text(N_("Session boxes")))
    values = (("has_incident", state.has_incident), ("has_joining_issue", state.has_joining_issue))
    told = boxes_told(state, matter.words)
    for (box, ticked), what in zip(values, told, strict=True):
        meaning = matter.free(matter.book.box_text(box, language))
        told_whole = matter.say(
            N_("{what}. It is ticked only if: {meaning}"), what=what, meaning=meaning
        )
        sheet.tick(told_whole, ticked=ticked)
    told_of_room = [matter.free(said) for _one, said in of_room(state, matter.words, matter.book)]
    if told_of_room:
        sheet.bullets(told_of_room)
    sheet.heading(matter.text(N_("Then")), mark=False)
    sheet.tick(
        matter.text(N_("“Finaliser” pressed in Pix Certif: irreversible")),
        ticked=state.pix_finalised is not None,
    )
    sheet.signatures([matter.text(N_("typed by, date and time, signature"))], 18)
