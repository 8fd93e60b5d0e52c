"""The alarm and the help are a key away in front of a form and of a choice too."""

from pathlib import Path

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
        await hands.press("f2")
        await hands.until("29 interrompus")


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
