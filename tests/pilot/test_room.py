"""The whole room is interrupted and goes on by one key."""

from pathlib import Path

from pixtui.domain.derive import candidate_state, counters
from pixtui.resources import sample_sessions
from pixtui.rules.rulebook import load
from pixtui.tui.app import Console
from pixtui.wording.catalogue import words
from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample


async def test_the_marked_ones_only_are_held_up_together(tmp_path: Path) -> None:
    path = sample(tmp_path, "mid-exam")
    async with sitting(tmp_path, path, clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        for name in ("ABADIE", "FAURE"):
            hands.rows.go_to(hands.person(name).id)
            await hands.press("space")
        await hands.press("exclamation_mark")
        await hands.until("Ceux-ci seulement")
        await hands.choose("réseau")
        assert [hands.standing(name) for name in ("ABADIE", "FAURE", "DIOP")] == [
            "interrupted", "interrupted", "running",
        ]  # fmt: skip
        await hands.press("exclamation_mark")
        await hands.until("Ils reprennent ?")
        await hands.confirm()
        assert hands.standing("FAURE") == "running"


async def test_one_key_stops_every_clock_and_starts_them_again(tmp_path: Path) -> None:
    session = tmp_path / "b204.json"
    session.write_bytes((sample_sessions() / "mid-exam.json").read_bytes())
    clock = WallClock("10:10")
    app = Console(words("fr"), load(), tmp_path, "Mme Sarr", session, clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("exclamation_mark")
        await pilot.press("enter")
        await pilot.pause()
        assert app.context is not None
        assert counters(app.context.state)["interrupted"] == 29
        clock.move("10:22")
        await pilot.press("exclamation_mark")
        await pilot.press("down", "enter")
        await pilot.pause()
        state = app.context.state
        assert counters(state)["running"] == 28
        assert candidate_state(state, state.candidates["c17"]) == "interrupted"
        (room,) = [one for one in state.interruptions if one.candidates is None]
        assert (room.cause, room.given_back) == ("fire_alarm", True)
