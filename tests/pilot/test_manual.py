"""F1 twice: the manual at what is in front; Esc: everything as it was."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.widgets import Input

from pixtui.domain.derive import open_room_interruptions
from pixtui.present.manual import Line, page_lines
from pixtui.present.width import width
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.dialogs.help import Help
from pixtui.tui.dialogs.manual import Manual
from pixtui.tui.screens.rollcall import RollCallScreen
from pixtui.wording.catalogue import words
from pixtui.wording.manual import PAGES, blocks, holding
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import SIZES, sample


def top(hands: Operator) -> str:
    """The first line of the page that is in view."""
    return next((line.strip() for line in hands.lines[2:] if line.strip()), "")


def reading(hands: Operator, line: str) -> bool:
    """Whether the manual is open with that line on top."""
    return isinstance(hands.console.screen, Manual) and top(hands) == line


async def opened(hands: Operator, line: str) -> None:
    """F1, then F1 again; the manual begins with that line."""
    await hands.press("f1")
    await hands.until(lambda: isinstance(hands.console.screen, Help))
    await hands.press("f1")
    await hands.until(lambda: isinstance(hands.console.screen, Manual))
    await hands.until(lambda: reading(hands, line))


async def back(hands: Operator, kind: type[object]) -> None:
    """Esc, to what was in front before."""
    await hands.press("escape")
    await hands.until(lambda: isinstance(hands.console.screen, kind))


async def test_it_opens_at_what_is_in_front_and_leaves_no_trace(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("down", "down")
        before = hands.seen
        await opened(hands, "La grille des candidats")
        await hands.press("pagedown", "down", "end")
        await hands.press("escape")
        await hands.until(lambda: hands.seen == before)
        await hands.press("f7")
        await hands.until("Site à visiter indisponible")
        await opened(hands, "Site à visiter indisponible")
        await hands.press("escape", "f9")
        await hands.until("incident noté")
        await opened(hands, "L'historique")
        await hands.press("escape", "f6")
        await hands.until("F3 guide chaque cas")
        step = hands.rows.current or ""
        title = hands.context.rulebook.step_title(step.split("/")[0], "with-es", "fr")
        await opened(hands, f"{title} (avec l'espace surveillant)")


async def test_it_opens_at_the_refusal_just_said_until_something_else_is(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("down", "5")
        await hands.until(lambda: hands.front.warned)
        await opened(hands, "L'état du candidat ne le permet pas (wrong_state)")
        await hands.press("escape", "f5")
        await hands.until("Rangés par nom")
        await opened(hands, "La grille des candidats")


async def test_it_opens_at_the_situation_and_keeps_what_is_typed(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("f3")
        await hands.until(lambda: isinstance(hands.console.screen, Choice))
        await hands.type("malaise")
        await hands.until(lambda: hands.rows.current == "illness")
        await opened(hands, "Malaise")
        await back(hands, Choice)
        assert hands.console.screen.query_one("#search", Input).value == "malaise"
        await hands.press("enter")
        await hands.until(lambda: isinstance(hands.console.screen, Form))
        await hands.press("down", "down", "down")
        await hands.type("assise, parle, ;:?/n")
        typed = [one.value for one in hands.console.screen.query(Input)]
        focused = hands.console.focused
        await opened(hands, "Malaise")
        await hands.press("slash")
        await hands.type("secours")
        await hands.press("enter", "f5", "right", "left", "backspace")
        await back(hands, Form)
        assert [one.value for one in hands.console.screen.query(Input)] == typed
        assert "assise, parle, ;:?/n" in typed
        assert hands.console.focused is focused


async def test_it_opens_at_what_blocks_and_at_what_a_form_refuses(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("f8")
        await hands.until("le test est encore")
        await opened(hands, "Un test court encore")
        await hands.press("escape", "ctrl+o")
        await hands.until(lambda: isinstance(hands.console.screen, Form))
        await opened(hands, "Relève d'un surveillant")
        await hands.press("escape", "escape", "f2", "semicolon")
        await hands.until(lambda: isinstance(hands.console.screen, Form))
        await opened(hands, "La grille des candidats")  # what the form is in front of
        await back(hands, Form)
        await hands.press("escape", "plus")
        await hands.until("Ajouter un candidat")
        await hands.fill({"last_name": "ABADIE", "first_name": "Zoé", "birthdate": "01/01/2010"})
        await hands.until("est déjà sur la liste")
        await opened(hands, "duplicate_candidate")


async def test_it_is_there_before_any_session_is(home: Path) -> None:
    async with sitting(home, by="Mme Sarr") as hands:
        await hands.until("sessions")
        await opened(hands, "La liste des sessions")
        await hands.press("f1")
        await hands.until(lambda: isinstance(hands.console.screen, Help))
        await hands.press("f1")  # its own keys lead nowhere further
        await hands.until(lambda: reading(hands, "La liste des sessions"))


async def test_the_alarm_works_in_it(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await opened(hands, "La grille des candidats")
        await hands.press("ctrl+e")
        await hands.until("Oui, alarme à 10:02")
        await hands.press("enter")
        await hands.until(lambda: isinstance(hands.console.screen, RollCallScreen))
        assert open_room_interruptions(hands.state)


async def test_searching_goes_through_all_of_it_and_comes_back(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await opened(hands, "La grille des candidats")
        await hands.press("slash")
        await hands.type("PRETER attention")
        await hands.press("enter")
        await hands.until("Le manuel ne dit rien de")
        await hands.press("slash", "ctrl+u")
        await hands.type("disque plein")
        await hands.press("enter")
        await hands.until(" sur ")
        seen = set()
        found = len(holding("disque plein", "fr"))
        for _ in range(found):
            seen.add(hands.seen)
            await hands.press("f5")
        assert any("Le disque est plein" in one for one in seen)
        assert all("disque" in one.lower() for one in seen)
        await hands.press(*["backspace"] * (found + 1))
        await hands.until(lambda: reading(hands, "La grille des candidats"))
        await hands.press("slash", "escape")  # closes the search, not the manual
        await hands.until(lambda: reading(hands, "La grille des candidats"))


async def test_contents_sections_and_links_lead_where_they_say(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await opened(hands, "La grille des candidats")
        await hands.press("right")
        await hands.until(lambda: reading(hands, "Un candidat, ligne par ligne"))
        await hands.press("left", "left", "left")
        await hands.until(lambda: reading(hands, "Une session, ligne par ligne"))
        await hands.press("right")
        await hands.until(lambda: reading(hands, "Les étapes"))
        await hands.press("enter")
        await hands.until(lambda: reading(hands, "La procédure, étape par étape"))
        await hands.press("f2")
        await hands.until(lambda: isinstance(hands.console.screen, Choice))
        await hands.type("sauvegarder")
        await hands.press("enter")
        await hands.until(lambda: reading(hands, "Sauvegarder"))
        assert "Pour l'administrateur" in hands.lines[0]


async def test_a_key_of_ones_own_is_named_in_it(home: Path) -> None:
    (home / "config").mkdir()
    (home / "config" / "keys.toml").write_text('finalise = ["f10", "f8"]\n', encoding="utf-8")
    from pixtui.tui.keymap import load_keymap

    moved = load_keymap().keymap.said_in(words("fr"))
    page = next(one for one in PAGES if one.id == "seal")
    told = "\n".join(line.text for line in page_lines(page, moved, 78))
    assert "F10 montre ce qui reste avant le scellé" in told
    assert "F8 montre" in "\n".join(line.text for line in page_lines(page, words("fr"), 78))


@pytest.mark.parametrize("size", SIZES, ids=lambda one: f"{one[0]}x{one[1]}")
async def test_it_stands_at_every_size(home: Path, size: tuple[int, int]) -> None:
    clock = WallClock("10:02")
    async with sitting(home, sample(home, "mid-exam"), clock=clock, size=size) as hands:
        await hands.until(lambda: bool(hands.rows.rows))
        await hands.press("f1", "f1")
        await hands.until(lambda: isinstance(hands.console.screen, Manual))
        await hands.until("Manuel")
        for key in ("pagedown", "end", "home", "right", "left"):
            await hands.press(key)
            lines = hands.lines
            assert len(lines) == size[1]
            assert all(width(line) <= size[0] for line in lines)
        assert "chap" in hands.lines[-1]


@pytest.mark.parametrize("cells", [38, 80, 118])
def test_no_word_of_a_page_is_lost_or_cut(cells: int) -> None:
    for page in PAGES:
        lines = page_lines(page, words("fr"), cells)
        assert all(width(line.text) <= cells for line in lines)
        if cells >= 80:
            assert letters(lines) == letters(page_lines(page, words("fr"), 400))
        else:
            prose = [line for line in lines if blocks(page, "fr")[line.block].kind in PROSE]
            wide = [
                line
                for line in page_lines(page, words("fr"), 400)
                if line.block in {one.block for one in prose}
            ]
            assert letters(prose) == letters(wide)


PROSE = ("title", "heading", "paragraph", "item")


def letters(lines: Iterable[Line]) -> str:
    """All that lines say, wherever they are broken, but the rules around pictures."""
    return re.sub(r"[\s─]", "", "".join(line.text for line in lines))


async def test_in_a_replay_it_says_so_and_tells_of_it(home: Path) -> None:
    session = sample(home, "sealed")
    async with sitting(home, session, by=None, view=True, replay_at="10:42") as hands:
        await hands.until("RELECTURE")
        await opened(hands, "Revoir une journée")
        assert "RELECTURE" in hands.seen
        assert "Échap fermer" in hands.lines[-1]
        await hands.press("escape")
        await hands.until(lambda: not isinstance(hands.console.screen, Manual))


async def test_a_form_about_a_session_or_a_candidate_opens_it_at_its_lines(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        for key, line in (
            ("ctrl+d", "Une session"),
            ("plus", "Un candidat"),
            ("equals_sign", "Un candidat"),
        ):
            await hands.press("f2", key)
            await hands.until(lambda: isinstance(hands.console.screen, Form))
            await opened(hands, f"{line}, ligne par ligne")
            await back(hands, Form)
            await hands.press("escape")
            await hands.until(lambda: not isinstance(hands.console.screen, Form))
    async with sitting(home) as hands:
        await hands.press("f2")
        await hands.until(lambda: isinstance(hands.console.screen, Form))
        await opened(hands, "Une session, ligne par ligne")


async def test_what_a_search_does_not_find_is_said_on_the_smallest_terminal_too(
    home: Path,
) -> None:
    async with sitting(home, sample(home, "mid-exam"), size=(20, 6)) as hands:
        await hands.press("f1", "f1")
        await hands.until(lambda: isinstance(hands.console.screen, Manual))
        await hands.press("slash")
        await hands.type("zzz")
        await hands.press("enter")
        await hands.until("Le manuel ne dit")
        rows = hands.rows.size.height
        await hands.press("slash")
        await hands.press("ctrl+u")
        await hands.type("alarme")
        await hands.press("enter", "right")
        await hands.until(lambda: hands.rows.size.height > rows)
