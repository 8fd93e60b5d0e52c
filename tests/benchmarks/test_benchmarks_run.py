"""The benchmarks run: every subject has its rows. What they measure is no business of a test."""

from pathlib import Path

from pixtui.store.beside import journal_of
from pixtui.store.reading import read
from pixtui.store.verify import verify
from tests.benchmarks.__main__ import SUBJECTS, run
from tests.benchmarks.measure import SMALLEST, Goal, Row, table
from tests.benchmarks.scene import long_history, unfold


def test_the_table_has_every_subject(tmp_path: Path) -> None:
    rows = run(tmp_path, SMALLEST)
    told = table(rows).splitlines()
    assert len(told) == 2 + len(rows)
    assert {row.subject for row in rows} == {*SUBJECTS, "flat", "idle"}
    free = {row.case for row in rows if row.measured <= 0 and row.subject not in ("follow", "idle")}
    assert all("held arrow" in case for case in free), free
    assert not list(tmp_path.iterdir())


def test_a_long_history_is_a_session_at_rest_and_in_its_journal(tmp_path: Path) -> None:
    path = tmp_path / "long.json"
    long_history(path, 600)
    assert (verify(path).problems, verify(path).entries) == ((), 600)
    unfold(path, journal_of(path))
    assert (verify(path).problems, verify(path).entries) == ((), 600)
    assert read(path).folded == 1


def test_a_goal_is_met_up_to_its_most() -> None:
    goal = Goal(most=2, unit="x")
    rows = [Row(subject="s", case="c", measured=ms, floor=1, goal=goal) for ms in (2, 2.1)]
    assert [row.met for row in rows] == [True, False]
    assert [line.split()[-1] for line in table(rows).splitlines()[2:]] == ["yes", "NO"]
