"""What a typed answer means: numbers, first letters, seats, names."""

import pytest

from pixtui.line.talk import _fitting
from pixtui.present.meant import meant
from pixtui.resources import sample_sessions
from pixtui.store.projection import read_session

LINES = [
    ("1", "steps", "Étapes de la procédure"),
    ("2", "note", "Noter un incident"),
    ("3", "log", "Journal des incidents"),
    ("4", "room", "Salle entière"),
]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("2", ["note"]),
        ("02", ["note"]),
        ("9", []),
        ("etap", ["steps"]),
        ("procédure", ["steps"]),
        ("incident", ["note"]),  # the whole word, not the beginning of another
        ("inci", ["note", "log"]),
        ("jour inc", ["log"]),
        ("tière", ["room"]),
        ("feu", ["room"]),  # found under a word that it does not show
        ("zzz", []),
    ],
)
def test_an_answer_is_a_number_or_first_letters(typed: str, wanted: list[str]) -> None:
    found = _fitting(LINES, typed, {"room": "feu, alarme"})
    assert [key for _number, key, _text in found] == wanted


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("7", ["FAURE"]),
        ("07", ["FAURE"]),
        ("faure", ["FAURE"]),
        ("noé faure", ["FAURE"]),
        ("n'dia", ["N'DIAYE"]),
        ("ndia", ["N'DIAYE"]),
        ("diaye", ["N'DIAYE"]),
        ("goff", ["LE GOFF"]),
        ("", []),
        ("personne", []),
    ],
)
def test_a_candidate_is_named_by_seat_or_by_letters(typed: str, names: list[str]) -> None:
    state = read_session(sample_sessions() / "mid-exam.json").state
    seat = {one.last_name: one.seat for one in state.candidates.values()}["FAURE"]
    typed = typed if not typed.isdigit() else typed.replace("7", str(int(seat or "0")))
    assert [one.last_name for one in meant(state, typed)] == names
