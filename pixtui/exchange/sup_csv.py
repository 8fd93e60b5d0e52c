"""The list of students of a higher-education establishment (domain notes §3.3)."""

import datetime as dt

from pixtui.exchange.columns import REQUIRED, Vocabulary
from pixtui.exchange.csv_rows import read_table
from pixtui.exchange.listing import Format, read_list, read_plain
from pixtui.exchange.problems import ImportedList

FORMAT = "sup-csv"
VOCABULARY = Vocabulary(
    {
        "last_name": "nom de famille",
        "first_name": "premier prenom",
        "birthdate": "date de naissance",
        "external_id": "numero etudiant",
        "class_name": "groupe",
    },
    {
        **REQUIRED,
        "last_name": "Nom de famille",
        "first_name": "Premier prénom",
        "external_id": "Numéro étudiant",
    },
)
_FORM = Format(name=FORMAT, vocabulary=VOCABULARY, read_cells=read_plain, unique_ids=True)


def parse(data: bytes, today: dt.date) -> ImportedList:
    """The students of the list, their student number kept, and everything wrong with it."""
    return read_list(_FORM, read_table(data, VOCABULARY.recognised), today)
