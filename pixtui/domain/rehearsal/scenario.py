"""The shapes of a scenario: a class, what happens when, and what is expected then.

Texts are by language. Candidates are named by their seats, which are those of the class; the
session gives them its ids in that order.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

from pixtui.domain.rules import Mode

Texts = Mapping[str, str]
"""One text by language."""
Value = str | int | bool
SOMETHING = "*"
"""The value of a field that must say something, whatever it is."""

Stage = Literal["door", "running"]
"""Where a rehearsal begins: the class at the door, or the tests just begun."""
Circle = Literal["", "present", "started"]
"""Whom an expectation concerns one by one: nobody in particular, those who are there and may take
the test, or those whose test has begun."""


@frozen(kw_only=True)
class Fact:
    """Something declared, as it is looked for in the record."""

    commands: tuple[str, ...]
    candidate: str | None = None
    """The seat of whom it is about; None: of anyone."""
    fields: Mapping[str, Value] = field(factory=dict)
    """What its fields must be."""


@frozen(kw_only=True)
class When:
    """When something happens: one of these, and so many minutes later."""

    minute: int | None = None
    """Minutes after the announced start; before it they are negative."""
    after: Fact | None = None
    """Once this was declared, ``count`` times."""
    count: int = 1
    told: str | None = None
    """Once that event has happened."""
    ends: bool = False
    """Once the time of every test under way is over."""
    minutes: int = 0


@frozen(kw_only=True)
class Expected:
    """Something the procedure asks for."""

    id: str
    facts: tuple[Fact, ...]
    """Any of these meets it."""
    within: int | None = None
    """Minutes after the event; None: before the seal."""
    everyone: Circle = ""
    but: tuple[str, ...] = ()
    """The seats of those it does not concern."""
    before: Fact | None = None
    """What must not have been declared yet."""
    line: int | None = None
    """The line of the situation's guide (from 1) that asks for it."""
    step: str | None = None
    """The step of the procedure that asks for it, where it is not the situation."""
    says: Texts = field(factory=dict)
    """What is expected, where no line of the guide says it."""


@frozen(kw_only=True)
class Forbidden:
    """Something the procedure forbids, from the event on."""

    id: str
    facts: tuple[Fact, ...]
    within: int | None = None
    """Minutes after the event; None: until the end."""
    says: Texts = field(factory=dict)


@frozen(kw_only=True)
class Event:
    """Something that happens: what is seen or heard, and what is expected of whoever sees it."""

    id: str
    when: When
    says: Texts
    situation: str | None = None
    expects: tuple[Expected, ...] = ()
    forbids: tuple[Forbidden, ...] = ()


@frozen(kw_only=True)
class Pupil:
    """One of the fictional class."""

    seat: str
    last_name: str
    first_name: str
    birthdate: str
    class_name: str
    extra_time: int | None = None


@frozen(kw_only=True)
class Scenario:
    """A rehearsal as it is written."""

    id: str
    title: Texts
    about: Texts
    stage: Stage
    begins: int
    """The minute at which the clock begins, from the announced start."""
    mode: Mode
    pupils: tuple[Pupil, ...]
    events: tuple[Event, ...]

    def event(self, event: str) -> Event | None:
        """The event of that id."""
        return next((one for one in self.events if one.id == event), None)

    def candidate(self, seat: str) -> str:
        """The id that whoever sits there has in the session."""
        seats = [one.seat for one in self.pupils]
        return f"c{seats.index(seat) + 1}"

    def texts(self, texts: Texts, language: str) -> str:
        """A text of the scenario, the names of those it mentions by their seats filled in."""
        said = texts.get(language, "")
        for one in self.pupils:
            said = said.replace("{" + one.seat + "}", f"{one.last_name} {one.first_name}")
        return said


@frozen(kw_only=True)
class Told:
    """An event that has happened."""

    event: str
    at: dt.datetime
    read: bool = False
