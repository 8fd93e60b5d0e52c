"""A real sshd on the loopback, with its own keys, port and configuration; needs no account."""

import contextlib
import ctypes
import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from attrs import frozen

from tests.pty.terminal import DEADLINE_SECONDS, PIXTUI, ROOT, Terminal, children, looks

SSHD = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:/usr/lib/ssh:" + os.environ["PATH"])
NEEDED = {"sshd": SSHD, "ssh": shutil.which("ssh"), "ssh-keygen": shutil.which("ssh-keygen")}
SEPARATION = Path("/run/sshd")
"""The empty folder sshd insists on when it runs as root."""
BECOME_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of <linux/prctl.h>
ATTEMPTS = 5
CONFIGURATION = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/login_key.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
PermitUserEnvironment no
AllowTcpForwarding no
X11Forwarding no
PrintMotd no
PrintLastLog no
UseDNS no
LogLevel VERBOSE
"""


@frozen
class Sshd:
    """A running sshd: where it keeps its keys, its log and the ends of its programs."""

    folder: Path
    port: int

    @property
    def log(self) -> str:
        """What it told so far."""
        return (self.folder / "log").read_text()

    def command(self) -> list[str]:
        """The ssh client that logs in there, and asks for a terminal."""
        options = (
            *("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR"),
            *("IdentitiesOnly=yes", "IdentityAgent=none", "BatchMode=yes"),
        )
        return [
            *("ssh", "-tt", "-F", "none", "-p", str(self.port), "-i", f"{self.folder}/login_key"),
            *(word for option in options for word in ("-o", option)),
            f"{pwd.getpwuid(os.getuid()).pw_name}@127.0.0.1",
        ]

    def run(self, arguments: Sequence[str], env: Mapping[str, str]) -> Terminal:
        """``python -m pixtui …`` at the other end of the line, where it leads its session."""
        told = {name: value for name, value in env.items() if name not in ("HOME", "TERM")}
        words = ["exec", "env", *(f"{k}={v}" for k, v in told.items()), *PIXTUI, *arguments]
        return Terminal([], dict(env), program=[*self.command(), shlex.join(words)])

    def exit_code(self, pid: int, within: float) -> int:
        """Wait for the end of a program whose sshd process is gone; its exit code."""
        for _ in looks(within, f"the end of {pid}; sshd says:\n{self.log}"):
            for line in (self.folder / "ends").read_text().splitlines():
                if line.split()[0] == str(pid):
                    return int(line.split()[1])
        raise AssertionError  # looks() fails first


@contextlib.contextmanager
def sshd(folder: Path, *more: str) -> Iterator[Sshd]:
    """An sshd with those further lines of configuration; gone at the end, with its sessions."""
    _check_installed()
    for name in ("host_key", "login_key"):
        made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(made, check=True)
    server, port = _started(folder, more)
    try:
        yield Sshd(folder, port)
    finally:
        _stop(server)


def _stop(server: subprocess.Popen[bytes]) -> None:
    """End the parent of sshd, which ends what it started first."""
    server.stdin.close()
    server.wait(DEADLINE_SECONDS)


def _check_installed() -> None:
    missing = [name for name, path in NEEDED.items() if path is None]
    if missing:
        pytest.skip(f"NOT PROVED over ssh: {', '.join(missing)} not installed (openssh)")
    if os.geteuid() == 0:
        SEPARATION.mkdir(mode=0o755, exist_ok=True)


def _started(folder: Path, more: Sequence[str]) -> tuple[subprocess.Popen[bytes], int]:
    """Start it on a free port; another one where somebody was faster."""
    for _ in range(ATTEMPTS):
        with socket.socket() as asking:
            asking.bind(("127.0.0.1", 0))
            port = asking.getsockname()[1]
        written = CONFIGURATION.format(port=port, folder=folder) + "".join(f"{x}\n" for x in more)
        (folder / "sshd_config").write_text(written)
        (folder / "ends").write_text("")
        with (folder / "log").open("wb") as log:
            reaper = [sys.executable, "-m", "tests.pty.sshd", str(folder / "ends")]
            server = subprocess.Popen(
                [*reaper, str(SSHD), "-D", "-e", "-f", str(folder / "sshd_config")],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stderr=log,
            )
        for _ in looks(waiting_for="sshd"):
            told = (folder / "log").read_text()
            if f"Server listening on 127.0.0.1 port {port}" in told:
                return server, port
            if (folder / "ends").read_text():
                break
        _stop(server)
    raise AssertionError(f"sshd does not start:\n{told}")


# --- the parent of sshd, a process of its own: it learns how each orphan of sshd ended


def _reap() -> None:
    ends, *command = sys.argv[1:]
    ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1)
    os.spawnv(os.P_NOWAIT, command[0], command)
    noting = threading.Thread(target=_note_ends, args=(Path(ends),))
    noting.start()
    sys.stdin.read()  # until the test is over
    while noting.is_alive():
        for pid in children(os.getpid()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        noting.join(0.05)


def _note_ends(ends: Path) -> None:
    with contextlib.suppress(ChildProcessError), ends.open("a") as noted:  # none is left
        while True:
            pid, status = os.wait()
            print(pid, os.waitstatus_to_exitcode(status), file=noted, flush=True)


if __name__ == "__main__":
    _reap()
