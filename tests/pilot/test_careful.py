"""What one careless key could take from a pupil is asked about, told, or not possible."""

from pathlib import Path

from pixtui.domain.derive import candidate_state, open_room_interruptions
from pixtui.store.beside import reasons_of
from pixtui.store.reasons import load_reasons
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.situations import pick
from tests.pilot.test_screens import sample


async def marked(hands: Operator, *names: str) -> None:
    """Mark these rows."""
    for name in names:
        hands.rows.go_to(hands.person(name).id)
        await hands.press("space")


async def test_after_an_act_for_several_no_mark_catches_the_next_key(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f2")
        await hands.until(lambda: bool(hands.rows.rows))
        await hands.find("abadie")
        await hands.press("1")
        await marked(hands, "ABADIE", "FAURE")
        await hands.press("1")
        await hands.until("déjà fait")
        await hands.press("enter")
        assert hands.rows.marked == frozenset()
        hands.rows.go_to(hands.person("DIOP").id)
        await hands.press("0")
        assert hands.standing("ABADIE") == "checked_in"
        assert hands.standing("DIOP") == "absent"


async def test_one_marked_row_that_is_not_under_the_cursor_is_asked_about(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f2")
        await hands.until(lambda: bool(hands.rows.rows))
        await marked(hands, "ABADIE")
        hands.rows.go_to(hands.person("DIOP").id)
        await hands.press("0")
        await hands.until("ABADIE")
        await hands.until("Non, revenir")
        await hands.press("escape")
        assert {hands.standing(name) for name in ("ABADIE", "DIOP")} == {"expected"}


async def test_several_interruptions_go_on_one_by_one(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await marked(hands, "ABADIE", "FAURE")
        await hands.press("exclamation_mark")
        await hands.choose("réseau")
        assert hands.rows.marked == frozenset()
        await hands.press("ctrl+e", "enter")
        await hands.until("Appel dehors")
        await hands.press("exclamation_mark")
        await hands.until("Qu'est-ce qui reprend ? (2 interruptions)")
        await hands.choose("toute la salle")
        (left,) = open_room_interruptions(hands.state)
        assert left.cause == "network"
        assert hands.standing("ABADIE") == "interrupted"
        assert hands.standing("DIOP") == "running"
        await hands.press("f2", "exclamation_mark")
        await hands.until("Ils reprennent ?")
        assert "ABADIE Zoé, FAURE Noé" in hands.words_seen
        await hands.confirm()
        assert not open_room_interruptions(hands.state)


async def test_who_still_has_time_is_not_ended_with_the_others(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:52")) as hands:
        await hands.until("28 en cours")
        await hands.press("asterisk", "7")
        await hands.until("Ont encore du temps")
        assert "GUÉRIN Éloïse (" in hands.words_seen
        await hands.press("enter")
        standing = {
            one.last_name: candidate_state(hands.state, one)
            for one in hands.state.candidates.values()
        }
        assert standing["ABADIE"] == "finished"
        assert standing["GUÉRIN"] == "running"


async def test_the_time_that_was_left_is_told(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.find("faure")
        await hands.press("7")
        await hands.until("Il restait 48 minutes.")


async def test_a_time_to_go_on_without_a_stop_is_not_thrown_away(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        before = len(hands.state.history)
        await pick(hands, "browser_closed", "navigateur", "diop")
        await hands.fill({"at": "09:10", "held": "peutetre", "resumed": "09:20"})
        await hands.until("« peutetre » : répondez oui ou non.")
        await hands.fill({"held": "non"})
        await hands.until("horloge arrêtée")
        assert len(hands.state.history) == before
        await hands.fill({"held": "oui"})
        assert len(hands.state.history) == before + 1


async def test_reasons_outlive_the_console_and_go_with_the_seal(home: Path) -> None:
    path, clock = sample(home, "to-finalise"), WallClock("11:50")
    async with sitting(home, path, clock=clock) as hands:
        await hands.press("f8")
        await hands.go_down_to("ABADIE Zoé : déconnexion")
        await hands.press("f5")
        await hands.fill({"reason": "poste éteint"})
        await hands.choose("Cette ligne seulement")
        assert oct(reasons_of(path).stat().st_mode & 0o777) == "0o600"
    async with sitting(home, path, clock=clock) as hands:
        await hands.press("f8")
        await hands.until("poste éteint")
        await hands.go_down_to("poste éteint")
        await hands.press("f5")
        await hands.fill({"reason": ""})
        assert load_reasons(path) == {}
        assert not reasons_of(path).exists()


async def test_each_open_incident_of_one_pupil_has_its_own_reason(home: Path) -> None:
    path = sample(home, "to-finalise")
    async with sitting(home, path, clock=WallClock("11:50")) as hands:
        await hands.press("f2")
        for note in ("premier", "second"):
            await pick(hands, "machine_frozen", "écran noir", "diop")
            await hands.fill({"at": "10:10", "note": note})
        await hands.press("f8")
        await hands.go_down_to("DIOP Aïssatou")
        await hands.press("f5")
        await hands.fill({"reason": "vu"})
        await hands.choose("Cette ligne seulement")
        told = ["".join(text for text, _tone in row.cells) for row in hands.rows.rows]
        assert sum("[vu]" in one for one in told) == 1
