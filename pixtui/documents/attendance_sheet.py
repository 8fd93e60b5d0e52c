"""The attendance sheet as Pix lays it out (domain notes §4): 20 a page, signed line by line.

It never shows the extra time, which would disclose a disability, nor who gets the results.
"""

from collections.abc import Sequence

from pixtui.documents.matter import own
from pixtui.documents.sheet import Sheet
from pixtui.documents.table import Column, Table
from pixtui.domain.session import Candidate
from pixtui.wording.catalogue import N_

A_PAGE = 20
ABREAST = 4
"""Invigilators who sign side by side."""


def draw(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Everyone, sorted as Pix does; the invigilators sign every page. No one: lines to fill in."""
    people = sheet.matter.people()
    classes = any(one.class_name for one in people)
    for at in range(0, max(len(people), 1), A_PAGE):
        _page(sheet, people[at : at + A_PAGE], classes=classes)


def _page(sheet: Sheet, people: Sequence[Candidate], *, classes: bool) -> None:
    text = sheet.matter.text
    sheet.page()
    sheet.passages("attendance-sheet", 8)
    examiners = [one.strip() for one in sheet.matter.free(sheet.matter.details.examiner).split(",")]
    label = text(N_("invigilator, signature"))
    labels = [f"{one} · {label}" for one in examiners if one] or [label]
    for at in range(0, len(labels), ABREAST):
        sheet.signatures(labels[at : at + ABREAST], 14)
    table = Table(
        sheet,
        [
            Column(title=text(N_("birth name")), bold=True),
            Column(title=text(N_("first name"))),
            Column(title=text(N_("birth date")), width=25, align="centre"),
            Column(title=text(N_("class")) if classes else text(N_("local id")), width=27),
            Column(title=text(N_("signature")), width=47),
        ],
    )
    rows = [[""] * 5] * A_PAGE if not people else []
    for one in people:
        born = one.birthdate.strftime("%d/%m/%Y") if one.birthdate else ""
        group = one.class_name if classes else one.external_id
        rows.append([own(one, one.last_name), own(one, one.first_name), born, own(one, group), ""])
    table.page_of(rows, A_PAGE)
    table.close()
