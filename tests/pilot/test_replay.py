"""Looking back at a session through its own screens: by keys alone, and never for a live one."""

import datetime as dt
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.widgets import Static

from pixtui.desk.desk import Desk, Done
from pixtui.desk.replaying import Replay
from pixtui.domain import commands as c
from pixtui.resources import sample_sessions
from pixtui.store.reading import read
from pixtui.tui.actions import IN_SESSION
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.history import HistoryScreen
from pixtui.tui.screens.rollcall import RollCallScreen
from pixtui.tui.screens.sessions import SessionsScreen
from tests.pilot.driver import Operator, WallClock, sitting
from tests.samples.living import DayClock, lived

SCREEN_KEYS = ("f2", "f6", "f7", "f8", "f9", "ctrl+g", "ctrl+y")
MARK = "RELECTURE"


def sample(home: Path, name: str) -> Path:
    """A copy of a sample, one's own."""
    return Path(shutil.copy(sample_sessions() / f"{name}.json", home / f"{name}.json"))


def tree(folder: Path) -> dict[Path, bytes]:
    """Every file of a folder with what it holds."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
async def hands(home: Path) -> AsyncIterator[Operator]:
    """Someone who looks back at a sealed session, at 10:42 of its day."""
    async with sitting(home, sample(home, "sealed"), by=None, view=True, replay_at="10:42") as one:
        await one.until(MARK)
        yield one


async def settled(hands: Operator) -> list[str]:
    """The lines in front, once they stay as they are."""
    seen: list[list[str]] = []

    def stands() -> bool:
        seen.append(hands.lines)
        return len(seen) > 5 and all(one == seen[-1] for one in seen[-5:]) and bool(seen[-1])

    await hands.until(stands)
    return seen[-1]


def replay_of(hands: Operator) -> Replay:
    """The replay in front."""
    replay = hands.context.replay
    assert replay is not None
    return replay


# --- what it shows


@pytest.mark.parametrize(
    ("size", "places"), [((80, 24), (60, 186)), ((120, 40), (140,))], ids=["80x24", "120x40"]
)
async def test_under_its_mark_a_replay_is_the_screen_that_was_there(
    home: Path, size: tuple[int, int], places: tuple[int, ...]
) -> None:
    """A console that lived the day, and the replay of it with two lines more, at the same entry."""
    path, kept = home / "sealed.json", {}
    for desk in lived("sealed", path):
        place = len(desk.state.history)
        if place in places:
            kept[place] = home / f"at-{place}.json"
            desk.copy(kept[place])
    for place, then in kept.items():
        lived_screens = await _screens_of_a_console(home, then, size)
        async with sitting(
            home,
            path,
            by=None,
            view=True,
            size=(size[0], size[1] + 2),
            replay_at=str(place),
        ) as looking:
            await looking.until(MARK)
            for key in SCREEN_KEYS:
                await looking.press(key)
                lines = await settled(looking)
                assert MARK in lines[0]
                assert lines[2:-2] == lived_screens[key][:-2], f"{key} at {place}"


async def _screens_of_a_console(
    home: Path, path: Path, size: tuple[int, int]
) -> dict[str, list[str]]:
    newest = read(path).entries[-1]
    clock = DayClock(newest.recorded)
    by = newest.body["by"] if newest.body else "Mme Sarr"
    found = {}
    async with sitting(home, path, by=by, clock=clock, size=size) as living:
        for key in SCREEN_KEYS:
            await living.press(key)
            found[key] = await settled(living)
    return found


async def test_every_screen_says_what_it_is_at_every_size(home: Path) -> None:
    for size in ((80, 24), (120, 40), (40, 12)):
        async with sitting(
            home, sample(home, "mid-exam"), by=None, view=True, size=size, replay_at="10:00"
        ) as looking:
            await looking.until(MARK)
            for name in IN_SESSION:
                looking.console.show_screen(name)
                lines = await settled(looking)
                assert MARK in lines[0]
                assert "F1" in lines[-1]


# --- moving


async def test_entries_go_by_forwards_and_backwards_and_stop_at_the_ends(hands: Operator) -> None:
    replay = replay_of(hands)
    here = replay.place
    await hands.press("right", "right", "left")
    await hands.until(f"entrée {here + 1} sur 186")
    replay.go(1)
    await hands.press("left")
    await hands.until("première entrée")
    replay.go(186)
    await hands.press("right")
    await hands.until("dernière entrée")
    assert replay.place == 186


async def test_one_goes_to_an_entry_or_a_time_by_typing_it(hands: Operator) -> None:
    for typed, shown in (
        ("57", "entrée 57 sur 186"),
        ("09:30", "09:30:00"),
        ("23/11 09:03", "23/11 09:03:00"),
    ):
        await hands.press("equals_sign")
        await hands.until(lambda: isinstance(hands.console.screen, Form))
        await hands.fill({"moment": typed})
        await hands.until(shown)
    await hands.press("equals_sign")
    await hands.fill({"moment": "lundi"})
    await hands.until("ni une entrée, ni une heure")
    await hands.press("escape")


async def test_the_next_entry_about_the_one_under_the_cursor(hands: Operator) -> None:
    replay = replay_of(hands)
    replay.go(3)
    hands.front.show()
    await hands.press("f2")
    await hands.go_down_to("QUÉRÉ")
    before = replay.place
    await hands.press("right_parenthesis")
    await hands.until("QUÉRÉ Titouan")
    assert replay.place > before
    await hands.press("left_parenthesis")
    await hands.until(lambda: replay.place <= before)
    await hands.press("f9", "home", "right_parenthesis")
    await hands.until("Placez d'abord le curseur")


async def test_the_day_goes_on_at_the_speed_chosen(hands: Operator) -> None:
    replay = replay_of(hands)
    steady = [100.0]
    replay._steady = lambda: steady[0]
    await hands.press("f2", "space")
    await hands.until("en lecture, × 60")
    now, place = replay.now(), replay.place
    steady[0] += 1
    await hands.until("10:43:00")
    assert replay.now() - now == dt.timedelta(minutes=1)
    assert replay.place > place
    assert "10:43" in hands.lines[2]  # the clock of the screen itself
    await hands.press("space")
    await hands.until("en pause")
    steady[0] += 60
    assert replay.now() - now == dt.timedelta(minutes=1)
    await hands.press("asterisk", "asterisk")
    await hands.until("entrée par entrée")


# --- nothing is declared


async def test_no_key_declares_or_writes_anything(hands: Operator, home: Path) -> None:
    await hands.press("f2")
    before = tree(home)
    for key in ("1", "5", "enter", "f3", "0", "plus", "exclamation_mark", "ctrl+e", "ctrl+t"):
        await hands.press("right", key)
        await hands.until("rien ne s'y déclare")
    for key in ("ctrl+k", "ctrl+o", "ctrl+d", "ctrl+f", "f4"):
        await hands.press("right", key)
        await hands.until("rien ne s'y déclare")
    await hands.press("f6", "enter")
    await hands.until("rien ne s'y déclare")
    await hands.press("f8", "f12")
    await hands.until("rien ne s'y déclare")
    assert tree(home) == before


async def test_what_is_offered_is_what_can_be_done(hands: Operator) -> None:
    await hands.press("f2", "f1")
    await hands.until("Touches de cet écran")
    assert MARK in str(hands.console.screen.query_one("#mark", Static).content)
    told = {row.key for row in hands.rows.rows}
    assert {"play", "entry_after", "go_to_entry", "filter", "order", "history"} <= told
    assert not told & {"identity", "start", "mark", "incident", "alarm", "save_copy", "papers"}


# --- where it comes from, and back


async def test_from_the_history_and_back_to_it(home: Path) -> None:
    clock = WallClock("10:02")
    async with sitting(home, sample(home, "mid-exam"), clock=clock) as hands:
        await hands.press("f9")
        await hands.until("94")
        await hands.press("down", "down", "right")
        await hands.until("entrée 92 sur 94")
        assert "la session continue" in hands.seen  # it is open here
        await hands.press("left")
        await hands.until("entrée 91 sur 94")
        await hands.press("f7", "escape")
        await hands.until(lambda: isinstance(hands.console.screen, HistoryScreen))
        assert MARK not in hands.seen
        assert hands.rows.current == "92"
        await hands.press("f2", "down", "8")  # the session goes on as before
        await hands.until("Enregistré")


async def test_the_alarm_leaves_the_replay_for_the_session_behind_it(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.press("f9", "right")
        await hands.until(MARK)
        await hands.press("ctrl+e")
        await hands.until("arrêter toutes les horloges")
        await hands.press("enter")
        await hands.until(lambda: isinstance(hands.console.screen, RollCallScreen))
        assert hands.context.replay is None


async def test_from_the_list_of_sessions_and_back_to_it(home: Path) -> None:
    sample(home, "sealed")
    async with sitting(home) as hands:
        await hands.until("sealed")
        await hands.press("right")
        await hands.until("entrée 1 sur 186")
        await hands.press("right", "escape")
        await hands.until(lambda: isinstance(hands.console.screen, SessionsScreen))
        await hands.press("right")
        await hands.until("entrée 1 sur 186")


async def test_a_session_open_elsewhere_is_shown_as_it_was_at_opening(home: Path) -> None:
    path = sample(home, "mid-exam")
    with Desk.open(path, "M. Blanchard", WallClock("10:02")) as desk:
        async with sitting(home, path, by=None, view=True, replay_at="94") as hands:
            await hands.until("La session continue : voici ses 94 entrées")
            assert isinstance(desk.submit(c.MarkAbsent(candidates=("c1",))), (Done, object))
            await hands.press("right")
            await hands.until("dernière entrée")
            assert replay_of(hands).count == 94


async def test_a_purged_session_is_refused_in_one_line(home: Path) -> None:
    path = sample(home, "sealed")
    with Desk.open(path, "Mme Sarr") as desk:
        assert isinstance(desk.submit(c.Purge(reason="fin du délai")), Done)
    async with sitting(home) as hands:
        await hands.until("PURGÉ")
        await hands.press("right")
        await hands.until("son contenu est effacé")
        assert isinstance(hands.console.screen, SessionsScreen)


async def test_a_damaged_one_shows_what_verifies_and_says_so(home: Path) -> None:
    path = sample(home, "mid-exam")
    text = path.read_text()
    path.write_text(text.replace(read(path).entries[59].digest, "0" * 64))
    async with sitting(home, path, by=None, view=True, replay_at="1") as hands:
        await hands.until("Le fichier est abîmé")
        await hands.until("entrée 1 sur 59")


async def test_an_empty_list_offers_nothing_that_cannot_be_done(hands: Operator) -> None:
    await hands.press("equals_sign", "1", "f2")
    await hands.until("1 sur")
    await hands.press("f2")
    await hands.until("Personne n'était encore sur la liste.")
    assert "ajoute un candidat" not in hands.words_seen


async def test_on_another_day_too_the_line_says_how_it_goes(hands: Operator) -> None:
    await hands.press("equals_sign", "3", "f2", "asterisk", "asterisk")
    await hands.until("en pause, entrée par entrée")
    assert "20/11 14:20:00" in hands.seen.splitlines()[0]
