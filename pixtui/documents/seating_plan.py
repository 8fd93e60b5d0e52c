"""The seating plan: the seats in their order, to be matched to the tables of the room."""

from pixtui.documents.matter import name, own
from pixtui.documents.sheet import BODY, NOTE, Sheet
from pixtui.documents.typeface import POINT, face
from pixtui.domain.session import Candidate
from pixtui.wording.catalogue import N_

ACROSS, GAP = 6, 3.0
CARD = 18.5


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """A card a seat, the board side at the top; those without a seat below, by name."""
    matter = sheet.matter
    sheet.page()
    sheet.frame(sheet.left + sheet.width / 4, sheet.y, sheet.width / 2, 6)
    middle = sheet.left + sheet.width / 2
    sheet.put(middle, sheet.y + 4.3, matter.text(N_("board")), BODY, grey=True, align="centre")
    sheet.y += 10
    _cards(sheet, [one for one in matter.seated() if one.seat])
    rest = [one for one in matter.seated() if not one.seat]
    if rest:
        sheet.heading(matter.text(N_("No seat yet")))
        _cards(sheet, rest)


def _cards(sheet: Sheet, people: list[Candidate]) -> None:
    wide = (sheet.width - GAP * (ACROSS - 1)) / ACROSS
    for at in range(0, len(people), ACROSS):
        sheet.need(CARD)
        for place, one in enumerate(people[at : at + ACROSS]):
            _card(sheet, one, sheet.left + place * (wide + GAP), wide)
        sheet.y += CARD + 2


def _card(sheet: Sheet, one: Candidate, x: float, wide: float) -> None:
    sheet.frame(x, sheet.y, wide, CARD, weight=0.25)
    seat, size = own(one, one.seat) or "–", 13.0
    while face("B").width(seat, size) > wide - 20 and size > NOTE:
        size -= 1
    sheet.put(x + 2, sheet.y + 5.4, seat, size, bold=True)
    sheet.put(x + wide - 2, sheet.y + 5, own(one, one.class_name)[:14], NOTE, align="right")
    size = BODY
    style = face("B")
    while (
        len(lines := style.wrapped(name(one), size, wide - 4)) * size * POINT * 1.2 > CARD - 7.5
        and size > 4
    ):
        size -= 0.5
    for number, line in enumerate(lines):
        y = sheet.y + 7.2 + (number + 0.78) * size * POINT * 1.2
        sheet.put(x + 2, y, line, size, bold=True)
