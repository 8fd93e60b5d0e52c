"""The alarm and the help are a key away in front of a form and of a choice too."""

import datetime as dt
from pathlib import Path

import pytest
from textual.widgets import Input

from pixtui.domain.commands import AddCandidate
from pixtui.domain.derive import open_room_interruptions
from pixtui.tui.dialogs.choice import Alarm
from pixtui.tui.dialogs.form import Form
from pixtui.tui.dialogs.help import Help
from pixtui.tui.screens.asking import AskingScreen
from pixtui.tui.screens.rollcall import RollCallScreen
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample


async def test_the_alarm_comes_before_what_is_being_typed(home: Path) -> None:
    clock = WallClock("10:02")
    async with sitting(home, sample(home, "mid-exam"), clock=clock) as hands:
        await hands.until("28 en cours")
        await hands.press("plus")
        await hands.until("Ajouter un candidat")
        await hands.type("MARTIN")
        await hands.press("ctrl+e", "ctrl+e")
        await hands.until("ALARME")
        clock.move("10:04")
        await hands.press("down", "enter")
        await hands.until("MARTIN")
        assert not open_room_interruptions(hands.state), "no was answered: back to the form"
        await hands.press("ctrl+e")
        await hands.until("Oui, alarme à 10:04")
        await hands.press("enter")
        await hands.until(lambda: isinstance(hands.console.screen, RollCallScreen))
        (held,) = open_room_interruptions(hands.state)
        assert held.span.began.minute == 4
        await hands.until("ce que vous saisissiez est gardé")
        await hands.press("f2")
        await hands.until("29 interrompus")
        await hands.press("plus")
        await hands.until("Ce qui était déjà saisi est là")
        assert hands.console.screen.query_one("#field-last_name", Input).value == "MARTIN"
        await hands.press("escape", "escape", "plus")
        await hands.until("Ajouter un candidat")
        assert hands.console.screen.query_one("#field-last_name", Input).value == ""


