"""Would the tests see a bug? Each storage bug is put into a copy of the tree and must be caught.

A bug is one text replaced by another, once; where the text is not there any more the bug must
be written anew, so that no mutant is ever lost in silence (P10).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from tests.faults.found import Found
from tests.faults.syscalls import Point, orders, some_points
from tests.faults.tracing import ROOT, environment
from tests.faults.writers import several

DEADLINE_SECONDS = 120.0
Detector = Callable[[Path], Found]
"""From a tree to what is found wrong in it."""


def _lives(*scenarios: str) -> Detector:
    return lambda tree: orders(scenarios, tree=tree)


def _calls(scenario: str, call: str, fault: str) -> Detector:
    def wanted(point: Point) -> bool:
        return (point.call, point.fault) == (call, fault)

    return lambda tree: _guarded(lambda: some_points(wanted, [scenario], tree=tree))


def _guarded(look: Callable[[], Found]) -> Found:
    """A life that breaks without any fault is found out too."""
    try:
        return look()
    except AssertionError as broke:
        return Found(1, (str(broke),))


def _writers(tree: Path) -> Found:
    """Two consoles must meet at the wrong moment: some rounds, until they have."""
    for seed in range(5):
        found = several(8, 100, seed=seed, tree=tree)
        if found.wrong:
            break
    return found


def _ambiguous(tree: Path) -> Found:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.damage"],
        cwd=tree,
        env=environment(tree),
        capture_output=True,
        text=True,
        check=False,
        timeout=DEADLINE_SECONDS,
    )
    return Found(1, tuple(done.stdout.split("\n")) if done.returncode == 1 else ())


@frozen
class Mutant:
    """One bug: where, what instead of what, and who must notice."""

    file: str
    old: str
    new: str
    caught_by: Detector


STORE, FILES = "pixtui/store/session_store.py", "pixtui/files.py"
MUTANTS: Mapping[str, Mutant] = {
    "the temporary file is not synced": Mutant(
        FILES,
        "        os.fsync(descriptor)\n        if backup",
        "        if backup",
        _lives("fold"),
    ),
    "the journal is not synced": Mutant(
        STORE,
        "            os.fsync(self._attendance.journal)\n",
        "            pass\n",
        _lives("append"),
    ),
    "the folder is not synced": Mutant(
        FILES,
        "    try:\n        os.fsync(descriptor)\n    except",
        "    try:\n        pass\n    except",
        _lives("fold"),
    ),
    "the journal is dropped before the rename": Mutant(
        STORE,
        "            if len(found.entries) > found.folded:\n                data =",
        "            if len(found.entries) > found.folded:\n"
        "                self.journal.unlink()\n                data =",
        _calls("fold", "rename", "KILL"),
    ),
    "acknowledged before the sync": Mutant(
        STORE,
        "        try:\n            self._sync()\n",
        "        try:\n            self._end_of_day = self._sync\n",
        _lives("append"),
    ),
    "no lock to write": Mutant(
        "pixtui/store/locks.py",
        "        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)\n    except BlockingIO",
        "        pass\n    except BlockingIO",
        _writers,
    ),
    "what others wrote is not read before deciding": Mutant(
        STORE,
        "                self._known.catch_up()\n",
        "                pass\n",
        _lives("two"),
    ),
    "a failed read counts as nothing new": Mutant(
        STORE,
        "                self._known.catch_up()\n            self._refuse_another_journal()\n"
        "            self._refuse_read_only()\n            self._cut_unfinished()\n",
        "                self._known.refresh()\n            self._refuse_read_only()\n",
        _calls("two", "openat", "EMFILE"),
    ),
    "a failed sync is tried again": Mutant(
        STORE,
        "            self._failed = reason(error)\n            raise\n",
        "            os.fsync(self._attendance.journal)\n",
        _calls("append", "fsync", "EIO"),
    ),
    "the temporary file has a fixed name": Mutant(
        FILES,
        '.{secrets.token_hex(6)}.tmp"',
        '.000000000000.tmp"',
        _calls("fold", "rename", "KILL"),
    ),
    "lines are split at U+2028 too": Mutant(
        "pixtui/store/reading.py",
        '        end = data.find(b"\\n", at)\n',
        '        ends = (data.find(b"\\n", at), data.find("\\u2028".encode(), at))\n'
        "        end = min((one for one in ends if one >= 0), default=-1)\n",
        _lives("fold"),
    ),
    "the unfinished line is thrown away": Mutant(
        STORE,
        "        write_private(aside, tail.data, new=True)\n",
        "",
        _lives("torn"),
    ),
    "the unfinished line is cut before it is kept": Mutant(
        STORE,
        "        write_private(aside, tail.data, new=True)\n"
        "        os.ftruncate(self._attendance.journal, tail.start)\n",
        "        os.ftruncate(self._attendance.journal, tail.start)\n"
        "        write_private(aside, tail.data, new=True)\n",
        _calls("torn", "openat", "KILL"),
    ),
    "the first console to leave folds": Mutant(
        "pixtui/store/attendance.py",
        "        return not self.shared or is_alone(self.journal)\n",
        "        return True\n",
        _lives("two"),
    ),
    "a key may stand twice": Mutant(
        "pixtui/store/strict_json.py",
        "    if len(found) != len(listed):\n",
        "    if False:\n",
        _ambiguous,
    ),
    "values are coerced": Mutant(
        "pixtui/store/codec.py",
        '    if type(value) is not str:\n        raise ValueError("text expected")\n    if any',
        "    value = str(value)\n    if any",
        _ambiguous,
    ),
}


def copied(tree: Path) -> None:
    """Copy the sources to ``tree``."""
    for name in ("pixtui", "tests", "sample_sessions", "styles"):
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tree / name, ignore=skipped)


def planted(mutant: Mutant, tree: Path) -> None:
    """Put the bug into a copy."""
    file = tree / mutant.file
    source = file.read_text(encoding="utf-8")
    assert source.count(mutant.old) == 1, f"{mutant.file}: the bug's place is not there once"
    file.write_text(source.replace(mutant.old, mutant.new), encoding="utf-8")


def caught(name: str) -> bool:
    """Whether the bug of that name is noticed."""
    mutant = MUTANTS[name]
    with TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        copied(tree)
        planted(mutant, tree)
        return bool(mutant.caught_by(tree).wrong)


def all_mutants() -> Found:
    """Plant every bug."""
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        found = dict(zip(MUTANTS, pool.map(caught, MUTANTS), strict=True))
    missed = tuple(f"not noticed: {name}" for name, seen in found.items() if not seen)
    return Found(len(found), missed, f"{len(found) - len(missed)} caught")


def control() -> Found:
    """Without any bug nobody cries wolf: every detector, on a copy that nothing was done to."""
    with TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        copied(tree)
        found = [mutant.caught_by(tree) for mutant in MUTANTS.values()]
    return Found(len(found), tuple(line for one in found for line in one.wrong))
