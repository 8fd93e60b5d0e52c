"""The manual on a slow line: opening it costs a screen, reading on costs the lines that are new."""

from pathlib import Path

from tests.pty.terminal import console

MOST_TO_OPEN, MOST_FOR_A_LINE, MOST_FOR_A_PAGE = 5_000, 400, 4_000
"""Bytes, about twice what they are; a widget that paints everything anew takes far more."""


def test_reading_costs_what_is_new_on_the_screen(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.press("f1")
        terminal.until("Touches de cet écran")
        begun = len(terminal.written)
        terminal.press("f1")
        terminal.until("La grille des candidats")
        terminal.until("Échap fermer")
        assert len(terminal.written) - begun < MOST_TO_OPEN
        for key, shown, most in (
            ("down", "FAURE", MOST_FOR_A_LINE),
            ("\x1b[6~", "font toujours le total", MOST_FOR_A_PAGE),
        ):
            begun = len(terminal.written)
            terminal.press(key)
            terminal.until(shown)
            assert len(terminal.written) - begun < most, key
        terminal.press("escape")
        terminal.until("Entrée suite")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
