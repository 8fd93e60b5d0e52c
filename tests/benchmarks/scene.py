"""Sessions to measure with: made through the real desk, filled with the entries of a real day."""

import datetime as dt
import itertools
from collections.abc import Iterator
from pathlib import Path

from pixtui.desk.creating import Created, create_session
from pixtui.desk.desk import Desk, Done
from pixtui.domain import commands as c
from pixtui.store.codec import command_body
from pixtui.store.entry import Entry, make_entry
from pixtui.store.folding import file_bytes
from pixtui.store.projection import project
from pixtui.store.reading import read
from pixtui.store.strict_json import canonical

BY = "Mme Sarr"
NINE = dt.datetime(2026, 11, 30, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
RECORDED = "2026-11-30T08:00:00.000+00:00"
FIELDS = {
    "site": "Collège fictif",
    "room": "B204",
    "date": "2026-11-30",
    "time": "09:00",
    "examiner": BY,
    "number": 123456,
    "fictional": True,
}
PER_CANDIDATE = 25
"""Entries about one candidate in a long history."""


def clock() -> dt.datetime:
    """Nine o'clock on the day of the exam, for ever."""
    return NINE


def new_session(path: Path, candidates: int) -> Desk:
    """A new session with so many candidates, open."""
    made = create_session(path, FIELDS, BY, clock)
    assert isinstance(made, Created), made
    rows = [
        {
            "last_name": f"N'DIAYE-LE GOFF {letters(number)}",
            "first_name": "Zoé",
            "class": "3e B",
            "birthdate": "2011-05-17",
            "seat": str(number + 1),
        }
        for number in range(candidates)
    ]
    answer = made.desk.submit_json({"command": "import_candidates", "candidates": rows})
    assert isinstance(answer, Done), answer
    return made.desk


def letters(number: int) -> str:
    """A name for a number, as a name has no digits."""
    return "".join(chr(ord("A") + int(digit)) for digit in str(number))


def checks(candidates: int) -> Iterator[c.CheckIdentity]:
    """One candidate's identity after another's, for ever."""
    for number in itertools.cycle(range(1, candidates + 1)):
        yield c.CheckIdentity(candidates=(f"c{number}",))


def line_of(entry: Entry) -> bytes:
    """The entry as a line of a journal."""
    return canonical(entry.to_json()) + b"\n"


# --- long histories


def long_history(path: Path, entries: int) -> None:
    """A folded session file whose history has so many entries."""
    candidates = max(1, min(2_000, entries // PER_CANDIDATE))
    new_session(path, candidates).close()
    made = list(read(path).entries)
    for act in itertools.islice(_day(candidates), entries - len(made)):
        body = command_body(c.Command(at=NINE, by=BY, act=act))
        made.append(make_entry(len(made) + 1, act.NAME, body, RECORDED, made[-1].hash))
    path.write_bytes(file_bytes(made, project))


def unfold(path: Path, journal: Path) -> None:
    """Leave the first entry in the file and put the others into a journal beside it."""
    entries = read(path).entries
    path.write_bytes(file_bytes(entries[:1], project))
    journal.write_bytes(b"".join(line_of(entry) for entry in entries[1:]))


def _day(candidates: int) -> Iterator[c.Act]:
    """Everybody comes in, starts, and goes out and comes back, for ever."""
    ids = [f"c{number}" for number in range(1, candidates + 1)]
    for one in ids:
        yield from _coming_in(one)
    for number, one in enumerate(ids, 1):
        yield c.Start(candidates=(one,))
        if number % 20 == 0:
            yield from _incident(number // 20, one)
    for one in itertools.cycle(ids):
        yield c.LeaveRoom(candidates=(one,))
        yield c.ReturnToRoom(candidates=(one,))


def _coming_in(candidate: str) -> Iterator[c.Act]:
    only = (candidate,)
    yield c.CheckIdentity(candidates=only)
    yield c.Sign(candidates=only)
    yield c.ConfirmPresence(candidates=only)
    yield c.MarkReady(candidates=only)


def _incident(number: int, candidate: str) -> Iterator[c.Act]:
    only = (candidate,)
    yield c.Interrupt(candidates=only, cause="disconnection", given_back=True, ids=(f"x{number}",))
    yield c.LogIncident(id=f"i{number}", candidate=candidate, note="écran noir, poste redémarré")
    yield c.Resume(candidates=only)
