"""Every screen at every size: nothing cut that matters, nothing lost, no dead key."""

import shutil
import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.widgets import Input

from pixtui.desk.desk import Desk, Done
from pixtui.domain import commands as c
from pixtui.present.width import width
from pixtui.resources import sample_sessions
from pixtui.tui.actions import ACTIONS, clashes
from pixtui.tui.actions import PLACES as KEY_PLACES
from pixtui.tui.app import Console
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.dialogs.codes import CodesShown
from pixtui.tui.dialogs.form import Form
from pixtui.tui.dialogs.help import Help
from pixtui.tui.dialogs.import_preview import ImportPreview
from pixtui.tui.dialogs.manual import Manual
from pixtui.tui.keymap import DEFAULT
from pixtui.tui.keys import key_label
from pixtui.tui.projector import ProjectorScreen
from pixtui.tui.screens.base import Performs
from pixtui.tui.screens.centre import CentreScreen
from pixtui.tui.screens.sessions import SessionsScreen
from pixtui.tui.visiting import SCREENS
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.catalogue import words
from tests.pilot.driver import Operator, WallClock, sitting

SIZES = [(80, 24), (120, 40), (40, 12)]
SAMPLES = ["fresh", "mid-exam", "evacuation", "to-finalise", "sealed", "hostile-names"]
SCREEN_KEYS = ("f2", "f6", "f7", "f8", "f9", "ctrl+g", "ctrl+y")
PLACES: list[type[Performs]] = [
    *SCREENS.values(),
    SessionsScreen,
    CentreScreen,
    ProjectorScreen,
    Choice,
    CodesShown,
    Form,
    Help,
    ImportPreview,
    Manual,
]


def sample(home: Path, name: str) -> Path:
    """A copy of a sample, one's own."""
    return Path(shutil.copy(sample_sessions() / f"{name}.json", home / f"{name}.json"))


@pytest.fixture
async def hands(home: Path) -> AsyncIterator[Operator]:
    """Someone at a session in the middle of its day, on the grid."""
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as operator:
        await operator.until("28 en cours")
        yield operator


def unsafe(text: str) -> set[str]:
    """The characters that must never reach a terminal: controls, bidi, invisible ones."""
    return {one for one in text if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Zl", "Zp")}


# --- everything at every size


@pytest.mark.parametrize(
    ("size", "language"),
    [*((size, "fr") for size in SIZES), (SIZES[0], "en")],
    ids=lambda one: one if isinstance(one, str) else f"{one[0]}x{one[1]}",
)
@pytest.mark.parametrize("name", SAMPLES)
async def test_every_screen_stands_at_every_size(
    home: Path, name: str, size: tuple[int, int], language: str
) -> None:
    async with sitting(
        home, sample(home, name), clock=WallClock("10:02"), size=size, language=language
    ) as hands:
        for key in SCREEN_KEYS:
            await hands.press(key)
            await hands.until(lambda: hands.lines[0].endswith("10:02"))
            _look_at(hands, size)
        await hands.press("f1")
        await hands.until(lambda: isinstance(hands.console.screen, Help))
        assert not unsafe(hands.seen.replace("\n", ""))


def _look_at(hands: Operator, size: tuple[int, int]) -> None:
    lines = hands.lines
    assert len(lines) == size[1]
    assert all(width(line) <= size[0] for line in lines)
    assert not unsafe("".join(lines))
    assert "F1" in lines[-1], lines[-1]
    assert not lines[-1].endswith("…")


# --- hostile names


async def test_hostile_names_are_text_on_every_screen_and_in_every_question(home: Path) -> None:
    async with sitting(home, sample(home, "hostile-names"), clock=WallClock("08:50")) as hands:
        await hands.press("f2")
        for one in list(hands.state.candidates.values()):
            await hands.until(lambda: bool(hands.rows.rows))
            hands.rows.go_to(one.id)
            await _everything_asked(hands, f"{one.last_name} {one.first_name}")
        assert hands.console.is_running


async def _everything_asked(hands: Operator, name: str) -> None:
    shown = name.split()[0]
    for key in ("enter", "f3", "e", "exclamation_mark"):
        await hands.press(key)
        await hands.until(lambda: not isinstance(hands.console.screen, SCREENS["grid"]))
        assert not unsafe(hands.seen.replace("\n", "")), key
        if key not in ("e", "exclamation_mark"):
            assert shown in hands.words_seen, f"{shown} after {key}:\n{hands.seen}"
        await hands.press("escape")
        await hands.until(lambda: isinstance(hands.console.screen, SCREENS["grid"]))
    await hands.press("1", "u")
    await hands.until(lambda: isinstance(hands.console.screen, Choice))
    assert shown in hands.words_seen
    await hands.press("escape", "f7", "f9")
    await hands.until("identité vérifiée")
    assert not unsafe(hands.seen.replace("\n", ""))
    await hands.press("f2")


# --- the grid


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("le goff", "LE GOFF"),
        ("maelys", "LE GOFF"),
        ("n'diaye", "N'DIAYE"),
        ("ndiaye", "N'DIAYE"),
        ("ozolins", "OZOLIŅŠ"),
        ("wozniak", "WOŹNIAK"),
        ("nguyen", "NGUYỄN"),
        ("23", "OZOLIŅŠ"),
    ],
)
async def test_a_search_needs_no_accents(hands: Operator, typed: str, found: str) -> None:
    await hands.press("slash")
    await hands.type(typed)
    await hands.until(lambda: len(hands.rows.rows) == 1)
    assert hands.rows.current == hands.person(found).id
    await hands.press("enter", "escape")
    await hands.until(lambda: len(hands.rows.rows) == 30)
    assert hands.rows.current == hands.person(found).id


