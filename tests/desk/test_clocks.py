"""A machine's clock that is wrong or jumps (P21): entries keep their order, nothing is lost."""

import datetime as dt
from pathlib import Path

import pytest

from pixtui.desk.creating import Created, create_session
from pixtui.desk.desk import Desk, Done
from pixtui.store.projection import state_of
from pixtui.store.reading import read
from pixtui.store.verify import verify
from tests.desk.test_desk import FIELDS

NINE = dt.datetime(2026, 11, 30, 8, 0, tzinfo=dt.UTC)
DOUBLED = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)
"""Half past two in Paris, for the first time of that night; an hour later it is so again."""


class Jumping:
    """A clock that jumps when told."""

    def __init__(self, at: dt.datetime) -> None:
        self.at = at

    def __call__(self) -> dt.datetime:
        """The present instant."""
        return self.at


@pytest.mark.parametrize(
    ("start", "jump"),
    [
        (NINE, dt.timedelta(hours=-1)),
        (NINE, dt.timedelta(hours=1)),
        (NINE, dt.datetime(1970, 1, 1, tzinfo=dt.UTC) - NINE),
        (NINE, dt.timedelta(days=400)),
        (DOUBLED, dt.timedelta(hours=1)),
    ],
    ids=["back", "forth", "1970", "a year", "doubled hour"],
)
def test_entries_stand_in_the_order_they_were_declared(
    tmp_path: Path, start: dt.datetime, jump: dt.timedelta
) -> None:
    path, clock = tmp_path / "b204.json", Jumping(start)
    date = f"{start:%Y-%m-%d}"
    made = create_session(path, {**FIELDS, "date": date}, "Mme Sarr", clock)
    assert isinstance(made, Created)
    with made.desk as desk:
        for name in ("ABADIE", "BENALI"):
            answer = desk.submit_json(
                {"command": "add_candidate", "last_name": name, "first_name": "Zoé"}
            )
            assert isinstance(answer, Done), answer
            clock.at = start + jump
        told = desk.submit_json({"command": "check_identity", "candidate": "c2"})
        assert isinstance(told, Done), told
    assert verify(path).ok
    entries = read(path).entries
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    clock.at = start
    with Desk.open(path, "M. B", clock) as again:
        assert list(again.state.candidates) == ["c1", "c2"]
        assert again.state == state_of(entries)
