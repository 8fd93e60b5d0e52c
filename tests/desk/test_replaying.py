"""Looking back: the day's own clock, any speed, no lock, nothing written."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pixtui.desk.desk import Desk, Done
from pixtui.desk.replaying import EACH, SPEEDS, Replay
from pixtui.domain import commands as c
from pixtui.domain.outcome import Refusal
from pixtui.present.replay import moment_typed, replay_lines, then_lines
from pixtui.resources import sample_sessions
from pixtui.rules.rulebook import rulebook
from pixtui.store import upcast as upcasting
from pixtui.store.errors import StoreError
from pixtui.store.reading import read
from pixtui.wording.catalogue import words
from tests.samples.living import DayClock

PARIS = dt.timezone(dt.timedelta(hours=1))


class Passing:
    """Seconds that pass when someone lets them."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        """How many passed."""
        return self.seconds


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sealed session of one's own."""
    return Path(shutil.copy(sample_sessions() / "sealed.json", tmp_path / "sealed.json"))


def replay(path: Path, steady: Passing | None = None) -> Replay:
    """The replay of a session that has one."""
    made = Replay.read(path, steady or Passing())
    assert isinstance(made, Replay)
    return made


def at(hour: str) -> dt.datetime:
    """That time of the day of the samples."""
    return dt.datetime.fromisoformat(f"2026-11-30T{hour}+01:00")


# --- the clock of the day


def test_at_an_entry_it_is_the_time_at_which_it_was_written(path: Path) -> None:
    looking = replay(path)
    for place in (1, 57, 186, 2):
        looking.go(place)
        assert looking.now() == looking.event.recorded
        assert len(looking.state.history) == place


def test_between_two_entries_the_day_goes_on_at_its_speed(path: Path) -> None:
    steady = Passing()
    looking = replay(path, steady)
    looking.go_to(at("10:38:00"))
    looking.play(on=True)
    for _ in range(4):
        steady.seconds += 1.5
        looking.play_on()
    assert looking.now() == at("10:44:00")
    passed = [one.seq for one in looking.past.events if one.recorded <= at("10:44:00")]
    assert looking.place == passed[-1]
    assert looking.playing


def test_entry_by_entry_each_is_shown_for_a_second_whatever_passed(path: Path) -> None:
    steady = Passing()
    looking = replay(path, steady)
    while looking.speed != EACH:
        looking.next_speed()
    looking.play(on=True)
    steady.seconds += 0.6
    looking.play_on()
    assert looking.place == 1
    steady.seconds += 0.6
    looking.play_on()
    assert looking.place == 2
    assert looking.now() == looking.event.recorded
    steady.seconds += 10_000
    looking.play_on()
    assert (looking.place, looking.playing) == (186, False)


def test_at_the_last_entry_the_day_is_over(path: Path) -> None:
    steady = Passing()
    looking = replay(path, steady)
    looking.go(186)
    looking.play(on=True)
    assert not looking.playing
    steady.seconds += 60
    looking.play_on()
    assert looking.now() == looking.event.recorded


def test_the_speeds_come_round() -> None:
    assert len(set(SPEEDS)) == len(SPEEDS)
    assert EACH in SPEEDS


def test_a_clock_that_was_set_back_that_day_is_set_back_again(tmp_path: Path) -> None:
    source = Path(shutil.copy(sample_sessions() / "fresh.json", tmp_path / "fresh.json"))
    clock = DayClock("2026-11-30T09:00:00+01:00")
    with Desk.open(source, "Mme Sarr", clock) as desk:
        for hour in ("09:00:00", "08:00:00", "08:01:00"):
            clock.at = at(hour)
            answer = desk.submit(c.SetStep(step="papers", state="deferred", reason=hour))
            assert isinstance(answer, Done)
    steady = Passing()
    looking = replay(source, steady)
    looking.go(looking.count - 2)
    looking.play(on=True)
    steady.seconds += 0.1
    looking.play_on()
    assert looking.place == looking.count - 1
    assert looking.now() == at("08:00:00")


# --- where one goes


def test_what_is_typed_is_an_entry_or_a_time(path: Path) -> None:
    looking = replay(path)
    assert moment_typed(looking, " 57 ") == 57
    assert moment_typed(looking, "10:42") == at("10:42:00")
    assert moment_typed(looking, "10h42") == at("10:42:00")
    assert moment_typed(looking, "10:42:30") == at("10:42:30")
    assert moment_typed(looking, "23/11 09:02") == at("09:02:00").replace(day=23)
    assert moment_typed(looking, "23/11/2026 09:02") == at("09:02:00").replace(day=23)
    for wrong in ("0", "187", "25:00", "31/02 10:00", "lundi", "", "10:42:61", "-3", "³"):
        assert moment_typed(looking, wrong) is None, wrong


def test_before_the_first_entry_there_is_the_first(path: Path) -> None:
    looking = replay(path)
    looking.go_to(at("09:00:00").replace(year=2020))
    assert (looking.place, looking.now()) == (1, looking.event.recorded)


def test_long_after_the_last_entry_there_is_the_last_a_day_later(path: Path) -> None:
    looking = replay(path)
    far = moment_typed(looking, "31/12/9999 23:59")
    assert isinstance(far, dt.datetime)
    looking.go_to(far)
    assert (looking.place, looking.now()) == (
        looking.count, looking.event.recorded + dt.timedelta(days=1),
    )  # fmt: skip
    assert then_lines(looking, words("fr"), rulebook())


