"""Keys that arrive together do what they do one by one: nothing twice, nothing in another field."""

import json
from pathlib import Path

import pytest

from tests.pty.terminal import Terminal, console, pixtui

pytestmark = pytest.mark.pty


def declared(session: Path) -> list[dict[str, object]]:
    """The history, told."""
    told = pixtui(session.parent, "log", str(session), "--json")
    assert told.returncode == 0, told.stderr
    found: list[dict[str, object]] = json.loads(told.stdout)
    return found


def at_once(terminal: Terminal, *keys: bytes) -> None:
    """These keys in one packet, as a slow line or a fast hand sends them."""
    terminal.process.send(b"".join(keys))


def test_enter_twice_in_the_last_field_writes_one_entry(mid_exam: Path) -> None:
    before = len(declared(mid_exam))
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.press("f3")
        terminal.until("Que voyez-vous")
        at_once(terminal, "désordre".encode(), b"\r")
        terminal.until("heure du fait")
        terminal.press("f2")
        terminal.until("Enregistré")
        terminal.press("f9")
        terminal.until("Désordre")
        terminal.press("enter")
        terminal.until("heure juste")
        terminal.press("\x15", "09:58")
        at_once(terminal, b"\r", b"\r", b"\r")  # save; open it again; nothing new to save
        terminal.until("entrée corrigée")
        terminal.press("f2")
        terminal.until("28 en cours")  # the console goes on
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    kinds = [one["type"] for one in declared(mid_exam)[before:]]
    assert kinds.count("log_incident") == 1
    assert kinds.count("correct") == 1


def test_the_second_enter_of_an_alarm_says_nobody_safe(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        at_once(terminal, b"\x05", b"\x05", b"\r", b"\r")
        terminal.until("Appel dehors")
        terminal.until("29 à appeler")
        terminal.press("1")
        terminal.until("28 à appeler")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    assert [one["type"] for one in declared(mid_exam)].count("roll_call") == 1


def test_what_is_typed_after_a_key_goes_where_that_key_led(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        at_once(terminal, b"+", b"NEUF", b"\x1b[B", b"Awa", b"\r", b"03/04/2011", b"\x1bOQ")
        terminal.until("Enregistré")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
    shown = pixtui(mid_exam.parent, "status", str(mid_exam), "--json")
    people = json.loads(shown.stdout)["candidates"]
    assert ("NEUF", "Awa") in {(one["last_name"], one["first_name"]) for one in people}


def test_a_name_given_with_three_enters_opens_the_session_once(mid_exam: Path) -> None:
    env = {"PIXTUI_NOW": "2026-11-30T10:02:00+01:00"}
    from tests.pty.terminal import environment

    with Terminal([str(mid_exam)], environment(mid_exam.parent, **env)) as terminal:
        terminal.until("Qui est au clavier")
        at_once(terminal, b"Mme Sarr", b"\r", b"\r", b"\r")
        terminal.until("LE GOFF")
        terminal.press("escape", "escape")
        terminal.until("28 en cours")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def test_a_paste_of_several_lines_is_kept_whole(mid_exam: Path) -> None:
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.press("+")
        terminal.until("Ajouter un candidat")
        at_once(terminal, b"\x1b[200~DE LA\nTOUR\r\nD'AUVERGNE\x1b[201~")
        terminal.until("DE LA TOUR D'AUVERGNE")
        terminal.press("escape", "escape")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