async def test_oe_is_found_as_two_letters(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        act = c.AddCandidate(last_name="Œuvrard", first_name="Cécile")
        assert isinstance(hands.context.submit(act), Done)
        await hands.find("oeuvrard")
        assert hands.rows.current == hands.person("Œuvrard").id


async def test_the_order_goes_round_and_the_cursor_stays_on_its_person(hands: Operator) -> None:
    await hands.find("ozolins")
    person, seen = hands.rows.current, []
    for told in ("par nom", "par place", "par urgence"):
        await hands.press("f5")
        await hands.until(told)
        assert hands.rows.current == person
        seen.append([row.key for row in hands.rows.rows])
    assert seen[0] != seen[2]
    assert {tuple(sorted(one)) for one in seen} == {tuple(sorted(seen[0]))}
    names = [hands.state.candidates[key].last_name for key in seen[0]]
    assert names[0] == "ABADIE"


async def test_the_cursor_stays_on_its_person_when_urgency_moves_the_rows(hands: Operator) -> None:
    await hands.find("faure")
    before = [row.key for row in hands.rows.rows]
    await hands.press("7")
    await hands.until(lambda: [row.key for row in hands.rows.rows] != before)
    assert hands.rows.current == hands.person("FAURE").id
    cursor = next(line for line in hands.lines if line.startswith(">"))
    assert "FAURE" in cursor


async def test_extra_time_is_nowhere_once_hidden(hands: Operator) -> None:
    await hands.find("ozolins")
    await hands.until("35 min (33 %)")
    assert "+33" in hands.seen
    await hands.press("x")
    await hands.until("Temps majoré caché")
    assert "33" not in hands.seen.replace("09:33", "")
    assert "majoré" not in hands.seen.replace("Temps majoré caché", "")
    await hands.press("enter")
    await hands.until(lambda: isinstance(hands.console.screen, Choice))
    assert "33" not in hands.seen
    await hands.press("escape", "f6", "f2", "x")
    await hands.until("+33")


async def test_marks_outlive_a_search_and_act_only_on_what_is_shown(hands: Operator) -> None:
    for name in ("abadie", "diop"):
        await hands.find(name)
        await hands.press("space")
    await hands.until("2 lignes marquées")
    await hands.press("slash")
    await hands.type("abadie")
    await hands.press("enter")
    assert hands.rows.chosen == (hands.person("ABADIE").id,)
    await hands.press("7", "escape")
    assert hands.standing("ABADIE") == "finished"
    assert hands.standing("DIOP") == "running"
    assert hands.rows.marked == {hands.person("DIOP").id}
    await hands.press("escape")
    assert not hands.rows.marked


async def test_absent_for_several_is_asked_with_their_names(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f2", "space", "space", "0")
        await hands.until(lambda: isinstance(hands.console.screen, Choice))
        marked = hands.front.query_one("#grid", RowList).marked
        assert len(marked) == 2
        for key in marked:
            assert hands.state.candidates[key].last_name in hands.words_seen
        await hands.press("enter")
        assert "absent" not in hands.counted()


async def test_undo_asks_first_and_names_the_person(hands: Operator) -> None:
    await hands.find("diop")
    await hands.press("7")
    assert hands.standing("DIOP") == "finished"
    await hands.press("u")
    await hands.until("DIOP Aïssatou")
    await hands.press("enter")  # no is the first answer
    assert hands.standing("DIOP") == "finished"
    await hands.press("u")
    await hands.confirm()
    assert hands.standing("DIOP") == "running"
    await hands.press("f9")
    await hands.until("x 10:02")


async def test_a_refusal_says_why(hands: Operator) -> None:
    await hands.find("le goff")
    await hands.press("6")
    assert hands.front.query_one("#message").has_class("refused")
    assert "alerte" in hands.message
    assert hands.standing("LE GOFF") == "interrupted"


async def test_what_was_typed_stays_when_a_form_is_refused(hands: Operator) -> None:
    await hands.press("plus")
    await hands.fill({"first_name": "Zoé", "birthdate": "31/31/2010"})
    await hands.until("est nécessaire" if "est nécessaire" in hands.words_seen else "nom")
    await hands.fill({"last_name": "Ruiz"})
    await hands.until("31/12/2010")
    form = hands.console.screen
    assert form.query_one("#field-first_name", Input).value == "Zoé"
    assert form.query_one("#field-birthdate", Input).value == "31/31/2010"
    await hands.press("escape")
    assert len(hands.state.candidates) == 30


# --- leaving and coming back


async def test_leaving_a_screen_and_coming_back_loses_nothing(hands: Operator) -> None:
    await hands.find("diop")
    await hands.press("space", "slash")
    await hands.type("di")
    await hands.press("enter")
    rows = [row.key for row in hands.rows.rows]
    place = hands.rows.current
    await hands.press("f6", "up", "up")
    step = hands.rows.current
    await hands.press("f9", "f7", "f2")
    await hands.until(lambda: [row.key for row in hands.rows.rows] == rows)
    assert hands.rows.current == place
    assert hands.rows.marked == {hands.person("DIOP").id}
    await hands.press("f6")
    assert hands.rows.current == step


async def test_an_answer_does_not_outlive_its_moment(hands: Operator) -> None:
    await hands.find("le goff")
    await hands.press("6")
    assert hands.message
    await hands.press("f6", "f2")
    assert not hands.message


async def test_going_to_the_list_and_back_shows_the_same_session(hands: Operator) -> None:
    entries = len(hands.state.history)
    for _ in range(3):
        await hands.press("f6", "escape")
        await hands.until("Quitter la session ?")
        await hands.confirm()
        await hands.until(lambda: isinstance(hands.console.screen, SessionsScreen))
        assert hands.console.context is None
        await hands.press("enter")
        await hands.until("28 en cours")
    assert len(hands.state.history) == entries


# --- two consoles, looking only


async def test_what_one_console_declares_appears_in_the_other(hands: Operator) -> None:
    path, clock = hands.context.desk.store.path, hands.context.now
    with Desk.open(path, "M. Roy", clock) as other:
        answer = other.submit(c.Finish(candidates=(hands.person("DIOP").id,)))
        assert isinstance(answer, Done)
        await hands.until("1 fini")
        assert hands.standing("DIOP") == "finished"
        await hands.find("diop")
        await hands.press("7")  # it is over already: refused, never merged in silence
        assert hands.front.query_one("#message").has_class("refused")
        await hands.find("faure")
        await hands.press("7")
        other.refresh()
        assert len(other.state.history) == len(hands.state.history)


async def test_a_console_that_only_looks_declares_nothing(home: Path) -> None:
    session = sample(home, "mid-exam")
    before = session.read_bytes()
    async with sitting(home, session, clock=WallClock("10:02"), view=True) as hands:
        await hands.until("28 en cours")
        for key in [key for one in DEFAULT.of(["grid"]) if one.writes for key in one.keys]:
            await hands.press(key)
            assert hands.front.query_one("#message").has_class("refused"), key
            assert isinstance(hands.console.screen, SCREENS["grid"]), key
        await hands.press("f6", "enter")
        assert hands.front.query_one("#message").has_class("refused")
        await hands.press("escape", "f2")
        assert isinstance(hands.console.screen, SessionsScreen)
    assert session.read_bytes() == before


# --- the keys


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_no_key_is_claimed_twice_and_none_is_dead(place: type[Performs]) -> None:
    listed = DEFAULT.of(place.SCOPES)
    assert not clashes(listed)
    assert any({*place.SCOPES, "everywhere"} <= set(one) for one in KEY_PLACES)
    dead = [
        one.id
        for one in listed
        if not (hasattr(place, f"do_{one.id}") or hasattr(Console, f"do_{one.id}"))
    ]
    assert not dead


def test_every_place_of_the_registry_has_a_screen() -> None:
    scopes = {scope for place in PLACES for scope in place.SCOPES}
    on_every_screen = {"replay", "rehearsal"}
    assert {one.scope for one in ACTIONS} == scopes | on_every_screen


@pytest.mark.parametrize("key", SCREEN_KEYS)
async def test_help_lists_every_key_of_the_screen(hands: Operator, key: str) -> None:
    await hands.press(key)
    scopes = hands.front.SCOPES
    await hands.press("question_mark")
    await hands.until("Touches de cet écran")
    told = {row.key: "".join(text for text, _ in row.cells) for row in hands.rows.rows}
    assert set(told) == {one.id for one in DEFAULT.of(scopes)}
    for one in DEFAULT.of(scopes):
        for name in one.keys:
            assert key_label(name, words("fr")) in told[one.id]


async def test_help_does_what_is_under_its_cursor(hands: Operator) -> None:
    await hands.press("f1")
    await hands.until("Touches de cet écran")
    await hands.choose("ordre")
    await hands.until("par nom")


async def test_the_name_of_a_session_is_whole_at_eighty_columns(home: Path) -> None:
    sample(home, "mid-exam")
    async with sitting(home) as operator:
        await operator.press("f2")
        await operator.until("Nouvelle session")
        await operator.fill({"site": "Collège", "room": "B204", "date": "30/11/2026", "time": "9h"})
        await operator.until("Convocations")
        await operator.press("escape")
        await operator.until("2026-11-30-09h00-b204 ")
        assert any(line.endswith("FICTIF") for line in operator.lines)
