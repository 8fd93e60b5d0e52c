"""Rehearsals from the command line: the scenarios, a check of one's own, the debrief."""

import json
import shutil
from pathlib import Path

import pytest

from pixtui.cli.completion import offered
from pixtui.desk.new_rehearsal import new_rehearsal
from pixtui.resources import rehearsals_folder
from pixtui.rules.rulebook import rulebook
from pixtui.rules.scenarios import read_scenario, scenario_path, shipped_names
from pixtui.store.beside import rehearsal_of
from pixtui.wording.catalogue import words
from tests.cli.conftest import NEW, Run
from tests.rules.test_scenarios import SMALL


def made(name: str = "alarm") -> Path:
    """A new rehearsal."""
    found = new_rehearsal(read_scenario(scenario_path(name), rulebook()), "Mme Sarr", words("en"))
    assert isinstance(found, Path)
    return found


def test_the_list_has_a_line_for_each_scenario(run: Run) -> None:
    done = run("rehearse", "--list")
    assert [line.split()[0] for line in done.out.splitlines()] == shipped_names()
    assert run("--plain", "rehearse").out == done.out, "where nothing can be painted"


def test_a_broken_one_of_a_centre_is_named_and_stops_nothing(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "home" / "config" / "scenarios"
    own.mkdir(parents=True)
    (own / "lunch.toml").write_text(SMALL.replace("pupils = 3", "pupils 3"))
    done = run("rehearse", "--list")
    assert done.code == 0
    last = done.out.splitlines()[-1]
    assert last.startswith("lunch ")
    assert "line 3" in last


def test_a_name_of_two_lines_keeps_to_its_line(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "home" / "config" / "scenarios"
    own.mkdir(parents=True)
    (own / "a\nb.toml").write_text("")
    before = len(shipped_names())
    assert len(run("rehearse", "--list").out.splitlines()) == before + 1


def test_a_scenario_of_ones_own_is_checked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SMALL)
    done = run("rehearse", "--check", "mine.toml")
    assert (done.code, done.out) == (0, "mine: 1 event, 1 thing expected.\n")
    path.write_text(SMALL.replace('candidate = "02"', 'candidate = "44"'))
    done = run("rehearse", "--check", "mine.toml")
    assert done.code == 1
    assert done.err == (
        "mine.toml, line 11: nobody of the class sits at 44. Name a seat of these: 01, 02, 03.\n"
    )


PUPIL = """
[[pupil]]
seat = "0{seat}"
last_name = "{name}"
first_name = "Zoé"
birthdate = "{day}"
{more}
"""
SECOND = {"seat": 2, "name": "DIOP", "day": "2010-01-01", "more": ""}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "ABADIE"},
        {"name": "A" * 1_500},
        {"name": "=1+1"},
        {"day": "2999-01-01"},
        {"more": "extra_time = 99999"},
    ],
)
def test_a_class_that_cannot_be_brought_in_is_told_by_the_check_and_leaves_nothing(
    run: Run, tmp_path: Path, wrong: dict[str, str]
) -> None:
    first = PUPIL.format(seat=1, name="ABADIE", day="2010-01-01", more="")
    second = PUPIL.format(**{**SECOND, **wrong})
    text = SMALL.replace("pupils = 3\n", "") + first + second
    (tmp_path / "mine.toml").write_text(text)
    for arguments in (("--check", "./mine.toml"), ("./mine.toml",)):
        done = run("rehearse", *arguments)
        assert (done.code, done.out) == (1, "")
        assert "mine.toml: " in done.err
        assert not rehearsals_folder().exists() or not list(rehearsals_folder().iterdir())


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("rehearse", "nope"), 1, "there is no such scenario. Name one of these: first-day, "),
        (("rehearse", "./nope.toml"), 1, "there is no such scenario"),
        (("rehearse", "--check", "nope.toml"), 1, "cannot be read"),
        (("rehearse", "alarm", "--speed", "0"), 2, "--speed takes a number from 1 to 600."),
        (("rehearse", "alarm", "--speed", "x"), 2, "--speed"),
        (("rehearse",), 2, "needs a terminal"),
        (("debrief", "nope.json"), 1, "nope.json"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1
    assert not rehearsals_folder().exists() or not list(rehearsals_folder().iterdir())


def test_a_session_that_counts_has_no_debrief(run: Run) -> None:
    assert run("new", "b204.json", *NEW).code == 0
    done = run("debrief", "b204.json")
    assert (done.code, done.out) == (1, "")
    assert "no rehearsal" in done.err
    shutil.copy(rehearsal_of(made()), "b204.json.rehearsal")
    done = run("debrief", "b204.json")
    assert (done.code, done.out) == (1, ""), "another's progress makes no rehearsal of it"


def test_a_debrief_by_path_or_by_name_as_text_and_as_json(run: Run) -> None:
    path = made()
    text = run("debrief", str(path))
    assert text.out.splitlines()[0] == "REHEARSAL: The alarm"
    assert run("debrief", path.stem).out == text.out
    told = run("debrief", path.stem, "--json").json
    assert (told["rehearsal"], told["told"]) == ("alarm", [])
    assert told["to_come"] == len(read_scenario(scenario_path("alarm"), rulebook()).scenario.events)
    assert told["session"], "what the procedure still asks for"
    assert told["session"][0] not in text.out, "not given away while the day goes on"


def test_every_view_says_that_it_is_a_rehearsal(run: Run) -> None:
    path = made()
    assert "REHEARSAL" in run("status", str(path)).out.splitlines()[0]
    status = run("status", str(path), "--json").json
    assert (status["session"]["fictional"], status["session"]["rehearsal"]) == (True, "alarm")
    (listed,) = run("list", str(path.parent), "--json").json
    assert (listed["fictional"], listed["rehearsal"]) == (True, "alarm")
    assert "REHEARSAL" in run("extract", str(path), "c1").out
    assert "REHEARSAL" in run("list", str(path.parent)).out


def test_its_clock_is_its_own_for_every_view(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made()
    monkeypatch.setenv("PIXTUI_NOW", "2026-11-30T23:00:00+01:00")
    assert run("status", str(path)).out.splitlines()[0].endswith("09:06")


def test_a_rehearsal_is_not_among_the_sessions_that_count(run: Run) -> None:
    made()
    assert run("list", "--json").json == []


def test_the_record_of_a_rehearsal_verifies_and_a_copy_stays_one(run: Run) -> None:
    path = made()
    assert run("verify", str(path)).code == 0
    assert run("copy", str(path), "copy.json").code == 0
    assert json.loads(Path("copy.json").read_text())["session"]["details"]["rehearsal"] == "alarm"
    assert "REHEARSAL" in run("status", "copy.json").out
    assert Path("copy.json").stat().st_mode & 0o077 == 0


def test_the_shell_completes_it() -> None:
    found = {one.name: one for one in offered(words("en"))}
    assert {"--list", "--check", "--speed"} <= found["rehearse"].options.keys()
    assert set(shipped_names()) <= set(found["rehearse"].words)
    assert found["debrief"].takes_session
