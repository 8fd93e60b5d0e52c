"""Bytes that changed: every prefix of a journal, every bit of it and of a file, whole lines.

P3, P4 and P17 of the promises: what is whole is taken, what is wrong is noticed and placed,
and nothing that was not declared is ever read as if it had been.
"""

import itertools
import random
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from pixtui.desk.desk import Desk, Done
from pixtui.store.codec import CodecError
from pixtui.store.entry import Entry, make_entry
from pixtui.store.errors import StoreError
from pixtui.store.folding import file_bytes
from pixtui.store.projection import made_of, project
from pixtui.store.reading import parse_files, read, read_lines
from tests.benchmarks.scene import new_session
from tests.faults.found import Found
from tests.faults.play import SECRET, finalise
from tests.store.books import WHEN, chain, lines

ANYWHERE = Path("/nowhere/b204.json")
"""Only named in messages."""


def _counted(found: Iterator[str | None]) -> Found:
    tried, wrong = 0, []
    for one in found:
        tried += 1
        if one is not None:
            wrong.append(one)
    return Found(tried, tuple(wrong))


# --- prefixes


def prefixes(entries: int = 200, *, every: int = 1) -> Found:
    """Every byte prefix of a journal holds exactly the whole lines in it."""
    return _counted(_prefixes(entries, every))


def _prefixes(entries: int, every: int) -> Iterator[str | None]:
    known = chain(entries)
    for seq, entry in enumerate(known, 1):
        line = lines([entry])
        for cut in range(0, len(line) + 1, every):
            more, end, tail, damage = read_lines(line[:cut], known[: seq - 1])
            whole = cut == len(line)
            right = (
                damage is None
                and more == ([entry] if whole else [])
                and end == (cut if whole else 0)
                and (tail is None if cut in (0, len(line)) else tail is not None and tail.torn)
            )
            yield None if right else f"entry {seq} cut after {cut} bytes"


# --- bits


def _flips(data: bytes, every: int) -> Iterator[tuple[int, bytes]]:
    for bit in range(0, len(data) * 8, every):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        yield bit, bytes(flipped)


def journal_bits(entries: int = 20, *, every: int = 1) -> Found:
    """Each bit of a journal: the line that holds it is not read, nor anything after it."""
    return _counted(_journal_bits(entries, every))


def _journal_bits(entries: int, every: int) -> Iterator[str | None]:
    known = chain(entries)
    for at, entry in enumerate(known):
        line, after = lines([entry]), lines(known[at + 1 : at + 3])
        for bit, flipped in _flips(line, every):
            more, end, tail, damage = read_lines(flipped + after, known[:at])
            noticed = damage is not None or tail is not None
            right = noticed and more == [] and end == 0
            yield None if right else f"entry {at + 1}, bit {bit}"


def file_bits(*, every: int = 1) -> Found:
    """Each bit of a file at rest: refused, placed, or said to differ."""
    entries = small_session()
    data = file_bytes(entries, project)
    known = parse_files(ANYWHERE, data, None)
    assert made_of(ANYWHERE, known).agrees
    return _counted(_file_bits(entries, data, every))


def _file_bits(entries: Sequence[Entry], data: bytes, every: int) -> Iterator[str | None]:
    for bit, flipped in _flips(data, every):
        yield None if _is_noticed(entries, flipped) else f"bit {bit}"


def _is_noticed(entries: Sequence[Entry], data: bytes) -> bool:
    try:
        made = made_of(ANYWHERE, parse_files(ANYWHERE, data, None))
    except StoreError:
        return True
    good = list(made.reading.entries) == list(entries[: len(made.reading.entries)])
    return good and (made.reading.damage is not None or not made.agrees)


A_SHORT_DAY: tuple[dict[str, str], ...] = (
    {"command": "check_identity", "candidate": "c1"},
    {"command": "sign", "candidate": "c1"},
    {"command": "confirm_presence", "candidate": "c1"},
    {"command": "mark_ready", "candidate": "c1"},
    {"command": "reveal_code"},
    {"command": "start", "candidate": "c1"},
    {"command": "finish", "candidate": "c1"},
)


def submitted(desk: Desk, command: Mapping[str, object]) -> None:
    """A command that must be accepted."""
    answer = desk.submit_json(dict(command))
    assert isinstance(answer, Done), answer


