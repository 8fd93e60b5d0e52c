"""Writing Pix Certif's CSV of sessions, for one session (domain notes §3.2).

A session that Pix has already is named by its number alone, as Pix wants it: the file then replaces
its candidates. Otherwise the file creates it.
"""

import csv
import io
from collections.abc import Iterable

from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Details
from pixtui.exchange.export_csv import neutral
from pixtui.exchange.pix_columns import CSV_HABILITATIONS, SESSION, SESSIONS_CSV
from pixtui.exchange.pix_rows import cell, check, columns_for

_SESSION_NAMES = {one.name for one in SESSION}


def write_sessions(details: Details, people: Iterable[CandidateFields], *, sco: bool) -> bytes:
    """UTF-8 with a byte order mark, ``;``, everything quoted; raises Dangerous."""
    columns = columns_for(SESSIONS_CSV, CSV_HABILITATIONS, sco=sco)
    of_people = [one for one in columns if one.name not in _SESSION_NAMES]
    session = _session(details)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(one.header for one in columns)
    rows = 0
    for rows, one in enumerate(people, 1):  # noqa: B007 - how many there were
        check(one, of_people)
        writer.writerow([*session, *(_text(one, column.name) for column in of_people)])
    if not rows:
        writer.writerow([*session, *[""] * len(of_people)])
    return out.getvalue().encode("utf-8-sig")


def _session(details: Details) -> list[str]:
    """The cells of the session: its number, or all that describes it."""
    if details.number is not None:
        return [str(details.number), *[""] * (len(SESSION) - 1)]
    told = {
        "site": details.site,
        "room": details.room,
        "date": f"{details.date:%d/%m/}{details.date.year:04d}",
        "time": f"{details.time:%H:%M}",
        "examiner": details.examiner,
        "description": neutral(details.description or ""),
    }
    return [told.get(one.name, "") for one in SESSION]


def _text(one: CandidateFields, name: str) -> str:
    if name == "extra_time":
        return f"{one.extra_time}%" if one.extra_time else ""
    return cell(one, name)
