"""A sample's day lived once more: its commands one by one through the real desk, at their times."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

from pixtui.desk.desk import Desk, Done
from tests.samples.make import BY, SCRIPTS, at, run


class DayClock:
    """A clock that stands at the time of the command that is given."""

    def __init__(self, when: str) -> None:
        self.at = dt.datetime.fromisoformat(when)

    def __call__(self) -> dt.datetime:
        """What it says."""
        return self.at


def lived(name: str, path: Path) -> Iterator[Desk]:
    """The desk of a console after each entry of that sample's day, its clock at that entry.

    The session is made at ``path``, and left at the end.
    """
    lines = [json.loads(line) for line in (SCRIPTS / f"{name}.jsonl").read_text().splitlines()]
    head, commands = lines[0], lines[1:]
    by = head.get("by", BY)
    with at(head["at"]):
        run(["new", str(path), "--fictional", "--by", by, *head["arguments"]])
    clock = DayClock(head["at"])
    with Desk.open(path, by, clock) as desk:
        yield desk
        for command in commands:
            clock.at = dt.datetime.fromisoformat(command["at"])
            desk.handed_to(command.pop("by", BY))
            answer = desk.submit_json(command)
            assert isinstance(answer, Done), (command, answer)
            if command["command"] == "hand_over":
                desk.handed_to(command["to"])
            yield desk
