"""An action found by its words, and keys of one's own: shown wherever keys are shown."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from pixtui.resources import config_folder
from pixtui.rules.rulebook import rulebook
from pixtui.tui.app import Console
from pixtui.tui.dialogs.help import Help
from pixtui.tui.dialogs.manual import Manual
from pixtui.tui.dialogs.palette import Palette
from pixtui.tui.keymap import DEFAULT, load_keymap
from pixtui.tui.keys import key_label
from pixtui.tui.screens.checklist import ChecklistScreen
from pixtui.tui.screens.history import HistoryScreen
from pixtui.wording.catalogue import words
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import SCREEN_KEYS, sample


@pytest.fixture
async def hands(home: Path) -> AsyncIterator[Operator]:
    """Someone at a session in the middle of its day, on the grid."""
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as operator:
        await operator.until("28 en cours")
        yield operator


async def looking_for(hands: Operator, wanted: str) -> list[str]:
    """Open the palette and type; the actions found."""
    await hands.press("colon")
    await hands.until(lambda: isinstance(hands.console.screen, Palette))
    await hands.type(wanted)
    return [row.key for row in hands.rows.rows]


@pytest.mark.parametrize("wanted", ["a termine le test", "CANDIDAT À TERMINÉ", "terminé candidat"])
async def test_words_find_it_accents_or_not_and_enter_does_it(hands: Operator, wanted: str) -> None:
    await hands.find("faure")
    assert await looking_for(hands, wanted) == ["finish"]
    assert "Le candidat a terminé le test." in hands.words_seen
    await hands.press("enter")
    await hands.until(lambda: hands.state.history[-1].type == "finish")
    assert hands.standing("FAURE") == "finished"


async def test_what_has_the_words_in_its_name_comes_first(hands: Operator) -> None:
    found = await looking_for(hands, "annuler")
    assert found[0] == "undo_last"
    assert "history" in found  # only its sentence says it


async def test_it_needs_no_letter(hands: Operator) -> None:
    await hands.press("colon", *["down"] * 3)
    assert hands.rows.current == "presence"
    await hands.press("up", "pagedown", "pageup", "escape")
    assert not isinstance(hands.console.screen, Palette)


@pytest.mark.parametrize("key", SCREEN_KEYS)
async def test_it_lists_the_actions_of_the_screen_with_their_keys(
    hands: Operator, key: str
) -> None:
    await hands.press(key)
    scopes = hands.front.SCOPES
    await hands.press("ctrl+p")
    await hands.until("Trouver une action")
    told = {row.key: "".join(text for text, _ in row.cells) for row in hands.rows.rows}
    listed = [one for one in DEFAULT.of(scopes) if one.id != "palette"]
    assert set(told) == {one.id for one in listed}
    for one in listed:
        assert all(key_label(name, words("fr")) in told[one.id] for name in one.keys)


async def test_neither_it_nor_the_help_opens_upon_itself(hands: Operator) -> None:
    await hands.press("colon", "ctrl+p", "f1")
    assert isinstance(hands.console.screen, Palette)
    await hands.press("escape", "f1", "ctrl+p")
    assert isinstance(hands.console.screen, Help)
    await hands.press("f1")  # the manual comes in its place, not in front of it
    await hands.until(lambda: isinstance(hands.console.screen, Manual))
    await hands.press("escape")
    assert hands.console.screen is hands.front


async def test_what_may_not_be_done_is_refused_as_by_its_key(home: Path) -> None:
    session = sample(home, "mid-exam")
    async with sitting(home, session, clock=WallClock("10:02"), view=True) as hands:
        await hands.until("28 en cours")
        await looking_for(hands, "a termine le test")
        await hands.press("enter")
        await hands.until(lambda: hands.front.query_one("#message").has_class("refused"))


async def test_ctrl_c_says_how_to_leave_and_leaves_nothing(hands: Operator) -> None:
    await hands.press("ctrl+c")
    await hands.until("Ctrl+Q quitte pixtui")
    assert hands.console.is_running


# --- keys of one's own


OWN = """
history = ["f12"]
seal = ["ctrl+u"]
incident = ["ctrl+b"]
step_papers = ["0"]
order = ["f9", "f5"]
move_down = ["down", "v"]
end_screen = ["8"]
submit = ["f12"]
"""


@pytest.fixture
async def own(home: Path) -> AsyncIterator[Operator]:
    """Someone with keys of their own, in the middle of the day."""
    config_folder().mkdir(parents=True)
    (config_folder() / "keys.toml").write_text(OWN)
    keys = load_keymap()
    assert not keys.problems
    clock, session = WallClock("10:02"), sample(home, "mid-exam")
    console = Console(words("fr"), rulebook(), home, "Mme Sarr", session, clock=clock, keys=keys)
    async with console.run_test(size=(80, 24)) as pilot:
        operator = Operator(console, pilot)
        await operator.until("28 en cours")
        yield operator


async def test_the_footer_the_help_and_the_palette_show_them(own: Operator) -> None:
    await own.until("F9 ordre")
    for key, wanted in (("f1", "history"), ("colon", "history")):
        await own.press(key)
        await own.until(lambda: own.console.screen is not own.front)
        told = {row.key: "".join(text for text, _ in row.cells) for row in own.rows.rows}
        assert told[wanted].strip().startswith("F12")
        await own.press("escape")


async def test_they_do_what_the_shipped_ones_did_which_do_it_no_more(own: Operator) -> None:
    await own.press("f9")
    await own.until("par nom")
    await own.press("f12")
    await own.until(lambda: isinstance(own.front, HistoryScreen))
    first = own.rows.current
    await own.press("v")
    assert own.rows.current != first
    here = own.rows.current
    await own.press("j")
    assert own.rows.current == here


async def test_sentences_name_them(own: Operator) -> None:
    await own.press("f6")
    await own.until(lambda: isinstance(own.front, ChecklistScreen))
    await own.until("Ctrl+B guide chaque cas")  # a sentence of the rules
    await own.press("home", "down")
    await own.until("Papiers (0)")


async def test_forms_are_saved_by_them(own: Operator) -> None:
    await own.press("e")
    await own.until("F12 enregistrer")
    await own.press("f2")
    await own.until("F12 enregistrer")
    await own.press("f12")
    await own.until(lambda: own.console.screen is own.front)
