"""The command line keeps its contracts: data on stdout, words on stderr, honest exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pixtui.cli.main import COMMANDS
from pixtui.store.reading import read
from pixtui.store.verify import verify
from tests.cli.conftest import NEW, Run, script

ADD = {"command": "add_candidate", "last_name": "LE GOFF", "first_name": "Maëlys", "seat": "07"}
TWO = {"command": "add_candidate", "last_name": "N'DIAYE", "first_name": "Ismaël", "seat": "12"}
ROOT = Path(__file__).resolve().parents[2]
CSV = "Nom;Prénom;Date de naissance;Classe;Courriel\nABADIE;Zoé;01/04/2010;3A;z@x\n"


# --- new, list, help


def test_new_says_what_comes_next(run: Run) -> None:
    done = run("new", "b204.json", *NEW)
    assert (done.code, done.err) == (0, "")
    assert "pixtui import" in done.out
    assert Path("b204.json").stat().st_mode & 0o777 == 0o600


def test_new_keeps_an_existing_file(run: Run, session: str) -> None:
    before = Path(session).read_bytes()
    done = run("new", session, *NEW)
    assert (done.code, done.out) == (1, "")
    assert "already exists" in done.err
    assert Path(session).read_bytes() == before


@pytest.mark.parametrize("missing", ["--site", "--room", "--date", "--time", "--examiner"])
def test_new_without_a_needed_option_is_wrong_usage(run: Run, missing: str) -> None:
    place = NEW.index(missing)
    done = run("new", "x.json", *NEW[:place], *NEW[place + 2 :])
    assert done.code == 2
    assert missing in done.err
    assert not Path("x.json").exists()


@pytest.mark.parametrize(
    ("option", "value", "word"),
    [
        ("--date", "31/02/2026", "date"),
        ("--time", "25h", "time"),
        ("--number", "12a", "digits"),
        ("--number", "0", "digits"),
        ("--zone", "Mars/Olympus", "Europe/Paris"),
        ("--duration", "0", "minutes"),
        ("--product", "nothing", "duration"),
        ("--room", "B\x1b[2J", "control"),
        ("--by", "\u202eMme", "control"),
    ],
)
def test_new_refuses_what_cannot_be_in_one_line(
    run: Run, option: str, value: str, word: str
) -> None:
    done = run("new", "x.json", *NEW, option, value)
    assert (done.code, done.out) == (1, "")
    assert word in done.err
    assert len(done.err.splitlines()) == 1
    assert not Path("x.json").exists()


def test_list_names_what_it_cannot_read(run: Run, session: str) -> None:
    Path("broken.json").write_text("{")
    rows = {row["file"]: row for row in run("list", ".", "--json").json}
    assert rows[session]["phase"] == "before"
    assert rows["broken.json"]["error"] == "not_json"
    Path("two\nlines.json").write_text("{}")
    told = run("list", ".").out
    assert "broken.json" in told
    assert "two␊lines.json" in told
    assert len(told.splitlines()) == len(rows) + 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_that_teaches(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"pixtui {command}" in done.out
    assert len(done.out.splitlines()) > 4


def test_an_unknown_word_is_taken_for_a_session(run: Run) -> None:
    done = run("couloir")
    assert done.code == 1
    assert "couloir" in done.err


def test_wrong_usage_is_one_line_and_says_where_the_help_is(run: Run) -> None:
    done = run("verify")
    assert done.code == 2
    assert "--help" in done.err


# --- apply


def test_apply_answers_each_line_and_a_refusal_stops_nothing(run: Run, session: str) -> None:
    lines = script(ADD) + "not json\n\n" + script({"command": "start", "candidate": "7"}, TWO)
    done = run("apply", session, "--by", "M. B", given=lines)
    assert done.code == 1
    assert [one["ok"] for one in done.answers] == [True, False, False, True]
    assert done.answers[0] == {"ok": True, "seq": 2, "id": "c1", "warnings": []}
    assert done.answers[1]["refusal"] == "malformed"
    assert done.answers[2]["refusal"] == "presence_expired"
    assert done.answers[3]["id"] == "c2"
    assert verify(Path(session)).ok


def test_a_candidate_is_an_id_else_a_seat_else_a_name(run: Run, session: str) -> None:
    asked = [
        {"command": "check_identity", "candidate": who}
        for who in ("c1", "7", "07", "le goff", "Maëlys Le Goff", "LE GOFF MAELYS")
    ]
    done = run("apply", session, given=script(ADD, TWO, *asked))
    assert done.code == 0
    status = run("status", session, "--json").json
    assert [one["state"] for one in status["candidates"]] == ["checked_in", "expected"]


def test_candidates_are_all_or_none(run: Run, session: str) -> None:
    both = {"command": "check_identity", "candidates": ["c1", "c9"]}
    done = run("apply", session, given=script(ADD, both))
    assert done.answers[1]["refusal"] == "unknown_candidate"
    assert run("status", session, "--json").json["counters"]["expected"] == 1


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        ({"command": "sign", "candidate": "c1", "at": "2999-01-01T00:00:00+01:00"}, "in_future"),
        ({"command": "sign", "candidate": "c1", "at": "2026-01-01T00:00:00"}, "malformed"),
        ({"command": "check_identity", "candidate": "c1", "more": 1}, "malformed"),
        ({"command": "check_identity"}, "malformed"),
        ({"command": "fly"}, "malformed"),
        ({"command": "create_session"}, "malformed"),
        ({"command": "undo", "seq": 99}, "unknown_entry"),
        ({"command": "start", "candidate": "nobody"}, "unknown_candidate"),
        ([], "malformed"),
        (3, "malformed"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_code(
    run: Run, session: str, command: object, refusal: str
) -> None:
    done = run("apply", session, given=script(ADD) + json.dumps(command) + "\n")
    assert done.code == 1
    assert done.answers[1]["refusal"] == refusal
    assert done.answers[1]["message"]


def test_a_name_that_fits_two_is_not_chosen_for_anyone(run: Run, session: str) -> None:
    other = {**ADD, "first_name": "Yann", "seat": "8"}
    done = run(
        "apply", session, given=script(ADD, other, {"command": "sign", "candidate": "le goff"})
    )
    assert done.answers[2]["refusal"] == "ambiguous_candidate"
    assert "LE GOFF Yann" in done.answers[2]["message"]


def test_a_correction_names_only_what_it_changes(run: Run, session: str) -> None:
    times = [f"2026-01-05T09:{minute:02d}:00+01:00" for minute in (0, 5, 10, 7)]
    lines = script(
        ADD,
        {"command": "confirm_presence", "candidate": "c1", "at": times[0]},
        {"command": "start", "candidate": "c1", "at": times[1]},
        {"command": "interrupt", "candidate": "c1", "cause": "network", "at": times[2]},
        {"command": "correct", "seq": 5, "at": times[3]},
        {"command": "correct", "seq": 5, "cause": "machine"},
        {"command": "correct", "seq": 5, "fields": {"given_back": False}},
    )
    done = run("apply", session, given=lines)
    assert done.code == 0, done.out
    (held,) = run("status", session, "--json").json["interruptions"]
    assert held == {
        "id": "x1",
        "candidates": ["c1"],
        "cause": "machine",
        "from": times[3],
        "to": None,
        "given_back": False,
    }


def test_the_schema_holds_every_command_and_vocabulary(run: Run) -> None:
    schema = run("apply", "--schema").json
    assert "start" in schema["commands"]
    assert schema["commands"]["set_step"]["state"]["type"] == [
        "done", "todo", "deferred", "not_applicable",
    ]  # fmt: skip
    wanted = {
        "refusals",
        "blockers",
        "holes",
        "warnings",
        "flags",
        "deadlines",
        "situations",
        "items",
    }
    assert wanted <= set(schema["vocabularies"])
    assert "presence_expired" in schema["vocabularies"]["refusals"]


def test_each_answer_is_out_before_the_next_line_is_in(run: Run, session: str) -> None:
    command = [sys.executable, "-m", "pixtui", "apply", session, "--by", "M. B"]
    root = Path(__file__).resolve().parent.parent.parent
    environment = {"PYTHONPATH": str(root), "PATH": "/usr/bin:/bin", "HOME": str(Path.cwd())}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number, one in enumerate((ADD, TWO), 2):
            process.stdin.write(json.dumps(one) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["seq"] == number
            assert len(read(Path(session)).entries) == number
        process.stdin.close()
        assert process.wait(20) == 0


# --- status, log, verify


def test_status_has_every_key_of_the_contract(run: Run, session: str) -> None:
    run("apply", session, given=script(ADD, {"command": "set_codes", "access_code": "BCDF23"}))
    done = run("status", session, "--json")
    status = done.json
    assert set(status) == {
        "format", "session", "phase", "mode", "counters", "steps", "next", "candidates",
        "interruptions", "incidents", "blockers", "holes", "warnings", "deadlines", "head", "last",
    }  # fmt: skip
    assert status["format"] == "pixtui-session"
    assert status["next"] == "convocations"
    assert "BCDF23" not in done.out
    (one,) = status["candidates"]
    assert {"id", "last_name", "first_name", "seat", "state", "start", "real_end",
            "end_explained", "flags"} <= set(one)  # fmt: skip
    assert {"id", "phase", "state", "optional", "items"} <= set(status["steps"][0])
    assert {"code", "candidate", "message"} <= set(status["blockers"][0])
    assert status["head"] == status["last"] == verify(Path(session)).last


def test_times_are_said_in_the_zone_of_the_session(run: Run) -> None:
    run("new", "fdf.json", *NEW, "--zone", "America/Martinique", "--mode", "without-es")
    at = "2026-01-05T14:05:00+01:00"
    run("apply", "fdf.json", given=script(ADD, {"command": "start", "candidate": "c1", "at": at}))
    (one,) = run("status", "fdf.json", "--json").json["candidates"]
    assert one["start"] == "2026-01-05T09:05:00-04:00"
    assert one["real_end"] == "2026-01-05T10:50:00-04:00"
    assert one["end_explained"] == "09:05 + 105 min = 10:50"


def test_the_log_is_every_entry_with_the_codes_masked(run: Run, session: str) -> None:
    codes = {"command": "set_codes", "access_code": "BCDF23", "invigilator_password": "b3kVx7"}
    run("apply", session, given=script(ADD, codes))
    done = run("log", session, "--json")
    assert [entry["type"] for entry in done.json] == [
        "create_session",
        "add_candidate",
        "set_codes",
    ]
    assert "BCDF23" not in done.out
    assert "b3kVx7" not in done.out
    assert "LE GOFF" in run("log", session).out


def test_verify_finds_what_was_changed_and_where(run: Run, session: str) -> None:
    run("apply", session, given=script(ADD))
    assert run("verify", session).code == 0
    Path(session).write_text(Path(session).read_text().replace("LE GOFF", "LE GUFF"))
    done = run("verify", session, "--json")
    assert done.code == 1
    assert [(one["code"], one["place"]) for one in done.json["problems"]] == [
        ("wrong_digest", "history entry 2")
    ]


def test_a_snapshot_that_was_edited_alone_is_found(run: Run, session: str) -> None:
    text = Path(session).read_text()
    Path(session).write_text(text.replace('"room": "B204"', '"room": "B205"', 1))
    assert [one["code"] for one in run("verify", session, "--json").json["problems"]] == [
        "session_differs"
    ]


def test_the_head_on_the_paper_is_compared(run: Run, session: str) -> None:
    head = verify(Path(session)).head or ""
    grouped = " ".join(head[place : place + 4] for place in range(0, 20, 4))
    assert run("verify", session, "--expect", grouped).code == 0
    assert run("verify", session, "--expect", head.upper()).code == 0
    assert run("verify", session, "--expect", "0" * 20).code == 1
    assert run("verify", session, "--expect", head[:19]).code == 2


@pytest.mark.parametrize("command", ["status", "log", "verify", "apply"])
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.json", b""),
        ("binary.json", bytes(range(256))),
        ("other.json", b'{"format": "else"}'),
        ("list.json", b"[1]"),
        ("newer.json", b'{"format": "pixtui-session", "version": 9}'),
        ("deep.json", b"[" * 90_000),
    ],
)
def test_a_file_that_is_no_session_is_refused_in_one_line(
    run: Run, command: str, name: str, data: bytes
) -> None:
    Path(name).write_bytes(data)
    done = run(command, name)
    assert done.code == 1
    assert len((done.err or done.out).splitlines()) == 1
    assert Path(name).read_bytes() == data
    assert [path.name for path in Path.cwd().iterdir() if path.is_file()] == [name]


@pytest.mark.parametrize("command", ["status", "log", "verify", "apply"])
def test_a_folder_or_nothing_is_refused_in_one_line(run: Run, command: str, tmp_path: Path) -> None:
    for where in (str(tmp_path), "/dev/null", "none.json"):
        done = run(command, where)
        assert done.code == 1
        assert len((done.err or done.out).splitlines()) == 1


# --- import


def test_import_answers_for_every_row(run: Run, session: str) -> None:
    Path("list.csv").write_text(CSV + "BENALI;;31/02/2010;3B;\n;Noé;x;;\n")
    done = run("import", session, "list.csv", "--json")
    assert done.code == 1
    answer = done.json
    assert (answer["format"], answer["rows"], answer["imported"]) == ("plain-csv", 3, 0)
    assert {(one["row"], one["code"]) for one in answer["problems"]} >= {
        (3, "CANDIDATE_FIRST_NAME_REQUIRED"),
        (3, "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"),
        (4, "CANDIDATE_LAST_NAME_REQUIRED"),
        (4, "CANDIDATE_BIRTHDATE_FORMAT_NOT_VALID"),
    }
    assert all(
        {"row", "column", "code", "severity", "message"} == set(one) for one in answer["problems"]
    )
    assert answer["dropped_columns"] == ["Courriel"]
    assert run("status", session, "--json").json["counters"]["total"] == 0


def test_a_dry_run_says_what_would_be_done_and_does_nothing(run: Run, session: str) -> None:
    Path("list.csv").write_text(CSV)
    answer = run("import", session, "list.csv", "--dry-run", "--json").json
    assert (answer["imported"], answer["would_import"]) == (0, 1)
    assert run("status", session, "--json").json["counters"]["total"] == 0
    assert run("import", session, "list.csv", "--json").json["imported"] == 1
    again = run("import", session, "list.csv", "--json")
    assert again.code == 0
    assert (again.json["imported"], again.json["updated"], again.json["unchanged"]) == (0, 0, 1)
    assert len(run("log", session, "--json").json) == 2, "nothing new, no entry"


def test_warnings_need_a_yes(run: Run, session: str) -> None:
    Path("list.csv").write_text(CSV + "ABADIE;Zoé;02/05/2010;3B;\n")
    refused = run("import", session, "list.csv")
    assert refused.code == 1
    assert "--accept-warnings" in refused.out
    assert run("import", session, "list.csv", "--accept-warnings").code == 0
    assert run("status", session, "--json").json["counters"]["total"] == 2


def test_the_log_tells_an_import_as_one_entry(run: Run, session: str) -> None:
    Path("list.csv").write_text(CSV)
    run("import", session, "list.csv", "--by", "M. Blanchard")
    entry = run("log", session, "--json").json[1]
    assert (entry["type"], entry["body"]["by"]) == ("import_candidates", "M. Blanchard")


# --- what a shell may do to a program


@pytest.mark.parametrize(
    ("shell", "code", "said"),
    [
        ("status b204.json > /dev/full", 1, "ENOSPC"),
        ("apply b204.json <&-", 2, "standard input"),
        ("status b204.json >&-", 0, ""),
        ("purge b204.json <&-", 2, "--yes"),
    ],
)
def test_streams_that_are_closed_or_full_are_said_in_words(
    run: Run, session: str, shell: str, code: int, said: str
) -> None:
    assert run("status", session).code == 0
    command = f"{sys.executable} -m pixtui --lang en {shell}"
    done = subprocess.run(
        ["sh", "-c", command],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == code
    assert said in done.stderr
    assert "reference" not in done.stderr
    assert "Traceback" not in done.stderr
