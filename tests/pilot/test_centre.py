"""Looking over all rooms by keys alone: live, read-only, in and out of a room, the summary."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from pixtui.rules.rulebook import rulebook
from pixtui.tui.centre import CentreConsole
from pixtui.tui.screens.centre import CentreScreen
from pixtui.tui.screens.sessions import SessionsScreen
from pixtui.wording.catalogue import words
from tests.centre_scene import NINE, coming_in, make_room, sample, say
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import unsafe

CLOCK = WallClock("09:00")


@pytest.fixture
def day(home: Path) -> Path:
    """An empty folder for the rooms."""
    folder = home / "day"
    folder.mkdir()
    return folder


@asynccontextmanager
async def over(
    folder: Path, clock: WallClock = CLOCK, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Operator]:
    """Somebody looks over the rooms of a folder."""
    console = CentreConsole(words("fr"), rulebook(), folder, clock=clock)
    async with console.run_test(size=size) as pilot:
        hands = Operator(console, pilot)
        await hands.until(lambda: centre_of(hands).centre is not None)
        yield hands


def centre_of(hands: Operator) -> CentreScreen:
    """The screen in front."""
    assert isinstance(hands.console.screen, CentreScreen)
    return hands.console.screen


async def test_an_entry_is_painted_and_its_room_comes_first(day: Path) -> None:
    with make_room(day, "B1", 2) as first, make_room(day, "B2", 2) as second:
        async with over(day) as hands:
            await hands.until("Rien ne presse")
            assert [row.key for row in hands.rows.rows] == ["b1.json", "b2.json"]
            say(first, *coming_in("c1"))
            say(second, *coming_in("c2"))
            await hands.until("2 salles 4 2 2 · · ·")
            alert = {"command": "log_incident", "code": "E4", "candidate": "c2", "question": 3}
            say(second, alert)
            await hands.until("D'abord : B2, 1 alerte E")
            assert [row.key for row in hands.rows.rows] == ["b2.json", "b1.json"]
            assert hands.rows.current == "b1.json", "the cursor stays on its room"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 18), (40, 12), (30, 8)], ids=str)
async def test_thirty_rooms_are_gone_through(day: Path, size: tuple[int, int]) -> None:
    for number in range(30):
        make_room(day, f"B{number + 1}", 1).close()
    async with over(day, size=size) as hands:
        seen: set[str] = set()
        for _ in range(40):
            seen |= {word for line in hands.lines for word in line.split() if word[:1] == "B"}
            assert "F1 aide" in hands.seen
            assert all(len(line) <= size[0] for line in hands.lines)
            await hands.press("down")
        assert {f"B{number + 1}" for number in range(30)} <= seen
        if size[1] > 10:
            assert "30 salles" in hands.seen or "30 sal" in hands.seen


async def test_one_looks_into_a_room_and_comes_back(day: Path) -> None:
    make_room(day, "B1", 2).close()
    with make_room(day, "B2", 2) as desk:
        say(desk, *coming_in("c1"))
        before = {one.name: one.stat().st_mtime_ns for one in day.iterdir()}
        async with over(day) as hands:
            await hands.go_down_to("B2")
            await hands.press("enter")
            await hands.until("ne fait que regarder")  # what is said on coming in was said
            assert hands.context.read_only
            await hands.press("4")
            await hands.until(lambda: hands.front.query_one("#message").has_class("refused"))
            await hands.press("escape")
            await hands.until("2 salles")
            assert hands.rows.current == "b2.json"
            say(desk, *coming_in("c2"))
            await hands.until("2 salles 4 2 2 · · ·")
            await hands.press("escape")
            await hands.pilot.pause()
            assert hands.console.return_code == 0
        after = {one.name: one.stat().st_mtime_ns for one in day.iterdir()}
        assert {name for name in after if after[name] != before.get(name)} == {"b2.json.journal"}


async def test_from_the_list_and_back_to_it(day: Path) -> None:
    make_room(day, "B1", 2).close()
    async with sitting(day, clock=CLOCK) as hands:
        await hands.press("f5")
        await hands.until("1 salle")
        await hands.press("enter")
        await hands.until("LECTURE SEULE")
        await hands.press("escape")
        await hands.until("1 salle")
        await hands.press("escape")
        await hands.pilot.pause()
        assert isinstance(hands.console.screen, SessionsScreen)
        await hands.press("enter")
        await hands.until("Convocations nominatives")
        assert not hands.context.read_only, "one declares again from the list"


async def test_a_search_keeps_what_fits_and_esc_ends_it(day: Path) -> None:
    for name in ("B1", "B2", "Salle été"):
        make_room(day, name, 1).close()
    (day / "foreign.json").write_text("{}")
    async with over(day) as hands:
        await hands.until("1 fichier non lu")
        await hands.press("slash")
        await hands.type("ete")
        await hands.press("enter")
        assert [row.key for row in hands.rows.rows] == ["salle été.json"]
        await hands.press("slash", "ctrl+u")
        await hands.type("foreign")
        await hands.press("enter")
        assert len(hands.rows.rows) == 1
        assert "n'est pas une session pixtui" in hands.words_seen
        await hands.press("enter")
        await hands.until("n'est pas une session pixtui. Il reste tel quel.")
        assert isinstance(hands.console.screen, CentreScreen)
        await hands.press("escape")
        assert len(hands.rows.rows) == 4
        assert hands.console.is_running


async def test_the_days_before_and_after(day: Path) -> None:
    for days in (-7, 0, 7):
        make_room(day, f"J{days}", 1, date=NINE.date() + timedelta(days=days)).close()
    async with over(day) as hands:
        await hands.until("lundi 30 novembre 2026 · 2 sessions d'autres jours")
        await hands.press("right")
        await hands.until("lundi 7 décembre 2026")
        assert [row.key for row in hands.rows.rows] == ["j7.json"]
        await hands.press("right")
        await hands.until("Il n'y a pas de session d'un jour suivant")
        await hands.press("left", "left")
        await hands.until("lundi 23 novembre 2026")
        assert [row.key for row in hands.rows.rows] == ["j-7.json"]


async def test_a_minute_that_passes_is_shown(day: Path) -> None:
    clock = WallClock("09:00")
    with make_room(day, "B1", 1, clock) as desk:
        say(desk, *coming_in("c1"))
        async with over(day, clock) as hands:
            await hands.until("prochaine fin 10:45")
            clock.move("10:46")
            centre_of(hands).show()  # what the thread asks for when a minute begins
            await hands.until("fin passée 10:45")


async def test_no_name_and_no_sequence_of_a_hostile_list_is_on_it(day: Path) -> None:
    path = sample(day, "hostile-names")
    async with over(day, WallClock("10:02"), (120, 40)) as hands:
        await hands.until("Salle [C3] & « été »")
        assert not unsafe(" ".join(hands.lines))
        await hands.press("enter")
        await hands.until("LECTURE SEULE")
        assert "?" not in hands.seen.splitlines()[0], "nobody is at this keyboard"
        names = [one.last_name for one in hands.state.candidates.values() if len(one.last_name) > 3]
        await hands.press("escape")
        await hands.until("1 salle")
        assert not [name for name in names if name in hands.seen]
    assert path.exists()


async def test_an_empty_folder_is_said(day: Path) -> None:
    async with over(day) as hands:
        await hands.until("Il n'y a pas encore de session ici.")
        await hands.press("enter", "f5", "right")
        assert isinstance(hands.console.screen, CentreScreen)
        make_room(day, "B1", 1).close()
        await hands.until("1 salle")


@pytest.mark.parametrize("kind", ["pdf", "csv"])
async def test_the_summary_is_made_from_a_key(day: Path, home: Path, kind: str) -> None:
    make_room(day, "B1", 2).close()
    wanted = home / f"summary.{kind}"
    async with over(day) as hands:
        await hands.press("f5")
        await hands.until("Récapitulatif")
        await hands.fill({"path": str(home / "summary.odt")})
        await hands.until("Le nom se termine par .pdf")
        await hands.fill({"path": str(wanted)})
        await hands.until(lambda: isinstance(hands.console.screen, CentreScreen))
        await hands.until("Écrit :")
    assert wanted.read_bytes()[:4] in (b"%PDF", b'\xef\xbb\xbf"')


async def test_a_summary_that_cannot_be_written_is_said(day: Path) -> None:
    make_room(day, "B1", 2).close()
    async with over(day) as hands:
        await hands.press("f5")
        await hands.until("Récapitulatif")
        await hands.fill({"path": "/proc/summary.pdf"})
        await hands.until("n'a pas pu être écrit")
