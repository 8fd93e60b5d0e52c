"""A real terminal: a program on a pty, its screen read as a person would."""

import fcntl
import json
import os
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

ROOT = Path(__file__).resolve().parents[2]
DEADLINE_SECONDS = 20.0
KEYS: Mapping[str, bytes] = {
    "enter": b"\r",
    "escape": b"\x1b",
    "space": b" ",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f8": b"\x1b[19~",
    "f9": b"\x1b[20~",
    "f12": b"\x1b[24~",
    "ctrl+d": b"\x04",
    "ctrl+e": b"\x05",
    "ctrl+g": b"\x07",
    "ctrl+p": b"\x10",
    "ctrl+q": b"\x11",
    "ctrl+t": b"\x14",
    "ctrl+y": b"\x19",
}
DAY = "2026-11-30T{hour}:00+01:00"
EXIT_SECONDS = 5.0
LOST_TERMINAL = 75
QUIET_SECONDS = 2.0
QUIET_CPU_SECONDS = 0.5
"""What an idle console may take of the processor in that time; a spinning one takes all."""
ENDING_CPU_SECONDS = 1.5
"""What an orderly end takes, on a slow machine; a spinning end takes all the time there is."""
PIXTUI = (sys.executable, "-m", "pixtui")
MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
FROZEN_AFTER = 40
"""Pokes without a byte written: more than the 30 writes Textual queues before it stands still."""
ON_AT_REST = {b"7", b"25"}
"""Of the modes a program sets, those a terminal at rest has on: line wrap and the cursor."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a program on that terminal is told of the world."""
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {
        **known,
        "PYTHONPATH": str(ROOT),
        "PIXTUI_HOME": str(home),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        **more,
    }


class Terminal:
    """``python -m pixtui …`` on a terminal, started by another program if need be."""

    def __init__(
        self,
        arguments: Sequence[str],
        env: dict[str, str],
        *,
        through: Sequence[str] = (),
        program: Sequence[str] = PIXTUI,
        ignore_hup: bool = False,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        self.screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self.screen)
        self.written = b""
        first, *rest = [*through, *program, *arguments]
        self.process = pexpect.spawn(
            first, rest, env=env, dimensions=size[::-1], timeout=None, ignore_sighup=ignore_hup
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.process.close(force=True)

    @property
    def seen(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def read(self) -> bool:
        """Take in what was written meanwhile; False once the program is gone."""
        try:
            data = self.process.read_nonblocking(65_536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.written += data
        self._stream.feed(data)
        return True

    def until(self, text: str) -> None:
        """Read until that text stands on the screen, line breaks and frames aside."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while text not in " ".join(self.seen.replace("│", " ").split()):
            assert self.read(), f"ended before {text!r}:\n{self.seen}"
            assert time.monotonic() < deadline, f"waited for {text!r}:\n{self.seen}"

    def press(self, *keys: str) -> None:
        """Press keys: a name, or the text itself."""
        for key in keys:
            self.process.send(KEYS.get(key, key.encode()))

    def flicker(self) -> None:
        """Go to another screen and back, at once: both are painted."""
        os.write(self.process.fileno(), KEYS["f6"])
        os.write(self.process.fileno(), KEYS["f2"])

    def drained(self) -> None:
        """Read what the program left behind; it has gone already."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while self.read():
            assert time.monotonic() < deadline, "it never ends"

    def cooked(self) -> bool:
        """Whether the line is as a shell wants it: by lines, with echo and Ctrl-C."""
        iflag, oflag, _, lflag, *_ = termios.tcgetattr(self.process.fileno())
        wanted = termios.ICANON | termios.ECHO | termios.ISIG | termios.IEXTEN
        return bool(lflag & wanted == wanted and iflag & termios.ICRNL and oflag & termios.OPOST)

    def left_on(self) -> dict[str, str]:
        """The modes of the screen that are not as they are at rest: none, if it is sane."""
        last = {
            mode: switch
            for modes, switch in MODE.findall(self.written)
            for mode in modes.split(b";")
        }
        return {
            mode.decode(): switch.decode()
            for mode, switch in last.items()
            if (switch == b"h") is not (mode in ON_AT_REST)
        }

    def hang_up(self) -> None:
        """The line drops: the other end of the terminal is gone."""
        self.process.ptyproc.fileobj.close()
        self.process.ptyproc.closed = True
        self.process.closed = True

    def ended(self, within: float = DEADLINE_SECONDS) -> int:
        """Read to the end of the program; its exit code."""
        deadline = time.monotonic() + within
        while self.read():
            assert time.monotonic() < deadline, f"still there:\n{self.seen}"
        return self.code(deadline)

    def code(self, deadline: float) -> int:
        """Wait for the end of the program; its exit code."""
        while self.process.isalive():
            assert time.monotonic() < deadline, "still there"
            time.sleep(0.02)  # between two looks, not a guess
        assert self.process.signalstatus is None, signal.Signals(self.process.signalstatus).name
        assert self.process.exitstatus is not None
        return int(self.process.exitstatus)


def console(
    session: Path,
    hour: str = "10:02",
    *,
    through: Sequence[str] = (),
    ignore_hup: bool = False,
    **more: str,
) -> Terminal:
    """A console on a session, at that hour of its day."""
    env = environment(session.parent, PIXTUI_NOW=DAY.format(hour=hour), **more)
    asked = [str(session), "--by", "Mme Sarr"]
    return Terminal(asked, env, through=through, ignore_hup=ignore_hup)


def pixtui(
    folder: Path, *arguments: str, said: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """The command line in that folder, with that on its standard input."""
    return subprocess.run(
        [*PIXTUI, *arguments],
        cwd=folder,
        env=environment(folder, **more),
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


ENTERED = "(entrée 95)"


def enter_a_fact(terminal: Terminal) -> None:
    """End the test of one candidate of mid-exam: entry 95, acknowledged on the screen."""
    terminal.until("28 en cours")
    terminal.press("down")
    terminal.until("ABADIE Zoé · test en cours")
    terminal.press("7")
    terminal.until(ENTERED)


def assert_kept(session: Path) -> None:
    """What the screen acknowledged is in the record, and the record is whole."""
    checked = pixtui(session.parent, "verify", str(session))
    assert checked.returncode == 0, checked.stdout + checked.stderr
    told = json.loads(pixtui(session.parent, "log", str(session), "--json").stdout)
    assert [one["type"] for one in told if one["seq"] == 95] == ["finish"]


def assert_sane(terminal: Terminal) -> None:
    """Out of the alternate screen, the cursor shown, the mouse off, the line cooked."""
    assert b"\x1b[?1049h" in terminal.written  # it was painted on
    assert terminal.left_on() == {}
    assert terminal.cooked()


# --- the program as the system sees it


def the_process(session: Path) -> int:
    """The one console on the session."""
    [pid] = processes(session)
    return pid


def processes(named: Path | str) -> list[int]:
    """The running Pythons that were given that very argument."""
    return [
        pid
        for pid in _everything()
        if (told := _arguments(pid)) and told[:3] == list(PIXTUI) and str(named) in told
    ]


def _everything() -> list[int]:
    return [int(one.name) for one in Path("/proc").iterdir() if one.name.isdecimal()]


def _arguments(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:  # it ended between the two looks
        return []


def parent(pid: int) -> int:
    """The process that started it."""
    return int(_stat(pid)[1])


def children(pid: int) -> list[int]:
    """The processes it started, or was given because their parent ended."""
    found = []
    for other in _everything():
        try:
            if parent(other) == pid:
                found.append(other)
        except OSError:  # it ended between the two looks
            continue
    return found


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat behind the name, which may hold anything."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def state(pid: int) -> str:
    """How a process stands: R, S, T for stopped…"""
    return _stat(pid)[0]


def cpu_seconds(pid: int) -> float:
    """The processor time it took until now."""
    user, system = _stat(pid)[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def bytes_written(pid: int) -> int:
    """How much it has written until now, wherever to."""
    told = Path(f"/proc/{pid}/io").read_text()
    return int(re.findall(r"^wchar: (\d+)$", told, re.MULTILINE)[0])


def looks(within: float = DEADLINE_SECONDS, waiting_for: str = "it") -> Iterator[float]:
    """The seconds since the first look, fifty looks a second; fails at the deadline."""
    begun = time.monotonic()
    while (since := time.monotonic() - begun) < within:
        yield since
        time.sleep(0.02)  # between two looks, not a guess
    raise AssertionError(f"waited {within:g} s for {waiting_for}")


def resize(pid: int) -> None:
    """Make the terminal of a program large, of another size each time: all is painted again."""
    line = os.open(Path(f"/proc/{pid}/fd/0").readlink(), os.O_RDWR | os.O_NOCTTY)
    try:
        rows, *_ = struct.unpack("4H", fcntl.ioctl(line, termios.TIOCGWINSZ, bytes(8)))
        larger = struct.pack("4H", 61 if rows == 60 else 60, 200, 0, 0)
        fcntl.ioctl(line, termios.TIOCSWINSZ, larger)
    finally:
        os.close(line)


def stall(pid: int, poke: Callable[[], None]) -> None:
    """Make it paint, unread, until not a byte goes through and its event loop stands still."""
    before, idle = bytes_written(pid), 0
    for _ in looks(waiting_for="the stall"):
        poke()
        now = bytes_written(pid)
        idle = idle + 1 if now == before else 0
        before = now
        if idle >= FROZEN_AFTER:
            return


def cpu_until_gone(pid: int, within: float) -> float:
    """Wait for the end of a process; the processor time it took meanwhile."""
    begun = latest = cpu_seconds(pid)
    for _ in looks(within, f"the end of process {pid}"):
        try:
            if _stat(pid)[0] in "ZX":
                break
            latest = cpu_seconds(pid)
        except OSError:
            break
    return latest - begun


def cpu_over(pid: int, seconds: float) -> float:
    """The processor time it takes over that long."""
    begun = cpu_seconds(pid)
    for since in looks():
        if since >= seconds:
            break
    return cpu_seconds(pid) - begun
