"""A session in the middle of its day, and its grid as plain lines for the programs beside it."""

import datetime as dt
import itertools
import json
import random
from pathlib import Path

from pixtui.desk.creating import Created, create_session
from pixtui.desk.desk import Desk, Done
from pixtui.domain import commands as c
from pixtui.present.checklist import checklist_rows
from pixtui.present.grid import SLOTS, columns_for, grid_rows, heading_cells, row_cells
from pixtui.rules.rulebook import rulebook
from pixtui.wording.catalogue import words
from tests.benchmarks.scene import BY, FIELDS, NINE

NOW = "2026-11-30T10:02:00+01:00"
LAST = (
    *("ABADIE", "BENALI", "CHEVALIER", "DIALLO", "ESPOSITO", "FERREIRA", "GARNIER", "HADDAD"),
    *("IBRAHIM", "JOLY", "KACI", "LE GOFF", "MARTINEZ", "N'DIAYE", "OLIVEIRA", "PÉREZ"),
    *("QUÉRÉ", "ROUSSEL", "SARR", "TRAORÉ", "URBAIN", "VASSEUR", "WEISS", "YILMAZ", "ZIANI"),
)
FIRST = (
    *("Adam", "Béatrice", "Chloé", "Driss", "Élise", "Farid", "Gaël", "Hanaé", "Inès", "Jules"),
    *("Kenza", "Léo", "Maëlys", "Nour", "Océane", "Paul", "Rayan", "Sofia", "Théo", "Zoé"),
)
FIRST_SIGN = 7
"""The cells of a row before its signs."""
EXPECTED_AT_MOST = 25
"""Candidates still to come, the first by seat: a toggle declares their identity."""


def expected(candidates: int) -> int:
    """How many of so many have not come yet."""
    return min(candidates // 3, EXPECTED_AT_MOST)


def busy_session(path: Path, candidates: int) -> None:
    """Most run their test, some ended it, some are held up, the first by seat are to come."""
    at = [NINE - dt.timedelta(minutes=30)]
    made = create_session(path, FIELDS, BY, lambda: at[0])
    assert isinstance(made, Created), made
    with made.desk as desk:
        rows = [
            {
                "last_name": last,
                "first_name": f"{first}{'' if turn == 0 else f'-{FIRST[turn - 1]}'}",
                "class": "3e B",
                "birthdate": "2011-05-17",
            }
            for turn, first, last in itertools.islice(
                itertools.product(range(5), FIRST, LAST), candidates
            )
        ]
        random.Random(2026).shuffle(rows)
        listed = [{**row, "seat": str(place)} for place, row in enumerate(rows, 1)]
        _done(desk.submit_json({"command": "import_candidates", "candidates": listed}))
        ids = tuple(desk.state.candidates)
        here = ids[expected(candidates) :]
        for after, act in (
            (5, c.CheckIdentity(candidates=here)),
            (15, c.Sign(candidates=here)),
            (20, c.ConfirmPresence(candidates=here)),
            (21, c.MarkReady(candidates=here)),
            (22, c.SetCodes(access_code="BCDF23")),
            (24, c.RevealCode(override="some are late")),
            (25, c.Start(candidates=here)),
            (60, c.Interrupt(candidates=here[2::20], cause="disconnection")),
            (80, c.Finish(candidates=here[5::15])),
        ):
            at[0] = NINE + dt.timedelta(minutes=after - 30)
            _done(desk.submit(act))


def _done(answer: object) -> None:
    assert isinstance(answer, Done), answer


def _one_sign(cells: list[str]) -> list[str]:
    """The signs of a row as one cell, as the heading has them."""
    end = FIRST_SIGN + len(SLOTS)
    return [*cells[:FIRST_SIGN], "".join(cells[FIRST_SIGN:end]), *cells[end:]]


def plain_copy(session: Path, to: Path, width: int) -> None:
    """The grid of a session as lines, and its checklist, for the programs beside the console."""
    text = words("fr")
    with Desk.open(session, BY, lambda: dt.datetime.fromisoformat(NOW), read_only=True) as desk:
        columns = columns_for(width - 2)
        told = grid_rows(desk.state, desk.now(), text)
        rows = [_one_sign([one for one, _tone in row_cells(row, columns)]) for row in told]
        steps = checklist_rows(desk.state, text, rulebook(), width - 2)
    heading = [one for one, _tone in heading_cells(text, columns)]
    lines = ["".join(one for one, _tone in row.cells) for row in steps]
    to.write_text(json.dumps({"heading": heading, "rows": rows, "steps": lines}), "utf-8")
