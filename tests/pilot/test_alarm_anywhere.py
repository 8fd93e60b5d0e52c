"""The alarm and the help are a key away in front of a form and of a choice too."""

from pathlib import Path

from textual.widgets import Input

from pixtui.domain.derive import open_room_interruptions
from pixtui.tui.dialogs.choice import Alarm
from pixtui.tui.dialogs.help import Help
from pixtui.tui.screens.rollcall import RollCallScreen
from tests.pilot.driver import WallClock, sitting
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
