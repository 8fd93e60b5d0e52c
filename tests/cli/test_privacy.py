"""Holding, purging, extracting: what goes goes everywhere, what stays still verifies."""

import json
import shutil
from pathlib import Path

import pytest

from pixtui.resources import sample_sessions
from pixtui.store.reading import read
from pixtui.store.verify import verify
from tests.cli.conftest import Run, script

PERSONAL = (b"LE GOFF", "Maëlys".encode(), b"BCDF23")
WHO = {"command": "add_candidate", "last_name": "LE GOFF", "first_name": "Maëlys"}
CODES = {"command": "set_codes", "access_code": "BCDF23"}


@pytest.fixture
def filled(run: Run, session: str) -> str:
    """A session with a person and a code in it, a backup, and bytes set aside."""
    assert run("apply", session, given=script(WHO, CODES)).code == 0
    Path(session + ".torn-20261130T080000000000").write_bytes(b"LE GOFF")
    Path(session + ".orig-20261130").write_bytes(b"LE GOFF")
    return session


def everything() -> bytes:
    """Every byte of every file of this folder."""
    return b"".join(one.read_bytes() for one in Path().iterdir() if one.is_file())


def test_a_purge_erases_everywhere_and_the_chain_still_verifies(run: Run, filled: str) -> None:
    head = run("verify", filled, "--json").json["head"]
    told = run("purge", filled, "--reason", "délai passé", "--yes", "--json")
    assert (told.code, told.json["reason"], told.json["erased"]) == (0, "délai passé", 3)
    for secret in PERSONAL:
        assert secret not in everything()
    found = verify(Path(filled))
    assert (found.ok, found.purged, found.erased) == (True, True, 3)
    assert head != found.head, "the purge is an entry of its own"
    assert json.loads(Path(filled).read_bytes())["session"]["reason"] == "délai passé"
    assert [one.name for one in Path().iterdir() if one.name.startswith(filled)] == [filled]


def test_a_purge_lists_what_goes_and_asks(run: Run, filled: str) -> None:
    before = everything()
    told = run("purge", filled, "--reason", "délai passé")
    assert told.code == 2
    for word in ("3 entries", "1 candidate", ".bak", ".torn-", ".orig-", "cannot reach"):
        assert word in told.err
    assert "--yes" in told.err
    assert everything() == before


def test_a_record_on_hold_is_not_purged(run: Run, filled: str) -> None:
    assert run("hold", filled, "--reason", "recours").code == 0
    refused = run("purge", filled, "--reason", "délai passé", "--yes")
    assert refused.code == 1
    assert "hold" in refused.err
    assert PERSONAL[0] in everything()
    assert run("release", filled, "--reason", "fin du recours").code == 0
    assert run("purge", filled, "--reason", "délai passé", "--yes").code == 0


def test_a_purge_needs_a_reason_and_happens_once(run: Run, filled: str) -> None:
    assert run("purge", filled, "--yes").code == 1
    assert run("purge", filled, "--reason", "délai", "--yes").code == 0
    assert run("purge", filled, "--reason", "délai", "--yes").code == 1
    assert len(read(Path(filled)).entries) == 4


def test_the_retention_date_is_shown(run: Run, session: str) -> None:
    until = run("status", session, "--json").json["session"]["retention_until"]
    assert until == "2027-11-30"
    assert "30 November 2027" in run("status", session).out


# --- one person's record


@pytest.fixture
def room(run: Run) -> str:
    """A copy of the sealed sample."""
    shutil.copy(sample_sessions() / "sealed.json", "room.json")
    Path("room.json").chmod(0o600)
    return "room.json"


def test_an_extract_names_nobody_else(run: Run, room: str) -> None:
    candidates = run("status", room, "--json").json["candidates"]
    for one in candidates[:6]:
        told = run("extract", room, one["id"], "--json")
        assert told.code == 0
        text = json.dumps(told.json, ensure_ascii=False)
        own = {one["last_name"], one["first_name"]}
        for other in candidates:
            if other["id"] == one["id"]:
                continue
            whole = f"{other['last_name']} {other['first_name']}"
            assert whole not in text
            assert other["last_name"] in own or f'"{other["last_name"]}"' not in text
        assert told.json["candidate"]["last_name"] == one["last_name"]
        assert told.json["history"]


def test_a_name_in_free_text_is_masked_and_shown_for_review(run: Run, session: str) -> None:
    other = {"command": "add_candidate", "last_name": "N'DIAYE", "first_name": "Ismaël"}
    seen = {
        "command": "log_incident",
        "situation": "other",
        "candidate": "c1",
        "note": "Ismaël N'Diaye regardait sa copie.",
    }
    assert run("apply", session, given=script(WHO, other, seen)).code == 0
    told = run("extract", session, "c1")
    assert told.code == 0
    assert "regardait sa copie" in told.out
    assert "regardait sa copie" in told.err, "free text is shown apart, to be read"
    assert not any(name in (told.out + told.err).lower() for name in ("ismaël", "n'diaye"))


def test_an_extract_is_written_only_after_it_was_confirmed(run: Run, room: str) -> None:
    refused = run("extract", room, "c1", "one.txt")
    assert refused.code == 2
    assert not Path("one.txt").exists()
    assert run("extract", room, "c1", "one.txt", "--yes").code == 0
    assert Path("one.txt").stat().st_mode & 0o777 == 0o600
    assert run("extract", room, "c1", "one.txt", "--yes").code == 1
    assert run("extract", room, "c1", "one.json", "--yes").code == 0
    assert json.loads(Path("one.json").read_text())["format"] == "pixtui-extract"


def test_an_extract_of_nobody_or_of_several_is_refused(run: Run, room: str) -> None:
    assert run("extract", room, "c999").code == 1
    many = run("extract", room, "a")
    assert (many.code, many.out) == (1, "")
