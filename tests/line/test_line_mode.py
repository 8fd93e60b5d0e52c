"""Line mode where things are not as usual: pipes, other consoles, lost terminals, poor ones."""

import json
import signal
import subprocess
from pathlib import Path

import pexpect
import pytest

from pixtui.desk.desk import Desk, Done
from pixtui.domain import commands as c
from tests.line.lines import ESCAPE, Lines
from tests.pty.terminal import LOST_TERMINAL, PIXTUI, environment

NOON = "10:05"


def piped(
    home: Path, *arguments: str, given: str | bytes, **more: str
) -> subprocess.CompletedProcess[str]:
    """``pixtui --plain`` with these answers on a pipe; what it wrote has no escape in it."""
    done = subprocess.run(
        [*PIXTUI, "--plain", *arguments],
        input=given.encode() if isinstance(given, str) else given,
        env=environment(home, PIXTUI_NOW=f"2026-11-30T{NOON}:00+01:00", **more),
        cwd=home,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ESCAPE.encode() not in done.stdout + done.stderr
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def test_answers_may_come_from_a_pipe(mid_exam: Path) -> None:
    done = piped(
        mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", given="candidats\nozo\n\n\nq\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "OZOLIŅŠ Kārlis : test en cours" in done.stdout


def test_the_end_of_the_answers_leaves_the_session_whole(mid_exam: Path) -> None:
    before = len(json.loads(mid_exam.read_text())["history"])
    done = piped(mid_exam.parent, str(mid_exam), "--by", "M. Roy", given="candidats\n\nétapes")
    assert done.returncode == 0
    after = json.loads(mid_exam.read_text())
    assert len(after["history"]) == before
    assert not list(mid_exam.parent.glob("*.journal"))


def test_keys_that_no_line_editor_takes_and_older_encodings_are_read(mid_exam: Path) -> None:
    given = b"candidats\n\x1b[A\x1b[Cgu\xe9rin\n\n\nq\n"
    done = piped(mid_exam.parent, str(mid_exam), "--by", "M. Roy", given=given)
    assert "GUÉRIN" in done.stdout


def test_ascii_alone_where_it_is_asked_for(mid_exam: Path) -> None:
    done = piped(
        mid_exam.parent, "--ascii", str(mid_exam), "--by", "M. Roy", given="candidats\nozo\n\n\nq\n"
    )
    assert done.stdout.isascii()
    assert "OZOLINS Karlis" in done.stdout


def test_a_viewer_is_told_why_nothing_can_be_declared(mid_exam: Path) -> None:
    before = mid_exam.read_bytes()
    given = "incident\ncandidats\nozo\n1\n\n!\nq\n"
    done = piped(mid_exam.parent, "--view", str(mid_exam), given=given)
    assert done.returncode == 0
    assert done.stdout.count("Refusé") == 3
    assert mid_exam.read_bytes() == before


def test_a_missing_session_is_said(tmp_path: Path) -> None:
    done = piped(tmp_path, str(tmp_path / "no.json"), "--by", "M. Roy", given="")
    assert done.returncode == 1
    assert "no.json" in done.stderr


def test_help_says_the_lines_again_and_what_works_everywhere(mid_exam: Path) -> None:
    done = piped(mid_exam.parent, str(mid_exam), "--by", "M. Roy", given="?\nq\n")
    told = done.stdout.partition("Menu, 1 à")[2]
    assert "une ligne vide revient" in told
    assert "1. Étapes de la procédure" in told


@pytest.mark.pty
def test_a_session_is_created_from_the_list_and_opened(tmp_path: Path) -> None:
    with Lines(tmp_path) as hands:
        hands.read()
        assert "Créer une session" in hands.answer("Mme Sarr")
        hands.answer("créer")
        hands.answer("Collège fictif", "B204", "", "9h75", "", "123456", "", "", "", "", "")
        told = hands.answer("", "")
        assert "09:05" in told, "a wrong time is said once everything is typed"
        hands.answer("", "", "", "9h00", "", "", "", "", "", "", "", "")
        told = hands.answer("")
        assert "Convocations nominatives" in told
        assert "session 123456" in told
        assert hands.answer("quitter").count("B204") >= 1
        assert hands.ends("") == 0


@pytest.mark.pty
def test_what_another_console_writes_is_told_while_one_waits(
    mid_exam: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIXTUI_NOW", f"2026-11-30T{NOON}:00+01:00")
    with Lines(mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", now=NOON) as hands:
        hands.read()
        with Desk.open(mid_exam, "M. Roy") as other:
            hands.process.expect("M. Roy travaille ici aussi")
            one = next(one for one in other.state.candidates.values() if one.last_name == "FAURE")
            assert isinstance(other.submit(c.LeaveRoom(candidates=(one.id,))), Done)
            hands.process.expect("Autre console : .*M. Roy : sortie de la salle · FAURE")
        hands.process.expect("M. Roy est parti")
        hands.read()
        assert "Autre console" not in hands.answer("candidats", ""), "it is told once"
        assert hands.ends("q") == 0


@pytest.mark.pty
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_process_ends_when_it_is_told_to(mid_exam: Path, number: signal.Signals) -> None:
    with Lines(mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", now=NOON) as hands:
        hands.read()
        hands.answer("candidats", "ozo")
        hands.process.kill(number)
        hands.process.expect(pexpect.EOF)
        hands.process.close()
        assert hands.process.exitstatus == LOST_TERMINAL
    assert not list(mid_exam.parent.glob("*.journal")), "the session was left properly"


@pytest.mark.pty
def test_an_interrupt_leaves_the_question_not_the_program(mid_exam: Path) -> None:
    with Lines(mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", now=NOON) as hands:
        hands.read()
        hands.answer("candidats")
        hands.process.sendintr()
        assert "Menu, 1 à" in hands.read()
        hands.process.sendeof()
        hands.process.expect(pexpect.EOF)
        hands.process.close()
        assert hands.process.exitstatus == 0


@pytest.mark.pty
def test_codes_are_written_in_clear_only_after_a_yes(mid_exam: Path) -> None:
    with Lines(mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", now=NOON) as hands:
        hands.read()
        hands.answer("codes")
        told = hands.answer("en clair")
        assert "restent à l'écran" in told
        before = hands.written
        told = hands.answer("oui")
        spelled = told.partition("Code d'accès : ")[2].splitlines()[0].strip()
        assert len(spelled.split()) == 6
        assert spelled not in before
        assert hands.ends("q") == 0


@pytest.mark.pty
def test_a_session_is_made_like_another_one_with_its_list(mid_exam: Path) -> None:
    (mid_exam.parent / "sessions").mkdir()
    mid_exam.rename(mid_exam.parent / "sessions" / "b204.json")
    with Lines(mid_exam.parent, "--by", "Mme Sarr") as hands:
        hands.read()
        hands.answer("comme une autre", "b204")
        hands.answer("", "", "18/01/2027", *[""] * 10)
        assert "30 attendus" in hands.answer("oui")
        assert hands.ends("q") == 0


@pytest.mark.pty
def test_a_list_that_is_pasted_answers_no_question(mid_exam: Path) -> None:
    pasted = "nom;prénom;date de naissance\rDUPONT;Zoé;03/04/2011\r2\r1\r7\r2\r1\r7\r"
    with Lines(mid_exam.parent, str(mid_exam), "--by", "Mme Sarr", now=NOON) as line:
        line.read()
        line.process.send(pasted)
        line.process.expect("Rien n'est fait des lignes qui suivaient")
        line.read()
        line.answer("candidats")
        line.process.send(pasted)
        line.process.expect("Rien n'est fait des lignes qui suivaient")
        line.read()
        line.answer("", "")
        assert line.ends("q") == 0
    assert len(json.loads(mid_exam.read_text())["history"]) == 94
