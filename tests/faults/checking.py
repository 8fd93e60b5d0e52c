"""Whether a session that something happened to kept its promises."""

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from pixtui.store.beside import here_of, unfinished_of
from pixtui.store.errors import StoreError
from pixtui.store.reading import read
from pixtui.store.session_store import SessionStore
from tests.faults.play import SECRET
from tests.store.books import count

_ACK = re.compile(r"ack (\d+) ([0-9a-f]{64})")
REAL = ("seal", "purge", "finish")
"""The lives of a real session, with a desk."""
BEGUN_WITH = {
    "recover": 4,
    "torn": 4,
    "doubt": 4,
    "create": 0,
    "seal": 155,
    "purge": 155,
    "finish": 156,
}
"""How many entries a life begins with, where it is not one."""


def acknowledged(said: tuple[str, ...]) -> list[tuple[int, str]]:
    """Every acknowledged entry: its number and its hash."""
    return [(int(found[1]), found[2]) for line in said if (found := _ACK.fullmatch(line))]


def broken(scenario: str, path: Path, said: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with what a life left, before and after the next console came and went."""
    acks = acknowledged(said)
    if not path.exists():
        if acks or scenario != "create":
            yield "the session is gone"
        return
    yield from _promises(scenario, path, said, "left")
    yield from _modes(path)
    try:
        _come_and_go(scenario, path)
    except StoreError as error:
        yield f"the next console: {error.code} {error.params}"
        return
    except OSError as error:
        yield f"the next console: {error!r}"
        return
    yield from _promises(scenario, path, said, "reopened")
    yield from _leftovers(scenario, path, said)


def _come_and_go(scenario: str, path: Path) -> None:
    """The next console: it takes up what is there, adds one entry, leaves."""
    if scenario in REAL:
        from pixtui.desk.desk import Desk

        with Desk.open(path, "Mme Sarr"):
            return
    store = SessionStore.open(path, project=count)
    if store.read_only:
        raise StoreError("read_only", dict((store.report.damage and {"damage": "1"}) or {}))
    store.close()


def _promises(scenario: str, path: Path, said: tuple[str, ...], when: str) -> Iterator[str]:
    found = read(path)
    if found.damage is not None:
        yield f"{when}: damaged, {found.damage}"
        return
    hashes = [entry.hash for entry in found.entries]
    for seq, hashed in acknowledged(said):
        if seq > len(hashes) or hashes[seq - 1] != hashed:
            yield f"{when}: entry {seq} was acknowledged and is not there"
    tried = sum(line.startswith("try") for line in said)
    begun = BEGUN_WITH.get(scenario, 1)
    if len(hashes) < begun and not (scenario == "create" and not acknowledged(said)):
        yield f"{when}: entries of before are lost"
    if len(hashes) > begun + tried:
        yield f"{when}: entries that nobody asked for"


def _modes(path: Path) -> Iterator[str]:
    for one in path.parent.iterdir():
        if stat.S_IMODE(one.lstat().st_mode) != 0o600:
            yield f"{one.name} is not private"


def _leftovers(scenario: str, path: Path, said: tuple[str, ...]) -> Iterator[str]:
    """After a console came and went, what a dead one left is gone; codes and bodies too."""
    if unfinished_of(path) and path.with_name(path.name + ".journal").exists():
        yield "the fold did not happen"
    if here_of(path):
        yield "a note of a dead console is left"
    for suffix in (".journal", ".ballast"):
        if path.with_name(path.name + suffix).exists():
            yield f"{suffix} is left"
    begun = read(path)
    done = {"seal": "finalise", "purge": "purge", "finish": "finalise"}.get(scenario)
    if done and begun.entries[-1].type == done:
        left = b"".join(one.read_bytes() for one in path.parent.iterdir())
        if SECRET.encode() in left:
            yield "the code is still in a file"
    if scenario in ("torn", "doubt") or "cut" in said:
        yield from _set_aside(scenario, path)


def _set_aside(scenario: str, path: Path) -> Iterator[str]:
    """The bytes that are no entry are in a file of their own."""
    expected = {"torn": b'{"body":{"at":"20', "doubt": b'{"seq":5,"v":1}\n', "cut": b'{"body":'}
    kept = [one for one in path.parent.iterdir() if ".torn-" in one.name or ".doubt-" in one.name]
    if not any(expected[scenario] in one.read_bytes() for one in kept):
        yield "what was no entry was thrown away"
