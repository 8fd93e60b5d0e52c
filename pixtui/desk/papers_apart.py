"""Papers made beside a console: a process of its own, so that keys are answered meanwhile.

It reads the session as it is on disk, which is what the screen shows (promise 1 of the design).
"""

import asyncio
import datetime as dt
import json
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

_PAGE = re.compile(r"([a-z0-9-]+) ([0-9]+)")
Progress = Callable[[str, int], None]
"""Called with a paper's file name and the page that is drawn."""


@frozen
class Made:
    """What came of it: the files, where they are, and what was said."""

    folder: str
    files: tuple[str, ...]
    """Their names."""
    said: str
    """A sentence of the program: why it stopped, or what the printer took."""
    fine: bool


def can_print() -> bool:
    """Whether this machine has a command that prints."""
    return shutil.which("lp") is not None


async def make_papers(
    session: Path, names: Sequence[str], language: str, progress: Progress, *, to_printer: bool
) -> Made:
    """Make these papers of a session beside it, and print them where asked."""
    command = ["docs", str(session.absolute()), *names]
    command += ["--json", "--progress", *(["--print"] if to_printer else [])]
    return await _made(command, language, progress)


async def make_summary(folder: Path, date: dt.date, path: Path, language: str) -> Made:
    """Make the summary of that day's sessions: a PDF or a CSV, as the path ends."""
    command = ["summary", str(folder.absolute()), "--date", date.isoformat()]
    command += ["-o", str(path.absolute()), "--json"]
    return await _made(command, language, lambda _paper, _page: None)


async def _made(command: Sequence[str], language: str, progress: Progress) -> Made:
    """What comes of a command that makes papers, run in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "pixtui", "--lang", language, *command),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        said = await _listen(process, progress)
        assert process.stdout is not None  # asked for just above
        answer = (await process.stdout.read()).decode()
        code = await process.wait()
    finally:
        if process.returncode is None:  # the console is left meanwhile
            process.kill()
    found: dict[str, Any] = json.loads(answer) if answer.strip() else {}
    files = tuple(Path(one["path"]).name for one in found.get("files", ()))
    return Made(found.get("folder", ""), files, said, code == 0)


async def _listen(process: asyncio.subprocess.Process, progress: Progress) -> str:
    """Tell the progress of a process; the sentences that it said."""
    said: list[str] = []
    assert process.stderr is not None  # asked for where it was started
    async for raw in process.stderr:
        line = raw.decode(errors="replace").strip()
        page = _PAGE.fullmatch(line)
        if page:
            progress(page[1], int(page[2]))
        elif line:
            said.append(line)
    return " ".join(said)
