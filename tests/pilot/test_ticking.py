"""A step that facts have done takes no tick back: nothing would come of it but an entry."""

from pathlib import Path

from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample


async def test_the_code_once_given_is_not_ticked_back(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        entries = len(hands.state.history)
        await hands.press("f6")
        await hands.go_down_to("Code d'accès donné")
        await hands.press("enter")
        await hands.until("pas par une coche")
        assert len(hands.state.history) == entries
