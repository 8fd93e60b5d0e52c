"""The notice handed out to candidates: the session number, and what the projector shows too."""

from pixtui.documents.sheet import Sheet
from pixtui.wording.catalogue import N_

SIZE = 12.5


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """The number first: everything else comes after it is typed."""
    matter = sheet.matter
    sheet.page()
    sheet.y += 4
    sheet.frame(sheet.left, sheet.y, sheet.width, 26, weight=0.5)
    middle = sheet.left + sheet.width / 2
    sheet.put(middle, sheet.y + 7, matter.text(N_("session number")), 10, align="centre")
    number = str(matter.details.number or "." * 16)
    sheet.put(middle, sheet.y + 20.5, number, 34, bold=True, align="centre")
    sheet.y += 32
    for page in matter.book.pages():
        sheet.heading(matter.filled(page.title(matter.language)), keep=26)
        for line in matter.lines(page):
            sheet.text(line, SIZE, indent=6, first="–", after=1.8)
        sheet.y += 2
