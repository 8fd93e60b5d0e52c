"""What Enter offers first is what comes next, and nothing grave happens by two careless keys."""

from pathlib import Path

from tests.pilot.driver import WallClock, sitting
from tests.pilot.situations import pick
from tests.pilot.test_screens import sample


async def test_a_test_hardly_begun_is_ended_only_after_a_second_yes(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("09:12")) as hands:
        await hands.until("28 en cours")
        await hands.find("faure")
        await hands.press("7")
        await hands.until("FAURE Noé a commencé à 09:05 : déjà fini ?")
        await hands.press("enter")
        assert hands.standing("FAURE") == "running", "the first answer is no"
        await hands.press("7")
        await hands.confirm()
        assert hands.standing("FAURE") == "finished"


async def test_enter_twice_does_not_end_a_young_test(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("09:12")) as hands:
        await hands.until("28 en cours")
        await hands.find("faure")
        await hands.press("enter", "enter", "escape")
        assert hands.standing("FAURE") == "running"


async def test_an_open_decision_comes_before_the_identity(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f2")
        await pick(hands, "no_identity", "pièce d'identité", "benali")
        await hands.fill({"note": "carte oubliée"})
        await hands.press("enter")
        await hands.until("Dire ce qui a été décidé")
        await hands.press("enter")
        await hands.fill({"outcome": "admis par le chef de centre"})
        (incident,) = hands.state.incidents.values()
        assert incident.closed is not None
        await hands.press("enter")
        await hands.until("Identité vérifiée")
        assert "Dire ce qui a été décidé" not in hands.words_seen


async def test_what_is_left_open_takes_one_reason_for_all_of_its_kind(home: Path) -> None:
    async with sitting(home, sample(home, "to-finalise"), clock=WallClock("11:50")) as hands:
        await hands.press("f8")
        await hands.go_down_to("ABADIE Zoé : déconnexion")
        await hands.press("f5")
        await hands.until("Laisser ouvert")
        await hands.fill({"reason": "poste éteint"})
        await hands.until("Aussi les 28 autres lignes de ce genre")
        assert "FAURE Noé : déconnexion" in hands.words_seen or "et 22" in hands.words_seen
        await hands.choose("Aussi les 28")
        told = ["".join(text for text, _tone in row.cells) for row in hands.rows.rows]
        assert sum("[poste éteint]" in one for one in told) == 29
        here = next(row for row in hands.rows.rows if row.key == hands.rows.current)
        assert "laissé" not in here.cells[0][0], "the cursor went on to what is still open"


async def test_a_finished_one_shows_when_they_ended_not_when_they_were_to(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.find("faure")
        await hands.press("7")
        await hands.until("fini à 10:02, prévu :")
        (row,) = [line for line in hands.lines if "FAURE" in line and "fini" in line][:1]
        assert "10:02" in row
        assert "10:50" not in row


async def test_help_tells_the_signs_of_the_grid(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("f1")
        seen = hands.words_seen.replace("\u00a0", " ")
        for told in ("I identité vérifiée", "V écran de fin vu", "t raison : technique"):
            assert told in seen
