"""``centre`` and ``summary`` for a script: what they say, what they write, what they refuse."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from pixtui.clock import NOW_VARIABLE
from pixtui.desk.new_rehearsal import new_rehearsal
from pixtui.domain.derive import STATES
from pixtui.rules.rulebook import rulebook
from pixtui.rules.scenarios import read_scenario, scenario_path
from pixtui.store.entry import head_of
from pixtui.store.reading import read
from pixtui.wording.catalogue import words
from pixtui.wording.heads import grouped_head
from tests.centre_scene import coming_in, make_room, nine, put_wrong_files, sample, say
from tests.cli.conftest import Run
from tests.faults.tracing import ROOT

TEN_FORTY = "2026-11-30T10:40:00+01:00"


@pytest.fixture
def day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The samples, each a room of one day."""
    monkeypatch.setenv(NOW_VARIABLE, TEN_FORTY)
    folder = tmp_path / "day"
    folder.mkdir()
    for name in ("fresh", "mid-exam", "to-finalise", "sealed", "hostile-names"):
        sample(folder, name)
    return folder


def test_json_adds_up_and_names_what_it_cannot_read(run: Run, day: Path) -> None:
    wrong = put_wrong_files(day, day / "fresh.json")
    done = run("centre", str(day), "--json")
    assert done.code == 0
    told = done.json
    assert told["format"] == "pixtui-centre"
    assert told["date"] == "2026-11-30"
    assert told["totals"]["total"] == 135
    for name in (*STATES, "total"):
        assert told["totals"][name] == sum(room["counters"][name] for room in told["rooms"])
    assert {one["file"] for one in told["unread"]} == wrong
    assert all(one["message"] for one in told["unread"])
    assert [room["needs"][0] for room in told["rooms"]] == [
        *("alert", "running", "end", "before", "finalised"),
    ]
    listed = {one["file"]: one for one in run("list", str(day), "--json").json}
    for room in told["rooms"]:
        assert listed[room["file"]].items() <= room.items(), "the same as in pixtui list"
    mid_exam = told["rooms"][0]
    status = run("status", str(day / "mid-exam.json"), "--json").json
    for key in ("counters", "phase", "mode", "head", "last"):
        assert mid_exam[key] == status[key]
    ends = [one["at"] for one in status["deadlines"] if one["code"] == "end"]
    assert mid_exam["next_end"] == {"at": ends[0], "candidates": ends.count(ends[0])}


def test_lines_for_a_person_and_another_day(run: Run, day: Path) -> None:
    make_room(day, "B9", 3, date=nine().date().replace(day=29)).close()
    done = run("centre", str(day), "--plain")
    lines = done.out.splitlines()
    assert lines[0] == "FICTIONAL · Monday 30 November 2026 · 1 session of another day"
    assert lines[1].startswith("First: B204, 1 E alert")
    assert lines[3].split()[:2] == ["5", "rooms"]
    other = run("centre", str(day), "--plain", "--date", "29/11/2026").out
    assert "B9" in other
    assert "1 room" in other
    empty = run("centre", str(day), "--json", "--date", "2026-11-28").json
    assert (empty["rooms"], empty["totals"]["total"]) == ([], 0)


def test_what_is_not_there_or_no_day_is_one_clear_line(run: Run, day: Path) -> None:
    missing = run("centre", "nowhere", "--json")
    assert (missing.code, missing.json["refusal"]) == (1, "no_folder")
    wrong = run("centre", str(day), "--json", "--date", "tomorrow")
    assert wrong.code == 2
    assert len(wrong.err.splitlines()) == 1
    assert "tomorrow" in wrong.err
    assert run("summary", str(day), "-o", "x.odt").code == 2
    none = run("summary", str(day), "--date", "2026-11-28", "-o", "x.pdf")
    assert (none.code, none.err.count("\n")) == (1, 1)
    lost = run("summary", str(day), "-o", "nowhere/x.csv")
    assert lost.code == 1
    assert "nowhere/x.csv" in lost.err
    assert not Path("x.pdf").exists()
    terminal = run("centre", str(day))
    assert terminal.code == 2
    assert "--plain" in terminal.err


def test_a_folder_that_may_not_be_looked_into_is_not_taken_for_empty(run: Run, day: Path) -> None:
    day.chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        done = run("centre", str(day), "--json")
    finally:
        if root:
            os.seteuid(0)
        day.chmod(0o700)
    assert (done.code, done.json["refusal"]) == (1, "unreadable")
    assert "EACCES" in done.err


