"""Papers by keys: from the step that calls for them, or any at any moment, while work goes on."""

import stat
from pathlib import Path

import pytest

from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample

FOLDER = "mid-exam-papers"


@pytest.fixture
def no_printer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A search path without any print command."""
    empty = tmp_path / "bin"
    empty.mkdir()
    monkeypatch.setenv("PATH", str(empty))
    return empty


async def test_a_step_offers_its_papers_and_says_where_they_are(
    home: Path, no_printer: Path
) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.press("f6")
        await hands.go_down_to("Salle vérifiée")
        await hands.until("Papiers (F5) : Préparation de la")
        await hands.press("f5")
        await hands.until("Tous ceux de l'étape (2)")
        await hands.press("enter")
        await hands.until("Pas de commande d'impression (lp)")
        await hands.press("enter")
        await hands.until("vous pouvez continuer")
        await hands.press("f2", "space")  # the console answers meanwhile
        assert hands.front.query_one("#message") is not None
        await hands.until("Fait : 2 fichiers PDF")
    made = sorted(path.name for path in (home / FOLDER).iterdir())
    assert made == ["room-checklist.pdf", "seating-plan.pdf"]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (home / FOLDER).iterdir()}
    assert modes == {0o600}


async def test_all_that_the_moment_calls_for_needs_no_suspicion_of_fraud(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("ctrl+t")
        await hands.until("Tous ceux du moment")
        await hands.press("enter", "enter")
        await hands.until("Fait : 4 fichiers PDF")
        await hands.press("ctrl+t")
        await hands.type("suspicion")
        await hands.press("enter", "enter")
        await hands.until("Aucune suspicion de fraude n'est notée")


async def test_it_prints_where_there_is_a_printer_and_says_what_the_printer_says(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    printer = folder / "lp"
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        for script, said in (
            (f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/printed\n', "1 fichier envoyé"),
            ("#!/bin/sh\necho 'lp: no default destination' >&2\nexit 1\n", "no default"),
        ):
            printer.write_text(script)
            printer.chmod(0o755)
            await hands.press("ctrl+t")
            await hands.type("consignes")
            await hands.press("enter")
            await hands.choose("imprimer")
            await hands.until(said)
            assert "Fait : 1 fichier PDF" in hands.words_seen
    printed = (tmp_path / "printed").read_text().splitlines()
    assert printed == ["--", str(home / FOLDER / "instructions.pdf")]
