"""Something to say to a screen that is not composed yet is said once it is."""

import shutil
from pathlib import Path

from pixtui.resources import sample_sessions
from pixtui.tui.screens.history import HistoryScreen
from tests.pilot.driver import WallClock, sitting


async def test_what_is_said_too_early_is_said_all_the_same(tmp_path: Path) -> None:
    session = Path(shutil.copy(sample_sessions() / "mid-exam.json", tmp_path / "mid-exam.json"))
    async with sitting(tmp_path, session, clock=WallClock("10:02")) as operator:
        early = HistoryScreen(operator.context)
        early.say("Bonne journée.", "warned")
        operator.console.push_screen(early)
        await operator.until("Bonne journée.")
        assert operator.message == "Bonne journée."
