"""Lists of names: the convocation grid, the list on the door, the roll call."""

from pixtui.documents.matter import name, own
from pixtui.documents.sheet import Sheet
from pixtui.documents.table import Column, Table
from pixtui.domain.derive import candidate_state
from pixtui.domain.session import Candidate
from pixtui.wording.catalogue import N_

BOX = "\u2610"


def convocation_grid(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Exam style: who is called when and where, each signing for their convocation."""
    matter = sheet.matter
    text = matter.text
    sheet.page()
    sheet.passages("convocation-grid")
    table = Table(
        sheet,
        [
            Column(title=text(N_("seat")), width=18, align="centre"),
            Column(title=text(N_("name and first name")), bold=True),
            Column(title=text(N_("class")), width=26),
            Column(title=text(N_("call")), width=18, align="centre"),
            Column(title=text(N_("convocation received: signature")), width=52),
        ],
        height=9.5,
        even=True,
    )
    for one in matter.seated():
        class_name = own(one, one.class_name or one.external_id)
        table.row([own(one, one.seat), name(one), class_name, matter.call, ""])
    table.close()


def door_list(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Names and seats, large enough to be read on a door."""
    matter = sheet.matter
    sheet.page()
    people = matter.people()
    namesakes = _namesakes(people)
    columns = [Column(title=matter.text(N_("name and first name")), bold=True)]
    if namesakes:
        columns.append(Column(title=matter.text(N_("class")), width=32))
    columns.append(Column(title=matter.text(N_("seat")), width=28, align="centre", bold=True))
    table = Table(sheet, columns, height=7.5, size=13, even=True)
    for one in people:
        row = [name(one), own(one, one.seat)]
        if namesakes:
            row.insert(1, own(one, one.class_name) if name(one) in namesakes else "")
        table.row(row)
    table.close()


def _namesakes(people: list[Candidate]) -> set[str]:
    """The names that two candidates bear: only their class tells them apart on a door."""
    names = [name(one) for one in people]
    return {one for one in names if names.count(one) > 1}


def roll_call(sheet: Sheet, _about: tuple[str, ...]) -> None:
    """Everyone who may be in the room, to be called outside and back."""
    matter = sheet.matter
    text = matter.text
    sheet.page()
    sheet.passages("roll-call")
    sheet.pairs([(text(one), "") for one in (N_("alarm at"), N_("out at"), N_("back at"))], 3)
    table = Table(
        sheet,
        [
            Column(title=text(N_("seat")), width=18, align="centre"),
            Column(title=text(N_("name and first name")), bold=True),
            Column(title=text(N_("outside")), width=20, align="centre"),
            Column(title=text(N_("back")), width=20, align="centre"),
            Column(title=text(N_("remark")), width=48),
        ],
        height=6.4,
        even=True,
    )
    for one in matter.seated():
        if candidate_state(matter.state, one) not in ("absent", "turned_away"):
            table.row([own(one, one.seat), name(one), BOX, BOX, ""])
    table.close()
    sheet.need(16)
    sheet.pairs([(text(N_("missing")), ""), (text(N_("told to")), "")], 1)
