"""Export: a file another program reads, that acts in none and holds no code."""

import json
from pathlib import Path

from pixtui.exchange.export_csv import neutral
from pixtui.resources import sample_sessions
from tests.cli.conftest import Run, script

PEOPLE = script(
    {
        "command": "add_candidate",
        "last_name": "LE GOFF",
        "first_name": "Maëlys",
        "birthdate": "2010-04-01",
        "seat": "07",
        "extra_time": 33,
    },
    {"command": "set_codes", "access_code": "BCDF23"},
)


def test_a_list_that_went_out_comes_back_in(run: Run, session: str) -> None:
    run("apply", session, given=PEOPLE)
    assert run("export", session, "list.csv").code == 0
    data = Path("list.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b'"LE GOFF";"Ma\xc3\xablys";"01/04/2010"' in data
    assert Path("list.csv").stat().st_mode & 0o777 == 0o600
    other = ["--site", "S", "--room", "R", "--date", "2026-11-30", "--time", "09:00"]
    run("new", "other.json", *other, "--examiner", "E")
    assert run("import", "other.json", "list.csv", "--json").json["imported"] == 1
    (one,) = run("status", "other.json", "--json").json["candidates"]
    assert (one["seat"], one["extra_time"]) == ("07", 33)


def test_the_status_goes_out_without_the_codes(run: Run, session: str) -> None:
    run("apply", session, given=PEOPLE)
    assert run("export", session, "out.txt", "--as", "json").code == 0
    text = Path("out.txt").read_text()
    assert json.loads(text)["format"] == "pixtui-session"
    assert "BCDF23" not in text


def test_a_file_that_is_there_is_kept(run: Run, session: str) -> None:
    Path("list.csv").write_text("mine")
    assert run("export", session, "list.csv").code == 1
    assert Path("list.csv").read_text() == "mine"
    assert run("export", session, "list.doc").code == 2


def test_a_cell_that_begins_like_a_formula_is_a_text() -> None:
    for start in "=+-@\t\r":
        assert neutral(f"{start}1") == f"'{start}1"
    assert neutral("D'ARC") == "D'ARC"


def test_a_fictional_class_is_not_for_pix(run: Run, session: str) -> None:
    sample = str(sample_sessions() / "fresh.json")
    told = "do not bring the file into Pix Certif"
    assert told in run("export", sample, "fictional.ods").err
    run("apply", session, given=PEOPLE)
    assert told not in run("export", session, "real.ods").err
