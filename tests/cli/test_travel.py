"""A session travels: copied, compared, and never replaced by a shorter one in silence."""

import json
import shutil
import stat
from pathlib import Path

import pytest

from pixtui.store.reading import read
from pixtui.store.verify import verify
from tests.cli.conftest import Run, script

ONE = {"command": "add_candidate", "last_name": "LE GOFF", "first_name": "Maëlys"}
TWO = {"command": "add_candidate", "last_name": "N'DIAYE", "first_name": "Ismaël"}


def add(run: Run, session: str, *commands: dict[str, str]) -> None:
    """Do these commands."""
    assert run("apply", session, given=script(*commands)).code == 0


def test_a_copy_is_whole_private_and_never_over_another_file(run: Run, session: str) -> None:
    add(run, session, ONE)
    assert run("copy", session, "usb.json", "--json").json["whole"] is True
    assert stat.S_IMODE(Path("usb.json").stat().st_mode) == 0o600
    assert read(Path("usb.json")).entries == read(Path(session)).entries
    before = Path("usb.json").read_bytes()
    again = run("copy", session, "usb.json")
    assert (again.code, again.out) == (1, "")
    assert "usb.json" in again.err
    assert Path("usb.json").read_bytes() == before


def test_compare_says_which_file_to_keep(run: Run, session: str) -> None:
    add(run, session, ONE)
    run("copy", session, "usb.json")
    assert "same 2 entries" in run("compare", session, "usb.json").out
    add(run, "usb.json", TWO)
    told = run("compare", session, "usb.json")
    assert told.code == 0
    assert "Keep usb.json" in told.out
    assert run("compare", "usb.json", session, "--json").json["relation"] == "first_continues"


def test_compare_says_where_two_files_part(run: Run, session: str) -> None:
    run("copy", session, "usb.json")
    add(run, session, ONE)
    add(run, "usb.json", TWO, ONE)
    told = run("compare", session, "usb.json")
    assert told.code == 1
    assert "part after entry 1" in told.out
    found = run("compare", session, "usb.json", "--json").json
    assert found == {
        "relation": "parted",
        "common": 1,
        "first": {"entries": 2, "erased": 0},
        "second": {"entries": 3, "erased": 0},
    }


def test_an_older_copy_put_back_is_said_while_the_backup_knows_more(run: Run, session: str) -> None:
    older = Path(session).read_bytes()
    add(run, session, ONE)
    add(run, session, TWO)
    longer = read(Path(session)).entries
    Path(session).write_bytes(older)
    done = run("apply", session, given=script(ONE))
    assert done.code == 0
    assert "b204.json.bak holds entries that are not here" in done.err
    backups = [one for one in Path().iterdir() if one.name.startswith("b204.json.bak")]
    kept = {len(read(one).entries) for one in backups}
    assert len(longer) - 1 in kept, "the longer backup must not go when the shorter file is folded"


def damage(path: Path, old: bytes, new: bytes) -> None:
    """Change bytes once."""
    data = path.read_bytes()
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"), [(b'"LE GOFF"', b'"LE GAFF"'), (b'"first_name": "Isma', b'"first_name" "Isma')]
)
def test_what_is_good_of_a_damaged_file_can_be_worked_on(
    run: Run, session: str, old: bytes, new: bytes
) -> None:
    add(run, session, ONE, TWO)
    data = Path(session).read_bytes()
    history = data.index(b'"history"')
    Path(session).write_bytes(data[:history] + data[history:].replace(old, new))
    damaged = Path(session).read_bytes()
    Path(session + ".bak").unlink()
    told = run("copy", session, "good.json")
    assert told.code == 1
    assert "Keep the damaged file" in told.out
    assert verify(Path("good.json")).ok
    assert 1 <= len(read(Path("good.json")).entries) < 3
    assert Path(session).read_bytes() == damaged
    add(run, "good.json", TWO)


def test_of_an_empty_file_the_backup_is_taken(run: Run, session: str) -> None:
    add(run, session, ONE)
    add(run, session, TWO)
    Path(session).write_bytes(b"")
    found = run("copy", session, "good.json", "--json")
    assert (found.code, found.json["from_backup"], found.json["entries"]) == (1, True, 2)


def test_a_damaged_session_says_so_wherever_it_is_looked_at(run: Run, session: str) -> None:
    add(run, session, ONE, TWO)
    data = Path(session).read_bytes()
    history = data.index(b'"history"')
    Path(session).write_bytes(data[:history] + data[history:].replace(b'"LE GOFF"', b'"LE GAFF"'))
    before = Path(session).read_bytes()
    for asked in (["status", session, "--json"], ["log", session]):
        done = run(*asked)
        assert done.code == 0
        assert "entry 2 of the history" in done.err
    assert run("verify", session).code == 1
    refused = run("apply", session, given=script(ONE))
    assert refused.code == 1
    assert Path(session).read_bytes() == before


def test_a_summary_changed_by_another_hand_is_noticed(run: Run, session: str) -> None:
    add(run, session, ONE)
    document = json.loads(Path(session).read_bytes())
    document["session"]["candidates"]["c1"]["first_name"] = "Zoé"
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    Path(session).write_text(text)
    assert "not what its history makes" in run("verify", session).out
    assert run("status", session, "--json").json["candidates"][0]["first_name"] == "Maëlys"


def test_a_copy_of_an_open_session_holds_its_journal(run: Run, session: str) -> None:
    add(run, session, ONE)
    shutil.copy(session, "at-rest.json")
    whole = Path(session).read_bytes()
    assert run("copy", session, "copy.json").code == 0
    assert Path(session).read_bytes() == whole
