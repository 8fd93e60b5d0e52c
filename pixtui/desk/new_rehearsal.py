"""A new rehearsal: a session of its own, the class brought in, the day begun as far as said."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from pixtui.clock import Clock, system_clock
from pixtui.desk.creating import create_session
from pixtui.desk.desk import Desk
from pixtui.desk.staging import staged
from pixtui.domain import commands as c
from pixtui.domain.outcome import Refusal
from pixtui.domain.rehearsal.pace import DEFAULT_SPEED
from pixtui.domain.rehearsal.scenario import Pupil, Scenario
from pixtui.domain.rules import StepRule
from pixtui.domain.timing import MINUTE
from pixtui.files import private_folder
from pixtui.resources import rehearsals_folder
from pixtui.rules.rulebook import rulebook
from pixtui.rules.scenarios import Written
from pixtui.store.beside import rehearsal_of
from pixtui.store.rehearsal import Progress, keep_progress
from pixtui.wording.catalogue import N_, Words

START, ZONE = dt.time(9, 0), "Europe/Paris"
CODE, PASSWORD = "BCDF23", "b3kVx7"
LEFT_AT_THE_DOOR = ("instructions", "notice", "name_entry")
"""The steps of the day that whoever rehearses does; the others are done when the door opens."""
PREPARED = ("before", "during")


class _Hand:
    """A clock that is put where it is wanted."""

    def __init__(self, at: dt.datetime) -> None:
        self.at = at

    def __call__(self) -> dt.datetime:
        return self.at


def new_rehearsal(
    written: Written,
    by: str,
    words: Words,
    speed: int = DEFAULT_SPEED,
    wall: Clock = system_clock,
    folder: Path | None = None,
) -> Path | Refusal:
    """Make a rehearsal of that scenario, today; its file. Raises StoreError, RulesError.

    It is whole or absent: a class that the import refuses leaves nothing behind.
    """
    scenario, now = written.scenario, wall()
    folder = private_folder(folder or rehearsals_folder())
    path = _free(folder, f"{now.astimezone():%Y-%m-%d}-{scenario.id}")
    with staged(folder) as stage:
        refused = _make(stage.place(path), written, by, words, speed, now)
        if refused is not None:
            return refused
        try:
            stage.show([rehearsal_of(path), path])
        except FileExistsError:
            return Refusal("exists", {"path": str(path)})
    return path


def _make(
    path: Path, written: Written, by: str, words: Words, speed: int, now: dt.datetime
) -> Refusal | None:
    """Both files of a rehearsal, the day begun as far as its scenario says; why not."""
    scenario = written.scenario
    day = now.astimezone().date()
    fields = {
        "site": words.text(N_("Fictional school")),
        "room": "B204",
        "date": day.isoformat(),
        "time": START.isoformat("minutes"),
        "examiner": by,
        "number": 123456,
        "mode": scenario.mode,
        "language": words.language,
        "fictional": True,
        "rehearsal": scenario.id,
    }
    start = dt.datetime.combine(day, START, ZoneInfo(ZONE))
    hand = _Hand(start + _early(scenario) * MINUTE)
    created = create_session(path, fields, words.text(N_("rehearsal")), hand)
    if isinstance(created, Refusal):
        return created
    with created.desk as desk:
        refused = _prepare(desk, hand, scenario, start)
    if refused is not None:
        return refused
    begins = start + scenario.begins * MINUTE
    progress = Progress(
        scenario=written.tables, speed=speed, at=begins, since=None, pace=1, until=begins
    )
    keep_progress(path, progress)
    return None


def _free(folder: Path, stem: str) -> Path:
    """A name that nothing has yet."""
    taken = {path.name for path in folder.iterdir()}
    names = (f"{stem}-{number}.json" for number in range(1, len(taken) + 2))
    return folder / next(name for name in names if name not in taken)


def _prepare(desk: Desk, hand: _Hand, scenario: Scenario, start: dt.datetime) -> Refusal | None:
    """Declare what is behind when the rehearsal begins, at its time; the first refusal."""
    for minute, act in _acts(scenario):
        hand.at = start + minute * MINUTE
        answer = desk.submit(act)
        if isinstance(answer, Refusal):
            return answer
    return None


def _early(scenario: Scenario) -> int:
    """The minute by which what comes before the day is done."""
    return min(scenario.begins, -10) - 20


def _acts(scenario: Scenario) -> Iterator[tuple[int, c.Act]]:
    """What was declared before, each with its minute from the announced start."""
    people = tuple(f"c{number}" for number in range(1, len(scenario.pupils) + 1))
    running = scenario.stage == "running"
    early = _early(scenario)
    yield early, c.ImportCandidates(candidates=tuple(map(_candidate, scenario.pupils)))
    yield early, c.RecordCertifiability(candidates=people, certifiable=True)
    yield early, c.SetCodes(access_code=CODE, invigilator_password=PASSWORD)
    for rule in rulebook().rules.steps_for(scenario.mode):
        prepared = rule.phase in PREPARED and not rule.evidence
        if prepared and (running or rule.id not in LEFT_AT_THE_DOOR):
            yield from ((early, act) for act in _done(rule))
    if running:
        yield -9, c.CheckIdentity(candidates=people)
        yield -8, c.Sign(candidates=people)
        if scenario.mode == "with-es":
            yield -4, c.ConfirmPresence(candidates=people)
        yield -2, c.MarkReady(candidates=people)
        yield 0, c.RevealCode()
        yield 2, c.Start(candidates=people)


def _done(rule: StepRule) -> Iterator[c.Act]:
    if not rule.items:
        yield c.SetStep(step=rule.id, state="done")
    for item in rule.items:
        yield c.SetStep(step=rule.id, item=item, state="done")


def _candidate(one: Pupil) -> c.NewCandidate:
    return c.NewCandidate(
        last_name=one.last_name,
        first_name=one.first_name,
        birthdate=dt.date.fromisoformat(one.birthdate),
        class_name=one.class_name,
        seat=one.seat,
        extra_time=one.extra_time,
    )
