"""Rooms of a fictional centre, made through the real desk, and files that are none."""

import datetime as dt
import json
import os
import shutil
from pathlib import Path

from pixtui.clock import Clock
from pixtui.desk.creating import Created, create_session
from pixtui.desk.desk import Desk, Done
from pixtui.resources import sample_sessions

BY = "Mme Sarr"
NAMES = ("LE GOFF-DA SILVA", "N'DIAYE", "OZOLIŅŠ", "ABADIE")
"""What must stand on nothing that a centre shows."""
NINE = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def nine() -> dt.datetime:
    """Nine o'clock on the day of the exam."""
    return NINE


def make_room(
    folder: Path,
    room: str,
    candidates: int = 4,
    clock: Clock = nine,
    *,
    fictional: bool = True,
    date: dt.date | None = None,
) -> Desk:
    """A session of that room with so many candidates, open."""
    fields = {
        "site": "Collège fictif",
        "room": room,
        "date": (date or clock().date()).isoformat(),
        "time": "09:00",
        "examiner": BY,
        "number": 123456,
        "fictional": fictional,
    }
    made = create_session(folder / f"{room.lower()}.json", fields, BY, clock)
    assert isinstance(made, Created), made
    rows = [
        {
            "last_name": NAMES[number % len(NAMES)],
            "first_name": "Zoé " + "abcdefghij"[number // 10] + "abcdefghij"[number % 10],
            "birthdate": "2011-05-17",
            "seat": str(number + 1),
        }
        for number in range(candidates)
    ]
    say(made.desk, {"command": "import_candidates", "candidates": rows})
    return made.desk


def say(desk: Desk, *commands: dict[str, object]) -> None:
    """Declare all of these."""
    for one in commands:
        answer = desk.submit_json(one)
        assert isinstance(answer, Done), (one, answer)


def coming_in(candidate: str) -> list[dict[str, object]]:
    """All that a candidate does until the test runs."""
    acts = ("check_identity", "sign", "confirm_presence", "mark_ready", "start")
    return [{"command": act, "candidate": candidate} for act in acts]


def put_wrong_files(folder: Path, source: Path) -> set[str]:
    """Files beside the rooms of which no room can be made; their names."""
    whole = source.read_bytes()
    (folder / "foreign.json").write_text('{"shopping": ["bread"]}')
    (folder / "not-json.json").write_text("bread, butter")
    (folder / "empty.json").touch()
    (folder / "half.json").write_bytes(whole[: len(whole) // 2])
    newer = json.loads(whole)
    newer["version"] = 99
    (folder / "newer.json").write_text(json.dumps(newer))
    forged = json.loads(whole)
    forged["history"][2]["body"]["by"] = "Nobody"
    (folder / "forged.json").write_text(json.dumps(forged))
    (folder / "folder.json").mkdir(exist_ok=True)
    if not (folder / "pipe.json").exists():
        os.mkfifo(folder / "pipe.json")
    if not (folder / "loop.json").is_symlink():
        (folder / "loop.json").symlink_to("loop.json")
    return {
        f"{name}.json"
        for name in (
            *("foreign", "not-json", "empty", "half", "newer", "forged", "folder", "pipe", "loop"),
        )
    }


def sample(folder: Path, name: str, as_name: str | None = None) -> Path:
    """A copy of one of the samples."""
    return Path(shutil.copy(sample_sessions() / f"{name}.json", folder / f"{as_name or name}.json"))
