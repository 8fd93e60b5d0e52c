"""A session whose every text is hostile, on every screen and in every dialog (P14).

No command lets such texts in; a file made by another hand may hold them. They are shown, and
act on nothing.
"""

import json
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from pixtui.domain import commands as c
from pixtui.resources import sample_sessions
from pixtui.store.codec import command_body
from pixtui.store.entry import make_entry
from pixtui.store.folding import file_bytes
from pixtui.store.projection import project
from pixtui.store.reading import read
from pixtui.tui.visiting import SCREENS
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import unsafe

STRINGS = [
    json.loads(line)["text"]
    for line in Path(__file__).with_name("hostile.jsonl").read_text("ascii").splitlines()
]
STORABLE = [text for text in STRINGS if not any("\ud800" <= one <= "\udfff" for one in text)]
"""A lone surrogate cannot be in a file: it is no UTF-8."""
CLOCK = WallClock("09:30")


def hostile_session(folder: Path) -> Path:
    """The fresh sample, with one candidate, one incident and one note for each string."""
    known = read(sample_sessions() / "fresh.json").entries
    named = [evolved(known[0].body or {}, STORABLE[5])]
    made = [make_entry(1, known[0].type, named[0], known[0].recorded, known[0].prev)]
    acts: list[c.Act] = []
    for number, text in enumerate(STORABLE, 1):
        identity = f"c{number}"
        acts.append(
            c.AddCandidate(last_name=text, first_name=text, class_name=text, seat=text, id=identity)
        )
        acts.append(
            c.LogIncident(situation="other", candidate=identity, note=text, id=f"i{number}")
        )
        acts.append(c.CloseIncident(incident=f"i{number}", outcome=text))
    acts.append(c.HandOver(to=STORABLE[3], brief=STORABLE[51]))
    for act in acts:
        body = command_body(c.Command(at=CLOCK.at, by=STORABLE[len(made) % len(STORABLE)], act=act))
        recorded = known[0].recorded
        made.append(make_entry(len(made) + 1, act.NAME, body, recorded, made[-1].hash))
    path = folder / "hostile.json"
    path.write_bytes(file_bytes(made, project))
    return path


def evolved(body: dict[str, object], text: str) -> dict[str, object]:
    """The details of a session with that text in them."""
    return {**body, "site": text, "room": text, "examiner": text, "description": text}


def harmless(hands: Operator) -> None:
    """What is on the screen holds no character that acts."""
    assert not unsafe(hands.seen.replace("\n", "")), hands.seen
    assert hands.console.is_running


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_hostile_texts_act_nowhere(home: Path, size: tuple[int, int]) -> None:
    path = hostile_session(home)
    before = sorted(Path.cwd().iterdir())
    async with sitting(home, path, by=STORABLE[0], clock=CLOCK, size=size) as hands:
        await hands.press("f2")
        await hands.until(lambda: bool(hands.rows.rows))
        for candidate in hands.state.candidates:
            hands.rows.go_to(candidate)
            await hands.pilot.pause()
            harmless(hands)
            await hands.press("enter")
            harmless(hands)
            await hands.press("escape")
        for key, rows in (("f7", len(STORABLE)), ("f9", 40), ("f6", 20), ("f8", 20)):
            await hands.press(key)
            await hands.until(lambda: not isinstance(hands.console.screen, SCREENS["grid"]))
            for _ in range(min(rows, 40)):
                await hands.press("down")
                harmless(hands)
            await hands.press("f2")
        for key in ("f1", "f3", "e", "h"):
            await hands.press(key)
            harmless(hands)
            await hands.press("escape")
        hands.console.exit()
    assert sorted(Path.cwd().iterdir()) == before, "no text wrote a file"


async def test_what_is_pasted_into_a_field_does_not_act(home: Path) -> None:
    async with sitting(home, hostile_session(home), by=None, clock=CLOCK) as hands:
        field = hands.console.screen.query_one(Input)
        for text in STRINGS:
            field.value = ""
            field.post_message(Paste(text))
            await hands.pilot.pause()
            harmless(hands)
