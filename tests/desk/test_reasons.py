"""The reasons for what is left open go with the seal: it holds them from then on."""

import os
import shutil
from pathlib import Path

from pixtui.desk.desk import Desk, Done
from pixtui.resources import sample_sessions
from pixtui.store.beside import reasons_of
from pixtui.store.reasons import keep_reasons, load_reasons
from tests.faults.play import finalise
from tests.pilot.driver import WallClock


def test_the_seal_takes_the_file_of_the_reasons_away(tmp_path: Path) -> None:
    path = Path(shutil.copy(sample_sessions() / "to-finalise.json", tmp_path / "b204.json"))
    keep_reasons(path, {"incident_open:i1": "vu avec le centre"})
    with Desk.open(path, "Mme Sarr", WallClock("11:50")) as desk:
        assert isinstance(desk.submit_json(finalise(desk)), Done)
    assert not reasons_of(path).exists()
    assert load_reasons(path) == {}


def test_what_is_no_file_of_reasons_has_none_and_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "b204.json"
    reasons_of(path).write_bytes(b"[" * 100_000)
    assert load_reasons(path) == {}
    reasons_of(path).unlink()
    os.mkfifo(reasons_of(path))
    assert load_reasons(path) == {}
