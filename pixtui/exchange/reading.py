"""A file of any known format, recognised by what it holds and not by its name."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import frozen

from pixtui.exchange import (
    fregata_csv,
    pix_candidates,
    pix_profiles,
    pix_sessions,
    plain_csv,
    sheet,
    siecle,
    sup_csv,
)
from pixtui.exchange.apart.reader import read_apart
from pixtui.exchange.columns import HEADER_WITHIN, Vocabulary
from pixtui.exchange.csv_rows import read_table
from pixtui.exchange.pix_columns import SESSIONS_VOCABULARY
from pixtui.exchange.problems import Imported, ImportedList, problem
from pixtui.exchange.sheets import workbook_of

_SHEETS = (sheet.FORMAT, pix_candidates.FORMAT)
_APART = (*_SHEETS, siecle.FORMAT)
_ZIP = b"PK\x03\x04"
_XML = (b"<?xml", b"<BEE_ELEVES", b"\xef\xbb\xbf<?xml", b"\xff\xfe<\x00", b"\xfe\xff\x00<")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HEADER_BYTES = 200_000


@frozen(kw_only=True)
class About:
    """What is known besides the file."""

    today: dt.date
    class_name: str | None = None
    """Only the pupils of this class."""
    uai: str | None = None
    """The school the list must be of."""


def read(data: bytes, about: About, form: str | None = None) -> Imported:
    """What a file holds, and every problem with it; never raises. ``form`` forces the format."""
    if form in _APART or (form is None and _for_the_child(data)):
        return _read_apart(data, about, form)
    return _CSV[form or recognise_csv(data)](data, about, form is not None)


def _for_the_child(data: bytes) -> bool:
    return data.startswith((_ZIP, *_XML))


def _read_apart(data: bytes, about: About, form: str | None) -> Imported:
    if not data:
        return ImportedList(format=form or sheet.FORMAT, problems=(problem("file_empty"),))
    if not _for_the_child(data):
        # Whatever else it may be, no reader of the child would know it.
        return ImportedList(format=form or sheet.FORMAT, problems=(problem("not_a_workbook"),))
    told, wrong = read_apart(data)
    supposed = form or (sheet.FORMAT if data.startswith(_ZIP) else siecle.FORMAT)
    if wrong is not None:
        return ImportedList(format=supposed, problems=(wrong,))
    if told["kind"] == "siecle":
        if form in _SHEETS:
            return ImportedList(format=supposed, problems=(problem("not_a_workbook"),))
        return siecle.parse(told, about.today, class_name=about.class_name, uai=about.uai)
    if form == siecle.FORMAT:
        return ImportedList(format=form, problems=(problem("xml_other", root=told["kind"]),))
    return _read_workbook(told, about, form)


def _read_workbook(told: Mapping[str, Any], about: About, form: str | None) -> Imported:
    book = workbook_of(told)
    of_pix = form == pix_candidates.FORMAT or (
        form is None
        and (pix_candidates.is_candidates_list(book) or pix_candidates.is_damaged_list(book))
    )
    return pix_candidates.parse(book, about.today) if of_pix else sheet.parse(book, about.today)


# --- the CSV formats

_Reader = Callable[[bytes, About, bool], Imported]
_CSV: Mapping[str, _Reader] = {
    plain_csv.FORMAT: lambda data, about, _: plain_csv.parse(data, about.today),
    pix_sessions.FORMAT: lambda data, about, _: pix_sessions.parse(data, about.today),
    pix_profiles.FORMAT: lambda data, about, _: pix_profiles.parse(data, about.today),
    sup_csv.FORMAT: lambda data, about, _: sup_csv.parse(data, about.today),
    fregata_csv.FORMAT: lambda data, about, said: fregata_csv.parse(data, about.today, said=said),
}

_TELLING: Sequence[tuple[str, Vocabulary, frozenset[str]]] = (
    (pix_sessions.FORMAT, SESSIONS_VOCABULARY, frozenset(("number", "site", "room", "last_name"))),
    (
        pix_profiles.FORMAT,
        pix_profiles.VOCABULARY,
        frozenset(("last_name", "sent", "certifiable")),
    ),
    (
        sup_csv.FORMAT,
        sup_csv.VOCABULARY,
        frozenset(("last_name", "first_name", "birthdate", "external_id")),
    ),
    (
        fregata_csv.FORMAT,
        fregata_csv.VOCABULARY,
        frozenset(("last_name", "first_name", "birthdate", "external_id")),
    ),
)
"""The columns that tell a format from a school's own list."""


def recognise_csv(data: bytes) -> str:
    """The format of a CSV file by its header; a plain list where nothing else is told."""
    beginning = _beginning(data)
    for form, vocabulary, telling in _TELLING:
        table = read_table(beginning, vocabulary.recognised, mac=True)
        for _, cells in table.rows[:HEADER_WITHIN]:
            if telling <= {vocabulary.field_of(one) for one in cells}:
                return form
    return plain_csv.FORMAT


def _beginning(data: bytes) -> bytes:
    """Enough of a file for its header, whole lines of it."""
    if len(data) <= _HEADER_BYTES or data.startswith(_UTF16):
        return data
    return data[: data.rfind(b"\n", 0, _HEADER_BYTES) + 1] or data