def test_who_was_at_the_keyboard_is_there_also_where_the_seal_erased_it(path: Path) -> None:
    looking = replay(path)
    erased = next(one.seq for one in looking.past.events if one.act is None)
    looking.go(erased)
    assert looking.by == "Mme Sarr"


# --- nothing is declared, written or locked


def test_every_way_to_declare_is_refused(path: Path) -> None:
    looking = replay(path)
    act = c.Annex(note="x")
    assert looking.submit(act) == looking.judge(act) == Refusal("replay")
    value = {"command": "annex", "note": "x"}
    assert looking.submit_json(value) == looking.judge_json(value) == Refusal("replay")
    assert looking.submit_all([value]) == (0, Refusal("replay"))
    assert looking.store.read_only
    assert len(read(path).entries) == 186


def test_one_may_work_on_it_meanwhile(path: Path) -> None:
    looking = replay(path)
    with Desk.open(path, "M. Blanchard") as desk:
        assert not desk.others
        assert isinstance(desk.submit(c.Annex(note="retrouvé une feuille")), Done)
    assert looking.count == 186


WRITES = "openat,open,creat,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,flock,fcntl"


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace here")
@pytest.mark.parametrize("more", [["--plain"], ["--json"], ["--plain", "--at", "10:42"]])
def test_it_asks_the_system_for_no_write_and_no_lock(
    path: Path, tmp_path: Path, more: list[str]
) -> None:
    trace = tmp_path / "trace"
    command = [sys.executable, "-m", "pixtui", "replay", str(path), *more]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PIXTUI_HOME": str(tmp_path)}
    subprocess.run(
        ["strace", "-f", "-o", str(trace), "-e", f"trace={WRITES}", *command],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
        timeout=120,
    )
    lines = trace.read_text(errors="replace").splitlines()
    assert any(str(path) in line for line in lines)
    asked = ("O_WRONLY", "O_RDWR", "O_CREAT", "LOCK_", "F_SETLK", "F_OFD_SETLK")
    calls = ("rename", "unlink", "mkdir", "creat(", "flock(")
    wrong = [
        line
        for line in lines
        if (any(one in line for one in asked) or any(f" {one}" in line for one in calls))
        and "/dev/" not in line
    ]
    assert not wrong


def test_a_session_in_a_folder_that_takes_nothing_is_shown(path: Path) -> None:
    folder = path.parent
    path.chmod(0o400)
    folder.chmod(0o500)
    try:
        assert replay(path).count == 186
    finally:
        folder.chmod(0o700)
    assert sorted(folder.iterdir()) == [path]


# --- what there may be instead of a whole record


def test_a_purged_session_is_refused(path: Path) -> None:
    with Desk.open(path, "Mme Sarr") as desk:
        assert isinstance(desk.submit(c.Purge(reason="fin du délai")), Done)
    assert Replay.read(path) == Refusal("purged")


def test_of_a_damaged_one_what_verifies_is_shown_and_said(path: Path) -> None:
    text = path.read_text()
    path.write_text(text.replace(read(path).entries[59].digest, "0" * 64))
    looking = replay(path)
    assert looking.count == 59
    french = replay_lines(looking, words("fr"), rulebook(), 120)
    assert "abîmé ensuite" in french[0]


def test_what_is_no_session_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps({"a": 1}))
    with pytest.raises(StoreError, match="not_a_session"):
        Replay.read(path)


def test_entries_still_in_a_journal_are_shown_and_that_somebody_is_there(path: Path) -> None:
    beside = path.with_name("here.json")
    shutil.copy(path, beside)
    program = (
        "import sys; from pathlib import Path; from pixtui.desk.desk import Desk;"
        "from pixtui.domain import commands as c;"
        f"desk = Desk.open(Path({str(beside)!r}), 'M. Blanchard');"
        "desk.submit(c.Annex(note='x')); print('here', flush=True); sys.stdin.read(); desk.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "here\n"
        looking = replay(beside)
        assert (looking.count, looking.live) == (187, True)
        assert looking.others == ()
        other.communicate("", timeout=60)
    assert not replay(beside).live


# --- the mark


@pytest.mark.parametrize("cells", [20, 40, 80, 200])
def test_the_mark_comes_first_and_fits(path: Path, cells: int) -> None:
    looking = replay(path)
    looking.live = True
    for language, mark in (("fr", "RELECTURE"), ("en", "REPLAY")):
        lines = replay_lines(looking, words(language), rulebook(), cells)
        assert lines[0].startswith(f" {mark}")
        assert all(len(line) == cells for line in lines)


def test_an_entry_of_an_older_version_is_read_as_one_of_today(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was called otherwise once; the bytes on disk stay as they are."""
    before = path.read_bytes()
    monkeypatch.setattr(upcasting, "VERSION", 2)
    raised = {("finish", 1): lambda body: {**body, "how": "invigilator"}}
    monkeypatch.setattr(upcasting, "UPCASTS", raised)
    looking = replay(path)
    ended = next(one.seq for one in looking.past.events if one.type == "finish")
    looking.go(ended)
    shown = replay_lines(looking, words("fr"), rulebook(), 120)
    assert "par le surveillant" in shown[1]
    assert path.read_bytes() == before
