"""The projector, driven by its own keys, follows what a console declares."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from pixtui.desk.desk import Desk, Done
from pixtui.rules.rulebook import rulebook
from pixtui.tui import projector
from pixtui.tui.keymap import Loaded, load_keymap
from pixtui.tui.projector import Projector, ProjectorScreen
from pixtui.tui.shell import SHIPPED
from pixtui.wording.catalogue import words
from tests.pilot.driver import DEADLINE_SECONDS, WallClock
from tests.pilot.test_screens import sample, unsafe


class Room:
    """What a room sees."""

    def __init__(self, shown: Projector, pilot: Pilot[None]) -> None:
        self.shown, self.pilot = shown, pilot

    @property
    def seen(self) -> str:
        """All of the screen as one text."""
        strips = self.shown.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def look_again(self) -> None:
        """What the tick of each second does."""
        screen = self.shown.screen
        assert isinstance(screen, ProjectorScreen)
        screen.show()

    async def press(self, *keys: str) -> None:
        """Keys of the projector's own terminal."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, text: str) -> None:
        """Wait until a text stands before the room."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while text not in self.seen:
            assert time.monotonic() < deadline, f"waited for {text!r} before:\n{self.seen}"
            await self.pilot.pause()


@asynccontextmanager
async def before(
    path: Path, size: tuple[int, int] = (80, 24), keys: Loaded = SHIPPED
) -> AsyncIterator[Room]:
    """A room before a projector on that session."""
    with Desk.open(path, "", WallClock("10:02"), read_only=True) as desk:
        shown = Projector(words("fr"), rulebook(), desk, keys)
        async with shown.run_test(size=size) as pilot:
            await pilot.pause()
            yield Room(shown, pilot)


async def test_it_says_how_it_is_left_and_which_keys_there_are(home: Path) -> None:
    async with before(sample(home, "mid-exam")) as room:
        await room.until("Ctrl+Q quitter")
        await room.press("f1")
        await room.until("→ Pg suiv. Espace")


async def test_it_turns_its_pages_and_stops_at_the_ends(home: Path) -> None:
    async with before(sample(home, "mid-exam")) as room:
        await room.until("Pour entrer dans le test   1/3")
        await room.press("left")
        assert "1/3" in room.seen
        await room.press("right", "space", "pagedown", "right")
        assert "À la fin   3/3" in room.seen
        await room.press("f1")
        await room.until("Touches de cet écran")
        await room.press("escape", "left")
        assert "2/3" in room.seen


async def test_a_broken_key_map_is_told_without_its_path(home: Path) -> None:
    broken = home / "keys.toml"
    broken.write_text('next_page = ["f4"]\n')
    async with before(sample(home, "mid-exam"), keys=load_keymap(broken)) as room:
        await room.until("Les touches d'origine servent")
        assert "keys.toml" not in room.seen
        await room.press("right")
        await room.until("2/3")


async def test_its_actions_are_found_by_their_words(home: Path) -> None:
    async with before(sample(home, "mid-exam")) as room:
        await room.press("colon")
        await room.until("Trouver une action")
        await room.press(*"suivante", "enter")
        await room.until("2/3")


@pytest.mark.parametrize("size", [(40, 12), (30, 8), (20, 6), (80, 19)], ids=str)
async def test_on_a_small_terminal_every_word_of_a_page_can_be_read(
    home: Path, size: tuple[int, int]
) -> None:
    wanted = " ".join(rulebook().pages()[0].lines("fr")).split()
    async with before(sample(home, "mid-exam"), size) as room:
        read: list[str] = []
        while "2/3" not in room.seen:
            assert size[0] == 80 or "123456" in room.seen  # spelt big at 80
            assert "F1 aide" in room.seen
            read += room.seen.partition("1/3")[2].split() or room.seen.split()
            await room.press("right")
        assert set(wanted) <= set(read)
        await room.press("f4")
        assert "B C D F 2 3" in room.seen or size[0] == 80


async def test_the_code_is_shown_by_a_key_and_gone_after_a_minute(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = [1_000.0]
    monkeypatch.setattr(projector, "monotonic", lambda: at[0])
    async with before(sample(home, "mid-exam")) as room:
        assert "Code d'accès\n" not in room.seen
        await room.press("f4")
        await room.until("Masqué de nouveau")
        assert "BCDF23" not in room.seen, "spelt big, not small"
        at[0] += projector.CODE_SECONDS - 1
        room.look_again()
        assert "Masqué de nouveau" in room.seen
        at[0] += 2
        room.look_again()
        await room.pilot.pause()
        assert "Masqué de nouveau" not in room.seen
        await room.press("f4", "f4")
        assert "Masqué de nouveau" not in room.seen


async def test_before_the_code_was_given_the_key_shows_nothing(home: Path) -> None:
    path = sample(home, "fresh")
    async with before(path) as room:
        await room.press("f4")
        await room.until("pas encore été donné")
        assert "Masqué de nouveau" not in room.seen


async def test_it_follows_what_a_console_declares(home: Path) -> None:
    path = sample(home, "fresh")
    with Desk.open(path, "Mme Sarr", WallClock("10:02")) as desk:
        async with before(path) as room:
            answer = desk.submit_json({"command": "edit_session", "number": 777111})
            assert isinstance(answer, Done), answer
            changed = "█████ █████ █████"  # the tops of three sevens
            await room.until(changed)


async def test_it_declares_nothing_and_leaves_no_trace(home: Path) -> None:
    path = sample(home, "mid-exam")
    data = path.read_bytes()
    async with before(path) as room:
        await room.press("1", "5", "7", "f3", "enter", "f8", "f12", "delete", "u")
        assert "1/3" in room.seen
    assert path.read_bytes() == data
    assert [one.name for one in home.iterdir() if one.name.startswith("mid")] == [path.name]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=str)
async def test_hostile_sessions_put_nothing_but_text_before_the_room(
    home: Path, size: tuple[int, int]
) -> None:
    path = sample(home, "hostile-names")
    async with before(path, size) as room:
        for key in ("right", "right", "f4", "left"):
            await room.press(key)
            assert not unsafe(room.seen.replace("\n", ""))
            assert "[C3]" not in room.seen, "the room's own name is not shown either"
