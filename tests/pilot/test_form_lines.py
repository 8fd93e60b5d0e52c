"""The lines of a form: where the cursor stands, what is told of one, how one is emptied."""

from pathlib import Path

import pytest
from textual.widgets import Input

from pixtui.tui.screens.rollcall import RollCallScreen
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample


def line(hands: Operator) -> tuple[str, int]:
    """The line of the form with the cursor, and the cell of it."""
    at = hands.console.focused
    assert isinstance(at, Input)
    return str(at.id).removeprefix("field-"), at.cursor_position


@pytest.mark.parametrize(
    ("typed", "name", "told"),
    [
        ({"date": "30/11/26"}, "date", "date : Écrivez la date ainsi : 31/12/2026."),
        ({"retention_until": "demain"}, "retention_until", "gardé jusqu'au : Écrivez la date"),
        ({"convocation_time": "123456"}, "convocation_time", "convocation : Écrivez l'heure"),
        ({"number": "douze"}, "number", "numéro de session : Des chiffres seulement."),
        ({"mode": "ouipeut-être"}, "mode", "espace surveillant : « ouipeut-être » : répondez oui"),
    ],
)
async def test_what_is_refused_is_named_and_has_the_cursor(
    home: Path, typed: dict[str, str], name: str, told: str
) -> None:
    async with sitting(home) as hands:
        await hands.press("f2")
        await hands.until("Nouvelle session")
        await hands.fill({"site": "Collège", "room": "B204", "time": "9h", **typed})
        await hands.until(told)
        assert line(hands)[0] == name
        assert not list(home.glob("*.json"))


async def test_the_cursor_begins_on_the_line_that_is_to_be_filled_in(home: Path) -> None:
    sample(home, "mid-exam")
    async with sitting(home) as hands:
        await hands.until("mid-exam")
        await hands.press("plus")
        await hands.until("Nouvelle session comme mid-exam")
        assert line(hands)[0] == "date"


async def test_a_line_kept_during_an_alarm_goes_on_at_its_end_and_is_emptied_whole(
    home: Path,
) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("f3")
        await hands.type("téléphone")
        await hands.press("enter")
        await hands.until("heure du fait")
        await hands.type("10:0")
        await hands.press("ctrl+e", "enter")
        await hands.until(lambda: isinstance(hands.console.screen, RollCallScreen))
        await hands.press("f2")
        await hands.until("29 interrompus")
        await hands.press("f3")
        await hands.type("téléphone")
        await hands.press("enter")
        await hands.until("Ce qui était déjà saisi est là")
        assert line(hands) == ("at", len("10:0210:0"))
        await hands.press("home", "ctrl+u")
        await hands.type("10:01")
        assert hands.console.screen.query_one("#field-at", Input).value == "10:01"


async def test_the_help_of_a_form_names_no_sign_that_would_be_typed(home: Path) -> None:
    async with sitting(home) as hands:
        await hands.press("f2")
        await hands.until("Nouvelle session")
        await hands.press("f1")
        await hands.until("Touches de cet écran")
        told = {row.key: "".join(text for text, _ in row.cells).split() for row in hands.rows.rows}
        assert told["help"] == ["F1", "aide"]
        assert told["palette"] == ["Ctrl+P", "trouver", "une", "action"]
        assert told["manual"] == ["manuel"]
        await hands.press("escape", "escape", "f1")
        await hands.until("F1 ?")
