"""``python -m tests.benchmarks``: measure, print the table, say which goals are missed."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pixtui.files import private_folder
from pixtui.resources import state_folder
from pixtui.store.file_system import file_system
from tests.benchmarks import (
    centre,
    following,
    importing,
    opening,
    papers,
    replaying,
    saving,
    writers,
)
from tests.benchmarks.console import measuring as console
from tests.benchmarks.measure import QUICK, WHOLE, Row, Size, table

SUBJECTS: dict[str, Callable[[Path, Size], list[Row]]] = {
    module.SUBJECT: module.measure
    for module in (
        saving,
        opening,
        replaying,
        writers,
        following,
        importing,
        papers,
        centre,
        console,
    )
}
IN_MEMORY = frozenset({"tmpfs", "ramfs"})


def run(folder: Path, size: Size, only: Collection[str] = ()) -> list[Row]:
    """The rows of every subject, or of these, measured in a folder of their own."""
    rows: list[Row] = []
    for name, measure in SUBJECTS.items():
        if only and name not in only:
            continue
        with TemporaryDirectory(prefix=f"{name}-", dir=folder) as own:
            rows += measure(Path(own), size)
    return rows


def main(arguments: Sequence[str] | None = None) -> int:
    """0; with ``--strict`` 1 where a goal is missed."""
    asked = _arguments(arguments)
    folder = private_folder((asked.dir or state_folder() / "benchmarks").absolute())
    if file_system(folder) in IN_MEMORY:
        print("This folder is in memory: syncing costs nothing there, so say nothing of saving.")
    rows = run(folder, QUICK if asked.quick else WHOLE, asked.only)
    print(table(rows))
    missed = [row for row in rows if row.missed]
    binding = sum(row.goal is not None and row.goal.binding for row in rows)
    print(f"\n{len(missed)} of {binding} goals missed.", end=" ")
    print("Ratios are to the floor of the same run; goals in brackets are only reported.")
    return 1 if missed and asked.strict else 0


def _arguments(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="some minutes")
    parser.add_argument("--strict", action="store_true", help="exit code 1 where a goal is missed")
    parser.add_argument("--dir", type=Path, help="a folder on the disk to measure")
    parser.add_argument("--only", action="append", choices=list(SUBJECTS), help="this subject")
    return parser.parse_args(arguments, Namespace(only=[]))


if __name__ == "__main__":
    sys.exit(main())
