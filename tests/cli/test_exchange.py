"""Pix's own files through the command line: in, out, again, and sessions made from a file."""

import json
from pathlib import Path
from typing import Any

import pytest

from pixtui.domain.session import Candidate
from pixtui.exchange.pix_rows import Dangerous
from pixtui.exchange.pix_sessions_out import write_sessions
from tests.cli.conftest import NEW, Run, script
from tests.domain.day import Day
from tests.exchange.test_pix_profiles import export, sent
from tests.exchange.test_school_lists import pupil, siecle

HEADER = "Nom;Prénom;Date de naissance;Classe;Place\n"
LIST = HEADER + "SARR;Awa;14/03/2011;3A;1\nDIOP;Zoé;02/05/2010;3A;2\n"
PERSON = {
    "command": "add_candidate",
    "last_name": "LE GOFF",
    "first_name": "Maëlys",
    "birthdate": "2010-04-01",
    "sex": "F",
    "birth_insee": "01053",
    "birth_country": "FRANCE",
    "email": "m@exemple.invalid",
    "extra_time": 33,
    "subscription": "CLEA",
    "external_id": "007",
}
PAID = {"billing": "PREPAID", "prepayment_code": "0042"}


def candidates(session: str) -> dict[str, dict[str, Any]]:
    """The candidates as the file has them."""
    held: dict[str, dict[str, Any]] = json.loads(Path(session).read_text())["session"]["candidates"]
    return held


def test_the_same_list_again_updates_adds_and_reports(run: Run, session: str) -> None:
    Path("l.csv").write_text(LIST)
    assert run("import", session, "l.csv", "--json").json["imported"] == 2
    day = script({"command": "check_identity", "candidate": "c2"})
    assert run("apply", session, given=day).code == 0
    Path("l.csv").write_text(HEADER + "SARR;Awa;14/03/2011;3B;1\nNEUF;Léo;01/01/2010;3A;3\n")
    would = run("import", session, "l.csv", "--json", "--dry-run").json
    assert (would["would_import"], would["would_update"]) == (1, 1)
    assert (would["imported"], would["updated"]) == (0, 0)
    done = run("import", session, "l.csv", "--json")
    answer = done.json
    assert done.code == 0
    assert (answer["imported"], answer["updated"], answer["unchanged"]) == (1, 1, 0)
    assert [(one["id"], one["last_name"]) for one in answer["missing"]] == [("c2", "DIOP")]
    assert answer["unmatched"] == []
    people = candidates(session)
    assert {key: one["last_name"] for key, one in people.items()} == {
        "c1": "SARR",
        "c2": "DIOP",
        "c3": "NEUF",
    }
    assert people["c1"]["class"] == "3B"
    log = run("log", session, "--json").json
    assert [one["type"] for one in log].count("import_candidates") == 2
    again = run("import", session, "l.csv")
    assert (again.code, "2 as before" in again.out) == (0, True)
    assert len(run("log", session, "--json").json) == len(log)


@pytest.mark.parametrize("paid", [True, False], ids=["billing", "sco"])
@pytest.mark.parametrize(
    ("form", "file"), [("pix-candidates-ods", "l.ods"), ("pix-sessions-csv", "l.csv")]
)
def test_what_goes_out_comes_back_into_a_fresh_session(
    run: Run, session: str, form: str, file: str, paid: bool
) -> None:
    person = {**PERSON, **(PAID if paid else {})}
    assert run("apply", session, given=script(person)).code == 0
    out = run("export", session, file, "--as", form)
    assert (out.code, out.err) == (0, "")
    assert run("new", "fresh.json", *NEW).code == 0
    back = run("import", "fresh.json", file, "--json")
    assert (back.code, back.json["format"], back.json["imported"]) == (0, form, 1)
    assert candidates("fresh.json") == candidates(session)


def test_an_export_says_what_pix_would_refuse_of_it(run: Run, session: str) -> None:
    bare = {"command": "add_candidate", "last_name": "SARR", "first_name": "Awa"}
    run("apply", session, given=script(bare))
    done = run("export", session, "l.ods")
    assert done.code == 0
    assert "Pix would refuse" in done.err
    assert "birth date" in done.err


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_what_a_spreadsheet_would_compute_does_not_come_in(
    run: Run, session: str, sign: str
) -> None:
    bare = {"command": "add_candidate", "last_name": "SARR", "first_name": "Awa"}
    acting = {**bare, "email": f"{sign}1@exemple.invalid"}
    done = run("apply", session, given=script(acting))
    assert (done.code, done.answers[0]["refusal"]) == (1, "text_invalid")
    described = {"command": "edit_session", "description": f"{sign}cmd"}
    done = run("apply", session, given=script(described))
    assert (done.code, done.answers[0]["refusal"]) == (1, "text_invalid")


def test_what_an_older_file_holds_is_not_written_out_to_be_computed() -> None:
    one = Candidate(id="c1", last_name="SARR", first_name="Zoé", email="=1@exemple.invalid")
    with pytest.raises(Dangerous) as refused:
        write_sessions(Day().state.session, [one], sco=True)
    assert "SARR Zoé" in str(refused.value.name)


