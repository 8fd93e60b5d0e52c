"""What stands under the grid about the row under the cursor."""

from pathlib import Path

import pytest

from pixtui.desk.desk import Desk, Done
from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_the_sum_of_many_interruptions_keeps_its_result(
    home: Path, size: tuple[int, int]
) -> None:
    path, clock = sample(home, "mid-exam"), WallClock("10:02")
    with Desk.open(path, "Mme Sarr", clock) as desk:
        for minute in range(3, 20, 2):
            who = {"candidate": "ABADIE"}
            clock.move(f"10:{minute:02d}")
            held = desk.submit_json({"command": "interrupt", "cause": "network", **who})
            assert isinstance(held, Done)
            clock.move(f"10:{minute + 1:02d}")
            assert isinstance(desk.submit_json({"command": "resume", **who}), Done)
    async with sitting(home, path, clock=clock, size=size) as hands:
        await hands.press("f2")
        hands.rows.go_to(hands.person("ABADIE").id)
        await hands.until("105 min + 9 min (9 interruptions) = 10:59")
