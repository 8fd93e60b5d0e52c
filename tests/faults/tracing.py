"""``strace`` around a life: which system calls touch the session, and faults put into them.

Calls are counted on the session's own paths only. A fault that was not put in would let a run
pass that proves nothing: every run says whether it was.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
STRACE = shutil.which("strace")
CHANGING = (
    "openat", "write", "fsync", "ftruncate", "fallocate", "fchmod",
    "rename", "link", "unlink", "flock",
)  # fmt: skip
"""The calls that change what is on disk or who may write, as CPython makes them."""
WATCHED = (*CHANGING, "read", "getdents64", "newfstatat")
DEADLINE_SECONDS = 60.0

_PATHS = re.compile(r'[<"](/[^<>"]*?)(?:\(deleted\))?[>"]')
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")


@frozen
class Run:
    """What a life said, and how it ended."""

    said: tuple[str, ...]
    trace: str
    errors: str
    code: int

    @property
    def injected(self) -> bool:
        """Whether the fault was really put in: an error marked, or the process killed."""
        return "(INJECTED)" in self.trace or self.code == -signal.SIGKILL


def play(
    scenario: str,
    path: Path,
    *,
    watch: tuple[Path, ...] = (),
    inject: str = "",
    tree: Path = ROOT,
) -> Run:
    """Play a life under strace; ``inject`` is strace's own expression."""
    assert STRACE is not None  # whoever calls has looked
    trace = path.parent.with_name(path.parent.name + ".trace")
    command = [STRACE, "-f", "-qq", "-y", "-s", "200", "-o", str(trace)]
    for one in watch:
        command += ["-P", str(one)]
    command += ["-e", f"trace={','.join(WATCHED)}"]
    if inject:
        command += ["-e", f"inject={inject}"]
    command += [sys.executable, "-m", "tests.faults.play", scenario, str(path)]
    done = subprocess.run(
        command,
        cwd=tree,
        env=environment(tree),
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_SECONDS,
    )
    told = trace.read_text(errors="replace")
    trace.unlink()
    return Run(tuple(done.stdout.splitlines()), told, done.stderr, done.returncode)


def environment(tree: Path) -> dict[str, str]:
    """The same world for every run: nothing compiled meanwhile, no random hashes."""
    known = {
        name: os.environ[name] for name in ("PATH", "HOME", "LD_PRELOAD") if name in os.environ
    }
    return {
        **known,
        "PYTHONPATH": str(tree),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "LANG": "C.UTF-8",
    }


def paths_in(trace: str, folder: Path) -> tuple[Path, ...]:
    """The folder and every file of it that a trace names."""
    inside = str(folder) + "/"
    found = {one for one in _PATHS.findall(trace) if one.startswith(inside)}
    return (folder, *sorted(Path(one) for one in found))


def counted(trace: str) -> Counter[str]:
    """How often each system call was made."""
    calls = (_CALL.match(line) for line in trace.splitlines())
    return Counter(call[1] for call in calls if call)
