"""Line mode on a real terminal, driven as a person would: read up to the question, answer it."""

import re
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect

from tests.pty.terminal import DEADLINE_SECONDS, PIXTUI, environment

PROMPT = re.compile(r"[^\r\n]* : \Z")
"""The end of what was written where an answer is awaited."""
ESCAPE = "\x1b"


class Lines:
    """``pixtui --plain …`` on a terminal that can do nothing but lines."""

    def __init__(self, home: Path, *arguments: str, now: str = "", **more: str) -> None:
        clock = {"PIXTUI_NOW": f"2026-11-30T{now}:00+01:00"} if now else {}
        first, *rest = [*PIXTUI, "--plain", *arguments]
        self.process = pexpect.spawn(
            first,
            rest,
            env=environment(home, TERM="dumb", **clock, **more),
            dimensions=(24, 80),
            timeout=DEADLINE_SECONDS,
            encoding="utf-8",
        )
        self.written = ""
        self.last = ""
        """What was written since the last answer."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        self.process.close(force=True)
        if kind is None:
            assert ESCAPE not in self.written

    def read(self) -> str:
        """What is written up to the next question."""
        self.process.expect(PROMPT)
        self.last = self.process.before + self.process.after
        self.written += self.last
        return self.last

    def answer(self, *answers: str) -> str:
        """Answer so many questions, one after the other; what the last one led to."""
        for one in answers:
            self.process.send(f"{one}\r")
            self.read()
        return self.last

    def ends(self, answer: str) -> int:
        """The exit code after a last answer."""
        self.process.send(f"{answer}\r")
        self.process.expect(pexpect.EOF)
        self.written += self.process.before
        self.process.close()
        return int(self.process.exitstatus or 0)