def small_session(*, sealed: bool = False) -> tuple[Entry, ...]:
    """The history of a small real session, made through the desk."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "small.json"
        with new_session(path, 1) as desk:
            submitted(desk, {"command": "set_codes", "access_code": SECRET})
            if sealed:
                for command in A_SHORT_DAY:
                    submitted(desk, command)
                submitted(desk, finalise(desk))
        return read(path).entries


def ambiguous() -> Found:
    """A key that stands twice, a value of another kind: refused, wherever it stands."""
    entries = small_session()
    doubled = _doubled_keys(entries, file_bytes(entries, project).decode())
    return _counted(itertools.chain(doubled, _other_kinds(entries)))


def _doubled_keys(entries: Sequence[Entry], text: str) -> Iterator[str | None]:
    """Each key of the file once more in its object, before itself: the last would win."""
    for found in re.finditer(r'"(\w+)": ', text):
        doubled = f'{text[: found.start()]}"{found[1]}": 1, {text[found.start() :]}'
        noticed = _is_noticed(entries, doubled.encode())
        yield None if noticed else f"{found[1]} twice, at {found.start()}"


def _other_kinds(entries: Sequence[Entry]) -> Iterator[str | None]:
    """A number as text, a text as a list: in bodies that verify, as another hand could write."""
    for entry in entries:
        body = entry.body or {}
        for key, value in body.items():
            for other in ([value], str(value) if type(value) in (int, bool) else 1):
                forged = make_entry(entry.seq, entry.type, {**body, key: other}, WHEN, entry.prev)
                refused = _refused((*entries[: entry.seq - 1], forged))
                yield None if refused else f"{entry.type}.{key} as {type(other).__name__}"


def _refused(entries: Sequence[Entry]) -> bool:
    try:
        project(entries)
    except (CodecError, ValueError):
        return True
    return False


# --- lines


def whole_lines(entries: int = 30) -> Found:
    """Lines deleted, doubled, swapped, or of another session: noticed wherever they stand."""
    return _counted(_whole_lines(entries))


def _whole_lines(entries: int) -> Iterator[str | None]:
    known = chain(entries)
    foreign = lines(chain(entries))
    good = [lines([one]) for one in known]
    other = foreign.splitlines(keepends=True)
    changes: dict[str, Callable[[int], list[bytes]]] = {
        "deleted": lambda n: good[:n] + good[n + 1 :],
        "doubled": lambda n: good[: n + 1] + good[n:],
        "swapped": lambda n: [*good[:n], good[n + 1], good[n], *good[n + 2 :]],
        "foreign": lambda n: [*good[:n], other[n], *good[n + 1 :]],
        "zeroed": lambda n: [*good[:n], b"\0" * len(good[n]), *good[n + 1 :]],
        "empty": lambda n: [*good[:n], b"\n", *good[n:]],
    }
    for what, change in changes.items():
        for n in range(what == "foreign", entries - 1):  # a first line has no one before it
            more, _end, tail, damage = read_lines(b"".join(change(n)), [])
            noticed = damage is not None or tail is not None
            first_wrong = n + 1 if what == "doubled" else n
            right = noticed and more == known[:first_wrong]
            yield None if right else f"line {n + 1} {what}"


def random_blocks(times: int = 2_000, seed: int = 20_261_124) -> Found:
    """Two bits, or a block of bytes, anywhere in a journal, drawn by chance."""
    return _counted(_random_blocks(times, random.Random(seed)))


def _random_blocks(times: int, chance: random.Random) -> Iterator[str | None]:
    known = chain(12)
    data = lines(known)
    for _ in range(times):
        wrong = bytearray(data)
        start = chance.randrange(len(wrong))
        if chance.random() < 0.5:
            for at in (start, chance.randrange(len(wrong))):
                wrong[at] ^= 1 << chance.randrange(8)
        else:
            size = chance.randrange(1, 600)
            wrong[start : start + size] = chance.randbytes(size)
        if wrong == data:
            continue
        more, _end, tail, damage = read_lines(bytes(wrong), [])
        noticed = damage is not None or tail is not None
        right = noticed and more == known[: len(more)] and len(more) < len(known)
        yield None if right else f"from byte {start}"


# --- the seal


def sealed_bits(*, every: int = 1) -> Found:
    """Each bit of a sealed session: it no longer verifies."""
    entries = small_session(sealed=True)
    return _counted(_file_bits(entries, file_bytes(entries, project), every))


def main() -> int:
    """Say what passed of what must not, for a tree whose loader may have been changed."""
    found = ambiguous()
    print(*found.wrong, sep="\n")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
