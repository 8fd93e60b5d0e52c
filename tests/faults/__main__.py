"""``python -m tests.faults``: everything that can go wrong on a disk, whole, with its counts."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence

from tests.faults import damage, memory, mutants, power, syscalls, writers
from tests.faults.found import Found
from tests.faults.play import SCENARIOS
from tests.faults.tracing import STRACE

Part = Callable[[], Found]
CUTS = 200
ROUNDS_OF_WRITERS = 10
NO_STRACE = "strace is not installed"


def parts() -> Iterator[tuple[str, str, Part]]:
    """Each part: its name, why it cannot be done here, what does it."""
    no_strace = "" if STRACE else NO_STRACE
    yield "order on disk, and every life clean", no_strace, syscalls.orders
    for scenario in SCENARIOS:
        yield f"system calls: {scenario}", no_strace, _calls(scenario)
    for kind in power.KINDS:
        why_not = power.why_not(kind)
        yield f"power cuts: {kind}", why_not, _cuts(kind)
        yield f"power cuts: {kind}, a lying disk must lose", why_not, _lying(kind)
    yield "prefixes of a journal", "", damage.prefixes
    yield "bits of a journal", "", damage.journal_bits
    yield "bits of a file at rest", "", damage.file_bits
    yield "bits of a sealed session", "", damage.sealed_bits
    yield "whole lines", "", damage.whole_lines
    yield "blocks and pairs of bits", "", lambda: damage.random_blocks(20_000)
    yield "keys twice, other kinds", "", damage.ambiguous
    for consoles, kills in ((2, 1), (4, 2), (8, 5)):
        yield f"{consoles} writers", "", _writers(consoles, kills)
    no_hook = "" if memory.available() else "this Python cannot fail an allocation"
    yield "failed allocations", no_hook, memory.every_allocation
    yield "mutants: nobody cries wolf", no_strace, mutants.control
    yield "mutants", no_strace, mutants.all_mutants


def _calls(scenario: str) -> Part:
    return lambda: syscalls.all_points([scenario])


def _cuts(kind: str) -> Part:
    return lambda: power.cuts(kind, CUTS)


def _lying(kind: str) -> Part:
    return lambda: power.must_lose(kind)


def _writers(consoles: int, kills: int) -> Part:
    def rounds() -> Found:
        found = [
            writers.several(consoles, 1_000, kills=kills, stops=kills, seed=seed)
            for seed in range(ROUNDS_OF_WRITERS)
        ]
        wrong = tuple(line for one in found for line in one.wrong)
        return Found(sum(one.tried for one in found), wrong, found[0].note)

    return rounds


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where anything was wrong, or a part asked for by name could not be done."""
    asked = _arguments(arguments)
    failed = skipped = 0
    for name, why_not, look in parts():
        if not name.startswith(asked.only):
            continue
        if why_not:
            skipped += 1
            print(f"{name:<46} SKIPPED: {why_not}", flush=True)
            continue
        begun = time.monotonic()
        found = look()
        failed += bool(found.wrong)
        note = f", {found.note}" if found.note else ""
        seconds = time.monotonic() - begun
        count = f"{found.tried:>9,} tried, {len(found.wrong)} wrong"
        print(f"{name:<46} {count}{note} ({seconds:.0f} s)", flush=True)
        for line in found.wrong[:20]:
            print(f"    {line}")
    print(f"{failed} parts failed, {skipped} skipped")
    return 1 if failed else 0


def _arguments(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--only", default="", help="the parts whose names begin so")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
