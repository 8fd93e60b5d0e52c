"""The codes in clear: nothing to choose there, only to hide them again."""

from pathlib import Path

from pixtui.tui.dialogs.codes import CodesShown
from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample


async def test_where_the_codes_are_shown_nothing_is_to_be_chosen(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.press("f4")
        await hands.choose("Montrer les codes")
        await hands.until(lambda: isinstance(hands.console.screen, CodesShown))
        await hands.until("Échap abandonner")
        assert "choisir" not in hands.words_seen
        await hands.press("enter")
        await hands.until(lambda: not isinstance(hands.console.screen, CodesShown))
