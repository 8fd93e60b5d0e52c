"""The whole day of thirty candidates, by keys alone, on a screen of 80 by 24."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input

from pixtui.cli import main
from pixtui.desk.desk import Desk
from pixtui.desk.importing import import_file
from pixtui.domain.derive import next_step, phase, steps
from pixtui.rules.rulebook import rulebook
from pixtui.tui.screens.sessions import SessionsScreen
from pixtui.wording.catalogue import words
from pixtui.wording.history import history_lines
from tests.pilot.driver import Operator, WallClock, sitting

TYPED = (("ABADIE", "Zoé", "04/01/2010", "01"), ("BÜCHER", "Loïc", "22/04/2011", "02"))
LIST = """\
Nom;Prénom;Date de naissance;Classe;Place;Temps majoré
BENALI;Yasmine;15/03/2010;3A;03;33
CAZENAVE;Maël;01/05/2010;3B;04;
DA SILVA;João;08/06/2011;3A;05;
DELORME;Anaïs;15/07/2010;3B;06;
DIOP;Aïssatou;22/08/2011;3A;07;
ETCHEVERRY;Amaia;01/09/2010;3B;08;
FAURE;Noé;08/10/2011;3A;09;
GARCÍA;Lucía;15/11/2010;3B;10;
GUÉRIN;Éloïse;22/12/2011;3A;11;33
HADDAD;Sami;01/01/2010;3B;12;
IBRAHIM;Nour;08/02/2011;3A;13;
JAFFRÉ;Gwenaëlle;15/03/2010;3B;14;
KOWALSKI;Łucja;22/04/2011;3A;15;
LE GOFF;Maëlys;01/05/2010;3B;16;
LEROY;Hugo;08/06/2011;3A;17;
MARTIN;Jade;15/07/2010;3B;18;
MOREAU;Zoé;22/08/2011;3A;19;
N'DIAYE;Ismaël;01/09/2010;3B;20;
NGUYEN;Thi Ha;08/10/2011;3A;21;
OZOLIŅŠ;Kārlis;15/11/2010;3B;22;33
PELLETIER;Côme;22/12/2011;3A;23;
QUÉRÉ;Titouan;01/01/2010;3B;24;
ROUSSEL;Mia;08/02/2011;3A;25;
SÁNCHEZ;Núria;15/03/2010;3B;26;
TRAORÉ;Fatoumata;22/04/2011;3A;27;
VASSEUR;Léo;01/05/2010;3B;28;
WOŹNIAK;Ola;08/06/2011;3A;29;
YILMAZ;Deniz;15/07/2010;3B;30;
"""


async def test_a_day_of_thirty_candidates_from_nothing_to_sealed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = WallClock("07:30")
    async with sitting(home / "sessions", by=None, clock=clock) as hands:
        session = await _create(hands)
        await _before(hands, session, clock)
        await _papers_and_codes(hands, clock)
        await _coming_in(hands, clock)
        await _start(hands, clock)
        await _incidents(hands, clock)
        await _late_arrival(hands, clock)
        await _endings(hands, clock)
        await _finalise(hands, clock)
        await hands.press("f6", "escape")
        await hands.until("30/11/2026 09:00")
        assert isinstance(hands.console.screen, SessionsScreen)
        assert "SCELLÉ" in hands.seen
    _check_the_file(session, capsys)


async def _create(hands: Operator) -> Path:
    await hands.until("Qui est au clavier ?")
    await hands.type("Mme Sarr")
    await hands.press("enter")
    await hands.until("Pas encore de session")
    await hands.press("f2")
    await hands.until("Nouvelle session")
    await hands.fill({"site": "Collège fictif", "room": "B204", "time": "9h75", "number": "123456"})
    await hands.until("09:05")
    assert (
        hands.console.screen.query_one("#field-room", Input).value == "B204"
    )  # what was typed stays
    await hands.fill({"time": "9h00"})
    await hands.until("Convocations nominatives")
    assert phase(hands.state) == "before"
    assert "lundi 30 novembre · session 123456 · avec ES" in hands.lines[0]
    assert hands.lines[0].endswith("Mme Sarr   07:30")
    return hands.context.desk.store.path


async def _before(hands: Operator, session: Path, clock: WallClock) -> None:
    for _ in ("convocations", "certifiability", "video", "signed_in", "created"):
        await hands.press("enter")
    assert next_step(hands.state) == "candidates"
    await _candidates_in(hands, session, clock)
    await hands.press("f6", "n")
    await hands.press("enter", "enter", "enter")
    assert next_step(hands.state) == "room"
    await hands.press("r")
    await hands.choose("fait")
    await hands.fill({"reason": "vue hier avec M. Roy"})
    await hands.until(lambda: next_step(hands.state) == "convocation_grid")
    await hands.press("n", "enter")
    before = [standing for rule, standing in steps(hands.state) if rule.phase == "before"]
    assert set(before) == {"done"}
    assert "9/9" in hands.seen or phase(hands.state) == "before"


async def _candidates_in(hands: Operator, session: Path, clock: WallClock) -> None:
    await hands.press("f2")
    await hands.until("Encore personne")
    for last, first, born, seat in TYPED:
        await hands.press("plus")
        await hands.fill({"last_name": last, "first_name": first, "birthdate": born, "seat": seat})
    assert hands.counted() == {"expected": 2, "total": 2}
    with Desk.open(session, "M. Roy", clock) as other:
        assert import_file(other, LIST.encode(), accept_warnings=True).seq is not None
    await hands.until(lambda: len(hands.rows.rows) == 30)
    assert hands.counted() == {"expected": 30, "total": 30}


async def _papers_and_codes(hands: Operator, clock: WallClock) -> None:
    clock.move("08:10")
    await hands.press("n", "enter")
    assert next_step(hands.state) == "papers"
    await hands.press("enter", "enter", "enter")
    assert next_step(hands.state) == "codes"
    await hands.press("f4")
    await hands.fill({"access_code": "bcd", "password": "b3kVx7"})
    await hands.until("code d'accès")
    assert hands.console.screen.query_one("#field-access_code", Input).value == "bcd"
    await hands.fill({"access_code": "bcdf23"})
    await hands.until(lambda: hands.state.codes.access_code == "BCDF23")
    assert "BCDF23" not in hands.seen
    await hands.press("n", "enter")
    assert next_step(hands.state) == "identity"


async def _coming_in(hands: Operator, clock: WallClock) -> None:
    clock.move("08:35")
    await hands.press("f2", "asterisk")
    for name in ("IBRAHIM", "YILMAZ"):  # not there
        await hands.find(name)
        await hands.press("space")
    assert len(hands.rows.marked) == 28
    await hands.press("1")
    await hands.until("identité vérifiée : 28 sur 28")
    await hands.press("enter")
    assert hands.counted() == {"expected": 2, "checked_in": 28, "total": 30}
    assert phase(hands.state) == "during"
    await _for_those_here(hands, "2")
    clock.move("08:55")
    await _for_those_here(hands, "3", but=("IBRAHIM", "YILMAZ"))
    await _for_those_here(hands, "4", but=("IBRAHIM", "YILMAZ"))
    assert hands.counted() == {"expected": 2, "ready": 28, "total": 30}


async def _for_those_here(
    hands: Operator, key: str, but: tuple[str, ...] = ("IBRAHIM", "YILMAZ")
) -> None:
    """One key for all but those."""
    await hands.press("asterisk")
    for name in but:
        await hands.find(name)
        await hands.press("space")
    assert len(hands.rows.marked) == 30 - len(but)
    await hands.press(key, "enter")
    assert not hands.rows.marked, hands.message


async def _start(hands: Operator, clock: WallClock) -> None:
    clock.move("09:01")
    await hands.press("f4")
    await hands.choose("Donner maintenant")
    await hands.until("IBRAHIM Nour")  # two are not ready: it asks why
    await hands.press("escape")
    assert hands.state.revealed is None
    for name in ("IBRAHIM", "YILMAZ"):
        await hands.find(name)
        await hands.press("0")
    assert hands.counted() == {"ready": 28, "absent": 2, "total": 30}
    await hands.press("f6", "n")
    await hands.press("enter", "enter", "enter")  # notice, number, names typed
    await hands.press("n", "enter")
    assert hands.state.revealed is not None
    clock.move("09:05")
    await hands.press("f2")
    await _for_those_here(hands, "5")
    assert hands.counted() == {"running": 28, "absent": 2, "total": 30}
    await hands.find("ozolins")
    await hands.until("09:05 + 105 min + 35 min (33 %) = 11:25")


async def _incidents(hands: Operator, clock: WallClock) -> None:
    clock.move("09:24")
    await hands.find("ndiaye")
    await hands.press("f3")
    await hands.until("N'DIAYE Ismaël")
    await hands.type("navigateur")
    await hands.press("enter")
    await hands.fill({"note": "fenêtre fermée par erreur"})
    await hands.until(lambda: len(hands.state.incidents) == 1)
    assert hands.state.incidents["i1"].code == "C8"
    assert hands.standing("N'DIAYE") == "interrupted", "the incident stopped the clock itself"
    clock.move("09:31")
    await hands.press("6")
    assert hands.standing("N'DIAYE") == "running"
    await _alert(hands, clock)


async def _alert(hands: Operator, clock: WallClock) -> None:
    clock.move("09:40")
    await hands.find("le goff")
    await hands.press("f3")
    await hands.type("site à visiter")
    await hands.press("enter")
    await hands.fill({"question": "12", "note": "le site ne répond pas"})
    await hands.until("1 alerte ouverte")
    if hands.standing("LE GOFF") == "running":
        await hands.press("6")
        await hands.press("enter")
    assert hands.counted() == {"running": 27, "interrupted": 1, "absent": 2, "total": 30}
    clock.move("09:44")
    await hands.press("6")
    assert hands.standing("LE GOFF") == "interrupted"
    assert "alerte" in hands.message
    assert hands.front.query_one("#message").has_class("refused")
    await hands.press("f7")
    await hands.go_down_to("LE GOFF")
    await hands.press("f5")
    await hands.fill({"outcome": "question passée dans l'espace surveillant"})
    await hands.until(lambda: hands.state.incidents["i2"].closed is not None)
    await hands.press("f2", "6")
    assert hands.standing("LE GOFF") == "running"


async def _late_arrival(hands: Operator, clock: WallClock) -> None:
    clock.move("09:50")
    await hands.find("yilmaz")
    await hands.press("enter")
    await hands.choose("Arrivé")
    await hands.confirm()
    assert hands.standing("YILMAZ") == "expected"
    await hands.press("1", "2", "3", "4", "5")
    assert hands.counted() == {"running": 29, "absent": 1, "total": 30}
    assert hands.rows.current == hands.person("YILMAZ").id


async def _endings(hands: Operator, clock: WallClock) -> None:
    clock.move("10:20")
    await hands.find("vasseur")
    await hands.press("enter")
    await hands.choose("arrêté par le surveillant")
    await hands.confirm()
    assert hands.counted() == {"running": 28, "stopped": 1, "absent": 1, "total": 30}
    clock.move("11:40")
    await hands.press("f5", "asterisk")
    for name in ("IBRAHIM", "VASSEUR"):
        await hands.find(name)
        await hands.press("space")
    await hands.press("7", "enter")
    assert hands.counted() == {"finished": 28, "stopped": 1, "absent": 1, "total": 30}
    assert phase(hands.state) == "end"
    await _for_those_here(hands, "8", but=("IBRAHIM",))
    await _for_those_here(hands, "9", but=("IBRAHIM", "MARTIN"))


async def _finalise(hands: Operator, clock: WallClock) -> None:
    clock.move("11:50")
    await hands.press("f6")
    await hands.go_down_to("Signalements décidés")
    await hands.press("enter")
    assert hands.message.startswith("Enregistré")
    await hands.press("f8")
    await hands.until("VASSEUR Léo")
    await hands.press("f12")  # refused: it blocks, and says whom
    assert hands.state.sealed is None
    assert "VASSEUR" in hands.message
    await hands.go_down_to("VASSEUR")
    await hands.press("enter")
    await hands.until(lambda: hands.rows.current == hands.person("VASSEUR").id)
    await hands.press("enter", "enter")
    await hands.choose("candidat")
    assert hands.person("VASSEUR").reason is not None
    await hands.press("f8")
    await hands.go_down_to("N'DIAYE")  # the incident nobody closed
    await hands.press("enter")
    await hands.until("Navigateur fermé")
    await hands.press("f5")
    await hands.fill({"outcome": "reprise autorisée"})
    await hands.press("f8")
    await hands.go_down_to("MARTIN")
    await hands.press("f5")
    await hands.fill({"reason": "partie sans se déconnecter"})
    await hands.until("F12 scelle")
    await _seal(hands)


async def _seal(hands: Operator) -> None:
    await hands.press("f12", "enter")  # the first answer is no
    assert hands.state.sealed is None
    await hands.press("f12")
    await hands.until("B204")
    await hands.confirm()
    assert hands.state.sealed is None
    await hands.confirm()
    await hands.until(lambda: hands.state.sealed is not None)
    assert phase(hands.state) == "finalised"
    assert hands.state.codes.access_code is None
    await hands.press("f12")
    await hands.choose("Finaliser")
    await hands.confirm()
    await hands.until(lambda: hands.state.pix_finalised is not None)
    assert next_step(hands.state) is None
    assert hands.counted() == {"finished": 28, "stopped": 1, "absent": 1, "total": 30}


TOLD = (
    "07:30 Mme Sarr : session créée",
    "07:30 Mme Sarr : candidat ajouté · BÜCHER Loïc",
    "07:30 M. Roy : liste importée · 28 candidats",
    "07:30 Mme Sarr : étape · Salle vérifiée : fait (vue hier avec M. Roy)",
    "08:10 ? : codes saisis (contenu effacé)",
    "08:35 Mme Sarr : identité vérifiée · ABADIE Zoé, BENALI Yasmine, BÜCHER Loïc +25",
    "09:01 Mme Sarr : absent · YILMAZ Deniz",
    "09:01 Mme Sarr : code d'accès donné à la salle",
    "09:05 Mme Sarr : test commencé · ABADIE Zoé, BENALI Yasmine, BÜCHER Loïc +25",
    "09:24 Mme Sarr : incident noté · N'DIAYE Ismaël · i1 C8 Navigateur fermé fenêtre fermée par "
    "erreur (+ test interrompu)",
    "09:31 Mme Sarr : test repris · N'DIAYE Ismaël",
    "09:44 Mme Sarr : incident clos · i2 question passée dans l'espace surveillant",
    "09:50 Mme Sarr : arrivée en retard · YILMAZ Deniz",
    "09:50 Mme Sarr : test commencé · YILMAZ Deniz",
    "10:20 Mme Sarr : test terminé · VASSEUR Léo · par le surveillant",
    "11:40 Mme Sarr : écran de fin vu · ABADIE Zoé, BENALI Yasmine, BÜCHER Loïc +26",
    "11:50 Mme Sarr : étape · Signalements décidés : fait",
    "11:50 Mme Sarr : raison donnée · VASSEUR Léo · par le candidat",
    "11:50 Mme Sarr : incident clos · i1 reprise autorisée",
    "11:50 Mme Sarr : dossier scellé · "
    "MARTIN Jade : déconnexion de Pix non notée (partie sans se déconnecter)",
    "11:50 Mme Sarr : finalisé dans Pix",
)
"""What the history must tell, in this order."""


def _check_the_file(session: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not session.with_name(session.name + ".journal").exists()
    assert main(["verify", str(session)]) == 0
    capsys.readouterr()
    assert main(["status", str(session), "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert (status["phase"], status["next"]) == ("finalised", None)
    assert status["counters"]["total"] == len(status["candidates"]) == 30
    assert "BCDF23" not in session.read_text()
    assert "b3kVx7" not in session.read_text()
    with Desk.open(session, "?", read_only=True) as desk:
        lines = history_lines(desk.state, words("fr"), rulebook())
    told = [" ".join(line.text().split()) for line in lines]
    left = iter(told)
    for wanted in TOLD:
        assert any(one == wanted for one in left), f"{wanted!r} is not in its place:\n" + "\n".join(
            told
        )
