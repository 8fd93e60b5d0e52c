"""A rehearsal cannot be mistaken for a session that counts, whatever is in front."""

from pathlib import Path

import pytest

from pixtui.desk.desk import Desk
from pixtui.resources import rehearsals_folder
from pixtui.rules.rulebook import rulebook
from pixtui.store.beside import rehearsal_of
from pixtui.tui.projector import Projector
from pixtui.wording.catalogue import words
from tests.pilot.driver import sitting
from tests.pilot.rehearsing import rehearsing

SIZES = [(120, 40), (80, 24), (60, 16), (40, 12), (30, 8)]
SCREENS = ("f2", "f6", "f7", "f8", "f9", "ctrl+g", "ctrl+y", "ctrl+w")
ASKED = (
    ("f1",),
    ("colon",),
    ("f3",),
    ("f4",),
    ("f4", "enter"),
    ("ctrl+e",),
    ("ctrl+d",),
    ("ctrl+o",),
    ("ctrl+k",),
    ("ctrl+t",),
    ("exclamation_mark",),
    ("f2", "enter"),
    ("f2", "plus"),
)
"""Keys that put a dialog in front."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_says_that_it_is_a_rehearsal(home: Path, size: tuple[int, int]) -> None:
    async with rehearsing(home, "alarm", size) as hands:
        await hands.press("greater_than_sign")
        for key in SCREENS:
            await hands.press(key)
            assert "RÉPÉTITION" in hands.seen, (key, hands.seen)
        for keys in ASKED:
            await hands.press(*keys)
            assert "RÉPÉTITION" in hands.seen, (keys, hands.seen)
            await hands.press("escape", "escape")
            await hands.press("f2")


async def test_one_left_in_the_middle_is_offered_first(home: Path) -> None:
    async with rehearsing(home, "alarm") as hands:
        await hands.press("greater_than_sign")
        path = hands.context.desk.store.path
    async with sitting(home) as hands:
        await hands.until("répéter")
        await hands.press("1")
        await hands.until("Reprendre : L'alarme, arrêtée à 09:08")
        await hands.press("enter")
        await hands.until("CAZENAVE Maël est pâle")
        assert hands.context.desk.store.path == path


async def test_the_list_says_which_are_rehearsals(home: Path) -> None:
    async with rehearsing(home, "alarm"):
        pass
    async with sitting(rehearsals_folder()) as hands:
        await hands.until("alarm-1")
        assert "RÉPÉTITION" in hands.seen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_what_the_room_sees_says_it_too(home: Path, size: tuple[int, int]) -> None:
    async with rehearsing(home, "alarm") as hands:
        path = hands.context.desk.store.path
    app = Projector(words("fr"), rulebook(), Desk.open(path, "", read_only=True))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = "\n".join(one.text for one in app.screen._compositor.render_strips())
        assert "RÉPÉTITION" in shown


async def test_who_only_looks_moves_nothing(home: Path) -> None:
    async with rehearsing(home, "alarm") as hands:
        await hands.press("greater_than_sign")
        path = hands.context.desk.store.path
    before = rehearsal_of(path).read_bytes()
    async with sitting(home, path, view=True) as hands:
        await hands.until("CAZENAVE Maël est pâle")
        for key in ("greater_than_sign", "right_parenthesis", "ctrl+x"):
            await hands.press(key)
            assert hands.front.query_one("#message").has_class("refused")
        await hands.press("ctrl+w")
        await hands.until("0 oublié")
    assert rehearsal_of(path).read_bytes() == before


async def test_the_pace_of_the_clock_stands_below_the_hour(home: Path) -> None:
    async with rehearsing(home, "alarm") as hands:
        await hands.until("horloge × 20")
        await hands.press("ctrl+x", "f2", "down")
        assert hands.seen.splitlines()[1].rstrip().endswith("horloge arrêtée")
        await hands.press("ctrl+x", "greater_than_sign")
        assert "horloge" not in hands.seen.splitlines()[1], "at its true pace: something asks"
