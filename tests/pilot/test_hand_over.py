"""Another person takes the keyboard, and reads what they must know before anything else."""

from pathlib import Path

from pixtui.tui.actions import ACTIONS
from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample


async def test_the_one_who_comes_reads_state_incidents_and_deadlines(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        key = next(one.keys[0] for one in ACTIONS if one.id == "hand_over")
        await hands.press(key)
        await hands.fill({"to": "M. Roy", "brief": "DIOP attend le technicien"})
        await hands.until("Relais à M. Roy")
        for told in (
            "Mme Sarr dit : DIOP attend le technicien",
            "28 en cours",
            "prochaine fin 10:50",
            "E4 LE GOFF Maëlys",
        ):
            assert told in hands.words_seen
        await hands.press("enter")
        await hands.until(lambda: "M. Roy" in hands.lines[0])
        await hands.find("faure")
        await hands.press("7")
        assert hands.state.history[-1].by == "M. Roy"
