"""``pixtui docs``: whole private files or none, where they are said to be, refusals in one line."""

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from pixtui.clock import NOW_VARIABLE
from pixtui.resources import sample_sessions
from tests.cli.conftest import Done, Run, script

PIXTUI = [sys.executable, "-m", "pixtui", "--lang", "en"]
PEOPLE = script(
    {"command": "add_candidate", "last_name": "Nguyen", "first_name": "Bảo", "seat": "1"},
    {"command": "add_candidate", "last_name": "a/b", "first_name": "Ève", "seat": "2"},
)


@pytest.fixture
def mid_exam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The sample of a session in the middle of its day, at that time."""
    monkeypatch.setenv(NOW_VARIABLE, "2026-11-30T10:02:00+01:00")
    shutil.copy(sample_sessions() / "mid-exam.json", tmp_path / "mid-exam.json")
    return "mid-exam.json"


def whole(folder: Path) -> list[str]:
    """The papers of a folder, each one a finished file of its owner alone."""
    found = sorted(folder.iterdir()) if folder.exists() else []
    for one in found:
        assert one.read_bytes().startswith(b"%PDF-")
        assert one.read_bytes().rstrip().endswith(b"%%EOF")
        assert stat.S_IMODE(one.stat().st_mode) == 0o600
    return [one.name for one in found]


def one_line(done: Done) -> str:
    """A refusal: exit code 1, one line of words, nothing else."""
    assert done.code == 1
    assert done.err.count("\n") == 1, done.err
    return done.err


def test_what_the_moment_calls_for_goes_beside_the_session(
    run: Run, mid_exam: str, tmp_path: Path
) -> None:
    done = run("docs", mid_exam)
    folder = tmp_path / "mid-exam-papers"
    assert done.code == 0
    assert whole(folder) == [
        "attendance-sheet.pdf",
        "fallback.pdf",
        "incident-report.pdf",
        "roll-call.pdf",
    ]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert done.out.splitlines()[1] == "Written: mid-exam-papers/roll-call.pdf (1 page)."


def test_the_answer_for_a_machine(run: Run, mid_exam: str, tmp_path: Path) -> None:
    done = run("docs", mid_exam, "door-list", "convocations", "-o", "out", "--json")
    assert done.json == {
        "folder": "out",
        "files": [
            {"name": "door-list", "path": "out/door-list.pdf", "pages": 1},
            {"name": "convocations", "path": "out/convocations.pdf", "pages": 30},
        ],
    }
    assert whole(tmp_path / "out") == ["convocations.pdf", "door-list.pdf"]


def test_files_have_our_own_names(run: Run, session: str, tmp_path: Path) -> None:
    run("apply", session, given=PEOPLE)
    assert run("docs", session, "convocations", "--split", "-o", "out").code == 0
    assert whole(tmp_path / "out") == ["convocation-c1.pdf", "convocation-c2.pdf"]


def test_the_same_bytes_again(run: Run, mid_exam: str, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        run("docs", mid_exam, "-o", folder)
    for name in whole(tmp_path / "one"):
        same = (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
        assert same or name == "fallback.pdf"  # it says at what minute it was made


def test_the_list_marks_what_the_moment_calls_for(run: Run, mid_exam: str) -> None:
    lines = run("docs", mid_exam, "--list").out.splitlines()
    assert len(lines) == 17
    called = [line.split()[1] for line in lines if line.startswith("*")]
    assert called == [
        "attendance-sheet", "incident-report", "fraud-statement", "roll-call", "fallback",
    ]  # fmt: skip


def test_progress_is_told_on_stderr(run: Run, mid_exam: str) -> None:
    done = run("docs", mid_exam, "convocations", "-o", "out", "--progress")
    assert done.err.splitlines() == [f"convocations {n}" for n in range(1, 31)]


# --- refusals


def test_an_unknown_paper_is_refused_with_those_there_are(run: Run, mid_exam: str) -> None:
    done = run("docs", mid_exam, "door-list", "poster", "-o", "out")
    assert "poster" in one_line(done)
    assert "seating-plan" in done.err
    assert not Path("out").exists()


def test_a_name_that_cannot_be_printed_is_said_with_the_candidate(run: Run, session: str) -> None:
    strange = {"command": "add_candidate", "last_name": "Li", "first_name": "明"}
    run("apply", session, given=PEOPLE + script(strange))
    done = run("docs", session, "door-list", "instructions", "-o", "out")
    who, left = done.err.splitlines()
    assert who.startswith("Li 明 (c3): the character 明 (U+660E) cannot be printed.")
    assert left == "Not made: door-list."
    assert done.code == 1
    assert [path.name for path in Path("out").iterdir()] == ["instructions.pdf"]


def test_a_purged_session_is_refused(run: Run, session: str) -> None:
    run("apply", session, given=PEOPLE + script({"command": "purge", "reason": "x"}))
    assert "purged" in one_line(run("docs", session, "-o", "out"))
    assert not Path("out").exists()


def test_no_session_is_no_papers(run: Run, tmp_path: Path) -> None:
    assert "absent.json" in one_line(run("docs", "absent.json", "-o", "out"))


def test_a_damaged_session_prints_its_last_good_state_and_says_so(run: Run, mid_exam: str) -> None:
    path = Path(mid_exam)
    data = path.read_bytes()
    at = data.index(b'"by": "', len(data) * 3 // 4) + len(b'"by": "')
    path.write_bytes(data[:at] + b"#" + data[at + 1 :])
    done = run("docs", mid_exam, "door-list", "-o", "out")
    assert done.code == 0
    assert "damaged" in done.err
    assert whole(Path("out")) == ["door-list.pdf"]
    assert path.read_bytes() == data[:at] + b"#" + data[at + 1 :]


@pytest.mark.parametrize("place", ["file", "file/sub", "/proc/papers", "dangling", "x" * 300])
def test_where_no_folder_can_be_one_line_says_so(run: Run, mid_exam: str, place: str) -> None:
    Path("file").write_text("mine")
    Path("dangling").symlink_to("nowhere/at/all")
    assert place in one_line(run("docs", mid_exam, "door-list", "-o", place))
    assert Path("file").read_text() == "mine"


def test_a_link_to_a_folder_is_that_folder_and_a_link_for_a_paper_is_replaced(
    run: Run, mid_exam: str, tmp_path: Path
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "real" / "door-list.pdf").symlink_to(tmp_path / "precious")
    assert run("docs", mid_exam, "door-list", "-o", "link").code == 0
    assert whole(tmp_path / "real") == ["door-list.pdf"]
    assert not (tmp_path / "real" / "door-list.pdf").is_symlink()
    assert (tmp_path / "precious").read_text() == "mine"


# --- the disk, the end of the process


def test_a_full_disk_leaves_what_was_there(run: Run, mid_exam: str, tmp_path: Path) -> None:
    run("docs", mid_exam, "convocations", "-o", "out")
    before = (tmp_path / "out" / "convocations.pdf").read_bytes()
    limit = ["sh", "-c", 'ulimit -f 60; exec "$@"', "sh"]  # of 512 bytes: a door list, no more
    arguments = ["docs", mid_exam, "door-list", "convocations", "-o", "out"]
    done = subprocess.run(
        [*limit, *PIXTUI, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("out/convocations.pdf could not be written (EFBIG).")
    assert whole(tmp_path / "out") == ["convocations.pdf", "door-list.pdf"]
    assert (tmp_path / "out" / "convocations.pdf").read_bytes() == before


@pytest.mark.parametrize("page", [1, 17, 30])
def test_a_kill_leaves_whole_papers_only(mid_exam: str, tmp_path: Path, page: int) -> None:
    arguments = ["docs", mid_exam, "door-list", "convocations", "-o", "out", "--progress"]
    with subprocess.Popen(
        [*PIXTUI, *arguments], stderr=subprocess.PIPE, text=True, cwd=tmp_path
    ) as running:
        assert running.stderr is not None
        for line in running.stderr:
            if line == f"convocations {page}\n":
                running.kill()
                break
    papers = [one for one in sorted((tmp_path / "out").iterdir()) if one.suffix == ".pdf"]
    assert papers[-1].name == "door-list.pdf"
    for one in papers:
        assert one.read_bytes().rstrip().endswith(b"%%EOF")


# --- the printer


def printer(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A print command of that behaviour, the only one there is."""
    folder.mkdir()
    path = folder / "lp"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")


