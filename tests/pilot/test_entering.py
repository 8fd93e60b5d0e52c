"""After the seal: what to type into Pix, in Pix's order, ticked off one by one."""

from pathlib import Path

from pixtui.desk.desk import Desk, Done
from pixtui.present.entering import BOXES
from pixtui.rules.rulebook import rulebook
from pixtui.tui.screens.finalise import FinaliseScreen
from pixtui.wording.catalogue import words
from pixtui.wording.pix_page import Entry, entries
from tests.faults.play import finalise
from tests.pilot.driver import WallClock, sitting
from tests.pilot.test_screens import sample

CLOCK = WallClock("11:50")


def sealed(path: Path, *more: dict[str, object]) -> None:
    """Do what is left, then seal."""
    with Desk.open(path, "Mme Sarr", CLOCK) as desk:
        for command in more:
            answer = desk.submit_json(dict(command))
            assert isinstance(answer, Done), answer
        answer = desk.submit_json(finalise(desk))
        assert isinstance(answer, Done), answer


async def test_everyone_who_started_is_ticked_off_in_order(home: Path) -> None:
    path = sample(home, "to-finalise")
    fraud = {
        "command": "log_incident",
        "code": "C6",
        "candidate": "DIOP",
        "note": "téléphone sorti à 10:20",
    }
    late = {"command": "log_incident", "code": "C8", "candidate": "ABADIE", "note": "arrivé tard"}
    sealed(path, fraud, late)
    async with sitting(home, path, clock=CLOCK) as hands:
        await hands.press("f8")
        await hands.until("Saisi dans Pix : 0 sur 29")
        told = entries(hands.state, words("fr"), rulebook())
        names = [one.candidate.last_name for one in told]
        assert names[:2] == ["ABADIE", "ALVES-TEIXEIRA"]
        assert len(told) == 29, "the absent one is not on Pix's page"
        assert "C8" in hands.words_seen
        await hands.press("enter", "enter")
        assert hands.person("ABADIE").entered is None, "two fast Enter tick nobody with reports"
        await hands.press("enter")
        await hands.until("C8 incident lié au candidat, non bloquant : arrivé tard")
        await hands.confirm()
        await hands.until("Saisi dans Pix : 1 sur 29")
        assert hands.rows.current == told[1].candidate.id
        await hands.press("up")
        await hands.until("saisi 11:50 · C8 incident")
        await hands.until("C8 incident lié au candidat, non bloquant : arrivé tard")
        hands.rows.go_to(hands.person("DIOP").id)
        await hands.until("téléphone sorti à 10:20")
        await hands.press("f12", "enter")
        await hands.until("28 candidats ne sont pas cochés comme saisis.")
        await hands.press("escape")
        for one in told[1:]:
            hands.rows.go_to(one.candidate.id)
            await hands.press("enter")
            await hands.confirm(times=int(one.reported))
        await hands.until("Saisi dans Pix : 29 sur 29")
        assert hands.rows.current == BOXES
        assert all(one.entered for one in hands.state.candidates.values() if one.start)
        await hands.press("f12", "enter", "down", "enter")
        await hands.until("Finalisée dans Pix Certif")


async def test_what_befell_the_room_asks_for_its_box_and_stands_in_what_to_type(home: Path) -> None:
    path = sample(home, "to-finalise")
    alarm = {"command": "log_incident", "situation": "evacuation", "note": "sirène à 10:20"}
    with Desk.open(path, "Mme Sarr", CLOCK) as desk:
        logged = desk.submit_json(alarm)
        assert isinstance(logged, Done)
        incident = logged.made or ""
        desk.submit_json({"command": "close_incident", "incident": incident, "outcome": "rentrés"})
    async with sitting(home, path, clock=CLOCK) as hands:
        await hands.press("f8")
        await hands.go_down_to(incident + " relève")
        await hands.press("enter")
        await hands.until("Cocher la case")
        assert "sirène à 10:20" in hands.words_seen
        await hands.choose("Cocher la case")
        await hands.until(lambda: hands.state.has_incident)
        await hands.until(lambda: incident + " relève" not in hands.words_seen)
        answer = hands.context.desk.submit_json(finalise(hands.context.desk))
        assert isinstance(answer, Done)
        await hands.until("Saisi dans Pix : 0 sur 29")
        hands.rows.go_to(incident)
        await hands.until("C7 Alarme, évacuation : sirène à 10:20")
        hands.rows.go_to(BOXES)
        await hands.until("incident : à cocher n'a pas pu rejoindre")


async def test_the_seal_is_asked_with_who_else_is_at_work(home: Path) -> None:
    path = sample(home, "to-finalise")
    async with sitting(home, path, clock=CLOCK) as hands:
        await hands.press("f8")
        await hands.press("f12")
        await hands.until("Encore ouvert.")
        screen = hands.front
        assert isinstance(screen, FinaliseScreen)
        assert screen.reasons.set(finalise(hands.context.desk)["overrides"]) == ""
        screen.show()
        with Desk.open(path, "M. Roy", CLOCK):
            await hands.until("+ M. Roy")
            await hands.press("f12")
            await hands.until("Aussi au travail sur cette session : M. Roy.")
            assert hands.message == "", "what stood in the way does not any more"
            await hands.press("escape")


async def test_what_was_handled_live_is_not_typed_again(home: Path) -> None:
    path = sample(home, "mid-exam")
    with Desk.open(path, "Mme Sarr", WallClock("10:02")) as desk:
        found = {one.candidate.last_name: one.lines for one in _told(desk)}
        assert desk.state.session.mode == "with-es"
        assert not any(line.startswith("E4") for line in found["LE GOFF"])
        assert [line[:2] for line in found["N'DIAYE"]] == ["C8"]


async def test_an_unfinished_test_says_its_reason_with_its_consequence_decided(home: Path) -> None:
    path = sample(home, "sealed")
    with Desk.open(path, "", CLOCK, read_only=True) as desk:
        stopped = [one for one in _told(desk) if one.candidate.reason is not None]
        assert len(stopped) == 1
        assert any(line.startswith("raison d'interruption") for line in stopped[0].lines)


def _told(desk: Desk) -> list[Entry]:
    return entries(desk.state, words("fr"), rulebook())
