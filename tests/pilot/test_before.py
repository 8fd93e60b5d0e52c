"""Before the day, at the keyboard: a file with its preview, who is certifiable, what to type."""

from pathlib import Path

from pixtui.desk.desk import Desk, Done
from pixtui.domain.certifiability import COMPETENCES
from pixtui.domain.commands import ImportCandidates
from pixtui.domain.derive import step_state
from pixtui.tui.dialogs.import_preview import ImportPreview
from tests.exchange.test_pix_profiles import export, sent
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample

CLOCK = WallClock("08:00")
LIST = "Nom;Prénom;Date de naissance;Classe\nABADIE;Zoé;01/01/2010;3C\nŒUVRARD;Léo;02/02/2010;3A\n"


async def preview(hands: Operator, path: Path) -> None:
    """Name a file and wait for what it would do."""
    await hands.press("ctrl+f")
    await hands.until("Importer un fichier")
    await hands.fill({"path": str(path)})
    await hands.until(lambda: isinstance(hands.console.screen, ImportPreview))


async def test_a_list_comes_in_after_its_preview(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(LIST)
    async with sitting(home, sample(home, "fresh"), clock=CLOCK) as hands:
        before = len(hands.state.history)
        await preview(hands, path)
        for told in ("1 candidat", "1 serait modifié", "29 absents", "Pix ignore Œ"):
            await hands.until(told)
        await hands.press("escape")
        assert len(hands.state.history) == before
        await preview(hands, path)
        await hands.press("f2")
        await hands.until("1 modifié")
        assert len(hands.state.history) == before + 1
        assert isinstance(hands.state.history[-1].act, ImportCandidates)
        assert hands.person("ABADIE").class_name == "3C"
        assert len(hands.state.candidates) == 31


async def test_errors_keep_a_file_out_and_are_all_told(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Nom;Prénom;Date de naissance\n=A;Zoé;01/01/2010\nSARR;;hier\n\x1b[2J;B;\n")
    async with sitting(home, sample(home, "fresh"), clock=CLOCK) as hands:
        before = len(hands.state.history)
        await preview(hands, path)
        await hands.until("ligne 2, Nom")
        assert len(hands.rows.rows) >= 5
        await hands.press("f2")
        assert isinstance(hands.console.screen, ImportPreview)
        await hands.until("rien ne peut être importé")
        await hands.press("escape")
        assert len(hands.state.history) == before


async def test_a_file_that_is_not_there_is_said_in_the_form(home: Path, tmp_path: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=CLOCK) as hands:
        await hands.press("ctrl+f")
        await hands.fill({"path": str(tmp_path / "nulle-part.csv")})
        await hands.until("nulle-part.csv")


async def test_who_is_not_known_keeps_the_step_open(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "profils.csv"
    path.write_bytes(export(sent("ABADIE", levels=4), sent("BENALI", "Yasmine", levels=7)))
    session = sample(home, "fresh")
    with Desk.open(session, "Mme Sarr", CLOCK) as desk:
        assert isinstance(desk.submit_json({"command": "undo", "seq": 3}), Done)
        assert desk.state.history[2].type == "record_certifiability"
    async with sitting(home, session, clock=CLOCK) as hands:
        await preview(hands, path)
        await hands.until("2 profils seraient repris")
        await hands.press("f2")
        await hands.until("2 profils repris")
        await hands.press("ctrl+g")
        await hands.until("1 certifiable · 1 non certifiable · 28 inconnus")
        hands.rows.go_to(hands.person("ABADIE").id)
        await hands.until("non certifiable · 4/16 · 03/11/2026")
        await hands.until(f"2.2 {COMPETENCES['2.2']}")
        await hands.press("f6")
        await hands.until("Élèves certifiables")
        hands.rows.go_to("certifiability")
        await hands.press("enter")
        await hands.until("On ne sait pas si sont certifiables")
        rule = hands.state.rules.step("certifiability", "with-es")
        assert rule is not None
        assert step_state(hands.state, rule) == "todo"
        await hands.press("r")
        await hands.choose("fait")
        await hands.fill({"reason": "liste demandée à Mme Roy"})
        await hands.until(lambda: step_state(hands.state, rule) == "done")


async def test_one_is_said_certifiable_by_hand(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=CLOCK) as hands:
        await hands.press("ctrl+g")
        hands.rows.go_to(hands.person("ABADIE").id)
        await hands.until("30 certifiables · 0 non certifiable")
        await hands.press("c")
        await hands.until("Cela remplace le profil importé.")
        await hands.confirm()
        await hands.until("29 certifiables · 1 non certifiable")
        await hands.press("enter")
        await hands.until("dit à la main")
        known = hands.person("ABADIE").certifiability
        assert known is not None
        assert (known.certifiable, known.as_of) == (True, None)


async def test_what_to_type_is_told_and_compared_letter_by_letter(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=CLOCK) as hands:
        await hands.press("f2")
        await hands.until(lambda: bool(hands.rows.rows))
        hands.rows.go_to(hands.person("KOWALSKI").id)
        await hands.press("ctrl+y")
        await hands.until("exactement : Ł")
        assert hands.rows.current == hands.person("KOWALSKI").id
        assert hands.rows.rows[0].key == hands.person("KOWALSKI").id
        await hands.press("enter")
        await hands.until("nom saisi")
        before = len(hands.state.history)
        await hands.fill({"last_name": "Kovalski", "first_name": "Lucja"})
        await hands.press("f2")
        await hands.until("lettre 3 : la liste dit W, V a été saisi")
        await hands.until("avant la lettre 1 : L est de trop")
        await hands.press("escape")
        assert len(hands.state.history) == before


async def test_a_refused_entry_compares_first_then_is_written_down(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=CLOCK) as hands:
        await hands.press("f2")
        await hands.until(lambda: bool(hands.rows.rows))
        hands.rows.go_to(hands.person("ABADIE").id)
        await hands.press("f3")
        await hands.until("Que voyez-vous")
        await hands.choose("refusé à l'entrée")
        await hands.until("nom saisi")
        await hands.fill({"last_name": "ZOE", "first_name": "ABADIE"})
        await hands.press("f2")
        await hands.until("inversés")
        await hands.press("escape")
        await hands.until("heure du fait")
