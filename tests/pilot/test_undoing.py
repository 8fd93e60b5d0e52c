"""What was declared for several at once is undone for all of them, or for one alone."""

from pathlib import Path

import pytest

from pixtui.desk.desk import Desk, Done
from pixtui.domain import commands as c
from pixtui.domain.history import voided
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample

THREE = ("ABADIE", "FAURE", "DIOP")


async def ended_together(hands: Operator) -> int:
    """Three tests declared ended by one key; the entry's number."""
    await hands.until("28 en cours")
    for name in THREE:
        hands.rows.go_to(hands.person(name).id)
        await hands.press("space")
    await hands.press("7")
    await hands.until("Ont encore du temps")
    await hands.confirm()
    assert [hands.standing(name) for name in THREE] == ["finished"] * 3
    return len(hands.state.history)


async def test_one_of_several_is_undone_and_the_others_stay(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        seq = await ended_together(hands)
        hands.rows.go_to(hands.person("FAURE").id)
        await hands.press("u")
        await hands.until("déclaré pour 3 à la fois")
        for name in THREE:
            assert name in hands.words_seen
        await hands.press("enter")
        assert len(hands.state.history) == seq, "the first answer is no"
        await hands.press("u")
        await hands.choose("Annuler pour FAURE")
        assert [hands.standing(name) for name in THREE] == ["finished", "running", "finished"]
        await hands.press("f9")
        await hands.until("FAURE")
        hands.rows.go_to(str(seq))
        await hands.press("f5")
        await hands.until("déclaré pour 2 à la fois")
        await hands.choose("Annuler pour les 2")
        assert [hands.standing(name) for name in THREE] == ["running"] * 3
        assert seq in voided(hands.state.history)


async def test_what_is_done_already_is_not_declared_again(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        count = len(hands.state.history)
        await hands.find("faure")
        await hands.press("1")
        await hands.until("déjà fait")
        assert len(hands.state.history) == count


async def test_the_question_stays_in_sight_however_long_the_names_are(home: Path) -> None:
    path, clock = sample(home, "mid-exam"), WallClock("10:02")
    people = []
    with Desk.open(path, "Mme Sarr", clock) as desk:
        for number in range(8):
            name = "TRÈS-LONG " * 9 + "ABCDEFGH"[number]
            new = {"command": "add_candidate", "last_name": name, "first_name": "Zoé"}
            added = desk.submit_json(new)
            assert isinstance(added, Done)
            people.append(added.made)
        together = {"command": "mark_absent", "candidates": people}
        assert isinstance(desk.submit_json(together), Done)
    async with sitting(home, path, clock=clock) as hands:
        await hands.press("f9")
        await hands.press("f5")
        await hands.until("Annuler « absent » : déclaré pour 8 à la fois")
        await hands.until("ONG H Zoé seulement")
        await hands.press("escape")


async def test_the_answers_stay_in_sight_however_long_the_note_is(home: Path) -> None:
    path, clock = sample(home, "mid-exam"), WallClock("10:02")
    with Desk.open(path, "Mme Sarr", clock) as desk:
        note = "la vitre de la salle a cassé, " * 60
        assert isinstance(desk.submit_json({"command": "log_incident", "note": note}), Done)
    async with sitting(home, path, clock=clock) as hands:
        await hands.press("f9")
        await hands.press("f5")
        await hands.until("Annuler l'entrée 95")
        await hands.until("Non, revenir Oui, annuler")
        await hands.press("escape")


@pytest.mark.parametrize("screen", ["f2", "f6", "f7"])
async def test_ones_own_last_entry_is_undone_from_any_screen(home: Path, screen: str) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        one = hands.person("ABADIE")
        told = hands.context.desk.submit(c.LeaveRoom(candidates=(one.id,)))
        assert isinstance(told, Done)
        with Desk.open(hands.context.desk.store.path, "M. Roy", WallClock("10:03")) as other:
            other.submit(c.LeaveRoom(candidates=(hands.person("FAURE").id,)))
        await hands.until(lambda: hands.person("FAURE").away != ())
        await hands.press(screen, "at")
        await hands.until("ABADIE Zoé : annuler")
        await hands.press("enter")
        assert hands.person("ABADIE").away != (), "the first answer is no"
        await hands.press("ctrl+z")
        await hands.until("ABADIE Zoé : annuler")
        await hands.confirm()
        await hands.until(lambda: hands.person("ABADIE").away == ())
        assert hands.person("FAURE").away != (), "another one's entry stays"
