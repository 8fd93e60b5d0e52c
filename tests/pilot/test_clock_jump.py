"""The machine's own clock jumps: noticed, said, and no entry loses its place."""

import datetime as dt
from pathlib import Path

import pytest

from pixtui.clock import JUMP, JumpWatch
from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample


class Machine:
    """A machine whose clocks do what they are told."""

    def __init__(self) -> None:
        self.wall, self.steady = 1_000_000.0, 500.0

    def watch(self) -> JumpWatch:
        """A watch on them."""
        return JumpWatch(lambda: self.wall, lambda: self.steady)

    def wait(self, seconds: float) -> None:
        """Time passes for both."""
        self.wall += seconds
        self.steady += seconds


@pytest.mark.parametrize("by", [3600, -3600, 31, -31, 86_400 * 400])
def test_a_jump_is_told_once_with_its_size(by: int) -> None:
    machine = Machine()
    watch = machine.watch()
    machine.wait(60)
    assert watch.look() == dt.timedelta()
    machine.wall += by
    machine.wait(1)
    assert watch.look() == dt.timedelta(seconds=by)
    machine.wait(1)
    assert watch.look() == dt.timedelta()


def test_a_slow_correction_and_a_suspended_machine_are_no_jump() -> None:
    machine = Machine()
    watch = machine.watch()
    machine.wait(8 * 3600)  # suspended overnight: both clocks went on
    assert watch.look() == dt.timedelta()
    machine.wall += JUMP.total_seconds() - 1
    assert watch.look() == dt.timedelta()


@pytest.mark.parametrize(("by", "said"), [(3600, "avancée de 60 min"), (-120, "reculée de 2 min")])
async def test_the_console_says_a_jump(home: Path, by: int, said: str) -> None:
    machine = Machine()
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        hands.console._clock_watch = machine.watch()
        machine.wall += by
        await hands.until(said)
        assert "F9" in hands.message


async def test_a_clock_behind_the_last_entry_is_said_at_opening(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("08:30")) as hands:
        await hands.until("en retard")
