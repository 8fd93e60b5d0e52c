"""Disks that are full, cannot lock, or are somebody else's: told apart and lived with."""

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from pixtui.store import file_system as fs
from pixtui.store import session_store
from pixtui.store.ballast import BYTES, Ballast
from pixtui.store.beside import ballast_of, lock_of
from pixtui.store.errors import StoreError
from pixtui.store.reading import read
from pixtui.store.sole import take_alone
from tests.store.books import append, create, reopen

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /home rw - nfs4 serveur:/home rw
31 22 0:27 / /home/le\\040go\\134ff rw - fuse.sshfs x rw
32 30 0:28 / /home/local rw - xfs /dev/sdb1 rw
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session is."""
    return tmp_path / "b204.json"


@pytest.mark.parametrize(
    ("where", "kind", "safe"),
    [
        ("/srv/x.json", "ext4", True),
        ("/home/a/x.json", "nfs4", False),
        ("/home/le go\\ff/x.json", "fuse.sshfs", False),
        ("/home/local/x.json", "xfs", True),
    ],
)
def test_the_kind_of_a_disk_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, kind: str, safe: bool
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    monkeypatch.setattr(fs, "MOUNTS", mounts)
    found = fs.file_system(Path(where))
    assert (found, fs.locks_are_safe(found)) == (kind, safe)


# --- one console at a time


@pytest.fixture
def unsafe(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk whose locks cannot be trusted."""
    monkeypatch.setattr(session_store, "file_system", lambda _path: "nfs4")


@pytest.mark.usefixtures("unsafe")
def test_where_locks_are_not_safe_one_console_comes(path: Path) -> None:
    store = create(path)
    assert store.report.alone_on == "nfs4"
    with pytest.raises(StoreError) as refused:
        reopen(path)
    assert (refused.value.code, refused.value.params["variant"]) == ("busy", "held")
    assert refused.value.params["host"] == socket.gethostname()
    append(store)
    store.close()
    assert not lock_of(path).exists()
    again = reopen(path)
    assert len(again.entries) == 2
    again.close()


@pytest.mark.usefixtures("unsafe")
def test_the_lock_of_a_dead_console_of_this_machine_is_cleared(path: Path) -> None:
    create(path).close()
    code = "import sys; from pathlib import Path; from pixtui.store.sole import take_alone;"
    take = code + "take_alone(Path(sys.argv[1]), 'M. B')"
    subprocess.run([sys.executable, "-c", take, str(path)], check=True)
    assert lock_of(path).exists()
    reopen(path).close()


def test_the_lock_of_another_machine_is_named_not_cleared(path: Path) -> None:
    lock_of(path).write_text('{"by": "M. B", "host": "autre", "pid": 1, "since": "2026-11-30"}')
    with pytest.raises(StoreError) as refused:
        take_alone(path, "Mme Sarr")
    params = refused.value.params
    assert (params["by"], params["host"], params["file"]) == ("M. B", "autre", "b204.json.lock")
    assert lock_of(path).exists()


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", '{"by": 1}', "[" * 4_000, '{"by": "x", "host": "x", "pid": 1e999}'],
)
def test_a_lock_file_that_says_nothing_is_somebodys(path: Path, written: str) -> None:
    lock_of(path).write_text(written)
    with pytest.raises(StoreError) as refused:
        take_alone(path, "Mme Sarr")
    assert refused.value.code == "busy"


# --- a full disk


def test_the_ballast_is_given_up_once_and_the_write_done_again(path: Path) -> None:
    ballast = Ballast(path)
    ballast.reserve()
    assert ballast_of(path).stat().st_size == BYTES
    assert ballast_of(path).stat().st_blocks * 512 >= BYTES, "room that is really taken"
    answers = iter([OSError(errno.ENOSPC, "full"), None])

    def write() -> str:
        error = next(answers)
        if error is not None:
            raise error
        return "written"

    assert ballast.with_room(write) == "written"
    assert ballast.given_up
    assert not ballast_of(path).exists()


def test_another_error_leaves_the_ballast(path: Path) -> None:
    ballast = Ballast(path)
    ballast.reserve()
    with pytest.raises(OSError, match="broken"):
        ballast.with_room(lambda: _fail(OSError(errno.EIO, "broken")))
    assert ballast_of(path).exists()


def _fail(error: OSError) -> None:
    raise error


SMALL_DISK = """
import errno, sys
from pathlib import Path
from tests.store.books import append, create
folder = Path(sys.argv[1])
store = create(folder / "b204.json")
filler = (folder / "filler").open("wb", buffering=0)
try:
    while True:
        filler.write(b"x" * 4096)
except OSError as error:
    assert error.errno == errno.ENOSPC, error
count = 0
for _ in range(1000):
    append(store, "y" * 300)
    count += 1
assert store.disk_full
print(count, store.last_hash)
store.close()
"""


def test_an_exam_is_finished_on_a_full_disk(tmp_path: Path) -> None:
    """On a real small disk: filled by somebody else, a thousand entries still go in."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no small disk could be mounted: nothing was filled")
    try:
        command = [sys.executable, "-c", SMALL_DISK, str(disk)]
        done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        number, last = done.stdout.split()
        found = read(disk / "b204.json")
        assert (len(found.entries), found.entries[-1].hash) == (int(number) + 1, last)
        assert found.damage is None
    finally:
        subprocess.run(["umount", str(disk)], check=True)
