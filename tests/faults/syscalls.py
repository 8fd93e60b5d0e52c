"""Every file system call of every life: killed before it, failed at it.

P1, P5, P9 of the promises: what was acknowledged survives, a refusal is said, the file stays
sound, whatever call is hit.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from tests.faults.checking import broken
from tests.faults.found import Found
from tests.faults.order import wrong_order
from tests.faults.play import SCENARIOS, prepare
from tests.faults.tracing import CHANGING, ROOT, Run, counted, paths_in, play

ERRORS: dict[str, tuple[str, ...]] = {
    "openat": ("EMFILE", "EACCES", "ENOSPC", "EROFS", "EIO"),
    "write": ("EIO", "ENOSPC", "EDQUOT", "EFBIG", "EINTR"),
    "fsync": ("EIO", "ENOSPC", "EINTR"),
    "ftruncate": ("EIO", "EROFS"),
    "fallocate": ("ENOSPC", "EOPNOTSUPP"),
    "fchmod": ("EPERM", "EROFS"),
    "rename": ("EIO", "ENOSPC", "EROFS"),
    "link": ("EPERM", "EMLINK", "ENOSPC", "EIO"),
    "unlink": ("EIO", "EROFS"),
    "flock": ("ENOLCK", "EINTR"),
    "read": ("EIO",),
    "getdents64": ("EIO",),
}
"""What each call may answer instead (P5)."""

WORKERS = os.cpu_count() or 2
OTHERS_GO_ON = ("two", "fold")
"""Lives in which another console, or the next one, may still write after a disk error."""


@frozen
class Point:
    """One call of one life, and what is done to it."""

    scenario: str
    call: str
    number: int
    fault: str

    def __str__(self) -> str:
        return f"{self.scenario}: {self.call} #{self.number} {self.fault}"

    @property
    def expression(self) -> str:
        """As strace takes it."""
        what = "signal=SIGKILL" if self.fault == "KILL" else f"error={self.fault}"
        return f"{self.call}:{what}:when={self.number}"


@frozen
class Clean:
    """A life that nothing happened to."""

    run: Run
    paths: tuple[Path, ...]
    too_early: tuple[str, ...]
    """What was done before what must come first was on disk."""


class Lives:
    """The lives in a folder of their own; each begins with the same files."""

    def __init__(self, folder: Path, tree: Path = ROOT) -> None:
        self._folder, self._tree = folder, tree
        self._clean: dict[str, Clean] = {}

    def clean(self, scenario: str) -> Clean:
        """The life without a fault: what it touches, and how often."""
        if scenario not in self._clean:
            first, wrong = self._play(scenario, "once")
            wrong += [line for line in first.said if line.startswith("refused")]
            assert not wrong, f"{scenario} without a fault: {wrong}"
            paths = paths_in(first.trace, self._at(scenario, "once").parent)
            names = tuple(path.name for path in paths[1:])
            run, wrong = self._play(scenario, "again", names=names)
            assert not wrong, f"{scenario} without a fault: {wrong}"
            self._clean[scenario] = Clean(run, paths, self._order(scenario, first))
        return self._clean[scenario]

    def _order(self, scenario: str, run: Run) -> tuple[str, ...]:
        """What the life did too early, seen on its whole trace."""
        left = scenario in ("recover", "torn", "doubt", "finish")
        found = wrong_order(run, self._at(scenario, "once"), unfolded=left)
        return tuple(f"{scenario}: {one}" for one in found)

    def points(self, scenario: str) -> Iterator[Point]:
        """Every call of the life with everything that is done to it."""
        for call, times in sorted(counted(self.clean(scenario).run.trace).items()):
            for number in range(1, times + 1):
                if call in CHANGING:
                    yield Point(scenario, call, number, "KILL")
                for error in ERRORS.get(call, ()):
                    yield Point(scenario, call, number, error)

    def hit(self, point: Point) -> list[str]:
        """Play with that fault; what is wrong afterwards."""
        names = tuple(path.name for path in self.clean(point.scenario).paths[1:])
        label = f"{point.call}-{point.number}-{point.fault}"
        run, wrong = self._play(point.scenario, label, names=names, inject=point.expression)
        shutil.rmtree(self._at(point.scenario, label).parent)
        if not run.injected:
            wrong.append("the fault was not put in")
        if "Traceback" in run.errors:
            wrong.append(f"a traceback: {run.errors.strip().splitlines()[-1]}")
        if point.call == "fsync" and point.fault == "EIO" and point.scenario not in OTHERS_GO_ON:
            wrong += _writes_after_a_failed_disk(run)
        return [f"{point}: {one}" for one in wrong]

    def _at(self, scenario: str, label: str) -> Path:
        return self._folder / f"{scenario}-{label}" / "b204.json"

    def _play(
        self, scenario: str, label: str, *, names: tuple[str, ...] = (), inject: str = ""
    ) -> tuple[Run, list[str]]:
        path = self._at(scenario, label)
        path.parent.mkdir(mode=0o700)
        prepare(scenario, path)
        watch = (path.parent, *(path.with_name(name) for name in names)) if names else ()
        run = play(scenario, path, watch=watch, inject=inject, tree=self._tree)
        return run, list(broken(scenario, path, run.said))


def _writes_after_a_failed_disk(run: Run) -> list[str]:
    """After a journal's fsync failed, that console says so and acknowledges nothing more."""
    failed = ".journal>) = -1 EIO"
    if not any("fsync(" in line and failed in line for line in run.trace.splitlines()):
        return []
    told = ("refused", "warned")
    refused = [n for n, line in enumerate(run.said) if line.startswith(told)]
    if not refused:
        return ["the disk failed and nobody was told"]
    after = [line for line in run.said[refused[0] :] if line.startswith("ack")]
    return ["acknowledged after the disk failed"] if after else []


def some_points(
    wanted: Callable[[Point], bool],
    scenarios: Sequence[str] = tuple(SCENARIOS),
    *,
    every: int = 1,
    tree: Path = ROOT,
) -> Found:
    """Hit every wanted point of these lives, or every n-th of them."""
    with TemporaryDirectory() as scratch:
        lives = Lives(Path(scratch), tree)
        points = [one for name in scenarios for one in lives.points(name) if wanted(one)][::every]
        with ThreadPoolExecutor(WORKERS) as pool:
            wrong = [line for found in pool.map(lives.hit, points) for line in found]
    killed = sum(point.fault == "KILL" for point in points)
    return Found(len(points), tuple(wrong), f"{killed:,} killed, {len(points) - killed:,} failed")


def all_points(scenarios: Sequence[str] = tuple(SCENARIOS), *, every: int = 1) -> Found:
    """Hit every point of these lives, or every n-th of them."""
    return some_points(lambda _: True, scenarios, every=every)


def orders(scenarios: Sequence[str] = tuple(SCENARIOS), *, tree: Path = ROOT) -> Found:
    """Play every life without a fault: it keeps its promises, and the order on disk is right."""
    wrong: list[str] = []
    with TemporaryDirectory() as scratch:
        lives = Lives(Path(scratch), tree)
        for scenario in scenarios:
            try:
                wrong += lives.clean(scenario).too_early
            except AssertionError as broke:
                wrong.append(str(broke))
    return Found(len(scenarios), tuple(wrong))
