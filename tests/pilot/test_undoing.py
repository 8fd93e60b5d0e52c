"""What was declared for several at once is undone for all of them, or for one alone."""

from pathlib import Path

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
