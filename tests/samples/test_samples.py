"""The sample sessions are what the program makes of their scripts, and hold what they promise."""

import json
from pathlib import Path
from typing import Any

import pytest

from pixtui.domain.checks import holes
from pixtui.domain.derive import counters, phase
from pixtui.domain.rollcall import roll
from pixtui.domain.session import State
from pixtui.resources import sample_sessions
from pixtui.store.projection import state_of
from pixtui.store.reading import read
from pixtui.store.verify import verify
from tests.samples.make import make, names

CHANCE = ("salt", "digest", "prev", "hash", "recorded")
"""What differs each time a sample is made."""


def told(path: Path) -> list[dict[str, Any]]:
    """The entries of a session without what chance gives them."""
    entries = json.loads(path.read_text())["history"]
    return [{key: one for key, one in entry.items() if key not in CHANCE} for entry in entries]


def state(name: str) -> State:
    """A sample as it stands."""
    return state_of(read(sample_sessions() / f"{name}.json").entries)


@pytest.mark.parametrize("name", names())
def test_a_sample_is_what_its_script_makes(name: str, tmp_path: Path) -> None:
    made = make(name, tmp_path)
    kept = sample_sessions() / f"{name}.json"
    assert told(made) == told(kept), "run: python -m tests.samples.make"
    assert verify(kept).ok


def test_no_sample_is_without_its_script() -> None:
    assert sorted(path.stem for path in sample_sessions().glob("*.json")) == names()


@pytest.mark.parametrize("name", names())
def test_a_sample_cannot_be_taken_for_a_real_session(name: str) -> None:
    assert state(name).session.fictional


def test_they_stand_at_their_moments() -> None:
    assert {name: phase(state(name)) for name in names()} == {
        "evacuation": "during",
        "fresh": "before",
        "hostile-names": "during",
        "mid-exam": "during",
        "sealed": "finalised",
        "to-finalise": "end",
    }


def test_the_exam_under_way_has_something_of_everything() -> None:
    now = state("mid-exam")
    counts = counters(now)
    assert (counts["total"], counts["absent"]) == (30, 1)
    assert sum(bool(one.extra_time) for one in now.candidates.values()) == 3
    assert len(now.incidents) == 2


def test_the_evacuation_is_amid_its_roll_call_outside() -> None:
    now = state("evacuation")
    assert counters(now)["interrupted"] == 29
    called = roll(now)
    assert called is not None
    assert [one.id for one in called.missing("out")] == ["c10"]
    assert [one.id for one in called.uncalled("out")] == ["c23"]


def test_the_one_to_finalise_lacks_only_what_can_be_mended() -> None:
    found = {one.code for one in holes(state("to-finalise"))}
    assert found == {"not_signed_out", "end_screen_not_seen", "step_left"}


def test_the_sealed_one_is_finalised_in_pix_and_holds_no_code() -> None:
    assert state("sealed").pix_finalised is not None
    assert verify(sample_sessions() / "sealed.json").erased == 1