async def test_what_was_typed_of_one_is_not_offered_for_another(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.find("ozo")
        await hands.press("equals_sign", "end", "x")
        await hands.press("ctrl+e", "enter")
        await hands.until(lambda: isinstance(hands.console.screen, RollCallScreen))
        await hands.press("f2")
        await hands.until("29 interrompus")
        for name, value in (("abadie", "ABADIE"), ("ozo", "OZOLIŅŠx")):
            await hands.find(name)
            await hands.press("equals_sign")
            await hands.until("Modifier un candidat")
            assert hands.console.screen.query_one("#field-last_name", Input).value == value
            await hands.press("escape", "escape", "f2")


async def alarm(hands: Operator) -> None:
    """The alarm over whatever is in front, confirmed; then the grid."""
    await hands.press("ctrl+e", "enter")
    await hands.until(lambda: isinstance(hands.console.screen, RollCallScreen))


async def opened(hands: Operator) -> Form:
    """The form that comes to the front."""
    front = hands.console
    await hands.until(lambda: isinstance(front.screen, Form) and isinstance(front.focused, Input))
    assert isinstance(front.screen, Form)
    return front.screen


async def test_a_reason_typed_for_one_line_is_not_offered_for_another(home: Path) -> None:
    async with sitting(home, sample(home, "to-finalise"), clock=WallClock("11:30")) as hands:
        await hands.until("ensuite")
        await hands.press("f8")
        await hands.until("manque ")
        await hands.go_down_to("manque")
        first = hands.rows.current
        await hands.press("f5")
        await opened(hands)
        await hands.type("Parti avant la fin")
        await alarm(hands)
        for down, value in (("down", ""), ("up", "Parti avant la fin")):
            await hands.press("f8")
            await hands.until("manque ")
            await hands.press(down, "f5")
            assert (await opened(hands)).values() == {"reason": value}
            await hands.press("escape", "escape")
            await hands.until(lambda: not isinstance(hands.console.screen, Form))
        assert hands.rows.current == first


async def test_what_was_typed_of_one_is_not_offered_for_one_of_the_same_name(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        (twin,) = (
            hands.context.submit(
                AddCandidate(last_name="ABADIE", first_name="Zoé", birthdate=dt.date(2009, 5, 4))
            ).made,
        )  # type: ignore[union-attr]  # it was done
        one, front = hands.person("ABADIE").id, hands.front
        assert isinstance(front, AskingScreen)
        for ask, field in ((front.ask_workstation, "to"), (front.ask_turn_away, "reason")):
            ask((one,))
            form = await opened(hands)
            form.query_one(f"#field-{field}", Input).value = "D'elle seule"
            assert form.keep_draft()
            await hands.press("escape", "escape")
            ask((str(twin),))
            assert (await opened(hands)).values()[field] == ""
            await hands.press("escape", "escape")
            ask((one,))
            assert (await opened(hands)).values()[field] == "D'elle seule"
            await hands.press("escape", "escape")


async def test_the_minute_of_an_incident_comes_back_with_what_was_typed_of_it(home: Path) -> None:
    clock = WallClock("10:02")
    async with sitting(home, sample(home, "mid-exam"), clock=clock) as hands:
        await hands.until("28 en cours")
        await hands.press("f3")
        await hands.type("parle")
        await hands.press("enter")
        await opened(hands)
        await hands.press("down")
        await hands.type("Un mot entendu")
        clock.move("10:04")
        await alarm(hands)
        clock.move("10:10")
        await hands.press("f2", "f3")
        await hands.type("parle")
        await hands.press("enter")
        form = await opened(hands)
        assert form.values()["at"] == "10:02"
        assert "Un mot entendu" in form.values().values()


async def test_a_field_that_an_alarm_makes_needless_ends_nothing(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        for stops in (True, False):
            await hands.press("f3")
            await hands.type("plateforme pix en panne")
            await hands.press("enter")
            if not isinstance(hands.console.screen, Form):
                await hands.press("enter")  # the room
            form = await opened(hands)
            assert ("stops" in form.values()) is stops
            if stops:
                form.query_one("#field-stops", Input).value = "non"
                form.query_one("#field-note", Input).value = "Tous les écrans sont blancs."
                await alarm(hands)
                await hands.press("f2")
            else:
                assert form.values()["note"] == "Tous les écrans sont blancs."


@pytest.mark.parametrize("above", [("f1",), ("f1", "f1"), ("f1", "f1", "f2")])
async def test_nobody_leaves_a_form_unasked_from_what_stands_in_front_of_it(
    home: Path, above: tuple[str, ...]
) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("plus")
        await opened(hands)
        await hands.type("MARTIN")
        await hands.press(*above, "ctrl+q")
        form = await opened(hands)
        assert form.values()["last_name"] == "MARTIN"
        await hands.until("ce qui est tapé est perdu")
        await hands.press("ctrl+q")
        await hands.until(lambda: not hands.console.is_running)


async def test_a_code_being_typed_is_not_kept(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:00")) as hands:
        await hands.until("Convocations")
        await hands.press("f4")
        await hands.until("code d'accès")
        await hands.type("BCDF23")
        await hands.press("ctrl+e", "enter")
        await hands.until(lambda: isinstance(hands.console.screen, RollCallScreen))
        assert not hands.context.drafts


async def test_the_alarm_comes_before_a_choice_and_a_search(home: Path) -> None:
    for opening in (("f3",), ("f4",), ("enter",), ("slash", "a"), ("f1",)):
        async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
            await hands.until("28 en cours")
            await hands.press(*opening, "ctrl+e")
            await hands.until(lambda: isinstance(hands.console.screen, Alarm))


async def test_help_stands_in_front_of_a_form(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("plus")
        await hands.type("MARTIN")
        await hands.press("f1")
        await hands.until("Touches de cet écran")
        assert isinstance(hands.console.screen, Help)
        assert "Enregistre" in hands.words_seen
        await hands.press("escape")
        await hands.until("MARTIN")
