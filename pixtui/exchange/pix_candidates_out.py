"""Writing Pix Certif's "Liste des candidats" (domain notes §3.1)."""

from collections.abc import Iterable, Sequence

from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Details
from pixtui.exchange.ods_writer import Percent, Value, write_ods
from pixtui.exchange.pix_columns import CANDIDATES_ODS, ODS_HABILITATIONS, Column
from pixtui.exchange.pix_rows import cell, columns_for

SHEET = "Liste des candidats"
HEADER_ROW = 12
EMPTY_ROWS = 20
_GROUPS = {
    "last_name": "Identité du candidat",
    "birth_insee": "Lieu de naissance",
    "email": "Convocation et résultats",
    "extra_time": "Aménagement",
    "billing": "Tarification",
}
"""What stands above the first column of each group, ours: Pix does not read it."""


def write_candidates(details: Details, people: Iterable[CandidateFields], *, sco: bool) -> bytes:
    """The list; ``sco`` leaves billing out. Every cell is a text or a percentage."""
    columns = columns_for(CANDIDATES_ODS, ODS_HABILITATIONS, sco=sco)
    rows: list[Sequence[Value]] = [*_title(details), *_groups(columns)]
    rows.append([one.header for one in columns])
    rows += [_row(one, columns) for one in people]
    rows += [()] * EMPTY_ROWS
    return write_ods(SHEET, rows, frozenset((1, *range(9, HEADER_ROW + 1))))


def _title(details: Details) -> list[Sequence[Value]]:
    """Rows 1 to 8: which session it is of."""
    return [
        (SHEET,),
        ("N° de session", str(details.number or "")),
        ("Centre", details.centre or ""),
        ("Site", details.site),
        ("Salle", details.room),
        ("Date", f"{details.date:%d/%m/}{details.date.year:04d}"),
        ("Heure", f"{details.time:%H:%M}"),
        ("Surveillant(s)", details.examiner),
    ]


def _groups(columns: Sequence[Column]) -> list[Sequence[Value]]:
    """Rows 9 to 11."""
    return [(), [_GROUPS.get(one.name, "") for one in columns], ()]


def _row(one: CandidateFields, columns: Iterable[Column]) -> list[Value]:
    return [
        Percent(one.extra_time)
        if column.name == "extra_time" and one.extra_time
        else cell(one, column.name)
        for column in columns
    ]
