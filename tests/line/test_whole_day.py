"""The whole day of six candidates in line mode, on a terminal that can do nothing but lines."""

import json
from pathlib import Path
from typing import Any

import pytest

from pixtui.cli import main
from pixtui.desk.desk import Desk
from pixtui.rules.rulebook import rulebook
from pixtui.wording.catalogue import words
from pixtui.wording.history import history_lines
from tests.line.lines import Lines

LIST = """\
Nom;Prénom;Date de naissance;Classe;Place;Temps majoré
ABADIE;Zoé;04/01/2010;3A;01;
BENALI;Yasmine;15/03/2010;3A;02;33
LE GOFF;Maëlys;01/05/2010;3B;03;
N'DIAYE;Ismaël;01/09/2010;3B;04;
OZOLIŅŠ;Kārlis;15/11/2010;3B;05;
VASSEUR;Léo;01/05/2010;3B;06;
"""
NEW = (
    "--site=Fictif --room=B204 --date=2026-11-30 --time=09:00 --examiner=Sarr "
    "--number=123456 --by=Sarr --fictional"
)

TOLD = (
    "Mme Sarr : liste importée · 6 candidats",
    "Mme Sarr : identité vérifiée · ABADIE Zoé",
    "Mme Sarr : absent · VASSEUR Léo",
    "Mme Sarr : code d'accès donné à la salle",
    "Mme Sarr : test commencé · ABADIE Zoé, BENALI Yasmine, LE GOFF Maëlys +2",
    "i1 C8 Navigateur fermé fenêtre fermée par erreur",
    "appel",
    "Mme Sarr : arrivée en retard · VASSEUR Léo",
    "M. Roy : test terminé · ABADIE Zoé, BENALI Yasmine, LE GOFF Maëlys +2",
    "M. Roy : incident clos · i2 tous revenus",
    "M. Roy : dossier scellé",
    "M. Roy : finalisé dans Pix",
)
"""What the history must tell, in this order."""


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fictional session without anybody in it yet, and a list beside it."""
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    monkeypatch.setenv("PIXTUI_NOW", "2026-11-30T07:20:00+01:00")
    path = tmp_path / "b204.json"
    assert main(["new", str(path), *NEW.split()]) == 0
    (tmp_path / "liste.csv").write_text(LIST)
    return path


def status(session: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """How the session stands, as a script is told."""
    capsys.readouterr()
    assert main(["status", str(session), "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.pty
def test_a_whole_day_from_nothing_to_sealed(
    session: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _before(session)
    told = status(session, capsys)
    assert (told["next"], told["counters"]["expected"]) == ("pix_sign_in", 6)
    _coming_in(session)
    told = status(session, capsys)
    assert (told["counters"]["running"], told["counters"]["absent"]) == (5, 1)
    _exam(session)
    told = status(session, capsys)
    assert told["counters"]["running"] == 6
    assert [one["code"] for one in told["incidents"]] == ["C8", "C7"]
    assert not any(one["to"] is None for one in told["interruptions"])
    _ending(session)
    told = status(session, capsys)
    assert (told["phase"], told["next"]) == ("finalised", None)
    assert told["counters"]["finished"] == 5
    assert told["counters"]["stopped"] == 1
    assert main(["verify", str(session)]) == 0
    assert "GHJK46" not in session.read_text()
    _check_history(session)


def _sitting(session: Path, now: str) -> Lines:
    return Lines(session.parent, str(session), "--by", "Mme Sarr", now=now)


def _before(session: Path) -> None:
    with _sitting(session, "07:30") as hands:
        assert "Menu, 1 à" in hands.read()
        told = hands.answer("importer", str(session.parent / "liste.csv"), "")
        assert "6 candidats seraient importés." in told
        assert "6 candidats importés." in hands.answer("faire entrer")
        assert "Convocations nominatives" in hands.answer("étapes")
        assert "Élèves certifiables" in hands.answer("l'étape est faite")
        assert "Refusé" in hands.answer("l'étape est faite"), "who may be is not known"
        hands.answer("avec une raison", "fait")
        assert "Conditions" in hands.answer("vu avec le référent")
        for _ in range(30):
            if "Connexion à Pix Certif" in hands.last:
                break
            assert "Enregistré" in hands.answer("1"), "the first line is the right one"
        assert "Connexion à Pix Certif" in hands.last
        hands.answer("")
        assert hands.ends("q") == 0


def _coming_in(session: Path) -> None:
    with _sitting(session, "08:40") as hands:
        hands.read()
        told = hands.answer("codes", "ghj", "b3kVx7")
        assert "Refusé" in told
        assert "ghj" not in told.lower()
        assert "Enregistré" in hands.answer("ghjk46", "")
        assert "ghjk46" not in hands.written.lower(), "what is secret is not echoed"
        assert "Personne : « zz »." in hands.answer("candidats", "zz")
        assert "ABADIE Zoé : attendu" in hands.answer("+")
        told = hands.answer("aba")
        assert "1. Identité vérifiée" in told
        assert "Enregistré" in hands.answer("1")
        told = hands.answer("1,2,3,4,5", "identité vérifiée")
        assert "fait déjà" in told or "déjà fait" in told
        assert "Enregistré" in hands.answer("oui")
        for act in ("émargement", "présence confirmée", "prêt"):
            assert "Enregistré" in hands.answer("1,2,3,4,5", act, "oui"), act
        told = hands.answer("vass", "absent")
        assert "VASSEUR Léo" in told
        hands.answer("oui")
        assert "1 absent" in hands.answer("")
        assert "Enregistré" in hands.answer("codes", "donner")
        hands.answer("candidats", "1, 02, le goff, ndiaye, ozo", "commencé", "oui")
        assert "5 en cours" in hands.answer("")
        assert hands.ends("q") == 0


def _exam(session: Path) -> None:
    with _sitting(session, "09:10") as hands:
        hands.read()
        told = hands.answer("incident", "navigateur")
        assert "Au sujet de qui" in told
        told = hands.answer("4", "", "", "", "", "fenêtre fermée par erreur")
        assert "Enregistré" in told
        assert "1 interrompu" in told
        _evacuate(hands)
        _goes_on(hands)
        _late(hands)
        _mend(hands)
        assert hands.ends("quitter") == 0


def _evacuate(hands: Lines) -> None:
    """The alarm in the middle of another question."""
    hands.answer("candidats", "ozo")
    told = hands.answer("!")
    assert "ALARME" in told
    told = hands.answer("1")
    assert "Appel dehors" in told
    for name in ("ABADIE Zoé", "BENALI Yasmine", "LE GOFF Maëlys", "N'DIAYE Ismaël"):
        assert f"{name} : là" in hands.last
        hands.answer("1")
    assert "MANQUE : OZOLIŅŠ Kārlis" in hands.answer("2")
    told = hands.answer("quelqu'un", "ozo", "1")
    assert "personne ne manque" in told


def _goes_on(hands: Lines) -> None:
    told = hands.answer("la salle reprend")
    assert "Oui" in told
    told = hands.answer("oui")
    assert "Enregistré" in told
    hands.answer("")


def _late(hands: Lines) -> None:
    hands.answer("candidats", "06", "arrivé", "oui")
    for act in ("identité", "feuille", "présence", "prêt", "commencé"):
        assert "Enregistré" in hands.answer("=", act), act
    assert "Enregistré" in hands.answer("ndi", "reprend")
    hands.answer("")


def _mend(hands: Lines) -> None:
    """A wrong entry is undone, a wrong time put right."""
    hands.answer("candidats", "aba", "sorti", "aba", "autre", "annuler")
    assert "Enregistré" in hands.answer("oui")
    hands.answer("")
    told = hands.answer("historique")
    assert "ANNULÉ" in told
    assert "Enregistré" in hands.answer("test commencé ABADIE", "bonne heure", "08:41")
    assert "Refusé" in hands.answer("test commencé ABADIE", "bonne heure", "12:00")
    hands.answer(".")
    hands.answer("")


def _ending(session: Path) -> None:
    with _sitting(session, "11:40") as hands:
        hands.read()
        told = hands.answer("passer", "M. Roy", "tout est calme")
        assert "Mme Sarr dit : tout est calme" in told
        hands.answer("candidats", "1,2,3,4,5", "terminé", "oui")
        hands.answer("vasseur", "arrêté", "oui")
        hands.answer("*", "écran", "oui")
        assert "Enregistré" in hands.answer("1,2,3,4,5", "déconnecté", "oui")
        hands.answer("")
        hands.answer("fin")
        _leave_open(hands)
        _seal(hands)
        _type_into_pix(hands)
        hands.answer("")
        assert hands.ends("quitter") == 0


def _leave_open(hands: Lines) -> None:
    """What blocks is mended, what is missing is mended or left with a reason."""
    told = hands.answer("sceller")
    assert "Refusé" in told
    assert "VASSEUR" in told.partition("Refusé")[2].partition("1. ")[0]
    assert "Enregistré" in hands.answer("bloque", "1", "candidat")
    assert "Enregistré" in hands.answer("incident i1", "là où", "traité", "reprise autorisée")
    assert "Enregistré" in hands.answer("salle i2", "là où", "traité", "tous revenus")
    told = hands.answer("connexion", "laisser", "fait sans le noter ici")
    assert "5 autres lignes" in told
    assert "[fait sans le noter ici]" in hands.answer("aussi")
    assert "Pix refuserait" not in hands.answer("déconnexion", "laisser", "parti fâché")


def _seal(hands: Lines) -> None:
    """Asked twice; the reasons given until then are kept beside the session."""
    assert "Enregistré" in hands.answer("i2 case", "cocher")
    assert "Menu" in hands.answer("")
    assert "[parti fâché]" in hands.answer("fin")
    assert "Sceller" in hands.answer("sceller")
    assert "irréversible" in hands.answer("oui")
    assert "Scellé" in hands.answer("oui")


def _type_into_pix(hands: Lines) -> None:
    """Candidate by candidate, then the end in Pix itself, then something remembered."""
    hands.answer("saisir et cocher")
    for _ in range(6):
        told = hands.answer("1")
        assert "Enregistré" in told
    assert "6 sur 6" in told
    assert "Enregistré" in hands.answer("finaliser dans", "oui")
    assert "Enregistré" in hands.answer("annexe", "", "un casque oublié", "")


def _check_history(session: Path) -> None:
    with Desk.open(session, "?", read_only=True) as desk:
        lines = history_lines(desk.state, words("fr"), rulebook())
    told = [" ".join(line.text().split()) for line in lines]
    left = iter(told)
    for wanted in TOLD:
        assert any(wanted in one for one in left), f"{wanted!r} is not in its place:\n" + "\n".join(
            told
        )