def test_a_profile_collection_says_who_is_certifiable(run: Run, session: str) -> None:
    Path("l.csv").write_text(LIST)
    run("import", session, "l.csv")
    Path("p.csv").write_bytes(export(sent("SARR", "AWA", levels=4), sent("PARTI")))
    answer = run("import", session, "p.csv", "--json").json
    assert (answer["format"], answer["updated"]) == ("pix-profiles-csv", 1)
    assert [one["last_name"] for one in answer["missing"]] == ["DIOP"]
    assert [(one["row"], one["last_name"]) for one in answer["unmatched"]] == [(3, "PARTI")]
    held = candidates(session)["c1"]["certifiability"]
    assert held == {
        "certifiable": False,
        "competences": 4,
        "as_of": "2026-11-03",
        "nearest": ["2.2"],
    }
    assert run("import", session, "p.csv", "--json").json["unchanged"] == 1


def test_one_class_of_a_school_list(run: Run, session: str) -> None:
    Path("eleves.xml").write_bytes(siecle(pupil(1, "SARR"), pupil(2, "DIOP", "3B"), year="2026"))
    done = run("import", session, "eleves.xml", "--class", "3B", "--json")
    assert (done.code, done.json["format"], done.json["imported"]) == (0, "siecle-xml", 1)
    assert "CODE_SEXE" in done.json["dropped_columns"]
    assert candidates(session)["c1"]["last_name"] == "DIOP"


def test_warnings_and_errors_write_nothing(run: Run, session: str) -> None:
    before = Path(session).read_bytes()
    Path("eleves.xml").write_bytes(siecle(pupil(1, "SARR"), year="2019"))
    asked = run("import", session, "eleves.xml")
    assert (asked.code, "--accept-warnings" in asked.out) == (1, True)
    Path("eleves.xml").write_bytes(siecle(pupil(1, "SARR"), pupil(2, "=1")))
    assert run("import", session, "eleves.xml", "--accept-warnings").code == 1
    assert Path(session).read_bytes() == before


# --- new --from


def sessions_file(run: Run, *rooms: str) -> str:
    """Pix's CSV of these rooms, one candidate each."""
    lines: list[str] = []
    for number, room in enumerate(rooms):
        file = f"one{number}.json"
        place = ["--site", "Centre", "--room", room, "--date", "2030-01-07", "--time", "09:00"]
        run("new", file, *place, "--examiner", "Mme Sarr")
        run("apply", file, given=script({**PERSON, "last_name": f"LE GOFF {room}"}))
        assert run("export", file, f"one{number}.csv", "--as", "pix-sessions-csv").code == 0
        lines += Path(f"one{number}.csv").read_text("utf-8-sig").splitlines()[bool(number) :]
    Path("all.csv").write_text("\n".join(lines) + "\n", "utf-8-sig")
    return "all.csv"


def test_a_file_of_sessions_makes_a_session_file_of_each(run: Run) -> None:
    file = sessions_file(run, "B204", "B205")
    done = run("new", "--from", file, "-o", "made", "--json", "--by", "Mme Sarr")
    assert done.code == 0
    answer = done.json
    assert (answer["ok"], len(answer["sessions"])) == (True, 2)
    for one, room in zip(answer["sessions"], ("B204", "B205"), strict=True):
        assert (one["room"], one["candidates"]) == (room, 1)
        status = run("status", one["session"], "--json").json
        assert status["session"]["room"] == room
        assert status["candidates"][0]["last_name"] == f"LE GOFF {room}"
        assert Path(one["session"]).parent == Path("made")
        assert Path(one["session"]).stat().st_mode & 0o777 == 0o600
    again = run("new", "--from", file, "-o", "made")
    assert (again.code, "already exists" in again.err) == (1, True)


def test_a_file_with_an_error_makes_none(run: Run) -> None:
    file = sessions_file(run, "B204", "B205")
    Path(file).write_text(Path(file).read_text("utf-8-sig").replace("B205", "=B205"), "utf-8-sig")
    done = run("new", "--from", file, "-o", "made", "--json")
    assert (done.code, done.json["ok"], done.json["sessions"]) == (1, False, [])
    wrong = {one["code"] for one in done.json["problems"] if one["severity"] == "error"}
    assert wrong == {"formula"}
    assert not Path("made").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--from", "x.csv", "--site", "S"], "--site"),
        (["--from", "x.csv", "y.json"], "FILE"),
        (["y.json", "-o", "d", *NEW], "-o"),
    ],
)
def test_new_from_a_file_takes_no_details(run: Run, arguments: list[str], word: str) -> None:
    done = run("new", *arguments)
    assert (done.code, word in done.err) == (2, True)


def test_a_script_may_say_what_an_import_says(run: Run, session: str) -> None:
    Path("l.csv").write_text(LIST)
    run("import", session, "l.csv")
    said = {
        "command": "import_candidates",
        "updates": [{"candidate": "SARR", "seat": "12"}],
        "certifiability": [{"candidate": "2", "certifiable": True, "as_of": "2026-11-01"}],
    }
    assert run("apply", session, given=script(said)).answers[0]["ok"]
    people = candidates(session)
    assert people["c1"]["seat"] == "12"
    assert people["c2"]["certifiability"]["certifiable"]
    schema = run("apply", "--schema").json["commands"]["import_candidates"]
    assert "seat" in schema["updates"]["type"]["list_of"]
