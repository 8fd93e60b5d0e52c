"""The manual in line mode: ``??`` at any question, by number or by words."""

from pathlib import Path

from tests.line.lines import Lines


def test_it_is_two_signs_away_from_any_question(mid_exam: Path) -> None:
    with Lines(mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", now="10:02") as lines:
        lines.read()
        assert "deux fois de suite ouvre le manuel" in lines.answer("?")
        told = lines.answer("??")
        assert "Le manuel" in told
        assert "Les pannes" in told
        told = lines.answer("disque plein", "1")
        assert "4 Mo" in told
        told = lines.answer("presence_expired")
        assert "valait" in told
        assert "menu 4" not in told
        told = lines.answer("alert_open")
        assert "`menu 4`" in told, "the lines of the menu stand where the console has keys"
        told = lines.answer("xylophone")
        assert "ne dit rien" in told
        told = lines.answer("5")  # the screens: no picture of one
        while "+ :" in told.splitlines()[-1]:
            assert "FICTIF" not in told
            told = lines.answer("+")
        assert "Menu, 1 à" in lines.answer("")
        assert lines.ends("q") == 0


def test_it_is_there_in_a_form_and_loses_nothing_typed(mid_exam: Path) -> None:
    with Lines(mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", now="10:02") as lines:
        lines.read()
        lines.answer("12", "MARTIN", "??", "2")
        assert "prénom" in lines.answer("", "").lower()
        assert lines.ends("q") == 0
