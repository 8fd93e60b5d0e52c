"""One key, what one sees, what goes with it: recorded by the same entry."""

from pathlib import Path

import pytest

from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample


@pytest.mark.parametrize(
    ("typed", "cause"), [("déconnecté", "disconnection"), ("poste bloqué", "machine")]
)
async def test_a_situation_that_holds_up_stops_the_clock_by_the_same_entry(
    home: Path, typed: str, cause: str
) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.find("faure")
        entries = len(hands.state.history)
        await hands.press("f3")
        await hands.type(typed)
        await hands.press("enter")
        await hands.until("arrête son horloge")
        await hands.fill({"at": "10:00", "note": "écran noir"})
        assert len(hands.state.history) == entries + 1
        assert hands.standing("FAURE") == "interrupted"
        held = hands.state.interruptions[-1]
        assert (held.cause, held.span.began.minute) == (cause, 0)
        await hands.press("u")
        await hands.until("incident noté")
        await hands.confirm()
        assert hands.standing("FAURE") == "running", "undone together"


async def test_no_clock_is_stopped_where_one_says_no(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.find("faure")
        await hands.press("f3")
        await hands.type("navigateur")
        await hands.press("enter")
        await hands.fill({"held": "non"})
        assert hands.standing("FAURE") == "running"
        assert hands.state.history[-1].type == "log_incident"
