"""A new session like another one."""

import json
from pathlib import Path
from typing import Any

from pixtui.resources import sample_sessions
from tests.cli.conftest import Run, script

ADD: dict[str, Any] = {
    "command": "add_candidate",
    "last_name": "ABADIE",
    "first_name": "Zoé",
    "birthdate": "2010-01-04",
    "seat": "A7",
    "extra_time": 33,
}
KEPT = ("site", "room", "time", "examiner", "mode", "zone", "product", "duration", "language")


def status(run: Run, session: str) -> Any:
    return run("status", session, "--json").json


def test_it_has_the_details_but_for_its_date_and_number(run: Run, session: str) -> None:
    first = status(run, session)["session"]
    assert run("new", "next.json", "--like", session, "--date", "2026-12-07").code == 0
    made = status(run, "next.json")["session"]
    assert {name: made[name] for name in KEPT} == {name: first[name] for name in KEPT}
    assert (made["date"], made["number"]) == ("2026-12-07", None)
    assert made["retention_until"] == "2027-12-07"
    assert status(run, "next.json")["counters"]["total"] == 0


def test_what_is_given_goes_before(run: Run, session: str) -> None:
    run("new", "n.json", "--like", session, "--date", "7/12/2026", "--room", "C1", "--time", "14h")
    made = status(run, "n.json")["session"]
    assert (made["room"], made["time"][:5], made["site"]) == ("C1", "14:00", "Collège fictif")


def test_its_list_comes_where_wanted_without_anything_of_its_day(run: Run, session: str) -> None:
    given = script(ADD, {"command": "check_identity", "candidate": "A7"})
    assert run("apply", session, "--by", "M. Roy", given=given).code == 0
    asked = ("--like", session, "--date", "2026-12-07", "--with-candidates")
    assert run("new", "next.json", *asked).code == 0
    (one,) = status(run, "next.json")["candidates"]
    assert (one["last_name"], one["seat"], one["state"]) == ("ABADIE", "A7", "expected")
    assert "extra_time" in one["flags"]
    assert "identity" not in one["flags"]
    assert len(json.loads(Path("next.json").read_text())["history"]) == 2


def test_nothing_is_made_where_anything_is_refused(run: Run, session: str) -> None:
    Path("taken.json").write_text("{}")
    assert run("new", "taken.json", "--like", session, "--date", "2026-12-07").code == 1
    assert Path("taken.json").read_text() == "{}"
    assert run("new", "x.json", "--like", "none.json", "--date", "2026-12-07").code == 1
    assert run("new", "x.json", "--like", session).code == 2
    assert run("new", "x.json", "--like", session, "--date", "2026-12-07", "--zone", "X").code == 1
    assert run("new", "x.json", "--with-candidates").code == 2
    assert not Path("x.json").exists()
    assert not list(Path().glob(".pixtui-new-*"))


def test_a_fictional_class_never_comes_into_a_session_that_counts(run: Run) -> None:
    sample = str(sample_sessions() / "fresh.json")
    done = run("new", "copy.json", "--like", sample, "--with-candidates", "--date", "2026-12-07")
    assert done.code == 0, done.err
    assert run("status", "copy.json", "--json").json["session"]["fictional"] is True
