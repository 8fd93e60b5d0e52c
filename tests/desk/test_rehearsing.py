"""The clock of a rehearsal: it hurries, waits, stands still, survives; it never goes back."""

import datetime as dt
import json
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.clock import NOW_VARIABLE
from pixtui.desk.clocks import RehearsalClock
from pixtui.desk.desk import Desk, Done
from pixtui.desk.new_rehearsal import new_rehearsal
from pixtui.desk.rehearsing import Rehearsal
from pixtui.domain import commands as c
from pixtui.domain.outcome import Refusal
from pixtui.present.opening import opening_sentence
from pixtui.rules.rulebook import rulebook
from pixtui.rules.scenarios import read_scenario, scenario_path
from pixtui.store.beside import rehearsal_of
from pixtui.store.errors import StoreError
from pixtui.store.rehearsal import LEASE, Progress, load_progress
from pixtui.store.verify import verify
from pixtui.wording.catalogue import words

NOON = dt.datetime(2026, 11, 30, 12, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)


class Wall:
    """The clock on the wall, put where a test wants it."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> dt.datetime:
        """The present instant of the machine."""
        return self.at

    def pass_(self, seconds: float) -> None:
        """So much time goes by."""
        self.at += seconds * SECOND


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wall: Wall) -> Path:
    """A new rehearsal of the alarm."""
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    monkeypatch.delenv(NOW_VARIABLE, raising=False)
    return made("alarm", wall)


def made(name: str, wall: Wall) -> Path:
    """A new rehearsal of a scenario."""
    written = read_scenario(scenario_path(name), rulebook())
    found = new_rehearsal(written, "Mme Sarr", words("fr"), wall=wall)
    assert isinstance(found, Path)
    return found


def opened(path: Path, wall: Wall) -> tuple[Desk, Rehearsal]:
    """A console on it."""
    desk = Desk.open(path, "Mme Sarr", wall)
    rehearsal = Rehearsal.of(desk)
    assert rehearsal is not None
    return desk, rehearsal


def minute(rehearsal: Rehearsal) -> str:
    """What its clock shows."""
    return f"{rehearsal.now().astimezone(dt.timezone(dt.timedelta(hours=1))):%H:%M:%S}"


def test_it_is_a_session_like_any_other_marked_for_good(path: Path, wall: Wall) -> None:
    desk, _ = opened(path, wall)
    with desk:
        details = desk.state.session
        assert details.fictional
        assert details.rehearsal == "alarm"
        recorded = [one.recorded for one in desk.state.history]
        assert recorded == sorted(recorded)
        changed = desk.submit(c.EditSession(room="B1"))
        assert isinstance(changed, Done)
        assert desk.state.session.rehearsal == "alarm"
    history = json.loads(path.read_text())["session"]["details"]
    assert (history["fictional"], history["rehearsal"]) == (True, "alarm")
    assert verify(path).ok
    for file in (path, rehearsal_of(path)):
        assert file.stat().st_mode & 0o777 == 0o600


def test_it_hurries_up_to_the_next_event_and_no_further(path: Path, wall: Wall) -> None:
    desk, rehearsal = opened(path, wall)
    with desk:
        assert rehearsal.look() == []
        assert minute(rehearsal) == "09:06:00"
        wall.pass_(3)
        assert minute(rehearsal) == "09:07:00"
        wall.pass_(30)
        assert minute(rehearsal) == "09:08:00", "the event is not passed by itself"
        assert [one.id for one in rehearsal.look()] == ["unwell"]
        assert rehearsal.look() == []


def test_once_something_asks_it_goes_at_its_true_pace(path: Path, wall: Wall) -> None:
    desk, rehearsal = opened(path, wall)
    with desk:
        rehearsal.go_on()
        wall.pass_(20)
        assert minute(rehearsal) == "09:08:20"
        desk.submit(c.LogIncident(situation="illness", candidate="c5"))
        desk.submit(c.Interrupt(candidates=("c5",), cause="illness"))
        rehearsal.look()
        wall.pass_(1)
        assert minute(rehearsal) == "09:08:21", "it was not read"
        assert rehearsal.read() is not None
        wall.pass_(3)
        assert minute(rehearsal) == "09:09:21", "read, and dealt with"


def test_an_expectation_too_late_no_longer_holds_it(path: Path, wall: Wall) -> None:
    desk, rehearsal = opened(made("endings", wall), wall)
    with desk:
        rehearsal.go_on()
        rehearsal.read()
        for _ in range(16):  # its longest delay is of 15 minutes
            assert rehearsal.progress.pace == 1
            wall.pass_(57)
            rehearsal.look()
        assert [one.event for one in rehearsal.told] == ["third_time"]
        assert rehearsal.debrief().count("forgotten") == 2
        assert rehearsal.progress.pace == rehearsal.progress.speed


def test_it_stands_still_while_nobody_is_there(path: Path, wall: Wall) -> None:
    desk, rehearsal = opened(path, wall)
    rehearsal.go_on()
    wall.pass_(10)
    before = minute(rehearsal)
    rehearsal.leave()
    desk.close()
    wall.pass_(3 * 86_400)
    desk, rehearsal = opened(path, wall)
    with desk:
        assert minute(rehearsal) == before
        assert [one.event for one in rehearsal.told] == ["unwell"]
        assert [one.id for one in rehearsal.unread] == ["unwell"], "what was not read stays"


def test_a_console_that_dies_stops_its_clock_too(path: Path, wall: Wall) -> None:
    desk, rehearsal = opened(path, wall)
    rehearsal.go_on()
    rehearsal.read()
    desk.submit(c.LogIncident(situation="illness", candidate="c5"))
    before = rehearsal.now()
    desk.close()  # as a kill leaves it: nobody said that the clock stands still
    wall.pass_(86_400)
    desk, rehearsal = opened(path, wall)
    with desk:
        assert dt.timedelta() <= rehearsal.now() - before <= LEASE
        assert rehearsal.now() >= desk.state.history[-1].recorded


def test_it_stops_when_it_is_asked_to_and_stays_so(path: Path, wall: Wall) -> None:
    desk, rehearsal = opened(path, wall)
    assert rehearsal.pause()
    wall.pass_(100)
    assert minute(rehearsal) == "09:06:00"
    rehearsal.leave()
    desk.close()
    desk, rehearsal = opened(path, wall)
    with desk:
        wall.pass_(100)
        assert minute(rehearsal) == "09:06:00"
        assert not rehearsal.pause()
        rehearsal.look()
        wall.pass_(3)
        assert minute(rehearsal) == "09:07:00"


def test_going_on_says_what_it_waits_for_and_when_all_is_over(
    tmp_path: Path, path: Path, wall: Wall
) -> None:
    desk, rehearsal = opened(made("pix-entry", wall), wall)
    with desk:
        while rehearsal.go_on() == "told":
            pass
        now = rehearsal.now()
        assert [one.id for one in rehearsal.left()][:1] == ["over"], "nobody has started"
        unread = rehearsal.unread
        assert unread
        assert rehearsal.go_on() == "waits"
        assert rehearsal.now() == now
        assert rehearsal.unread == unread, "nothing new took its place"
    desk, rehearsal = opened(path, wall)
    with desk:
        while rehearsal.go_on() == "told":
            pass
        assert rehearsal.left() == []
        assert rehearsal.debrief().count("pending") == 0


def test_an_outside_clock_has_no_say_in_it(
    path: Path, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NOW_VARIABLE, "2026-11-30T23:00:00+01:00")
    desk, rehearsal = opened(path, wall)
    with desk:
        assert minute(rehearsal) == "09:06:00"


def test_another_console_sees_the_same_clock_and_moves_nothing(path: Path, wall: Wall) -> None:
    desk, rehearsal = opened(path, wall)
    with desk, Desk.open(path, "", wall, read_only=True) as other:
        looking = Rehearsal.of(other)
        assert looking is not None
        rehearsal.go_on()
        before = rehearsal_of(path).read_bytes()
        assert looking.look() == []
        assert looking.read() is None
        assert looking.go_on() == "waits"
        assert not looking.pause()
        looking.leave()
        assert rehearsal_of(path).read_bytes() == before
        assert looking.now() == rehearsal.now()
        assert looking.told == rehearsal.told


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": "pixtui-rehearsal", "version": 2}', b"\xff", "[" * 100_000],
)
def test_without_its_file_the_record_is_still_good(path: Path, wall: Wall, text: object) -> None:
    beside = rehearsal_of(path)
    beside.write_bytes(text if isinstance(text, bytes) else str(text).encode())
    with pytest.raises(StoreError) as refused:
        load_progress(path)
    assert refused.value.code == "rehearsal_damaged"
    with Desk.open(path, "Mme Sarr", wall) as desk:
        assert Rehearsal.of(desk) is None
        assert desk.state.session.rehearsal == "alarm"
    beside.unlink()
    with Desk.open(path, "Mme Sarr", wall) as desk:
        assert Rehearsal.of(desk) is None


def test_a_disk_that_refuses_stops_nothing(
    path: Path, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, rehearsal = opened(path, wall)
    with desk:
        shutil.rmtree(rehearsal_of(path), ignore_errors=True)

        def refuse(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("pixtui.store.rehearsal.write_private", refuse)
        assert rehearsal.go_on() == "told"
        assert rehearsal.trouble == "ENOSPC"
        assert [one.event for one in rehearsal.told] == ["unwell"]


def test_no_refusal_stops_any_scenario_at_its_beginning(path: Path, wall: Wall) -> None:
    from pixtui.rules.scenarios import shipped_names

    for name in shipped_names():
        desk, rehearsal = opened(made(name, wall), wall)
        with desk:
            started = any(one.start for one in desk.state.candidates.values())
            assert started is (rehearsal.scenario.stage == "running")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["wait", "back", "go_on", "pause", "read", "leave", "look", "die"]),
            st.integers(0, 90_000),
        ),
        max_size=30,
    )
)
@settings(max_examples=20, deadline=None)
def test_time_never_runs_backwards(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[str, int]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PIXTUI_HOME", str(tmp_path_factory.mktemp("home")))
        wall = Wall()
        path = made("alarm", wall)
        desk, rehearsal = opened(path, wall)
        last = rehearsal.now()
        for move, seconds in moves:
            if move in ("wait", "back"):
                wall.pass_(seconds if move == "wait" else -seconds)
            elif move in ("leave", "die"):
                if move == "leave":
                    rehearsal.leave()
                desk.close()
                desk, rehearsal = opened(path, wall)
            else:
                getattr(rehearsal, move)()
            now = rehearsal.now()
            # A console that died may have shown a minute more than it kept; no entry has it.
            assert now >= last or move == "die"
            assert not isinstance(desk.submit(c.HandOver(to="x")), Refusal)
            last = max(rehearsal.now(), desk.state.history[-1].recorded)
        recorded = [one.recorded for one in desk.state.history]
        assert recorded == sorted(recorded)
        at = [one.at for one in rehearsal.told]
        assert at == sorted(at)
        desk.close()


def test_the_clock_keeps_to_whole_milliseconds_as_the_record_does() -> None:
    odd = NOON.replace(microsecond=123_456)
    progress = Progress(scenario={}, speed=1, at=odd, since=odd, pace=1)
    clock = RehearsalClock(Path("/nowhere/x.json"), progress, lambda: odd)
    assert clock().microsecond == 123_000


def test_it_goes_on_though_the_machines_clock_is_set_back(path: Path, wall: Wall) -> None:
    _, rehearsal = opened(path, wall)
    wall.pass_(2)
    rehearsal.look()
    before = rehearsal.now()
    wall.pass_(-3_600)
    rehearsal.look()
    assert rehearsal.now() >= before
    wall.pass_(2)
    rehearsal.look()
    assert rehearsal.now() >= before + 2 * rehearsal.progress.pace * SECOND


def test_it_goes_on_when_another_console_leaves(path: Path, wall: Wall) -> None:
    _, stays = opened(path, wall)
    _, leaves = opened(path, wall)
    for one in (stays, leaves, stays):
        one.look()
    leaves.leave()
    before = stays.now()
    stays.look()
    wall.pass_(2)
    stays.look()
    assert stays.now() >= before + 2 * stays.progress.pace * SECOND
    stays.pause()
    leaves.look()
    leaves.leave()
    before = stays.now()
    for _ in range(3):
        wall.pass_(2)
        stays.look()
    assert (stays.now(), stays.progress.paused) == (before, True)


ONCE = {"event": "unwell", "at": "2026-11-30T09:08:00+01:00", "read": True}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("speed", 10**30),
        ("pace", 601),
        ("pace", 0),
        ("at", "9999-12-31T23:59:00+00:00"),
        ("until", "0001-01-01T00:00:00+05:00"),
        ("told", [ONCE, ONCE]),
    ],
)
def test_a_clock_that_cannot_be_reckoned_with_is_damaged_and_said_so(
    path: Path, wall: Wall, key: str, value: object
) -> None:
    beside = rehearsal_of(path)
    beside.write_text(json.dumps({**json.loads(beside.read_text()), key: value}))
    with pytest.raises(StoreError) as refused:
        load_progress(path)
    assert refused.value.code == "rehearsal_damaged"
    with Desk.open(path, "Mme Sarr", wall) as desk:
        assert Rehearsal.of(desk) is None
        assert beside.name in opening_sentence(words("fr"), desk.store)


def test_what_is_no_file_beside_it_holds_nobody_up(path: Path) -> None:
    rehearsal_of(path).unlink()
    os.mkfifo(rehearsal_of(path))
    with pytest.raises(StoreError) as refused:
        load_progress(path)
    assert refused.value.code == "rehearsal_damaged"


@pytest.mark.parametrize("change", [{"event": 1}, {"event": [{"id": "x"}]}, {"about": "x"}])
def test_a_scenario_changed_by_hand_ends_the_rehearsal_alone(
    path: Path, wall: Wall, change: dict[str, object]
) -> None:
    beside = rehearsal_of(path)
    kept = json.loads(beside.read_text())
    beside.write_text(json.dumps({**kept, "scenario": {**kept["scenario"], **change}}))
    with Desk.open(path, "Mme Sarr", wall) as desk:
        assert Rehearsal.of(desk) is None
