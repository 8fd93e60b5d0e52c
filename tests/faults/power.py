"""The power goes: a file system of our own is cut off in the middle of the work (P2).

A file system in a sparse file is mounted on a loop device. The writers are stopped first, so
that no fsync is in flight; then the file system is shut down without its log (as when the
power goes), killed, mounted again, and looked at. Needs root and a kernel that lets it.
"""

import fcntl
import os
import random
import shutil
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pixtui.store.errors import StoreError
from pixtui.store.reading import read
from pixtui.store.session_store import SessionStore
from tests.faults.checking import acknowledged
from tests.faults.found import Found
from tests.faults.play import say
from tests.faults.tracing import ROOT, environment
from tests.store.books import append, count, create

SHUT_DOWN = 0x8004587D
"""``_IOR('X', 125, __u32)``, of XFS and ext4 alike."""
WITHOUT_THE_LOG = struct.pack("I", 2)
IMAGE_BYTES = 320 * 1024 * 1024
LYING = "--lying"
KINDS = {
    "ext4": (["mkfs.ext4", "-q", "-F"], "loop"),
    "ext4 noauto_da_alloc": (["mkfs.ext4", "-q", "-F"], "loop,noauto_da_alloc"),
    "xfs": (["mkfs.xfs", "-q", "-f"], "loop"),
}
"""How each is made and mounted."""


def why_not(kind: str) -> str:
    """Why the power cannot be cut here; empty where it can."""
    if os.geteuid() != 0:
        return "only root may mount a file system"
    maker = KINDS[kind][0][0]
    if shutil.which(maker) is None:
        return f"{maker} is not installed"
    try:
        with TemporaryDirectory() as folder, _mounted(kind, Path(folder)) as (disk, _image):
            _cut(disk)
    except (OSError, subprocess.CalledProcessError) as error:
        return f"no such mount here: {error}"
    return ""


@contextmanager
def _mounted(kind: str, folder: Path) -> Iterator[tuple[Path, Path]]:
    image, disk = folder / "image", folder / "disk"
    disk.mkdir()
    with image.open("wb") as file:
        file.truncate(IMAGE_BYTES)
    subprocess.run([*KINDS[kind][0], str(image)], check=True, capture_output=True)
    _mount(kind, image, disk)
    try:
        yield disk, image
    finally:
        subprocess.run(["umount", str(disk)], check=True, capture_output=True)


def _mount(kind: str, image: Path, disk: Path) -> None:
    command = ["mount", "-o", KINDS[kind][1], str(image), str(disk)]
    subprocess.run(command, check=True, capture_output=True)


def _cut(disk: Path) -> None:
    descriptor = os.open(disk, os.O_RDONLY)
    try:
        fcntl.ioctl(descriptor, SHUT_DOWN, WITHOUT_THE_LOG)
    finally:
        os.close(descriptor)


def cuts(kind: str, times: int, *, seed: int = 1, tree: Path = ROOT, lying: bool = False) -> Found:
    """Cut the power so often, each time in the middle of a life that appends and folds.

    ``lying`` is the negative control: the writer's fsync does nothing, and entries must be lost.
    """
    chance = random.Random(seed)
    acks, wrong = 0, []
    with TemporaryDirectory() as folder, _mounted(kind, Path(folder)) as (disk, image):
        for number in range(times):
            path = disk / f"{number}" / "b204.json"
            said = _until_cut(path, disk, chance, tree, lying)
            subprocess.run(["umount", str(disk)], check=True, capture_output=True)
            _mount(kind, image, disk)
            acks += len(acknowledged(said))
            wrong += [f"{kind}, cut {number + 1}: {one}" for one in _broken(path, said)]
    return Found(times, tuple(wrong), f"{acks:,} entries acknowledged")


def must_lose(kind: str, times: int = 5) -> Found:
    """The negative control: a disk that lies loses what was acknowledged, and that is seen."""
    found = cuts(kind, times, lying=True)
    if found.wrong:
        return Found(times, (), f"{len(found.wrong)} losses seen")
    return Found(times, ("a disk that lies lost nothing: these cuts prove nothing",))


def _until_cut(
    path: Path, disk: Path, chance: random.Random, tree: Path, lying: bool
) -> tuple[str, ...]:
    """Let a writer work, stop it, cut the power, kill it; what it had said."""
    path.parent.mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.power", str(path), *([LYING] if lying else [])],
        cwd=tree,
        env=environment(tree),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None  # opened as a pipe
        said = [process.stdout.readline().rstrip("\n") for _ in range(chance.randrange(3, 60))]
        threading.Event().wait(chance.uniform(0.0, 0.004))
        process.send_signal(signal.SIGSTOP)
        _wait_until_stopped(process.pid)
        _cut(disk)
        process.kill()
        said += [line.rstrip("\n") for line in process.stdout]
    return tuple(said)


def _wait_until_stopped(pid: int) -> None:
    """Until the kernel says so: an fsync in flight is let through first."""
    step = threading.Event()
    while True:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        if state in "TZX":
            return
        step.wait(0.001)


def _broken(path: Path, said: tuple[str, ...]) -> Iterator[str]:
    acks = acknowledged(said)
    if not acks:
        return
    try:
        SessionStore.open(path, project=count).close()
        found = read(path)
    except (StoreError, OSError) as error:
        yield f"unreadable: {error!r} {getattr(error, 'params', '')}"
        return
    if found.damage is not None:
        yield f"damaged: {found.damage}"
    for seq, hashed in acks:
        if seq > len(found.entries) or found.entries[seq - 1].hash != hashed:
            yield f"entry {seq} of {len(acks)} was acknowledged and is not there"
            return


def main() -> int:
    """A life without end: appends, leaves, comes again."""
    path = Path(sys.argv[1])
    if LYING in sys.argv:
        os.fsync = lambda _descriptor: None
    store = create(path)
    say("ack", 1, store.last_hash)
    while True:
        for _ in range(3):
            entry = append(store)
            say("ack", entry.seq, entry.hash)
        store.close()
        say("closed")
        store = SessionStore.open(path, project=count)


if __name__ == "__main__":
    sys.exit(main())
