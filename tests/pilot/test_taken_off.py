"""A candidate whom another console took off the list meanwhile: said in words, not by an id."""

from pathlib import Path

from pixtui.desk.desk import Desk, Done
from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample


async def test_what_was_being_asked_about_them_is_refused_in_words(home: Path) -> None:
    clock, path = WallClock("08:30"), sample(home, "fresh")
    async with sitting(home, path, clock=clock) as hands:
        await hands.until("Convocations")
        await hands.press("f2", "delete")
        await hands.until("Retirer ABADIE")
        elsewhere = Desk.open(path, "M. Blanchard", clock)
        gone = {"command": "remove_candidate", "candidate": "ABADIE"}
        assert isinstance(elsewhere.submit_json(gone), Done)
        elsewhere.close()
        await hands.until(lambda: len(hands.state.candidates) == 29)
        await hands.press("down", "enter")
        await hands.until("ce candidat n'est plus sur la liste")
