"""The n-th allocation fails, for every n, while a session is opened, appended to and left (P6).

``python -m tests.faults.memory FILE`` is the process that this happens in; it says what is
wrong, and how many allocations failed.
"""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pixtui.store.entry import Entry
from pixtui.store.errors import StoreError
from pixtui.store.reading import read
from tests.faults.found import Found
from tests.faults.tracing import ROOT, environment
from tests.store.books import append, chain, create, lines, reopen

DEADLINE_SECONDS = 300.0
PROCESS = (sys.executable, "-m", "tests.faults.memory")
QUIET = 25
"""After so many allocations in a row that were never reached, an act is through."""


def available() -> bool:
    """Whether this Python can let an allocation fail."""
    try:
        import _testcapi  # noqa: F401 - only some Pythons have it
    except ImportError:
        return False
    return True


def every_allocation(*, every: int = 1, tree: Path = ROOT) -> Found:
    """Let each allocation fail once, in a process of its own."""
    with TemporaryDirectory() as folder:
        done = subprocess.run(
            [*PROCESS, str(Path(folder) / "b204.json"), str(every)],
            cwd=tree,
            env=environment(tree),
            capture_output=True,
            text=True,
            check=False,
            timeout=DEADLINE_SECONDS,
        )
    *wrong, last = done.stdout.splitlines() or [""]
    if done.returncode or not last.startswith("failed "):
        return Found(0, (f"ended with {done.returncode}: {done.stderr[-400:]}", *wrong))
    return Found(int(last.split()[1]), tuple(wrong))


def _with_failing(act: Callable[[], object], number: int) -> str:
    """Do it with that allocation failing: ``done``, ``failed`` or ``refused``."""
    import _testcapi

    _testcapi.set_nomemory(number, number + 1)
    try:
        act()
    except StoreError:
        return "refused"
    except Exception:  # noqa: BLE001 - without memory CPython raises what it can, TypeError too
        return "failed"
    finally:
        _testcapi.remove_mem_hooks()
    return "done"


class _Life:
    """A session that goes on while allocations fail."""

    def __init__(self, path: Path, every: int) -> None:
        self.path, self.every = path, every
        self.failed = 0
        self.acknowledged: list[Entry] = []
        self.store = create(path)
        self.at_rest, self.left = path.read_bytes(), lines(chain(3, self.store.last_hash, 2))

    def through(
        self, act: Callable[[], object], what: str, before: Callable[[], object] = int
    ) -> None:
        """Let every allocation of an act fail, something else done before each time."""
        number, quiet = 1, 0
        while quiet < QUIET:
            before()
            came = _with_failing(act, number)
            self.failed += came != "done"
            quiet = quiet + 1 if came == "done" else 0
            self.check(f"{what}, allocation {number}")
            number += self.every

    def check(self, when: str) -> None:
        """What was acknowledged is there."""
        found = read(self.path)
        if found.damage is not None:
            print(f"{when}: damaged, {found.damage}")
        for entry in self.acknowledged:
            if found.entries[entry.seq - 1 : entry.seq] != (entry,):
                print(f"{when}: entry {entry.seq} was acknowledged and is not there")

    def append(self) -> None:
        """One entry through the open store."""
        self.acknowledged.append(append(self.store))

    def begin_again(self) -> None:
        """The files as a console left them that died."""
        for one in self.path.parent.iterdir():
            one.unlink()
        self.path.write_bytes(self.at_rest)
        self.store.journal.write_bytes(self.left)
        self.acknowledged.clear()

    def come_and_fold(self) -> None:
        """Take up what was left, append, leave as the last one."""
        store = reopen(self.path)
        try:
            self.acknowledged.append(append(store))
        finally:
            store.close()


def main() -> int:
    """Let allocations fail through the acts of a life."""
    life = _Life(Path(sys.argv[1]), int(sys.argv[2]))
    life.through(life.append, "append")
    with suppress(StoreError):
        life.store.close()
    life.through(life.come_and_fold, "open, append and fold", life.begin_again)
    reopen(life.path).close()
    life.check("at the end")
    print(f"failed {life.failed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
