"""The summary of a day: each room in numbers, what was left open, the heads, what was not read.

The staff's, for the head of centre. Nobody is named on it.
"""

from pixtui.documents.day import Day, RoomDay
from pixtui.documents.incident_report import HEAD_DIGITS
from pixtui.documents.matter import listed
from pixtui.documents.sheet import Pages, Told
from pixtui.documents.table import Column, Table
from pixtui.domain.derive import CandidateState
from pixtui.wording.catalogue import N_
from pixtui.wording.heads import grouped_head

TITLE = N_("Summary of the day")
SMALL = 8.0
"""Points, in the tables: eleven columns on a page."""
SIGNED = 34.0
"""Millimetres that a signature takes; on a page of its own it stands below what it signs for."""
COUNTS: tuple[tuple[str, tuple[CandidateState, ...]], ...] = (
    (N_("finished"), ("finished",)),
    (N_("unfinished"), ("stopped",)),
    (N_("absent"), ("absent", "turned_away")),
    (N_("not over yet"), ("expected", "checked_in", "ready", "running", "interrupted")),
)
"""The columns of counts and the states in each: together they are all candidates."""


def day_summary(day: Day, told: Told | None = None) -> bytes:
    """The PDF; the same bytes for the same records. Raises PaperError."""
    sheet = Pages(day, day.text(TITLE), staff=True, landscape=True, told=told)
    sheet.page()
    sheet.text(listed(day.counters()), bold=True, after=2)
    if any(not one.counted for one in day.rooms):
        sheet.text(day.text(N_("Fictional sessions are not counted.")), after=2)
    _rooms(sheet, day)
    _sealed(sheet, day)
    _unread(sheet, day)
    if sheet.left_on_page < SIGNED:
        sheet.page()
        sheet.text(listed(day.counters()), bold=True, after=2)
    sheet.y += 2
    sheet.signatures([day.text(N_("head of centre: name, date, signature"))])
    return sheet.data()


def _rooms(sheet: Pages, day: Day) -> None:
    text = day.text
    table = Table(
        sheet,
        [
            Column(title=text(N_("room")), width=26, bold=True),
            Column(title=text(N_("session number")), width=19),
            Column(title=text(N_("announced")), width=20, align="centre"),
            Column(title=text(N_("first start, last end")), width=22, align="centre"),
            Column(title=text(N_("candidates")), width=18, align="centre", bold=True),
            *(Column(title=text(title), width=15, align="centre") for title, _states in COUNTS),
            Column(title=text(N_("why not finished")), width=30),
            Column(title=text(N_("incidents by code"))),
            Column(title=text(N_("E alerts")), width=15, align="centre"),
            Column(title=text(N_("standing")), width=24),
        ],
        size=SMALL,
    )
    for one in day.rooms:
        table.row(_row(day, one))
    totals = [str(sum(day.total(state) for state in states)) for _title, states in COUNTS]
    total = str(day.total("total"))
    table.row([text(N_("In all")), "", "", "", total, *totals, *[""] * 4])
    table.close()


def _row(day: Day, one: RoomDay) -> list[str]:
    found = one.tally
    times = [one.hour(found.first_start), one.hour(found.last_end)]
    alerts = str(found.alerts) if found.alerts else ""
    if found.alerts_open:
        alerts = day.say(N_("{n}, {open} open"), n=found.alerts, open=found.alerts_open)
    return [
        day.free(one.room),
        str(one.number or ""),
        f"{one.announced:%H:%M}",
        "–".join(times) if any(times) else "",
        str(found.counters["total"]),
        *(str(sum(found.counters[state] for state in states)) for _title, states in COUNTS),
        day.unfinished(found.unfinished),
        day.free(day.incidents(found.incidents)),
        alerts,
        day.standing(one),
    ]


def _sealed(sheet: Pages, day: Day) -> None:
    """The heads of what is sealed, with what was left open."""
    text = day.text
    sealed = [one for one in day.rooms if one.sealed is not None]
    sheet.heading(text(N_("Sealed records")), keep=26)
    if not sealed:
        sheet.text(text(N_("None yet.")), after=2)
        return
    table = Table(
        sheet,
        [
            Column(title=text(N_("room")), width=30, bold=True),
            Column(title=text(N_("sealed at")), width=18, align="centre"),
            Column(title=text(N_("finalised in Pix")), width=24, align="centre"),
            Column(title=text(N_("left open at the seal"))),
            Column(title=text(N_("head")), width=92),
        ],
        size=SMALL,
    )
    for one in sealed:
        table.row(
            [
                day.free(one.room),
                one.hour(one.sealed),
                one.hour(one.pix_finalised) or text(N_("not yet")),
                day.left_open(one.tally.left_open),
                grouped_head(one.head, HEAD_DIGITS),
            ]
        )
    table.close()


def _unread(sheet: Pages, day: Day) -> None:
    if day.unread:
        sheet.heading(day.text(N_("Files that could not be read: they are in no total")))
        sheet.bullets([day.free(one) for one in day.unread], SMALL)
