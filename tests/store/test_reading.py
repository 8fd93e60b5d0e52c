"""What is on disk is read as it is: every prefix, every flipped bit, every line out of place."""

from pathlib import Path

import pytest

from pixtui.store.entry import Entry
from pixtui.store.errors import StoreError
from pixtui.store.reading import parse_files, read, read_lines
from pixtui.store.strict_json import readable
from tests.store.books import chain, count, lines

WHERE = Path("b204.json")


def file_of(entries: list[Entry]) -> bytes:
    """A file at rest with these entries."""
    return readable(
        {
            "format": "pixtui-session",
            "version": 1,
            "session": count(entries),
            "history": [entry.to_json() for entry in entries],
        }
    )


def test_every_prefix_of_a_journal_holds_exactly_its_whole_lines() -> None:
    first, *rest = chain(16)
    journal = lines(rest)
    ends = [place + 1 for place, byte in enumerate(journal) if byte == 0x0A]
    for length in range(len(journal) + 1):
        entries, end, tail, damage = read_lines(journal[:length], [first])
        whole = [place for place in ends if place <= length]
        assert damage is None
        assert len(entries) == len(whole)
        assert end == (whole[-1] if whole else 0)
        assert (tail is None) == (end == length)
        assert tail is None or (tail.torn and tail.data == journal[end:length])


def test_every_flipped_bit_of_a_journal_is_noticed_and_placed() -> None:
    first, *rest = chain(4)
    journal = lines(rest)
    for place in range(len(journal)):
        for bit in range(8):
            broken = bytearray(journal)
            broken[place] ^= 1 << bit
            entries, _end, tail, damage = read_lines(bytes(broken), [first])
            assert tail is not None or damage is not None, (place, bit)
            assert len(entries) < len(rest)
            line = journal.count(b"\n", 0, place) + 1
            if damage is not None:
                # A flipped line feed joins two lines or cuts one: the first of them is named.
                assert damage.place in (f"journal line {line}", f"journal line {line + 1}")


def test_every_flipped_bit_of_a_file_is_noticed() -> None:
    data = file_of(chain(2))
    entries = parse_files(WHERE, data, None).entries
    session = parse_files(WHERE, data, None).session
    unnoticed = []
    for place in range(len(data)):
        for bit in range(8):
            broken = bytearray(data)
            broken[place] ^= 1 << bit
            try:
                found = parse_files(WHERE, bytes(broken), None)
            except StoreError:
                continue
            if found.damage is None and (found.entries, found.session) == (entries, session):
                unnoticed.append(data[place : place + 1])
    # Only white space that means nothing may change without anything else changing.
    assert set(unnoticed) <= {b" ", b"\n"}


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda rows: [rows[0], *rows[2:]], "journal line 2"),
        (lambda rows: [rows[0], rows[0], *rows[1:]], "journal line 2"),
        (lambda rows: [rows[0], rows[2], rows[1], *rows[3:]], "journal line 2"),
        (
            lambda rows: [*rows[:2], *lines(chain(1)).splitlines(keepends=True), *rows[2:]],
            "journal line 3",
        ),
        (lambda rows: [rows[0], b"\n", *rows[1:]], "journal line 2"),
        (lambda rows: [rows[0], b"x" * 50 + b"\n", *rows[1:]], "journal line 2"),
        (lambda rows: [rows[0], rows[1].replace(b",", b", ", 1), *rows[2:]], "journal line 2"),
    ],
)
def test_a_line_out_of_place_is_placed(change: object, place: str) -> None:
    first, *rest = chain(6)
    rows = [lines([entry]) for entry in rest]
    broken = b"".join(change(rows))  # type: ignore[operator]  # one of the functions above
    _entries, _end, _tail, damage = read_lines(broken, [first])
    assert damage is not None
    assert damage.place == place


def test_a_complete_last_line_that_does_not_verify_is_in_doubt() -> None:
    first, *rest = chain(3)
    journal = lines(rest)[:-10] + b"0000000}}\n"
    entries, _end, tail, damage = read_lines(journal, [first])
    assert damage is None
    assert tail is not None
    assert (len(entries), tail.torn, tail.seq) == (1, False, 3)


def test_lines_that_the_file_already_holds_are_passed_over() -> None:
    entries = chain(5)
    found = parse_files(WHERE, file_of(entries[:3]), lines(entries))
    assert (len(found.entries), found.folded, found.damage) == (5, 3, None)


def test_damage_in_the_middle_of_a_file_keeps_the_last_good_state() -> None:
    entries = chain(5)
    data = file_of(entries).replace("entrée 3".encode(), "entrée 9".encode())
    found = parse_files(WHERE, data, None)
    assert found.damage is not None
    assert (found.damage.code, found.damage.place) == ("wrong_digest", "history entry 3")
    assert len(found.entries) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b" \n", "empty_file"),
        (b"\x00" * 64, "not_json"),
        (b"{", "not_json"),
        (b"\xef\xbb\xbf{}", "not_json"),
        (b"[]", "not_a_session"),
        (b"null", "not_a_session"),
        (b'{"format": "other"}', "not_a_session"),
        (b'{"format": "pixtui-session"}', "not_a_session"),
        (b'{"format": "pixtui-session", "version": "1"}', "not_a_session"),
        (b'{"format": "pixtui-session", "version": 99}', "newer_version"),
        (b'{"a": 1, "a": 2}', "not_json"),
        (b'{"a": NaN}', "not_json"),
        (b"[" * 100_000, "not_json"),
        (b'{"a": ' + b"9" * 5000 + b"}", "not_json"),
    ],
)
def test_what_is_no_session_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(StoreError) as refused:
        parse_files(WHERE, data, None)
    assert refused.value.code == code


def test_a_newer_version_that_can_be_read_is_read_only() -> None:
    data = file_of(chain(2)).replace(b'"version": 1', b'"version": 2')
    found = parse_files(WHERE, data, None)
    assert found.damage is not None
    assert found.damage.code == "newer_version"
    assert len(found.entries) == 2


def test_a_folder_or_nothing_is_no_session(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "is_folder"), (tmp_path / "none.json", "missing")):
        with pytest.raises(StoreError) as refused:
            read(path)
        assert refused.value.code == code
