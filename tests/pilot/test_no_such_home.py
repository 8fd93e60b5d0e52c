"""A path in a home that is not there: a sentence, and the console goes on."""

from pathlib import Path

import pytest

from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample

NOWHERE = "~nobody-of-this-name/liste.csv"


@pytest.mark.parametrize(
    ("key", "title"), [("ctrl+f", "Importer un fichier"), ("ctrl+k", "Enregistrer une copie")]
)
async def test_it_is_refused_in_the_form(
    home: Path, monkeypatch: pytest.MonkeyPatch, key: str, title: str
) -> None:
    monkeypatch.chdir(home)
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press(key)
        await hands.until(title)
        await hands.fill({"path": NOWHERE})
        await hands.until("nobody-of-this-name")
        await hands.until(lambda: "Il n'y a pas" in hands.words_seen)
        assert not list(home.glob("~*"))
