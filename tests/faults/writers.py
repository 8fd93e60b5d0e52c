"""Several consoles that write at once, some of them killed or stopped, against a model (P7).

The model is one list: an entry is written by a console that had seen exactly the entries
before it. Every body says what its writer had seen, so the order can be checked afterwards.
"""

import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import define, field

from pixtui.store.entry import Entry
from pixtui.store.errors import StoreError
from pixtui.store.reading import read
from pixtui.store.session_store import SessionStore
from tests.faults.checking import acknowledged
from tests.faults.found import Found
from tests.faults.play import say
from tests.faults.tracing import ROOT, environment
from tests.store.books import WHEN, count, create

DEADLINE_SECONDS = 60.0
STOPPED_SECONDS = 0.15
"""How long a stopped console stays so: shorter than another one waits for the lock."""


def write(path: Path, name: str, times: int) -> None:
    """One console: so many entries, each saying what had been seen."""
    store = SessionStore.open(path, project=count, by=name)
    for number in range(times):
        _one(store, name, number)
    store.close()
    say("closed")


def _one(store: SessionStore, name: str, number: int) -> None:
    while True:
        try:
            with store.transaction() as transaction:
                body = {"at": WHEN, "by": name, "n": number, "seen": len(store.entries)}
                entry = transaction.append("note", body, WHEN)
        except StoreError as error:
            if error.code != "busy":
                raise
            continue  # a stopped console holds the lock; its operator would press again
        say("ack", entry.seq, entry.hash)
        return


@define
class _Console:
    """One process that writes, and what it has said so far."""

    process: subprocess.Popen[str]
    said: list[str] = field(factory=list)
    reader: threading.Thread | None = None
    killed: bool = False

    def listen(self) -> None:
        """Take down what it says, as it says it."""
        self.reader = threading.Thread(target=self._listen)
        self.reader.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None  # it was opened as a pipe
        self.said += (line.rstrip("\n") for line in self.process.stdout)


def _start(path: Path, name: str, times: int, tree: Path) -> _Console:
    command = [sys.executable, "-m", "tests.faults.writers", str(path), name, str(times)]
    process = subprocess.Popen(
        command,
        cwd=tree,
        env=environment(tree),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    console = _Console(process)
    console.listen()
    return console


def several(
    writers: int,
    times: int,
    *,
    kills: int = 0,
    stops: int = 0,
    seed: int = 1,
    tree: Path = ROOT,
) -> Found:
    """So many consoles, each writing so often; some killed and others stopped at random."""
    chance = random.Random(seed)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "b204.json"
        create(path).close()
        consoles = [_start(path, f"console {n}", times, tree) for n in range(writers)]
        _disturb(consoles, kills, stops, chance)
        wrong = [one for console in consoles for one in _ended(console)]
        entries = read(path).entries
        said = [tuple(console.said) for console in consoles]
        wrong += _against_the_model(entries, said, sum(c.killed for c in consoles))
        wrong += _left(path)
    acks = sum(len(acknowledged(one)) for one in said)
    note = f"{writers} consoles, {sum(c.killed for c in consoles)} killed, {stops} stopped"
    return Found(acks, tuple(wrong), note)


def _disturb(consoles: list[_Console], kills: int, stops: int, chance: random.Random) -> None:
    """Hit consoles that are in the middle of their work, one after the other."""
    for victim in chance.sample(range(len(consoles)), k=kills):
        _wait_for_work(consoles[victim], chance.randrange(1, 20))
        consoles[victim].process.kill()
        consoles[victim].killed = True
    for _ in range(stops):
        victim = chance.randrange(len(consoles))
        _wait_for_work(consoles[victim], chance.randrange(1, 10))
        if consoles[victim].process.poll() is None:
            consoles[victim].process.send_signal(signal.SIGSTOP)
            threading.Event().wait(STOPPED_SECONDS)
            consoles[victim].process.send_signal(signal.SIGCONT)


def _wait_for_work(console: _Console, entries: int) -> None:
    """Until it has acknowledged some more, or ended."""
    least = len(console.said) + entries
    step = threading.Event()
    while len(console.said) < least and console.process.poll() is None:
        step.wait(0.001)


def _ended(console: _Console) -> Iterator[str]:
    try:
        code = console.process.wait(DEADLINE_SECONDS)
    except subprocess.TimeoutExpired:
        yield "a console never ended"
        console.process.kill()
        code = console.process.wait()
        console.killed = True
    assert console.reader is not None  # started with it
    console.reader.join(DEADLINE_SECONDS)
    assert console.process.stderr is not None  # it was opened as a pipe
    with console.process:  # closes its pipes
        errors = console.process.stderr.read()
    expected = -signal.SIGKILL if console.killed else 0
    if code not in (expected, 0):
        yield f"a console ended with {code}: {errors[-300:]}"


def _against_the_model(
    entries: tuple[Entry, ...], said: list[tuple[str, ...]], killed: int
) -> Iterator[str]:
    acks = [ack for one in said for ack in acknowledged(one)]
    for seq, hashed in acks:
        if seq > len(entries) or entries[seq - 1].hash != hashed:
            yield f"entry {seq} was acknowledged and is not there"
    if len({seq for seq, _ in acks}) != len(acks):
        yield "one place was acknowledged twice"
    last: dict[str, int] = {}
    for entry in entries[1:]:
        body = entry.body or {}
        if body["seen"] != entry.seq - 1:
            yield f"entry {entry.seq} was decided after {body['seen']} entries"
        if body["n"] != last.get(body["by"], -1) + 1:
            yield f"entry {entry.seq}: {body['by']} is out of order"
        last[body["by"]] = body["n"]
    unsaid = len(entries) - 1 - len(acks)
    if not 0 <= unsaid <= killed:
        yield f"{unsaid} entries that nobody acknowledged, {killed} consoles killed"


def _left(path: Path) -> Iterator[str]:
    """The next console puts everything into one file."""
    SessionStore.open(path, project=count).close()
    left = sorted(one.name for one in path.parent.iterdir())
    if left != ["b204.json", "b204.json.bak"]:
        yield f"left behind: {left}"


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
