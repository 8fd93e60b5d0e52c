"""What is ticked for Pix's page, and who may be certified, by keys."""

from pathlib import Path

from pixtui.resources import sample_sessions
from pixtui.rules.rulebook import load
from pixtui.tui.app import Console
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.catalogue import words
from tests.pilot.driver import WallClock


def console(tmp_path: Path, sample: str, hour: str) -> Console:
    """The console on a copy of a sample, at that hour of the day."""
    session = tmp_path / "b204.json"
    session.write_bytes((sample_sessions() / f"{sample}.json").read_bytes())
    return Console(words("fr"), load(), tmp_path, "Mme Sarr", session, clock=WallClock(hour))


async def test_the_two_boxes_are_ticked_before_their_step(tmp_path: Path) -> None:
    app = console(tmp_path, "to-finalise", "11:32")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f6")
        await pilot.pause()
        app.screen.query_one(RowList).go_to("extra_information")
        await pilot.press("enter")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.context is not None
        assert app.context.state.has_incident
        assert not app.context.state.has_joining_issue
        await pilot.press("enter")
        await pilot.pause()
        assert app.context.state.steps["extra_information"].choice == "done"


async def test_one_key_says_who_may_be_certified(tmp_path: Path) -> None:
    app = console(tmp_path, "hostile-names", "10:00")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("asterisk", "c", "enter")
        await pilot.pause()
        assert app.context is not None
        known = [one.certifiability for one in app.context.state.candidates.values()]
        assert known
        assert all(one is not None and one.certifiable for one in known)
