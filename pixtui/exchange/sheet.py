"""A plain list of candidates in a workbook, .ods or .xlsx: French or English headers."""

import datetime as dt

from attrs import evolve as changed

from pixtui.exchange.columns import find_columns
from pixtui.exchange.listing import Format, read_list, read_plain
from pixtui.exchange.problems import ImportedList, ordered
from pixtui.exchange.sheets import Workbook

FORMAT = "sheet"


def parse(book: Workbook, today: dt.date, form: Format | None = None) -> ImportedList:
    """The candidates of a workbook's list and everything that is wrong with it."""
    form = form or Format(name=FORMAT, read_cells=read_plain)
    sheet, said = book.chosen(form.vocabulary)
    columns, _ = find_columns(sheet.rows, form.vocabulary)
    if columns is not None:
        said += sheet.remarks(columns)
    table = changed(sheet.table(), problems=tuple(said))
    found = read_list(form, table, today)
    return changed(found, problems=ordered(found.problems), delimiter=None)
