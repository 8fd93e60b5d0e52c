"""Other consoles, each a process of its own that waits for its word to begin."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
READY = "ready"


@contextmanager
def process(module: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A process that runs this module and is ready."""
    command = [sys.executable, "-m", module, *(str(one) for one in arguments)]
    running = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with running:
        try:
            told = stream(running.stdout).readline().strip()
            assert told == READY, told
            yield running
        finally:
            running.kill()


def at_once(module: str, arguments: Sequence[Sequence[object]]) -> list[str]:
    """What these processes say, all told to begin together."""
    with ExitStack() as held:
        running = [held.enter_context(process(module, *one)) for one in arguments]
        for one in running:
            stream(one.stdin).write("go\n")
            stream(one.stdin).flush()
        return [stream(one.stdout).readline() for one in running]


def stream(pipe: IO[str] | None) -> IO[str]:
    """The pipe, which is there because it was asked for."""
    assert pipe is not None
    return pipe


def when_told(work: Callable[[], str]) -> None:
    """In the process: say ready, wait for the word, work, say what came of it."""
    print(READY, flush=True)
    sys.stdin.readline()
    print(work(), flush=True)
