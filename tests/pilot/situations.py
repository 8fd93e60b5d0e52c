"""An exam-day situation played at the console by keys, and what must then be in the record.

``Case`` is a situation whose shape is common: F3, what one sees in one's own words, a form, one
entry. A test of its own says by ``acts_out`` which situations it carries through.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from attrs import frozen
from textual.widgets import Static

from pixtui.domain import commands as c
from pixtui.domain.derive import destinations, incidents_of
from pixtui.domain.session import Incident
from pixtui.present.sights import REFUSED_ENTRY
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.visiting import SCREENS
from tests.pilot.driver import Operator

T = TypeVar("T", bound=Callable[..., object])
PLAYED: dict[str, set[str]] = {}
"""The situations that have a test, and the names of their tests."""


@frozen(kw_only=True)
class Case:
    """One situation: what is typed, and what is recorded."""

    situation: str
    who: str = ""
    """Letters that find the candidate; empty where it is about the room."""
    typed: str
    """What an invigilator would type of what they see."""
    values: Mapping[str, str] = {}
    """What is typed into the form."""
    goes_to: tuple[str, ...]
    code: str | None = None
    facts: tuple[str, ...] = ()
    """The commands recorded by the same entry."""
    reason: bool = False
    """Whether why the test was not finished is asked before the form."""
    told: tuple[str, ...] = ()
    """What the form must say."""


def acts_out(*situations: str) -> Callable[[T], T]:
    """Say that a test carries these situations through."""

    def keep(test: T) -> T:
        for one in situations:
            PLAYED.setdefault(one, set()).add(test.__name__)
        return test

    return keep


def cases(*listed: Case) -> tuple[Case, ...]:
    """A table of cases that a test plays."""
    for one in listed:
        PLAYED.setdefault(one.situation, set()).add(one.typed)
    return listed


async def to_grid(hands: Operator) -> None:
    """Back to the grid, whatever stands in front, nothing marked."""
    while not isinstance(hands.console.screen, SCREENS["grid"]):
        dialog = isinstance(hands.console.screen, (Choice, Form))
        await hands.press("escape" if dialog else "f2")
    if hands.rows.marked:
        await hands.press("escape")


async def pick(hands: Operator, situation: str, typed: str, who: str = "") -> None:
    """Press the one key and pick what one sees: the first line found is the right one."""
    await to_grid(hands)
    if who:
        await hands.find(who)
    await hands.press("f3")
    await hands.until("Que voyez-vous")
    await hands.type(typed)
    assert hands.rows.current == situation, [
        "".join(text for text, _tone in row.cells) for row in hands.rows.rows
    ]
    await hands.press("enter")


def advice(hands: Operator) -> str:
    """What the form in front says above its fields."""
    return str(hands.console.screen.query_one("#about", Static).render())


async def play(hands: Operator, case: Case) -> Incident:
    """Carry a case through, and look at its entry; the incident it made."""
    await pick(hands, case.situation, case.typed, case.who)
    entries = len(hands.state.history)
    if case.reason:
        await hands.until("Pourquoi le test n'est-il pas fini ?")
        for consequence in ("rejetée", "annulée"):
            assert consequence in hands.words_seen
        await hands.press("enter")
    await hands.until(lambda: isinstance(hands.console.screen, Form))
    if case.situation == REFUSED_ENTRY:
        await hands.until("nom saisi")  # first what was typed, against the list
        await hands.press("escape")
        await hands.until("ce qui s'est passé")
    said = advice(hands)
    for told in (*hands.context.rulebook.situation_do(case.situation, "fr"), *case.told):
        assert told in said
    await hands.fill(case.values)
    assert isinstance(hands.console.screen, SCREENS["grid"]), hands.seen
    assert len(hands.state.history) == entries + 1, "one entry, whole"
    event = hands.state.history[-1]
    assert isinstance(event.act, c.LogIncident)
    assert tuple(fact.act.NAME for fact in event.act.facts) == case.facts
    incident = hands.state.incidents[event.act.id or ""]
    who = hands.state.candidates.get(incident.candidate or "")
    assert (incident.situation, incident.code) == (case.situation, case.code)
    assert destinations(hands.state, incident) == case.goes_to
    assert bool(who) == bool(case.who)
    if who:
        assert incident in incidents_of(hands.state, who.id)
    for name in ("note", "witnesses", "evidence", "decided_by"):
        assert getattr(incident, name) == case.values.get(name, ""), name
    if "question" in case.values:
        assert incident.question == int(case.values["question"])
    return incident
