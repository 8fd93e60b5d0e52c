"""The preparation of the room, point by point, to be ticked by hand (domain notes §1, step 4)."""

from pixtui.documents.canvas import STRONG
from pixtui.documents.sheet import Sheet
from pixtui.wording.catalogue import N_

STEP = "room"


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """The items of the step, room for the centre's own, who looked and when."""
    matter = sheet.matter
    mode, book = matter.details.mode, matter.book
    sheet.page()
    sheet.passages("room-checklist")
    sheet.y += 2
    rule = matter.state.rules.step(STEP, mode)
    record = matter.state.steps.get(STEP)
    for item in rule.items if rule else ():
        title = book.item_title(STEP, item, mode, matter.language)
        if book.item_is_ours(STEP, item, mode):
            title = matter.say(N_("{what} (proposal)"), what=title)
        sheet.tick(title, ticked=bool(record and item in record.items), size=STRONG)
        sheet.y += 1.6
    for _ in range(6):
        sheet.tick("." * 90, size=STRONG)
        sheet.y += 1.6
    sheet.heading(matter.text(N_("Remarks")), mark=False)
    sheet.lines_to_write(5)
    sheet.signatures([matter.text(N_("seen by, date and time, signature"))])
