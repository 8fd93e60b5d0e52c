"""What changed on disk is noticed, wherever it changed."""

from pathlib import Path

from attrs import evolve

from pixtui.store.entry import Entry, hash_of, head_of, make_entry
from pixtui.store.folding import file_bytes
from pixtui.store.projection import project
from pixtui.store.verify import head_fits, verify
from tests.faults.damage import (
    ambiguous,
    file_bits,
    journal_bits,
    prefixes,
    random_blocks,
    sealed_bits,
    small_session,
    whole_lines,
)
from tests.faults.found import Found
from tests.store.books import WHEN

SAMPLE = 29
"""Every so many bits: no multiple of 8, so that each bit of a byte has its turn."""


def all_right(found: Found, least: int) -> None:
    """Enough was tried, and nothing was read wrongly."""
    assert found.wrong == ()
    assert found.tried >= least


def test_every_prefix_of_a_journal_holds_exactly_its_whole_lines() -> None:
    all_right(prefixes(200), 35_000)


def test_each_bit_of_a_journal_is_noticed() -> None:
    all_right(journal_bits(20, every=3), 20_000)


def test_each_bit_of_a_file_at_rest_is_noticed() -> None:
    all_right(file_bits(every=SAMPLE), 3_000)


def test_each_bit_of_a_sealed_session_is_noticed() -> None:
    all_right(sealed_bits(every=SAMPLE), 5_000)


def test_lines_deleted_doubled_swapped_or_foreign_are_noticed() -> None:
    all_right(whole_lines(30), 150)


def test_a_key_twice_or_a_value_of_another_kind_is_refused() -> None:
    all_right(ambiguous(), 300)


def test_two_bits_or_a_block_anywhere_are_noticed() -> None:
    all_right(random_blocks(2_000), 2_000)


def _at(path: Path, entries: tuple[Entry, ...]) -> Path:
    path.write_bytes(file_bytes(entries, project))
    return path


def test_a_tail_cut_at_the_end_of_an_entry_is_shown_by_the_head_on_paper(tmp_path: Path) -> None:
    entries = small_session(sealed=True)
    on_paper = head_of(entries)
    assert on_paper is not None
    shortened = verify(_at(tmp_path / "cut.json", entries[:-1]))
    assert shortened.ok, "the chain alone cannot know: what is left of it is whole"
    assert not head_fits(shortened.head, on_paper)
    assert head_fits(verify(_at(tmp_path / "whole.json", entries)).head, on_paper)


def test_a_history_written_anew_is_shown_by_the_head_on_paper(tmp_path: Path) -> None:
    entries = small_session(sealed=True)
    on_paper = head_of(entries)
    assert on_paper is not None
    forged = verify(_at(tmp_path / "forged.json", _with_another_hour(entries)))
    assert forged.ok, "whoever writes everything anew can make a chain"
    assert not head_fits(forged.head, on_paper)


def _with_another_hour(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The same history with one body changed and every hash made again."""
    made: list[Entry] = []
    for entry in entries:
        prev = made[-1].hash if made else entry.prev
        if entry.body is None:
            link = (entry.seq, entry.v, entry.recorded, entry.type, entry.digest, prev)
            made.append(evolve(entry, prev=prev, hash=hash_of(*link)))
            continue
        body = entry.body | ({"at": WHEN} if entry.type == "finish" else {})
        made.append(make_entry(entry.seq, entry.type, body, entry.recorded, prev))
    return tuple(made)
