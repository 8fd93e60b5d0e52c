"""The list of pupils of an agricultural school, from FREGATA (domain notes §3.3).

These files may come from a Mac: where one was said to be of this kind, and looks it, its
accents are read so.
"""

import datetime as dt

from pixtui.exchange.columns import REQUIRED, Vocabulary
from pixtui.exchange.csv_rows import read_table
from pixtui.exchange.listing import Format, read_list, read_plain
from pixtui.exchange.problems import ImportedList

FORMAT = "fregata-csv"
VOCABULARY = Vocabulary(
    {
        "last_name": "nom de famille",
        "first_name": "premier prenom",
        "birthdate": "date de naissance",
        "external_id": "identifiant unique",
        "class_name": "division",
    },
    {
        **REQUIRED,
        "last_name": "Nom de famille*",
        "first_name": "Premier prénom*",
        "external_id": "Identifiant unique*",
    },
)
_FORM = Format(name=FORMAT, vocabulary=VOCABULARY, read_cells=read_plain, unique_ids=True)


def parse(data: bytes, today: dt.date, *, said: bool = False) -> ImportedList:
    """The pupils of the list; ``said`` where somebody said that the file is of this kind."""
    return read_list(_FORM, read_table(data, VOCABULARY.recognised, mac=said), today)
