"""A paste into the console: a list goes to the import preview, anything else does nothing."""

from pathlib import Path

import pytest
from textual.events import Paste

from pixtui.tui.dialogs.import_preview import ImportPreview
from pixtui.tui.wire.bursts import MARK
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample

LISTED = "nom\tprénom\tdate de naissance\nNEUF\tAwa\t03/04/2011\nDIX\tLéo\t05/06/2011\n"
BARE = "NEUF;Awa;03/04/2011\nDIX;Léo;05/06/2011\n"


async def paste(operator: Operator, text: str) -> None:
    """Paste a text into whatever has the focus."""
    operator.console.post_message(Paste(text))
    await operator.pilot.pause()


@pytest.mark.parametrize("text", [LISTED, BARE], ids=["headers", "bare"])
@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        (("f2",), ""),
        (("f2",), MARK),
        (("f6",), ""),
        (("f6",), MARK),
        (("f2", "plus"), ""),
        (("f2", "plus"), MARK),
        (("ctrl+f",), ""),
        (("ctrl+f",), MARK),
    ],
)
async def test_a_list_is_looked_at_then_comes_in(
    home: Path, text: str, keys: tuple[str, ...], mark: str
) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:00")) as operator:
        await operator.until("Convocations")
        await operator.press(*keys)
        before = len(operator.state.candidates)
        await paste(operator, mark + text)
        await operator.until(lambda: isinstance(operator.console.screen, ImportPreview))
        await operator.until("collée")
        assert len(operator.state.candidates) == before
        await operator.press("f2")
        await operator.until(lambda: len(operator.state.candidates) == before + 2)
        assert operator.person("NEUF Awa").birthdate is not None


@pytest.mark.parametrize("mark", ["", MARK], ids=["told", "guessed"])
@pytest.mark.parametrize("key", ["f2", "f6", "f7", "f8", "f9", "ctrl+g", "ctrl+y"])
async def test_anything_else_declares_nothing(home: Path, key: str, mark: str) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as operator:
        await operator.until("28 en cours")
        await operator.press(key)
        front, entries = operator.console.screen, len(operator.state.history)
        await paste(operator, f"{mark}123 candidats au 4567, code 890\nsuite du texte\n")
        await operator.until("collé ici")
        assert operator.console.screen is front
        assert len(operator.state.history) == entries
        await paste(operator, f"{mark}abcdefghijklmnopqrstuvwxyz!1234567890")
        assert operator.console.screen is front
        assert len(operator.state.history) == entries


async def test_what_is_typed_ahead_still_goes_where_its_key_leads(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as operator:
        await operator.until("28 en cours")
        await paste(operator, f"{MARK}/ozolins\r")
        await operator.until(lambda: len(operator.rows.rows) == 1)
        assert operator.console.focused is operator.rows


async def test_a_list_pasted_into_a_search_acts_on_nothing(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as operator:
        await operator.until("28 en cours")
        entries = len(operator.state.history)
        for key in ("comma", "slash"):
            await operator.press(key)
            front = operator.console.screen
            await paste(operator, MARK + BARE.replace("\n", "\r"))
            assert operator.console.screen is front
            await operator.press("escape")
        assert len(operator.state.history) == entries


async def test_the_list_of_sessions_takes_no_paste_for_keys(home: Path) -> None:
    sample(home, "mid-exam")
    async with sitting(home) as operator:
        await operator.until("mid-exam")
        front = operator.console.screen
        await paste(operator, f"{MARK}nouveau\rn d\r{BARE}")
        await operator.until("Rien ne se colle ici")
        assert operator.console.screen is front


async def test_more_problems_than_are_shown_are_a_key_away(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:00")) as operator:
        await operator.until("Convocations")
        await paste(operator, "nom;prénom;date de naissance\n" + "A;B;x\n" * 700)
        await operator.until(lambda: isinstance(operator.console.screen, ImportPreview))
        shown = 0
        while operator.rows.rows[-1].key == "more":
            assert len(operator.rows.rows) > shown
            shown = len(operator.rows.rows)
            await operator.press("end", "enter")
            await operator.pilot.pause()
        told = "".join(text for row in operator.rows.rows for text, _ in row.cells)
        assert "701" in told


async def test_a_pasted_list_with_an_error_is_to_be_pasted_again(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:00")) as operator:
        await operator.until("Convocations")
        await paste(operator, LISTED.replace("03/04/2011", "31/02/2011"))
        await operator.until("dans la liste, ou dans la session, puis collez-la à nouveau")
        assert "dans le fichier, ou" not in operator.words_seen
        await operator.press("f2")
        await operator.until("Rien n'est importé tant qu'il y a une erreur")
        await operator.press("escape")


async def test_the_places_that_take_a_list_say_that_it_can_be_pasted(home: Path) -> None:
    async with sitting(home, clock=WallClock("08:00")) as operator:
        await operator.press("f2")
        await operator.until("Nouvelle session")
        await operator.fill({"site": "Collège", "room": "B204", "time": "9h"})
        await operator.until("Convocations")
        await operator.press("f2")
        await operator.until("Ctrl+F importe une liste, ou collez-la ici")
        await operator.press("ctrl+f")
        await operator.until("Ou collez une liste ici")
