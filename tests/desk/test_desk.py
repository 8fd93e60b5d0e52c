"""The door: what it acknowledges is on disk, and everyone who comes through it agrees."""

import datetime as dt
import threading
from pathlib import Path

import pytest
from attrs import evolve as changed

from pixtui.clock import NOW_VARIABLE
from pixtui.desk.creating import Created, create_session
from pixtui.desk.demo import demo_session
from pixtui.desk.desk import Answer, Desk, Done
from pixtui.domain import commands as c
from pixtui.domain.derive import candidate_state, counters, phase
from pixtui.domain.outcome import Refusal
from pixtui.domain.timing import real_end
from pixtui.rules.rulebook import load
from pixtui.store.errors import StoreError
from pixtui.store.projection import state_of
from pixtui.store.reading import read
from pixtui.store.verify import verify

FIELDS = {
    "site": "Collège fictif",
    "room": "B204",
    "date": "2026-11-30",
    "time": "09:00",
    "examiner": "Mme Sarr",
    "number": 123456,
}
NOON = dt.datetime(2026, 11, 30, 12, 0, tzinfo=dt.UTC)
DEADLINE = 20


def clock() -> dt.datetime:
    """Noon of the day of the exam, for ever."""
    return NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the session is."""
    return tmp_path / "b204.json"


def create(path: Path, **fields: object) -> Desk:
    """A new session, open."""
    made = create_session(path, {**FIELDS, **fields}, "Mme Sarr", clock)
    assert isinstance(made, Created)
    return made.desk


def done(answer: Answer) -> Done:
    """An answer that must be an acknowledgement."""
    assert isinstance(answer, Done), answer
    return answer


def ask(desk: Desk, command: str, at: str = "", **fields: object) -> Done:
    """A command as JSON that must be accepted, at an hour of the day."""
    more = {"at": f"2026-11-30T{at}:00+01:00"} if at else {}
    return done(desk.submit_json({"command": command, **more, **fields}))


def add(desk: Desk, *names: str) -> None:
    """These candidates."""
    for name in names:
        done(desk.submit(c.AddCandidate(last_name=name, first_name="Zoé")))


def everything_in(folder: Path) -> bytes:
    """Every byte of every file of a folder."""
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_what_is_acknowledged_is_on_disk(path: Path) -> None:
    with create(path) as desk:
        add(desk, "LE GOFF")
        assert state_of(read(path).entries) == desk.state
    assert verify(path).ok


def test_two_desks_agree_and_a_conflict_is_refused(path: Path) -> None:
    with create(path) as one, Desk.open(path, "M. B", clock) as two:
        add(one, "LE GOFF")
        done(two.submit(c.MarkAbsent(candidates=("c1",))))
        refused = one.submit(c.Start(candidates=("c1",)))
        assert isinstance(refused, Refusal)
        assert refused.code == "wrong_state"
        assert one.state == two.state


@pytest.mark.parametrize("what", ["journal deleted", "journal emptied"])
def test_a_copy_holds_what_only_memory_still_has(path: Path, what: str) -> None:
    copy = path.with_name("copy.json")
    with create(path) as desk:
        add(desk, "LE GOFF", "ABADIE")
        if what == "journal deleted":
            desk.store.journal.unlink()
        else:
            desk.store.journal.write_bytes(b"")
        answer = desk.submit(c.AddCandidate(last_name="BENALI", first_name="Zoé"))
        assert isinstance(answer, Refusal)
        assert answer.code == "damaged"
        assert desk.copy(copy) == 3
    assert len(read(path).entries) == 1, "the files are left as they are"
    assert len(state_of(read(copy).entries).candidates) == 2


def test_a_follower_sees_what_another_wrote(path: Path) -> None:
    with create(path) as one, Desk.open(path, "M. B", clock) as two:
        seen = threading.Event()
        two.follow(seen.set)
        add(one, "LE GOFF")
        assert seen.wait(DEADLINE)
        assert "c1" in two.state.candidates


def test_the_seal_takes_the_codes_out_of_every_file(path: Path) -> None:
    with create(path) as desk, Desk.open(path, "M. B", clock) as other:
        add(desk, "LE GOFF")
        ask(desk, "set_codes", access_code="BCDF23", invigilator_password="b3kVx7")
        assert b"BCDF23" in everything_in(path.parent)
        _whole_day(desk)
        other.refresh()
        assert other.state.codes.access_code is None
        for secret in (b"BCDF23", b"b3kVx7"):
            assert secret not in everything_in(path.parent)
        done(other.submit(c.Annex(note="après")))
    assert verify(path).ok
    assert verify(path).erased == 1


def _whole_day(desk: Desk) -> Done:
    """From coming in to the seal, typed in afterwards."""
    ask(desk, "check_identity", "08:50", candidate="c1")
    ask(desk, "sign", "08:51", candidate="c1")
    ask(desk, "confirm_presence", "08:55", candidate="c1")
    ask(desk, "mark_ready", "08:56", candidate="c1")
    ask(desk, "reveal_code", "09:00")
    ask(desk, "start", "09:05", candidate="c1")
    ask(desk, "finish", "10:50", candidate="c1")
    ask(desk, "see_end_screen", "10:51", candidate="c1")
    ask(desk, "sign_out", "10:52", candidate="c1")
    for rule in desk.state.rules.steps_for("with-es"):
        if rule.id != "finalise":
            ask(desk, "set_step", step=rule.id, state="done", reason="vu")
    return ask(desk, "finalise")


def test_a_day_typed_in_afterwards_is_judged_by_its_times(path: Path) -> None:
    with create(path) as desk:
        add(desk, "LE GOFF")
        _whole_day(desk)
        end = real_end(desk.state, desk.state.candidates["c1"], NOON)
        assert end is not None
        assert end.at == dt.datetime(2026, 11, 30, 9, 50, tzinfo=dt.UTC)
        assert phase(desk.state) == "finalised"


def test_an_erasing_that_a_crash_cut_short_is_finished_at_the_next_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with create(path) as desk:
        add(desk, "LE GOFF")
        ask(desk, "set_codes", access_code="BCDF23")
        monkeypatch.setattr("pixtui.desk.desk.Desk._finish_erasing", lambda _self: None)

        def crash(*_: object) -> int:
            raise StoreError("write_failed", {"reason": "EIO"})

        with monkeypatch.context() as broken:
            broken.setattr("pixtui.store.session_store.SessionStore.erase", crash)
            sealed = _whole_day(desk)
            assert [one.code for one in sealed.warnings] == ["not_erased_yet"]
    assert b"BCDF23" in everything_in(path.parent)
    monkeypatch.undo()
    Desk.open(path, "M. B", clock).close()
    assert b"BCDF23" not in everything_in(path.parent)
    assert verify(path).ok


def test_a_purge_erases_everyone_and_leaves_a_chain_that_verifies(path: Path) -> None:
    with create(path) as desk:
        add(desk, "LE GOFF", "N'DIAYE")
        ask(desk, "log_incident", note="un mot sur LE GOFF", candidate="c1")
        ask(desk, "purge", reason="durée écoulée")
        assert phase(desk.state) == "purged"
        assert counters(desk.state)["total"] == 0
        refused = desk.submit(c.Annex(note="x"))
        assert isinstance(refused, Refusal)
        assert refused.code == "purged"
    left = everything_in(path.parent)
    for name in ("LE GOFF", "N'DIAYE", "Zoé", "Collège fictif"):
        assert name.encode() not in left
    found = verify(path)
    assert found.ok
    assert found.erased == 4
    assert b'"room": "B204"' in left


def test_a_purge_waits_for_the_end_of_a_hold(path: Path) -> None:
    with create(path) as desk:
        ask(desk, "hold", reason="contestation")
        refused = desk.submit_json({"command": "purge", "reason": "x"})
        assert isinstance(refused, Refusal)
        assert refused.code == "on_hold"


def test_a_session_keeps_the_rules_it_began_with(path: Path) -> None:
    rules = load().rules
    older = changed(rules, windows=changed(rules.windows, presence_minutes=3))
    made = create_session(path, {**FIELDS, "duration": 90}, "Mme Sarr", clock, older)
    assert isinstance(made, Created)
    made.desk.close()
    with Desk.open(path, "M. B", clock) as desk:
        assert desk.state.rules == older
        add(desk, "LE GOFF")
        ask(desk, "confirm_presence", "09:00", candidate="c1")
        late = {"command": "start", "candidate": "c1", "at": "2026-11-30T09:04:00+01:00"}
        refused = desk.submit_json(late)
        assert isinstance(refused, Refusal)
        assert refused.code == "presence_expired"


def test_the_facts_of_an_incident_are_about_its_candidate(path: Path) -> None:
    with create(path, mode="without-es") as desk:
        add(desk, "LE GOFF")
        ask(desk, "start", "09:05", candidate="c1")
        facts = [{"command": "interrupt", "cause": "disconnection"}]
        made = ask(desk, "log_incident", "09:10", candidate="le goff", note="x", facts=facts)
        assert made.made == "i1"
        assert candidate_state(desk.state, desk.state.candidates["c1"]) == "interrupted"


@pytest.mark.parametrize("fictional", [True, False])
def test_only_a_fictional_session_takes_its_clock_from_the_environment(
    path: Path, monkeypatch: pytest.MonkeyPatch, fictional: bool
) -> None:
    monkeypatch.setenv(NOW_VARIABLE, "2026-11-30T10:02:00+01:00")
    made = create_session(path, {**FIELDS, "fictional": fictional}, "Mme Sarr")
    assert isinstance(made, Created)
    with made.desk as desk:
        pretended = abs(desk.now() - dt.datetime(2026, 11, 30, 9, 2, tzinfo=dt.UTC))
        assert (pretended < dt.timedelta(minutes=5)) == fictional


def test_a_full_disk_is_said_and_nothing_is_acknowledged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with create(path) as desk:
        add(desk, "LE GOFF")

        def full(_descriptor: int, _data: bytes) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as broken:
            broken.setattr("pixtui.store.session_store.write_all", full)
            refused = desk.submit(c.MarkAbsent(candidates=("c1",)))
        assert isinstance(refused, Refusal)
        assert (refused.code, refused.params["reason"]) == ("write_failed", "ENOSPC")
        assert desk.state.candidates["c1"].absent is None
        add(desk, "N'DIAYE")
    assert len(read(path).entries) == 3


def test_the_demo_is_mid_exam_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    made = demo_session()
    assert made.is_relative_to(tmp_path / "state")
    assert verify(made).ok
    state = state_of(read(made).entries)
    now = dt.datetime.now(dt.UTC)
    assert phase(state) == "during"
    assert state.session.fictional
    assert counters(state)["total"] == 30
    assert sum(bool(one.extra_time) for one in state.candidates.values()) == 3
    assert (counters(state)["absent"], len(state.incidents)) == (1, 2)
    starts = [one.start.at for one in state.candidates.values() if one.start]
    assert all(dt.timedelta(0) < now - start < dt.timedelta(minutes=105) for start in starts)
    assert demo_session() != made


def test_nothing_is_purged_under_the_hands_of_another_console(path: Path) -> None:
    with create(path) as desk:
        with Desk.open(path, "M. B", clock):
            refused = desk.submit_json({"command": "purge", "reason": "x"})
            assert isinstance(refused, Refusal)
            assert refused.code == "busy"
        ask(desk, "purge", reason="durée écoulée")
    certificate = read(path).session
    assert set(certificate) == {"purged_at", "by", "reason", "erased", "head"}
    assert (certificate["erased"], certificate["reason"]) == (1, "durée écoulée")
