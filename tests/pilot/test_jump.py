"""Going to a candidate by seat or first letters: the cursor moves, nothing is hidden or done."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample


@pytest.fixture
async def hands(home: Path) -> AsyncIterator[Operator]:
    """Someone at a session in the middle of its day, on the grid."""
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as operator:
        await operator.until("28 en cours")
        yield operator


def seat(operator: Operator) -> str:
    """The seat of the candidate under the cursor."""
    return operator.state.candidates[operator.rows.current or ""].seat or ""


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("f2",), "grid"),
        (("ctrl+g",), "certifiability"),
        (("ctrl+y",), "typing"),
        (("ctrl+e", "enter"), "rollcall"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
async def test_the_cursor_follows_what_is_typed(
    hands: Operator, keys: tuple[str, ...], place: str
) -> None:
    await hands.press(*keys)
    screen = hands.console._shown[place]
    await hands.until(lambda: hands.console.screen is screen)
    entries, rows = len(hands.state.history), hands.rows.rows
    await hands.press("comma")
    for typed, found in (("1", "01"), ("2", "12")):
        await hands.type(typed)
        assert seat(hands) == found
    assert len(hands.state.history) == entries, "a digit that is typed declares nothing"
    assert [one.key for one in hands.rows.rows] == [one.key for one in rows]
    await hands.press("enter")
    assert seat(hands) == "12"
    assert hands.console.focused is hands.rows
    await hands.press("g")
    await hands.type("maelys")
    assert hands.rows.current == hands.person("LE GOFF").id
    await hands.type("zz")
    await hands.until("Personne à l'écran")
    assert hands.rows.current == hands.person("LE GOFF").id
    await hands.press("escape")
    assert seat(hands) == "12", "the back key goes back to where one was"
    assert hands.console.screen is screen
    assert len(hands.state.history) == entries


async def test_keys_that_arrive_at_once_declare_nothing(hands: Operator) -> None:
    entries = len(hands.state.history)
    await hands.press("comma", "1", "2", "enter", "comma", "0", "3", "escape")
    assert len(hands.state.history) == entries
    assert seat(hands) == "12"


async def test_the_choice_of_whom_an_incident_is_about_takes_the_seat_first(
    hands: Operator,
) -> None:
    await hands.press("f7", "f3")
    await hands.until("Que voyez-vous ?")
    await hands.type("malaise")
    await hands.press("enter")
    await hands.until("À propos de qui ?")
    await hands.type("7")
    chosen = hands.state.candidates[hands.rows.current or ""]
    assert chosen.seat == "07"
