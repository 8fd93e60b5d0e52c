"""The last good state of damaged files: as much as verifies, never more."""

from pathlib import Path

import pytest

from pixtui.store.beside import backup_of, journal_of
from pixtui.store.errors import StoreError
from pixtui.store.folding import file_bytes
from pixtui.store.rescue import rescue
from tests.store.books import chain, count, lines


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session is."""
    return tmp_path / "b204.json"


def test_what_is_whole_is_taken_whole(path: Path) -> None:
    known = chain(4)
    path.write_bytes(file_bytes(known[:2], count))
    journal_of(path).write_bytes(lines(known[2:]))
    found = rescue(path)
    assert (found.entries, found.whole) == (tuple(known), True)


def test_an_entry_changed_in_the_middle_ends_what_is_taken(path: Path) -> None:
    known = chain(5)
    data = file_bytes(known, count).replace("entrée 3".encode(), "entrée 9".encode())
    path.write_bytes(data)
    found = rescue(path)
    assert (found.entries, found.whole) == (tuple(known[:2]), False)


@pytest.mark.parametrize("kept", [0.5, 0.9, 0.999])
def test_whole_entries_are_cut_out_of_a_file_that_was_cut_off(path: Path, kept: float) -> None:
    known = chain(10)
    data = file_bytes(known, count)
    path.write_bytes(data[: int(len(data) * kept)])
    found = rescue(path)
    assert found.entries == tuple(known[: len(found.entries)])
    assert len(known) * kept - 2 < len(found.entries) <= len(known)
    assert not found.whole


def test_the_journal_goes_on_from_what_was_cut_out(path: Path) -> None:
    known = chain(6)
    data = file_bytes(known[:4], count)
    path.write_bytes(data[:-3])
    journal_of(path).write_bytes(lines(known[4:]))
    assert rescue(path).entries == tuple(known)


def test_of_an_empty_file_the_backup_and_the_journal_are_taken(path: Path) -> None:
    known = chain(6)
    path.write_bytes(b"")
    backup_of(path).write_bytes(file_bytes(known[:4], count))
    journal_of(path).write_bytes(lines(known[4:]))
    found = rescue(path)
    assert (found.entries, found.from_backup) == (tuple(known), True)


@pytest.mark.parametrize(("data", "code"), [(b"", "empty_file"), (b"{}", "not_a_session")])
def test_nothing_to_take_is_said(path: Path, data: bytes, code: str) -> None:
    path.write_bytes(data)
    with pytest.raises(StoreError) as refused:
        rescue(path)
    assert refused.value.code == code