def test_it_is_watched_until_it_is_left(tmp_path: Path) -> None:
    """A line for each change, none for nothing; Ctrl+C ends it without a word."""
    folder = tmp_path / "day"
    folder.mkdir()
    with (
        make_room(folder, "B1", 2) as desk,
        subprocess.Popen(
            [sys.executable, "-m", "pixtui", "--lang", "en", "centre", str(folder), "--watch"],
            cwd=ROOT,
            env={**os.environ, "PIXTUI_HOME": str(tmp_path), NOW_VARIABLE: TEN_FORTY},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None  # opened as pipes
        while not process.stdout.readline().startswith("B1 "):
            pass  # the table comes first
        say(desk, coming_in("c1")[0])
        line = process.stdout.readline()
        assert line.startswith("10:4")
        assert "B1" in line
        assert "entry 3" in line
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (out, err, process.returncode) == ("", "", 130)


def test_a_watch_that_nobody_reads_any_more_ends(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "pixtui", "centre", str(tmp_path), "--json", "--watch"],
        cwd=ROOT,
        env={**os.environ, "PIXTUI_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None  # opened as a pipe
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 0


@pytest.mark.parametrize("arguments", [["--watch"], ["--watch", "--json"]])
def test_a_watch_that_nobody_can_read_ends_at_once(tmp_path: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&-', "sh", sys.executable, "-m", "pixtui", "centre",
         str(tmp_path), *arguments],
        cwd=ROOT,
        env={**os.environ, "PIXTUI_HOME": str(tmp_path)},
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_summary_as_a_table(run: Run, day: Path) -> None:
    with make_room(day, "Z1", 2) as desk:
        say(desk, {"command": "edit_session", "room": "'=1+1"})
    put_wrong_files(day, day / "fresh.json")
    done = run("summary", str(day), "-o", "day.csv", "--json")
    assert done.code == 0
    assert done.json["files"][0]["path"] == "day.csv"
    text = Path("day.csv").read_text("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text), delimiter=";")
    assert len({len(row) for row in (header, *rows)}) == 1
    of_rooms = [row for row in rows if row[0]]
    assert len(of_rooms) == 6
    assert len(rows) - 6 == 9, "each file that is no room"
    at = header.index("expected")
    for row in of_rooms:
        assert int(row[header.index("candidates")]) == sum(map(int, row[at : at + len(STATES)]))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    sealed = next(row for row in of_rooms if row[header.index("head")])
    assert sealed[header.index("head")] == head_of(read(day / "sealed.json").entries)
    assert done.err.count("\n") == 9


def test_the_summary_on_paper_names_nobody(run: Run, day: Path) -> None:
    put_wrong_files(day, day / "fresh.json")
    done = run("summary", str(day), "-o", "day.pdf")
    assert done.code == 0
    assert run("summary", str(day), "-o", "again.pdf").code == 0
    assert Path("day.pdf").read_bytes() == Path("again.pdf").read_bytes()
    text = "\n".join(page.extract_text() for page in PdfReader("day.pdf").pages)
    for told in (
        "Summary of the day",
        "FICTIONAL: of no value",
        "135 candidates",
        "C8 × 1, E4 × 1",
    ):
        assert told in text
    assert "candidate × 1" in text
    assert "end-of-test page not seen × 1" in text
    head = head_of(read(day / "sealed.json").entries)
    assert grouped_head(head, 32).split()[0] in text
    assert "forged.json" in text
    names = {
        name
        for path in day.glob("*.json")
        if path.is_file() and path.name not in ("half.json", "empty.json", "not-json.json")
        for one in _people(path)
        for name in (one["last_name"], one["first_name"])
        if len(name) > 3
    }
    assert len(names) > 50
    assert not {name for name in names if name in text}
    assert "%" not in text


def _people(path: Path) -> list[dict[str, str]]:
    candidates = json.loads(path.read_text()).get("session", {}).get("candidates", {})
    return list(candidates.values() if isinstance(candidates, dict) else candidates)


def test_fictional_rooms_are_marked_and_not_counted_on_paper(run: Run, day: Path) -> None:
    make_room(day, "Z1", 2, fictional=False, date=nine().date()).close()
    assert run("summary", str(day), "--date", "2026-11-30", "-o", "day.pdf").code == 0
    text = "\n".join(page.extract_text() for page in PdfReader("day.pdf").pages)
    assert "FICTIONAL: of no value" not in text
    assert "Fictional sessions are not counted." in text
    assert text.count("FICTIONAL") == 5
    assert "2 candidates" in text
    assert "· 1 room" in text, "what is not counted is not among the rooms of the head"


def test_a_folder_of_rehearsals_says_so(run: Run, tmp_path: Path) -> None:
    scenario = read_scenario(scenario_path("fraud"), rulebook())
    made = new_rehearsal(scenario, "Mme Sarr", words("fr"))
    assert isinstance(made, Path)
    assert run("centre", str(made.parent), "--plain").out.startswith("REHEARSAL · ")
    assert run("summary", str(made.parent), "-o", str(tmp_path / "day.pdf")).code == 0
    text = "\n".join(page.extract_text() for page in PdfReader(tmp_path / "day.pdf").pages)
    assert "REHEARSAL: of no value" in text


@pytest.mark.parametrize("rooms", range(8, 16))
def test_a_signature_never_stands_without_what_it_signs_for(
    run: Run, tmp_path: Path, rooms: int
) -> None:
    folder = tmp_path / "rooms"
    folder.mkdir()
    for number in range(rooms):
        make_room(folder, f"B{number}", 1).close()
    assert run("summary", str(folder), "--date", "2026-11-30", "-o", "day.pdf").code == 0
    pages = [page.extract_text() for page in PdfReader("day.pdf").pages]
    (signed,) = [page for page in pages if "head of centre: name" in page]
    assert f"{rooms} candidates" in signed or "In all" in signed