def test_the_papers_go_to_the_printer(
    run: Run, mid_exam: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    printer(tmp_path / "bin", monkeypatch, f'printf "%s\\n" "$@" > {told}')
    done = run("docs", mid_exam, "door-list", "-o", "out", "--print")
    assert done.code == 0
    assert done.err == "1 file sent to the printer.\n"
    assert told.read_text() == "--\nout/door-list.pdf\n"


def test_a_printer_that_refuses_is_quoted(
    run: Run, mid_exam: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer(
        tmp_path / "bin", monkeypatch, 'printf "lp: \\033[31mno default destination\\n" >&2; exit 1'
    )
    said = one_line(run("docs", mid_exam, "door-list", "-o", "out", "--print"))
    assert "no default destination" in said
    assert whole(tmp_path / "out") == ["door-list.pdf"]


def test_without_a_print_command_a_word_says_so(
    run: Run, mid_exam: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "No print command (lp)" in one_line(run("docs", mid_exam, "-o", "out", "--print"))
    assert len(whole(tmp_path / "out")) == 4


def test_a_code_is_in_no_file(run: Run, mid_exam: str, tmp_path: Path) -> None:
    run("docs", mid_exam, "-o", "out")
    codes = [
        one
        for one in json.loads(Path(mid_exam).read_text())["history"]
        if one["type"] == "set_codes"
    ]
    (secret,) = {one["body"]["access_code"] for one in codes}
    assert all(secret.encode() not in one.read_bytes() for one in (tmp_path / "out").iterdir())
