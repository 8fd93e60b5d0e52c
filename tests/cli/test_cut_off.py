"""``new --from`` killed in the middle leaves nothing in sight, and can be run again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pixtui.desk.staging import PREFIX
from tests.cli.conftest import Run
from tests.cli.test_exchange import sessions_file

ROOMS = 24
DEADLINE_SECONDS = 60.0


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_a_run_that_is_cut_off_shows_no_session(run: Run, how: signal.Signals) -> None:
    head, row = Path(sessions_file(run, "B200")).read_text("utf-8-sig").splitlines()
    rows = [row.replace("B200", f"B{number}") for number in range(100, 100 + ROOMS)]
    Path("many.csv").write_text("\n".join((head, *rows)) + "\n", "utf-8-sig")
    # Under nohup the signal of a dropped line would be ignored by this child too.
    command = [
        "env",
        "--default-signal=HUP",
        sys.executable,
        "-m",
        "pixtui",
        "new",
        "--from",
        "many.csv",
        "-o",
        "made",
    ]
    with subprocess.Popen(
        command,
        env=dict(os.environ),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as child:
        deadline = time.monotonic() + DEADLINE_SECONDS
        while len(list(Path("made").glob(f"{PREFIX}*/*.json"))) < 3:
            assert child.poll() is None, "it was over before it could be cut off"
            assert time.monotonic() < deadline
        child.send_signal(how)
    assert list(Path("made").glob("*.json")) == []
    assert run("new", "--from", "many.csv", "-o", "made", "--by", "Mme Sarr").code == 0
    assert len(list(Path("made").iterdir())) == ROOMS, "and what was left aside is swept"
