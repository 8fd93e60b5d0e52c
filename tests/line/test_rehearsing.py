"""A rehearsal in line mode: chosen, told, gone on with, judged, left and taken up again."""

from pathlib import Path

from pixtui.store.rehearsal import load_progress
from tests.line.lines import Lines


def rehearsal_in(home: Path) -> Path:
    """The one rehearsal of that home."""
    (path,) = (home / "state" / "rehearsals").glob("*.json")
    return path


def test_what_happens_is_told_and_the_debrief_names_what_was_forgotten(tmp_path: Path) -> None:
    with Lines(tmp_path, "rehearse", "alarm", "--by", "Mme Sarr") as lines:
        assert "RÉPÉTITION" in lines.read()
        number = next(
            line.split(".")[0] for line in lines.last.splitlines() if "Répétition :" in line
        )
        lines.answer(number)
        told = lines.answer("1")
        assert "CAZENAVE Maël est pâle" in told
        assert "RÉPÉTITION" in told
        lines.answer("malaise-qui-n-existe-pas", "")
        lines.answer(number)
        assert "va mieux" in lines.answer("1")
        lines.answer(number)
        judged = lines.answer("2")
        assert "OUBLIÉ : test interrompu · Interrompez son test ici." in judged
        lines.answer(number)
        assert "L'horloge est arrêtée" in lines.answer("3")
        assert lines.ends("q") == 0
    path = rehearsal_in(tmp_path)
    kept = load_progress(path)
    assert kept is not None
    assert [(one.event, one.read) for one in kept.told] == [("unwell", True), ("better", True)]
    assert kept.since is None
    with Lines(tmp_path, path.stem, "--by", "Mme Sarr") as lines:
        again = lines.read()
        assert "RÉPÉTITION" in again
        assert "va mieux" not in again, "it was told"
        assert "Répétition :" in again
        assert lines.ends("q") == 0


def test_it_is_chosen_from_the_list_of_sessions(tmp_path: Path) -> None:
    with Lines(tmp_path, "--by", "Mme Sarr") as lines:
        lines.read()
        chosen = lines.answer("répéter")
        assert "L'alarme" in chosen
        assert "Reprendre" not in chosen
        assert "RÉPÉTITION" in lines.answer("l'alarme")
        assert lines.ends("q") == 0
    assert rehearsal_in(tmp_path).stem.endswith("alarm-1")
    with Lines(tmp_path, "--by", "Mme Sarr") as lines:
        lines.read()
        assert "1. Reprendre : L'alarme, arrêtée à 09:" in lines.answer("répéter")
        assert "RÉPÉTITION" in lines.answer("1")
        assert lines.ends("q") == 0
    assert rehearsal_in(tmp_path).stem.endswith("alarm-1"), "no other was made"


def test_a_session_that_counts_has_no_such_line(tmp_path: Path, mid_exam: Path) -> None:
    with Lines(tmp_path, str(mid_exam), "--by", "Mme Sarr", now="10:02") as lines:
        assert "Répétition :" not in lines.read()
        assert lines.ends("q") == 0
