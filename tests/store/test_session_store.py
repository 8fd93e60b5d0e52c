"""The store: acknowledged means on disk, the last console folds, nothing wrong is overwritten."""

import os
import resource
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pixtui.store.errors import StoreError
from pixtui.store.reading import read
from pixtui.store.session_store import SessionStore
from tests.store.books import WHEN, append, chain, count, create, lines, reopen

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session is."""
    return tmp_path / "b204.json"


def names(path: Path) -> list[str]:
    """The files beside a session."""
    return sorted(one.name for one in path.parent.iterdir())


def test_a_session_at_rest_is_one_file(path: Path) -> None:
    store = create(path)
    append(store)
    open_now = [name.removeprefix("b204.json") for name in names(path)]
    assert [name for name in open_now if "here" not in name] == ["", ".ballast", ".journal"]
    assert len(open_now) == 4
    store.close()
    store.close()
    assert names(path) == ["b204.json", "b204.json.bak"]
    assert len(read(path).entries) == 2
    assert read(path).session == {"entries": 2, "erased": 0}


def test_an_acknowledged_entry_is_on_disk_at_once(path: Path) -> None:
    store = create(path)
    entry = append(store)
    assert read(path).entries[-1] == entry
    store.close()


def test_an_existing_file_is_kept(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(StoreError) as refused:
        create(path)
    assert refused.value.code == "exists"
    assert path.read_text() == "mine"


def test_only_the_last_console_to_leave_folds(path: Path) -> None:
    one, two = create(path), reopen(path)
    append(one)
    append(two)
    one.close()
    assert "b204.json.journal" in names(path)
    append(two)
    two.close()
    assert names(path) == ["b204.json", "b204.json.bak"]
    assert [entry.seq for entry in read(path).entries] == [1, 2, 3, 4]


def test_each_console_takes_in_what_the_other_wrote(path: Path) -> None:
    one, two = create(path), reopen(path)
    append(one, "a")
    assert two.changed()
    assert two.refresh()
    assert two.last_hash == one.last_hash
    assert not two.changed()
    append(two, "b")
    assert append(one, "c").seq == 4
    one.close()
    two.close()


def test_a_torn_line_is_set_aside_and_named(path: Path) -> None:
    store = create(path)
    append(store)
    with store.journal.open("ab") as journal:
        journal.write(b'{"seq": 3, "v')
    again = reopen(path)
    assert again.report.set_aside is not None
    assert again.report.set_aside.read_bytes() == b'{"seq": 3, "v'
    assert stat.S_IMODE(again.report.set_aside.stat().st_mode) == 0o600
    assert append(again).seq == 3
    store.close()
    again.close()
    assert len(read(path).entries) == 3


def test_a_doubtful_last_line_is_set_aside_and_its_number_said(path: Path) -> None:
    store = create(path)
    append(store)
    data = store.journal.read_bytes()
    store.journal.write_bytes(data.replace(b'"note":"x"', b'"note":"y"'))
    again = reopen(path)
    assert again.report.doubtful == 2
    assert len(again.entries) == 1
    again.close()


def test_damage_before_the_last_line_is_read_only_and_left_as_it_is(path: Path) -> None:
    store = create(path)
    append(store, "a")
    append(store, "b")
    data = store.journal.read_bytes()
    broken = data.replace(b'"note":"a"', b'"note":"z"')
    store.journal.write_bytes(broken)
    again = reopen(path)
    assert again.read_only
    assert again.report.damage is not None
    assert again.report.damage.place == "journal line 1"
    with pytest.raises(StoreError) as refused:
        append(again)
    assert refused.value.code == "damaged"
    before = path.read_bytes()
    again.close()
    assert (path.read_bytes(), again.journal.read_bytes()) == (before, broken)


def test_a_newer_file_is_read_only_and_byte_identical_afterwards(path: Path) -> None:
    create(path).close()
    data = path.read_bytes().replace(b'"version": 1', b'"version": 7')
    path.write_bytes(data)
    store = reopen(path)
    assert store.read_only
    store.close()
    assert path.read_bytes() == data
    assert names(path) == ["b204.json"]


def test_a_journal_left_beside_a_folded_file_is_no_harm(path: Path) -> None:
    store = create(path)
    append(store)
    data = store.journal.read_bytes()
    store.close()
    store.journal.write_bytes(data)
    again = reopen(path)
    assert len(again.entries) == 2
    assert append(again).seq == 3
    again.close()
    assert [entry.seq for entry in read(path).entries] == [1, 2, 3]


def test_a_journal_of_another_session_is_not_taken_for_ours(path: Path) -> None:
    create(path).close()
    path.with_name("b204.json.journal").write_bytes(lines(chain(3)))
    assert reopen(path).read_only


def test_erased_bodies_are_nowhere_and_the_chain_still_verifies(path: Path) -> None:
    one, two = create(path), reopen(path)
    append(one, "secret-BCDF23")
    append(one, "kept")
    two.refresh()
    with one.transaction() as transaction:
        erased = transaction.erase(
            lambda entry: entry.body is not None and entry.body.get("note") == "secret-BCDF23",
            lambda _: None,
        )
    assert erased == 1
    for file in path.parent.iterdir():
        assert b"secret-BCDF23" not in file.read_bytes()
    assert two.changed()
    assert two.refresh()
    assert [entry.erased for entry in two.entries] == [False, True, False]
    assert append(two, "after").seq == 4
    one.close()
    two.close()
    found = read(path)
    assert (found.damage, len(found.entries)) == (None, 4)


def test_every_file_is_private_under_any_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        store = create(path)
        append(store)
        modes = {stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()}
        store.close()
        modes.add(stat.S_IMODE(path.stat().st_mode))
    finally:
        os.umask(before)
    assert modes == {0o600}


def test_a_link_in_the_place_of_the_journal_is_refused(path: Path, tmp_path: Path) -> None:
    create(path).close()
    victim = tmp_path / "victim"
    victim.write_text("mine")
    path.with_name("b204.json.journal").symlink_to(victim)
    with pytest.raises(StoreError) as refused:
        reopen(path)
    assert refused.value.code == "write_failed"
    assert victim.read_text() == "mine"


def test_a_write_cut_short_is_taken_back(path: Path) -> None:
    store = create(path)
    append(store)
    size = store.journal.stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40, hard))
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with pytest.raises(StoreError) as refused:
            append(store, "does not fit")
    finally:
        signal.signal(signal.SIGXFSZ, handler)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (refused.value.code, refused.value.params["reason"]) == ("write_failed", "EFBIG")
    assert store.journal.stat().st_size == size
    assert append(store, "now it does").seq == 3
    store.close()


def test_a_stuck_writer_is_said_to_be_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pixtui.store.locks.WAIT_SECONDS", 0.05)
    one, two = create(path), reopen(path)
    entered, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with one.transaction():
            entered.set()
            leave.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    assert entered.wait(20)
    with pytest.raises(StoreError) as refused:
        append(two)
    leave.set()
    holder.join(20)
    assert refused.value.code == "busy"
    assert append(two).seq == 2
    one.close()
    two.close()


WRITER = """
import sys
from pathlib import Path
from tests.store.books import append, reopen
store = reopen(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    print(append(store, f"{sys.argv[3]}-{number}").seq, flush=True)
sys.stdin.read() if sys.argv[4] == "wait" else None
store.close()
"""


def writer(path: Path, count_: int, name: str, then: str = "leave") -> subprocess.Popen[str]:
    """Another process that appends, saying each acknowledged number."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(count_), name, then],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_that_write_together_lose_and_double_nothing(path: Path) -> None:
    create(path).close()
    writers = [writer(path, 25, name) for name in "abc"]
    said = [int(line) for one in writers for line in one.communicate(timeout=60)[0].split()]
    assert sorted(said) == list(range(2, 77))
    found = read(path)
    assert (len(found.entries), found.damage, found.has_journal) == (76, None, False)
    for name in "abc":
        notes = [
            entry.body["note"] for entry in found.entries if entry.body and "note" in entry.body
        ]
        assert [note for note in notes if note.startswith(name)] == [
            f"{name}-{n}" for n in range(25)
        ]


def test_what_was_acknowledged_survives_a_kill(path: Path) -> None:
    create(path).close()
    with writer(path, 10, "a", then="wait") as one:
        assert one.stdout is not None
        said = [int(one.stdout.readline()) for _ in range(10)]
        one.kill()
        one.wait(20)
    again = reopen(path)
    assert again.report.replayed == 10
    assert [entry.seq for entry in again.entries][1:] == said
    again.close()
    assert names(path) == ["b204.json", "b204.json.bak"]


def test_a_read_only_view_writes_nothing(path: Path) -> None:
    store = create(path)
    append(store)
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    view = SessionStore.open(path, project=count, read_only=True)
    assert len(view.entries) == 2
    append(store)
    assert view.refresh()
    with pytest.raises(StoreError) as refused:
        append(view)
    assert refused.value.code == "read_only"
    view.close()
    assert set(before) == {one.name for one in path.parent.iterdir()}
    store.close()


def test_an_entry_that_is_too_long_is_refused_and_nothing_is_written(path: Path) -> None:
    store = create(path)
    size = store.journal.stat().st_size
    with store.transaction() as transaction, pytest.raises(StoreError) as refused:
        transaction.append("note", {"note": "x" * 1_000_001}, WHEN)
    assert refused.value.code == "line_too_long"
    assert store.journal.stat().st_size == size
    store.close()
