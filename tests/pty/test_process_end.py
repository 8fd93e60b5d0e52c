"""However the terminal goes, the process ends in time, spins never and loses nothing."""

import json
import signal
import time
from pathlib import Path

import pytest

from tests.pty.terminal import (
    DAY,
    ENDING_CPU_SECONDS,
    EXIT_SECONDS,
    LOST_TERMINAL,
    QUIET_CPU_SECONDS,
    QUIET_SECONDS,
    assert_kept,
    assert_sane,
    console,
    cpu_over,
    cpu_until_gone,
    enter_a_fact,
    pixtui,
    stall,
    the_process,
)

pytestmark = pytest.mark.pty


# --- the terminal goes away


@pytest.mark.parametrize(
    ("through", "ignore_hup"),
    [
        ([], True),
        (["sh", "-c", 'trap \'\' HUP; exec "$0" "$@"'], False),
        (["setsid", "-w"], True),  # ignored, so that setsid lives on and tells the exit code
    ],
    ids=["parent-ignores-hup", "trap-hup", "no-controlling-terminal"],
)
def test_a_terminal_that_goes_away_without_a_signal_ends_it_and_nothing_is_lost(
    mid_exam: Path, through: list[str], ignore_hup: bool
) -> None:
    with console(mid_exam, through=through, ignore_hup=ignore_hup) as terminal:
        enter_a_fact(terminal)
        pid = the_process(mid_exam)
        terminal.hang_up()
        assert cpu_until_gone(pid, EXIT_SECONDS) < ENDING_CPU_SECONDS
        assert terminal.code(time.monotonic() + EXIT_SECONDS) == LOST_TERMINAL
    assert_kept(mid_exam)


def test_a_stalled_terminal_that_goes_away_without_a_signal_ends_it_and_nothing_is_lost(
    mid_exam: Path,
) -> None:
    with console(mid_exam, ignore_hup=True) as terminal:
        enter_a_fact(terminal)
        pid = the_process(mid_exam)
        stall(pid, terminal.flicker)
        terminal.hang_up()
        assert cpu_until_gone(pid, EXIT_SECONDS) < ENDING_CPU_SECONDS
        assert terminal.code(time.monotonic() + EXIT_SECONDS) == LOST_TERMINAL
    assert_kept(mid_exam)


# --- the terminal stalls


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["TERM", "HUP"])
def test_a_signal_ends_it_on_a_stalled_terminal_and_gives_the_terminal_back(
    mid_exam: Path, number: signal.Signals
) -> None:
    with console(mid_exam) as terminal:
        enter_a_fact(terminal)
        pid = the_process(mid_exam)
        stall(pid, terminal.flicker)
        assert cpu_over(pid, QUIET_SECONDS) < QUIET_CPU_SECONDS
        terminal.process.kill(number)
        assert terminal.code(time.monotonic() + EXIT_SECONDS) == LOST_TERMINAL
        terminal.drained()
        assert_sane(terminal)
    assert_kept(mid_exam)


def test_a_stalled_terminal_holds_up_no_other_program_and_catches_up_when_it_is_read_again(
    mid_exam: Path,
) -> None:
    status = json.loads(pixtui(mid_exam.parent, "status", str(mid_exam), "--json").stdout)
    running = [one["id"] for one in status["candidates"] if one["state"] == "running"]
    lines = [{"command": "finish", "candidate": one} for one in running]
    lines += [{"command": "see_end_screen", "candidate": one} for one in running]
    said = "".join(f"{json.dumps(line)}\n" for line in lines[:50])
    now = DAY.format(hour="10:03")
    with console(mid_exam) as stalled, console(mid_exam) as reading:
        stalled.until("28 en cours")
        reading.until("28 en cours")
        pid = stalled.process.pid
        stall(pid, stalled.flicker)
        begun = time.monotonic()
        done = pixtui(mid_exam.parent, "apply", str(mid_exam), said=said, PIXTUI_NOW=now)
        took = time.monotonic() - begun
        acknowledged = [json.loads(line) for line in done.stdout.splitlines()]
        assert [one["ok"] for one in acknowledged] == [True] * 50, done.stderr
        assert took < EXIT_SECONDS
        reading.until("28 finis")  # the others follow meanwhile
        reading.press("ctrl+q")
        assert reading.ended() == 0
        assert cpu_over(pid, QUIET_SECONDS) < QUIET_CPU_SECONDS
        stalled.until("28 finis")
        stalled.press("ctrl+q")
        assert stalled.ended() == 0
        assert_sane(stalled)
    told = json.loads(pixtui(mid_exam.parent, "log", str(mid_exam), "--json").stdout)
    assert {one["seq"] for one in acknowledged} <= {one["seq"] for one in told}
    assert pixtui(mid_exam.parent, "verify", str(mid_exam)).returncode == 0


# --- no terminal to paint on


@pytest.mark.parametrize(
    ("shell", "code"),
    [
        ('"$0" "$@" </dev/null', 2),
        (': | "$0" "$@"', 2),
        ('"$0" "$@" <&-', 2),
        ('"$0" "$@" 2>told; code=$?; cat told; exit $code', 2),
        ('TERM=dumb "$0" "$@"', 1),
        ('TERM= "$0" "$@"', 1),
        ('unset TERM; "$0" "$@"', 1),
    ],
    ids=[
        *("stdin-null", "stdin-pipe", "stdin-closed", "stderr-file"),
        *("dumb", "term-empty", "term-unset"),
    ],
)
def test_where_it_cannot_paint_it_says_so_in_one_line_and_leaves_the_terminal_alone(
    mid_exam: Path, monkeypatch: pytest.MonkeyPatch, shell: str, code: int
) -> None:
    monkeypatch.chdir(mid_exam.parent)
    with console(mid_exam, through=["sh", "-c", shell]) as terminal:
        assert terminal.ended(EXIT_SECONDS) == code
        assert terminal.cooked()
    told = terminal.written.decode()
    assert len(told.splitlines()) == 1
    assert "pixtui apply" in told or "pixtui --plain" in told
    assert "\x1b" not in told


def test_under_nohup_it_leaves_by_itself_at_once_and_says_why(
    mid_exam: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(mid_exam.parent)
    with console(mid_exam, through=["nohup"]) as terminal:
        assert terminal.ended(EXIT_SECONDS) == 2
        assert terminal.cooked()
    assert b"\x1b" not in terminal.written
    told = (mid_exam.parent / "nohup.out").read_text()
    assert len(told.splitlines()) == 1
    assert "pixtui apply" in told
