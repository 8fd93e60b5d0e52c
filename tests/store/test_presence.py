"""Who is at work: seen while they live, forgotten when they die."""

import fcntl
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pixtui.store.beside import here_of
from pixtui.store.errors import StoreError
from pixtui.store.presence import at_work
from pixtui.store.session_store import SessionStore
from tests.store.books import append, count, create

STAYS = """
import sys
from pathlib import Path
from tests.store.books import count
from pixtui.store.session_store import SessionStore
store = SessionStore.open(Path(sys.argv[1]), project=count, by="M. B")
print("here", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session is."""
    return tmp_path / "b204.json"


def test_each_sees_the_other_and_not_itself(path: Path) -> None:
    create(path).close()
    one = SessionStore.open(path, project=count, by="Mme Sarr")
    two = SessionStore.open(path, project=count, by="M. B")
    assert [who.by for who in one.others()] == ["M. B"]
    assert [who.by for who in two.others()] == ["Mme Sarr"]
    two.handed_to("Mme Diallo")
    assert [who.by for who in one.others()] == ["Mme Diallo"]
    two.close()
    assert one.others() == ()
    one.close()
    assert here_of(path) == []


def test_a_console_that_died_is_not_seen_and_its_note_goes_with_the_last(path: Path) -> None:
    create(path).close()
    with subprocess.Popen(
        [sys.executable, "-c", STAYS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"here\n"
        assert [who.by for who in at_work(path)] == ["M. B"]
        other.send_signal(signal.SIGKILL)
    assert len(here_of(path)) == 1
    assert at_work(path) == ()
    assert len(here_of(path)) == 1, "looking changes nothing"
    SessionStore.open(path, project=count).close()
    assert here_of(path) == []


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"{",
        b'{"by": 1, "pid": "x", "since": "?"}',
        b"\xff",
        b"[" * 4_000,
        b'{"by": "x", "pid": 1e999, "since": "2026-11-30T08:00:00+00:00"}',
        b'{"by": "x", "pid": 1, "since": "2026-11-30T08:00:00"}',
        b'{"by": "x", "pid": 1, "since": "0001-01-01T00:00:00+14:00"}',
        b'{"by": "x", "pid": 1, "since": "9999-12-31T23:59:59-14:00"}',
    ],
)
def test_a_note_that_says_nothing_is_passed_over(path: Path, written: bytes) -> None:
    note = path.with_name("b204.json.here-1-abcdef")
    note.write_bytes(written)
    with note.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert at_work(path) == ()


def test_a_replaced_journal_is_noticed_before_anything_is_lost(path: Path) -> None:
    store = create(path)
    append(store)
    data = store.journal.read_bytes()
    store.journal.unlink()
    store.journal.write_bytes(data)
    with pytest.raises(StoreError) as refused:
        append(store)
    assert (refused.value.code, refused.value.params["place"]) == ("damaged", "journal")
    store.close()
    assert store.journal.read_bytes() == data
