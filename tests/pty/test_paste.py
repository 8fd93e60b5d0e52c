"""A paste into a real terminal, told by it or not: a list is looked at, nothing acts as keys."""

import json
from pathlib import Path

import pytest

from pixtui.tui.wire.bursts import BROKEN_SECONDS
from tests.pty.terminal import Terminal, console, looks, pixtui

pytestmark = pytest.mark.pty

ROWS = "".join(f"NEUF{number:03};Awa;03/04/2011;a1d5t7x0\r" for number in range(400))
LISTED = f"nom;prénom;date de naissance;classe\r{ROWS}"
"""Longer than one read of a terminal; full of letters and digits that are keys of the grid."""


def told(text: str) -> str:
    """A paste as a terminal with bracketed paste sends it."""
    return f"\x1b[200~{text}\x1b[201~"


def history(session: Path) -> list[dict[str, object]]:
    """Every entry."""
    found: list[dict[str, object]] = json.loads(
        pixtui(session.parent, "log", str(session), "--json").stdout
    )
    return found


def send(terminal: Terminal, text: str) -> None:
    """All of it at once, as a terminal does."""
    terminal.process.send(text.encode())


@pytest.mark.parametrize("bracketed", [True, False], ids=["bracketed", "bare"])
@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_a_list_is_looked_at_and_comes_in_by_a_key(
    mid_exam: Path, term: str, bracketed: bool
) -> None:
    before = len(history(mid_exam))
    with console(mid_exam, TERM=term) as terminal:
        terminal.until("28 en cours")
        terminal.press("escape")
        terminal.until("Entrée cocher")
        send(terminal, told(LISTED) if bracketed else LISTED)
        terminal.until("Une liste collée.")
        terminal.press("f2")
        terminal.until("400 candidats importés")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert [one["type"] for one in history(mid_exam)[before:]] == ["import_candidates"]


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_a_text_that_is_no_list_does_nothing(mid_exam: Path, term: str) -> None:
    before = len(history(mid_exam))
    with console(mid_exam, TERM=term) as terminal:
        terminal.until("28 en cours")
        send(terminal, "Bonjour 123456,\rvoici les absents 0 0 0\r\r\r")
        terminal.until("collé ici")
        send(terminal, told("Bonjour 7890\rabsents"))
        terminal.until("collé ici")
        terminal.press("f6")
        terminal.until("Entrée cocher")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert len(history(mid_exam)) == before


def test_the_alarm_answers_after_a_paste_that_was_cut_off(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        send(terminal, "\x1b[200~DUPONT;Awa\rNEUF")
        for since in looks():
            terminal.read()
            if since > BROKEN_SECONDS:
                break
        terminal.press("ctrl+e")
        terminal.until("ALARME")


@pytest.mark.parametrize("begins", [",MARTIN,Paul", "/martin", "+33 6 12"])
def test_what_is_left_of_a_paste_after_a_field_is_no_key(mid_exam: Path, begins: str) -> None:
    before = len(history(mid_exam))
    with console(mid_exam, TERM="linux") as terminal:
        terminal.until("28 en cours")
        send(terminal, f"{begins}\r5\r7")
        terminal.until("collé ici" if begins[0] != "+" else "prénom")
        terminal.press("ctrl+q")
        if begins[0] == "+":
            terminal.until("est perdu")
            terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert len(history(mid_exam)) == before
