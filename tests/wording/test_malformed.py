"""What cannot be read is told in the language of the one who reads the answer."""

import re

import pytest

from pixtui.desk.parse import Asker, parse
from pixtui.desk.schema import schema
from pixtui.domain.outcome import Refusal
from pixtui.wording.catalogue import words
from pixtui.wording.sentences import refusal_sentence
from tests.domain.day import BY, Day, at

ENGLISH = re.compile(r"\b(expected|found|must|unknown|the|invalid|missing|field|beside)\b")
START = {"command": "start", "candidate": "c1"}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([], "un objet JSON est attendu"),
        ({"command": "dance"}, "dance"),
        ({**START, "x": 1}, "(x)"),
        ({**START, "at": "9h"}, "2026-11-30T09:05:00+01:00"),
        ({**START, "at": "2026-11-30T25:00:00+01:00"}, "n'existe pas"),
        ({"command": "start"}, "candidates"),
        ({"command": "start", "candidate": 3}, "candidates"),
        ({"command": "sign", "candidate": "c1", "outcome": "zz"}, "'ok', 'wrong_line', 'refused'"),
        ({"command": "edit_session", "time": "25:00"}, "time"),
        ({"command": "correct"}, "nombre entier"),
        ({"command": "log_incident", "facts": [3]}, "facts"),
    ],
)
def test_a_command_that_cannot_be_read_is_told_in_french(value: object, said: str) -> None:
    refusal = parse(value, Day(candidates=1).state, Asker(BY, at("9:00")))
    assert isinstance(refusal, Refusal)
    told = refusal_sentence(words("fr"), refusal, Day().state)
    assert said in told
    assert not ENGLISH.search(told), told


def test_a_line_that_is_no_json_is_told_in_french() -> None:
    refusal = Refusal("malformed", {"what": "not JSON (line 1, column 4)"})
    assert "ligne 1, colonne 4" in refusal_sentence(words("fr"), refusal, Day().state)


def test_the_right_time_of_an_entry_stands_beside_its_fields() -> None:
    about = schema()["commands"]["correct"]["at"]
    assert "not in fields" in about["type"]
    asked = {"command": "correct", "seq": 2, "fields": {"at": "2026-11-30T09:00:00+01:00"}}
    refusal = parse(asked, Day(candidates=1).state, Asker(BY, at("9:00")))
    assert isinstance(refusal, Refusal)
    told = refusal_sentence(words("fr"), refusal, Day().state)
    assert "at, à côté de fields" in told
