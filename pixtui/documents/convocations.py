"""Nominative convocations, one person a page, the address where a window envelope shows it.

Pix sends none (domain notes §1): this paper is the only one a candidate gets. All but the
person's own lines is the same on every page: it is drawn once and stamped.
"""

from pixtui.documents.matter import name, own
from pixtui.documents.sheet import BODY, STRONG, Sheet
from pixtui.documents.typeface import face
from pixtui.domain.session import Candidate
from pixtui.wording.catalogue import N_
from pixtui.wording.times import long_date

WINDOW_X, WINDOW_Y, WINDOW_WIDTH = 106.0, 52.0, 84.0
"""Inside the right-hand window of a DL envelope, the sheet folded in three."""
FACTS_Y = 88.0
BODY_Y = 131.0


def draw(sheet: Sheet, about: tuple[str, ...]) -> None:
    """A page for each candidate, or for those named."""
    everyone = sheet.matter.people()
    chosen = [one for one in everyone if not about or one.id in about]
    fixed: bytes | None = None
    for place, one in enumerate(chosen):
        sheet.page()
        sheet.bookmark(name(one))
        page = sheet.pdf.page
        _person(sheet, one)
        if fixed is not None:
            sheet.stamp(fixed)
            continue
        strokes = sheet.stencil(lambda: _same_for_all(sheet))
        # A centre's own sentences may need a second page: then nothing is stamped.
        if place == 0 and sheet.pdf.page == page:
            fixed = strokes


def _person(sheet: Sheet, one: Candidate) -> None:
    matter = sheet.matter
    sheet.y = WINDOW_Y
    _fitted(sheet, name(one), WINDOW_X, WINDOW_WIDTH, lines=3)
    if one.class_name or one.external_id:
        sheet.put(WINDOW_X, sheet.y + 4, own(one, one.class_name or one.external_id), BODY)
    born = one.birthdate.strftime("%d/%m/%Y") if one.birthdate else "…… / …… / …………"
    sheet.y = FACTS_Y + 1
    x = sheet.left + sheet.width / 2 + 4
    wide = sheet.width / 2 - 8
    facts = [
        (matter.text(N_("candidate")), name(one)),
        (matter.text(N_("birth date")), born),
        (matter.text(N_("class")), own(one, one.class_name)),
        (matter.text(N_("local id")), own(one, one.external_id)),
        (matter.text(N_("seat")), own(one, one.seat)),
    ]
    for label, value in facts:
        if value:
            sheet.put(x, sheet.y + 4.2, label, BODY - 1, grey=True)
            _fitted(sheet, value, x + 29, wide - 29, lines=2)


def _fitted(sheet: Sheet, text: str, x: float, width: float, *, lines: int) -> None:
    """A text in at most so many lines, set smaller where it is long."""
    size = STRONG
    style = face("B")
    while len(style.wrapped(text, size, width)) > lines and size > 5:
        size -= 0.5
    sheet.column(text, x, width, size, bold=True)
    sheet.y += 0.6


def _same_for_all(sheet: Sheet) -> None:
    matter, details = sheet.matter, sheet.matter.details
    sheet.frame(sheet.left, FACTS_Y - 1, sheet.width, BODY_Y - FACTS_Y - 3, weight=0.4)
    middle = sheet.left + sheet.width / 2
    sheet.rule(middle, FACTS_Y + 1, middle, BODY_Y - 6, level=150)
    facts = [
        (N_("day"), long_date(matter.words, details.date)),
        (N_("be there at"), matter.call),
        (N_("test at"), details.time.strftime("%H:%M")),
        (N_("place"), matter.free(details.site)),
        (N_("room"), matter.free(details.room)),
    ]
    sheet.y = FACTS_Y + 1
    for label, value in facts:
        sheet.put(sheet.left + 4, sheet.y + 4.2, matter.text(label), BODY - 1, grey=True)
        _fitted(sheet, value, sheet.left + 32, sheet.width / 2 - 36, lines=2)
    sheet.y = BODY_Y
    for title, lines in matter.passages("convocations"):
        if title:
            sheet.heading(title, mark=False)
        if len(lines) == 1:
            sheet.text(lines[0], BODY)
        else:
            sheet.bullets(lines, BODY)
