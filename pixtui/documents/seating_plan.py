"""The seating plan: the seats in their order, to be matched to the tables of the room."""

from pixtui.documents.canvas import BODY, NOTE
from pixtui.documents.matter import name, own
from pixtui.documents.sheet import Sheet
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
    if not matter.state.candidates:
        sheet.text(matter.text(N_("Nobody is on the list.")), grey=True)
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
    seat, group = own(one, one.seat) or "–", own(one, one.class_name)
    corner = face("").width(group, NOTE)
    size = 13.0
    while face("B").width(seat, size) > wide - corner - 6 and size > NOTE:
        size -= 1
    told = [name(one)]
    if face("B").width(seat, size) + corner > wide - 6:  # both go below, nothing is cut
        told = [seat, name(one), group]
    else:
        sheet.put(x + 2, sheet.y + 5.4, seat, size, bold=True)
        sheet.put(x + wide - 2, sheet.y + 5, group, NOTE, align="right")
    _below(sheet, " ".join(told), x, wide)


def _below(sheet: Sheet, text: str, x: float, wide: float) -> None:
    """The name, in the largest type that leaves all of it in the card."""
    size, style = BODY, face("B")
    while len(lines := style.wrapped(text, size, wide - 4)) * _lead(size) > CARD - 7.5 and size > 2:
        size -= 0.5
    for number, line in enumerate(lines):
        sheet.put(x + 2, sheet.y + 7.2 + (number + 0.78) * _lead(size), line, size, bold=True)


def _lead(size: float) -> float:
    return size * POINT * 1.2
