"""Every terminal, size, locale and NO_COLOR: a walk over every screen on a pty.

``python -m tests.pty.matrix`` walks all of them (about a quarter of an hour on two cores);
the tests walk those in which every two values meet. ``-j N`` walks N at a time.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path

from pixtui.present.plain import to_ascii
from pixtui.resources import sample_sessions
from tests.pty.pairs import Case
from tests.pty.terminal import DAY, DEADLINE_SECONDS, Terminal, assert_sane, environment

KINDS = {
    "term": (
        *("xterm-256color", "tmux-256color", "screen", "linux"),
        *("xterm", "vt100", "xterm-mono", "nobody-knows-it"),
    ),
    "size": ("80x24", "40x12", "20x6", "200x60"),
    "locale": ("fr_FR.UTF-8", "C", "POSIX", "fr_FR.ISO-8859-1"),
    "no_color": ("", "1"),
}
MONOCHROME = ("vt100", "xterm-mono")
COLOUR = re.compile(rb"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9]+)*m")
CUT = ("…", "~")
SCREENS = (
    ("f6", "Surveillance"),
    ("f7", "i2"),
    ("f8", "BLOQUE"),
    ("f9", "09:58"),
    ("ctrl+g", "ABADIE"),
    ("ctrl+y", "ABADIE"),
    ("f2", "LE G"),
)
"""The key of each screen of a session, and what stands on it on the smallest terminal."""
DIALOGS = (
    ("f3", "Que voyez-vous"),
    ("f4", "Codes"),
    ("ctrl+d", "site"),
    ("ctrl+e", "ALARME"),
    ("ctrl+t", "Quel papier"),
    ("e", "Modifier"),
    ("enter", "LE GOFF"),
)
"""The key of some dialogs, and what stands in each."""
HELP, HELP_SHOWN = "F1 aide", "Touches"
LEAVE = "Échap"


def every_case() -> list[Case]:
    """All of them."""
    return [dict(zip(KINDS, values, strict=True)) for values in product(*KINDS.values())]


def name(case: Case) -> str:
    """A case for people."""
    return "-".join((case["term"], case["size"], case["locale"])) + "-no-colour" * bool(
        case["no_color"]
    )


class Walk:
    """One console on one terminal, led over every screen."""

    def __init__(self, case: Case, folder: Path) -> None:
        self._plain = not case["locale"].endswith("UTF-8")
        self._mono = bool(case["no_color"]) or case["term"] in MONOCHROME
        self._session = Path(shutil.copy(sample_sessions() / "mid-exam.json", folder / "s.json"))
        self._env = _environment(case, folder)
        width, height = case["size"].split("x")
        self._size = (int(width), int(height))

    def _started(self, *command: str) -> Terminal:
        arguments = [*command, str(self._session)]
        self.terminal = Terminal(arguments, self._env, size=self._size)
        return self.terminal

    def go(self) -> None:
        """Walk; raises AssertionError where anything is not as it should be."""
        with self._started("--by=Mme Sarr") as terminal:
            self._shown("LE G", HELP)
            for key, shown in SCREENS:
                terminal.press(key)
                self._shown(shown, HELP)
                terminal.press("f1")
                self._shown(HELP_SHOWN, LEAVE)
                self._left(shown)
            for key, shown in DIALOGS:
                terminal.press(key)
                self._shown(shown, LEAVE)
                self._left("LE G")
            terminal.press("ctrl+e")
            self._shown("ALARME", LEAVE)
            terminal.press("enter")
            self._shown("01  ABADIE", HELP)
            terminal.press("f6")
            self._shown("Surveillance", HELP)
            terminal.press("escape")  # asked about in the middle of the day
            self._shown("Quitter", LEAVE)
            terminal.press("down", "enter")
            self._shown("sessions", HELP)
            self._quit()

    def project(self) -> None:
        """The same before the projector of the session."""
        with self._started("project") as terminal:
            self._shown("test", HELP)
            terminal.press("f1")
            self._shown(HELP_SHOWN, LEAVE)
            self._left("test")
            self._quit()

    def _quit(self) -> None:
        self.terminal.press("ctrl+q")
        assert self.terminal.ended() == 0
        self._written()

    def _shown(self, text: str, footer: str) -> None:
        """Wait until that text stands there, and that footer, whole, on one line."""
        text, footer = self._said(text), self._said(footer)
        self._until(
            lambda: text in self.terminal.seen and self._has_whole(footer),
            f"{text!r} over {footer!r}",
        )

    def _left(self, below: str) -> None:
        """Leave a dialog for the screen below it; another key too soon would join the Escape."""
        self.terminal.press("escape")
        self._until(lambda: not self._has_whole(self._said(LEAVE)), f"without {LEAVE!r}")
        self._shown(below, HELP)

    def _until(self, holds: Callable[[], bool], told: str) -> None:
        """Read until that holds."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        looked_at = -1
        while looked_at == len(self.terminal.written) or not holds():
            looked_at = len(self.terminal.written)  # the same screen need not be looked at again
            assert self.terminal.read(), f"ended before {told}:\n{self.terminal.seen}"
            assert time.monotonic() < deadline, f"not {told}:\n{self.terminal.seen}"

    def _said(self, text: str) -> str:
        return to_ascii(text) if self._plain else text

    def _has_whole(self, footer: str) -> bool:
        """The keys are the last text but frames, and nothing of them is cut."""
        lines = [line.strip(" │|└┘─+-") for line in self.terminal.seen.split("\n")]
        last = [line for line in lines if footer in line][-1:]
        return bool(last) and not last[0].rstrip().endswith(CUT)

    def _written(self) -> None:
        """Look at what went over the line."""
        written = self.terminal.written
        assert b"Traceback" not in written
        assert_sane(self.terminal)
        if self._plain:
            assert written.isascii()
        assert bool(COLOUR.search(written)) is not self._mono


def _environment(case: Case, folder: Path) -> dict[str, str]:
    locale: Mapping[str, str] = {
        "LC_ALL" if case["locale"] in ("C", "POSIX") else "LANG": case["locale"]
    }
    more = {"NO_COLOR": "1"} if case["no_color"] else {}
    now = DAY.format(hour="10:02")
    env = environment(folder, TERM=case["term"], PIXTUI_NOW=now, ESCDELAY="50", **more)
    del env["LANG"]
    return {**env, **locale}


def walk(case: Case) -> str:
    """Walk one case; what is wrong with it, or nothing."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            one = Walk(case, Path(folder))
            one.go()
            one.project()
        except AssertionError as error:
            return f"{name(case)}: {error}"
    return ""


def main() -> int:
    """Walk all; 1 if any failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("-j", type=int, default=os.cpu_count() or 2, metavar="N")
    begun, cases, failed = time.monotonic(), every_case(), 0
    with ProcessPoolExecutor(parser.parse_args().j) as pool:
        for number, (case, wrong) in enumerate(zip(cases, pool.map(walk, cases), strict=True), 1):
            failed += bool(wrong)
            print(f"{number}/{len(cases)} {wrong or f'ok {name(case)}'}", flush=True)
    print(f"{len(cases)} walks, {failed} failed, {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
