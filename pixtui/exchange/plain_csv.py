"""A plain list of candidates, as a school exports one: CSV, French or English headers."""

import datetime as dt

from pixtui.exchange.csv_rows import read_table
from pixtui.exchange.listing import Format, read_list, read_plain
from pixtui.exchange.problems import ImportedList

FORMAT = "plain-csv"
_PLAIN_CSV = Format(name=FORMAT, read_cells=read_plain)


def parse(data: bytes, today: dt.date) -> ImportedList:
    """The candidates of a CSV file and everything that is wrong with it; never raises.

    ``today`` is the date in the room, for birth dates.
    """
    return read_list(_PLAIN_CSV, read_table(data), today)
