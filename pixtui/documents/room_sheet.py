"""The sheet on the wall: session number, start, rules. Never the access code (domain notes §4)."""

from pixtui.documents.sheet import Sheet
from pixtui.documents.typeface import face
from pixtui.wording.catalogue import N_

NUMBER = 92.0


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Read from the back of the room."""
    matter = sheet.matter
    sheet.page()
    middle = sheet.left + sheet.width / 2
    sheet.put(middle, sheet.y + 8, matter.text(N_("session number")), 20, align="centre")
    number = str(matter.details.number or "." * 12)
    size = min(NUMBER, NUMBER * sheet.width / face("B").width(number, NUMBER))
    sheet.put(middle, sheet.y + 42, number, size, bold=True, align="centre")
    sheet.y += 52
    start = matter.say(N_("Start: {time}"), time=matter.details.time.strftime("%H:%M"))
    sheet.put(middle, sheet.y + 8, start, 26, bold=True, align="centre")
    sheet.y += 18
    for _title, lines in matter.passages("room-sheet"):
        for line in lines:
            sheet.text(line, 17, indent=9, first="–", after=1.6)
