"""A user's key map in a real terminal: it holds, and a broken one keeps nobody out."""

from pathlib import Path

import pytest

from tests.pty.terminal import Terminal, console, environment, pixtui

pytestmark = pytest.mark.pty


def with_keys(session: Path, text: str) -> Path:
    """A key map beside the session, where its console looks for it."""
    path = session.parent / "config" / "keys.toml"
    path.parent.mkdir()
    path.write_text(text)
    return path


def test_the_keys_of_the_map_hold_and_are_shown(mid_exam: Path) -> None:
    own = ('checklist = ["ctrl+u"]', 'order = ["f6"]', 'quit = ["f12"]', 'seal = ["ctrl+b"]')
    with_keys(mid_exam, "\n".join(own))
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.until("/ chercher F6 ordre F3 incident")
        terminal.press("f5", "ctrl+q", "\x15")  # the first two are nobody's now
        terminal.until("Entrée cocher")
        terminal.press("\x03")
        terminal.until("F12 quitte pixtui")
        terminal.press("f12")
        assert terminal.ended() == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('finish = ["f2"]\n', "ligne 1 : f2, touche de finish"),
        ('\nback = ["f12"]\n', "ligne 2 : back n'a plus escape"),
        ("\x00\xff[[[", "ligne 1"),
    ],
)
def test_a_broken_map_is_told_and_the_usual_keys_hold(mid_exam: Path, text: str, told: str) -> None:
    with_keys(mid_exam, text)
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.until("Les touches d'origine servent.")
        terminal.until(told)
        terminal.press("f6")
        terminal.until("Entrée cocher")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0


def test_a_broken_map_is_told_in_the_list_of_sessions_too(mid_exam: Path) -> None:
    with_keys(mid_exam, 'zzzz = ["f2"]\n')
    folder = mid_exam.parent / "sessions"
    folder.mkdir()
    with Terminal(["--by", "Mme Sarr"], environment(mid_exam.parent)) as terminal:
        terminal.until("Les touches d'origine servent.")
        terminal.press("escape")
        assert terminal.ended() == 0


def test_the_printed_keys_are_a_map_to_begin_with(mid_exam: Path) -> None:
    printed = pixtui(mid_exam.parent, "keys")
    assert (printed.returncode, printed.stderr) == (0, "")
    with_keys(mid_exam, printed.stdout.replace('# finish = ["7",', 'finish = ["è", "7",'))
    again = pixtui(mid_exam.parent, "keys")
    assert again.returncode == 0
    assert '\nfinish = ["è", "7", "t"]' in again.stdout
    with console(mid_exam) as terminal:
        terminal.until("28 en cours")
        terminal.press("down")
        terminal.until("ABADIE Zoé · test en cours")
        terminal.press("è")
        terminal.until("(entrée 95)")
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
