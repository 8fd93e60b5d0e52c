"""The user's settings in the console: what it begins with, and what is wrong said once."""

from pathlib import Path

from textual.widgets import Input

from pixtui.desk.settings import load_settings, settings_path
from pixtui.rules.rulebook import rulebook
from pixtui.tui.app import Console
from pixtui.wording.catalogue import words
from tests.pilot.driver import Operator, WallClock
from tests.pilot.test_screens import sample

OWN = """
theem = "dark"
by = "Mme Sarr"
order = "name"
hide_extra_time = true
site = "Lycée du Phare"
examiner = "M. Diop"
mode = "without-es"
"""


def console(home: Path, session: Path | None) -> Console:
    """A console of someone with these settings."""
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text(OWN)
    clock, settings = WallClock("10:02"), load_settings()
    return Console(words("fr"), rulebook(), home, None, session, clock=clock, settings=settings)


async def test_it_begins_as_set_and_says_what_is_wrong_once(home: Path) -> None:
    async with console(home, sample(home, "mid-exam")).run_test(size=(80, 24)) as pilot:
        operator = Operator(pilot.app, pilot)  # type: ignore[arg-type]  # this very console
        await operator.until("Mme Sarr")
        assert isinstance(operator.console.focused, Input)
        await operator.press("enter")  # the name is proposed, not taken for granted
        await operator.until("28 en cours")
        await operator.until("ligne 2 : il n'y a pas de réglage theem. Peut-être theme ?")
        names = [operator.state.candidates[row.key].last_name for row in operator.rows.rows]
        assert names == sorted(names)
        assert "+33" not in operator.seen
        await operator.press("x")
        await operator.until("+33")
        await operator.press("escape", "escape", "down", "enter")
        await operator.until("sessions")
        assert "theem" not in operator.seen


async def test_a_new_session_is_filled_in(home: Path) -> None:
    async with console(home, None).run_test(size=(80, 24)) as pilot:
        operator = Operator(pilot.app, pilot)  # type: ignore[arg-type]  # this very console
        await operator.until("Mme Sarr")
        await operator.press("enter")
        await operator.until("theem")
        await operator.press("f2")
        await operator.until("Lycée du Phare")
        await operator.until("M. Diop")
        assert operator.console.screen.query_one("#field-mode", Input).value == "non"
