"""Over a real sshd and inside a real tmux: however the line drops, nothing is lost."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.pty.sshd import Sshd, sshd
from tests.pty.terminal import (
    DAY,
    ENDING_CPU_SECONDS,
    EXIT_SECONDS,
    LOST_TERMINAL,
    PIXTUI,
    QUIET_CPU_SECONDS,
    QUIET_SECONDS,
    Terminal,
    assert_kept,
    assert_sane,
    cpu_over,
    cpu_until_gone,
    enter_a_fact,
    environment,
    looks,
    parent,
    pixtui,
    resize,
    stall,
    the_process,
)

pytestmark = pytest.mark.pty

MINUTE_AND_MORE = 70.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Sshd]:
    """An sshd that never gives up a silent client by itself."""
    folder = tmp_path / "sshd"
    folder.mkdir()
    with sshd(folder) as started:
        yield started


def over_ssh(server: Sshd, session: Path) -> Terminal:
    """A console on a session, at the other end of an ssh line."""
    env = environment(session.parent, PIXTUI_NOW=DAY.format(hour="10:02"))
    return server.run([str(session), "--by", "Mme Sarr"], env)


# --- ssh


def test_over_ssh_it_gives_the_terminal_back_and_asks_for_no_mouse(
    server: Sshd, mid_exam: Path
) -> None:
    with over_ssh(server, mid_exam) as terminal:
        enter_a_fact(terminal)
        assert not {"1000", "1002", "1003"} & terminal.left_on().keys()
        terminal.press("ctrl+q")
        assert terminal.ended() == 0
        assert_sane(terminal)
    assert_kept(mid_exam)


@pytest.mark.parametrize("killed", ["client", "sshd-session"])
def test_a_line_that_drops_ends_it_and_nothing_is_lost(
    server: Sshd, mid_exam: Path, killed: str
) -> None:
    with over_ssh(server, mid_exam) as terminal:
        enter_a_fact(terminal)
        pid = the_process(mid_exam)
        os.kill(terminal.process.pid if killed == "client" else parent(pid), signal.SIGKILL)
        assert cpu_until_gone(pid, EXIT_SECONDS) < ENDING_CPU_SECONDS
        assert server.exit_code(pid, EXIT_SECONDS) == LOST_TERMINAL
    assert_kept(mid_exam)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["TERM", "HUP"])
def test_a_signal_ends_it_on_a_stalled_line_which_gives_the_terminal_back_when_it_goes_on(
    server: Sshd, mid_exam: Path, number: signal.Signals
) -> None:
    with over_ssh(server, mid_exam) as terminal:
        enter_a_fact(terminal)
        pid = the_process(mid_exam)
        terminal.process.kill(signal.SIGSTOP)
        stall(pid, partial(resize, pid))
        assert cpu_over(pid, QUIET_SECONDS) < QUIET_CPU_SECONDS
        os.kill(pid, number)
        assert cpu_until_gone(pid, EXIT_SECONDS) < ENDING_CPU_SECONDS
        terminal.process.kill(signal.SIGCONT)
        assert terminal.ended() == LOST_TERMINAL
        assert_sane(terminal)
    assert_kept(mid_exam)


def test_a_stalled_line_that_sshd_gives_up_ends_it_and_nothing_is_lost(
    tmp_path: Path, mid_exam: Path
) -> None:
    folder = tmp_path / "sshd"
    folder.mkdir()
    with (
        sshd(folder, "ClientAliveInterval 1", "ClientAliveCountMax 1") as server,
        over_ssh(server, mid_exam) as terminal,
    ):
        enter_a_fact(terminal)
        pid = the_process(mid_exam)
        stall(pid, partial(resize, pid))  # nobody reads, though the client still answers
        assert cpu_over(pid, QUIET_SECONDS) < QUIET_CPU_SECONDS
        terminal.process.kill(signal.SIGSTOP)
        for _ in looks(waiting_for="sshd to give the client up"):
            if "not responding" in server.log:
                break
        assert cpu_until_gone(pid, EXIT_SECONDS) < ENDING_CPU_SECONDS
        assert server.exit_code(pid, EXIT_SECONDS) == LOST_TERMINAL
    assert_kept(mid_exam)


# --- tmux


class Tmux:
    """A tmux server of its own."""

    def __init__(self, home: Path, socket: Path) -> None:
        self._home = home
        self._words = ["tmux", "-f", "/dev/null", "-S", str(socket)]

    def client(self, *command: str, hour: str = "10:02:00") -> Terminal:
        """Attach to the session ``salle``, made with that command where it is not there yet."""
        now = f"2026-11-30T{hour}+01:00"
        env = environment(self._home, PIXTUI_NOW=now)
        return Terminal(["new-session", "-A", "-s", "salle", *command], env, program=self._words)

    def shown(self) -> str:
        """What stands on the screen that tmux keeps, whether anybody looks or not."""
        asked = [*self._words, "capture-pane", "-p", "-t", "salle"]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout

    def end(self) -> None:
        """End it, unless it left with its last session."""
        subprocess.run([*self._words, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """A tmux, gone at the end."""
    if shutil.which("tmux") is None:
        pytest.skip("NOT PROVED inside tmux: tmux not installed")
    with tempfile.TemporaryDirectory() as short:  # the name of a socket may not be long
        one = Tmux(tmp_path, Path(short) / "tmux")
        yield one
        one.end()


def shown_time(screen: str) -> str:
    """The clock in the corner of the first line."""
    return screen.splitlines()[0].split()[-1]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stalled"])
def test_inside_tmux_the_console_and_its_clocks_go_on_without_a_client(
    tmux: Tmux, mid_exam: Path, number: signal.Signals
) -> None:
    opened = [*PIXTUI, str(mid_exam), "--by", "Mme Sarr"]
    with tmux.client(*opened, hour="10:02:54") as client:
        enter_a_fact(client)
        pid = the_process(mid_exam)
        client.process.kill(number)
        before = shown_time(tmux.shown())
        said = '{"command": "log_incident", "situation": "other", "note": "suite"}\n'
        now = DAY.format(hour="10:03")
        noted = pixtui(mid_exam.parent, "apply", str(mid_exam), said=said, PIXTUI_NOW=now)
        assert noted.returncode == 0, noted.stdout
        for _ in looks(MINUTE_AND_MORE, "the clock"):
            if shown_time(tmux.shown()) != before:
                break
        assert cpu_over(pid, QUIET_SECONDS) < QUIET_CPU_SECONDS
    with tmux.client() as again:
        again.until("27 en cours")
        again.press("f7")
        again.until("suite")
        again.press("ctrl+q")
        again.ended()
    assert_kept(mid_exam)
