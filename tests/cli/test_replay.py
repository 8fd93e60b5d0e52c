"""``pixtui replay`` as text: what was declared, who stood where, how it stood at a moment."""

import json
import shutil
from pathlib import Path

import pytest

from pixtui.resources import sample_sessions
from tests.cli.conftest import Run


@pytest.fixture
def sealed(tmp_path: Path) -> str:
    """A sealed session of one's own."""
    return str(shutil.copy(sample_sessions() / "sealed.json", tmp_path / "sealed.json"))


def test_each_entry_has_its_line(run: Run, sealed: str) -> None:
    done = run("--plain", "replay", sealed)
    lines = done.out.splitlines()
    assert (done.code, len(lines), done.err) == (0, 186, "")
    assert lines[0] == "    1  20/11 14:00:00  Mme Sarr: created the session  [0 candidates]"
    assert lines[139].endswith(
        "10:42:00  Mme Sarr: test ended · WOŹNIAK Ola · by the candidate"
        "  [30: 6 running · 23 finished · 1 absent]"
    )
    assert run("replay", sealed, "--plain").out == done.out


def test_a_script_gets_counters_that_add_up(run: Run, sealed: str) -> None:
    told = run("replay", sealed, "--json").json
    assert [one["seq"] for one in told] == list(range(1, 187))
    for one in told:
        counts = one["counters"]
        assert sum(counts.values()) == 2 * counts["total"]
    assert [told[0]["phase"], told[-1]["phase"]] == ["before", "finalised"]
    log = run("log", sealed, "--json").json
    assert [one["type"] for one in told] == [one["type"] for one in log]


def test_how_it_stood_at_a_moment(run: Run, sealed: str) -> None:
    done = run("replay", sealed, "--plain", "--at", "10:42")
    lines = done.out.splitlines()
    assert lines[0] == "REPLAY · entry 140 of 186 · 10:42:00"
    assert "30: 6 running · 23 finished · 1 absent" in lines
    assert "  BENALI Yasmine: the test is still running." in lines
    then = run("replay", sealed, "--json", "--at", "10:42").json
    assert (then["phase"], then["counters"]["running"]) == ("during", 6)
    assert then["replay"]["seq"] == 140
    assert then["now"] == "2026-11-30T10:42:00+01:00"
    assert then["session"].keys() == run("status", sealed, "--json").json["session"].keys()


def test_at_the_last_entry_it_is_what_status_says(run: Run, sealed: str) -> None:
    then = run("replay", sealed, "--json", "--at", "186").json
    del then["now"], then["replay"]
    assert then == run("status", sealed, "--json").json


def test_what_is_no_moment_says_what_to_write(run: Run, sealed: str) -> None:
    for wrong in ("187", "noon", "0", "24:00", "31/02 10:00"):
        done = run("replay", sealed, "--plain", "--at", wrong)
        assert (done.code, done.out) == (1, "")
        assert "from 1 to 186" in done.err


def test_codes_are_in_no_line_of_a_session_that_still_has_them(run: Run, session: str) -> None:
    codes = {"command": "set_codes", "access_code": "BCDF23", "invigilator_password": "bcd234"}
    assert run("apply", session, given=json.dumps(codes)).code == 0
    for more in (["--plain"], ["--json"], ["--json", "--at", "2"], ["--plain", "--at", "2"]):
        told = run("replay", session, *more)
        assert told.code == 0
        assert "BCDF23" not in told.out + told.err
        assert "bcd234" not in told.out + told.err


def test_a_purged_one_is_refused_and_a_damaged_one_told_as_far_as_it_verifies(
    run: Run, sealed: str
) -> None:
    path = Path(sealed)
    whole = path.read_text()
    path.write_text(whole.replace('"seq": 100,', '"seq": 101,'))
    done = run("replay", sealed, "--plain")
    assert (done.code, len(done.out.splitlines())) == (0, 99)
    assert "entry 100 of the history" in done.err
    path.write_text(whole)
    assert run("purge", sealed, "--yes", "--reason", "fin du délai", "--by", "Mme Sarr").code == 0
    done = run("replay", sealed, "--plain")
    assert (done.code, done.out) == (1, "")
    assert "only the certificate remains" in done.err


def test_what_is_not_there_is_said(run: Run) -> None:
    done = run("replay", "nowhere.json")
    assert (done.code, done.out) == (1, "")
    assert "nowhere.json" in done.err


def test_without_a_terminal_it_says_what_to_add(run: Run, sealed: str) -> None:
    done = run("replay", sealed)
    assert (done.code, done.out) == (2, "")
    assert "--plain" in done.err
