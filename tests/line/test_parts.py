"""The parts of line mode that a whole day passes by: papers, copies, details, seats, an import."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from pixtui.store.projection import read_session
from tests.line.lines import Lines

pytestmark = pytest.mark.pty


@pytest.fixture
def hands(mid_exam: Path) -> Iterator[Lines]:
    """Line mode on a session in the middle of its day, at its menu."""
    with Lines(mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", now="10:05") as found:
        found.read()
        yield found
        assert found.ends("q") == 0


def test_papers_are_made_beside_and_told_once_they_are_there(hands: Lines, mid_exam: Path) -> None:
    assert "vous pouvez continuer" in hands.answer("papiers", "liste de porte")
    hands.process.expect("1 fichier PDF")
    hands.read()
    folder = mid_exam.with_name(f"{mid_exam.stem}-papers")
    assert [path.suffix for path in folder.iterdir()] == [".pdf"]


def test_a_copy_is_saved_where_it_is_asked(hands: Lines, mid_exam: Path) -> None:
    copy = mid_exam.with_name("copie.json")
    assert "Écrit" in hands.answer("copie", str(copy))
    assert len(read_session(copy).state.candidates) == 30
    told = hands.answer("copie", str(copy))
    assert "copie.json" in told, "one that is there is kept"
    hands.answer(".")


def test_one_detail_is_changed_a_wrong_one_is_asked_again(hands: Lines) -> None:
    assert "Écrivez l'heure" in hands.answer("informations", "convocation", "8h75")
    assert "Enregistré" in hands.answer("8h20")
    assert "B205" in hands.answer("informations", "salle :", "B205")


def test_everyone_is_seated_in_the_order_of_the_names(hands: Lines) -> None:
    told = hands.answer("places", "*", "A01", "non")
    assert "Enregistré" in told
    assert "A01 ABADIE" in told
    assert "A16" in hands.answer("+")
    assert "A02" in hands.answer("candidats", "a02")
    hands.answer("", "")


def test_a_list_with_errors_does_not_come_in(hands: Lines, mid_exam: Path) -> None:
    wrong = mid_exam.with_name("liste.csv")
    wrong.write_text("Nom;Prénom;Date de naissance\nNEUF;Ada;31/02/2010\n")
    told = hands.answer("importer", str(wrong), "")
    assert "erreur" in told
    assert "Menu" in told
    told = hands.answer("importer", str(mid_exam.with_name("no.csv")), "")
    assert "Il n'y a pas de fichier" in told
    hands.answer(".")


def test_the_room_is_held_up_and_goes_on(hands: Lines) -> None:
    assert "Enregistré" in hands.answer("salle", "coupure")
    assert "Enregistré" in hands.answer("salle", "oui")


def test_some_are_held_up_together(hands: Lines) -> None:
    assert "Enregistré" in hands.answer("candidats", "abad, faure", "ensemble", "coupure")
    hands.answer("")
    assert "Enregistré" in hands.answer("salle", "oui")


def test_who_is_not_on_the_list_is_enrolled_and_written_down(hands: Lines) -> None:
    hands.answer("incident", "pas sur la liste", "ajouter")
    told = hands.answer("NEUF", "Ada", "01/02/2010", "", "31", "", "", "")
    assert "Pas sur la liste · NEUF Ada" in told
    while "Menu" not in told:
        told = hands.answer("")
    assert "31 :" in told, "one more is counted"


def test_an_entry_for_several_is_undone_for_one(hands: Lines, mid_exam: Path) -> None:
    hands.answer("candidats", "abad, faure", "terminé", "tous")
    told = hands.answer("faure", "autre", "annuler")
    assert "déclaré pour 2" in told
    assert "Enregistré" in hands.answer("2")
    hands.answer("")
    journal = mid_exam.with_name(f"{mid_exam.name}.journal").read_text().splitlines()
    assert json.loads(journal[-1])["type"] == "correct"


def test_the_log_shows_only_some_and_says_how_many_it_hides(hands: Lines) -> None:
    told = hands.answer("journal des incidents")
    assert "E4" in told
    assert "C8" in told
    told = hands.answer("n'en montrer", "E4")
    assert "1 caché ; montrés : E4" in told
    assert "C8, " not in told
    hands.answer("n'en montrer", "lettres")
    told = hands.answer("Maelys")
    assert "« Maelys »" in told
    told = hands.answer("tout montrer")
    assert "caché" not in told
    assert "C8, " in told
    hands.answer("")


def test_an_entry_says_how_the_session_stood_then(hands: Lines) -> None:
    told = hands.answer("historique", "retour dans la salle", "dire où en était")
    assert "RELECTURE · entrée 93 sur 94 · 09:46:00" in told
    assert "30 : 29 en cours · 1 absent" in told
    hands.answer("")
