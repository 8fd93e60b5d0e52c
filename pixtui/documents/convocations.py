"""Nominative convocations, one person a page, the address where a window envelope shows it.

Pix sends none (domain notes §1): this paper is the only one a candidate gets. All but the
person's own lines is the same on every page: it is drawn once and stamped.
"""

from pixtui.documents.canvas import BODY, LEAD, STRONG
from pixtui.documents.matter import name, own
from pixtui.documents.sheet import Sheet
from pixtui.documents.typeface import POINT, face
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
        sheet.running = ""
        sheet.letter()
        sheet.running = name(one)
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
    _column(sheet, name(one), WINDOW_X, WINDOW_WIDTH, _fitting(name(one), WINDOW_WIDTH, lines=3))
    group = own(one, one.class_name or one.external_id)
    if group:
        sheet.column(group, WINDOW_X, WINDOW_WIDTH, min(BODY, _fitting(group, WINDOW_WIDTH)))
    born = one.birthdate.strftime("%d/%m/%Y") if one.birthdate else "…… / …… / …………"
    facts = [
        (matter.text(N_("candidate")), name(one)),
        (matter.text(N_("birth date")), born),
        (matter.text(N_("class")), own(one, one.class_name)),
        (matter.text(N_("local id")), own(one, one.external_id)),
        (matter.text(N_("seat")), own(one, one.seat)),
    ]
    _facts(sheet, [fact for fact in facts if fact[1]], sheet.left + sheet.width / 2 + 4, 29)


def _facts(sheet: Sheet, facts: list[tuple[str, str]], x: float, indent: float) -> None:
    """Labels and values in one half of the frame, set smaller where they are long."""
    wide = sheet.width / 2 - 8 - indent
    sizes = [_fitting(value, wide) for _, value in facts]
    while sum(map(_height, facts, sizes, [wide] * len(facts))) > BODY_Y - FACTS_Y - 5:
        sizes = [max(size - 0.5, 1) for size in sizes]
    sheet.y = FACTS_Y + 1
    for (label, value), size in zip(facts, sizes, strict=True):
        sheet.put(x, sheet.y + 4.2, label, BODY - 1, grey=True)
        _column(sheet, value, x + indent, wide, size)


def _fitting(text: str, width: float, lines: int = 2) -> float:
    """The size at which a text takes so many lines at most, down to 5 points."""
    size, style = STRONG, face("B")
    while len(style.wrapped(text, size, width)) > lines and size > 5:
        size -= 0.5
    return size


def _height(fact: tuple[str, str], size: float, width: float) -> float:
    return len(face("B").wrapped(fact[1], size, width)) * size * POINT * LEAD + 0.6


def _column(sheet: Sheet, text: str, x: float, width: float, size: float) -> None:
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
    _facts(sheet, [(matter.text(label), value) for label, value in facts], sheet.left + 4, 28)
    sheet.y = BODY_Y
    for title, lines in matter.passages("convocations"):
        if title:
            sheet.heading(title, mark=False)
        if len(lines) == 1:
            sheet.text(lines[0], BODY)
        else:
            sheet.bullets(lines, BODY)
