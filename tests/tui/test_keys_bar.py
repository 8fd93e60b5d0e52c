"""The footer fits, and help is never what is left out."""

import pytest

from pixtui.present.width import width
from pixtui.tui.actions import ACTIONS
from pixtui.tui.keys import KEY_NAMES, key_label, sign_of
from pixtui.tui.widgets.keys_bar import GAP, fitting
from pixtui.wording.catalogue import LANGUAGES, words

KEYS = ["Entrée cocher", "F2 candidats", "F3 incident", "F1 aide"]


def test_all_keys_stand_where_there_is_room() -> None:
    assert fitting(KEYS, 80) == GAP.join(KEYS)


@pytest.mark.parametrize("room", range(20, 60))
def test_keys_give_way_from_the_middle_and_the_line_fits(room: int) -> None:
    line = fitting(KEYS, room)
    assert width(line) <= room or line == KEYS[-1]
    assert line.endswith(KEYS[-1])
    kept = line.split(GAP)
    assert kept[:-1] == KEYS[: len(kept) - 1]


def test_help_is_what_stays_when_nothing_else_fits() -> None:
    assert fitting(KEYS, 5) == "F1 aide"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_name_for_people(language: str) -> None:
    for action in ACTIONS:
        for key in action.keys:
            name = key_label(key, words(language))
            assert name
            assert "_" not in name
            known = key in KEY_NAMES or name in (key, key.upper(), sign_of(key))
            assert known or name.startswith("Ctrl+")


def test_a_key_is_written_as_on_the_keyboard() -> None:
    french = words("fr")
    assert [key_label(key, french) for key in ("enter", "ctrl+e", "f12", "slash", "x")] == [
        "Entrée",
        "Ctrl+E",
        "F12",
        "/",
        "x",
    ]
