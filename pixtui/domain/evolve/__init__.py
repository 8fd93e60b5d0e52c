"""What a session is after an entry: pure, total, and never refusing.

``decide`` keeps the impossible out; what reaches ``evolve`` is applied. ``fold`` reads a
whole history at once; ``evolve`` adds one entry and gives the same state.
"""

from collections.abc import Iterable

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.evolve import exam, incidents, people, record
from pixtui.domain.evolve.made import ids_made
from pixtui.domain.evolve.registry import apply_event, field_names
from pixtui.domain.history import Event, History, effective
from pixtui.domain.session import State

__all__ = ["evolve", "exam", "field_names", "fold", "go_on", "incidents", "people", "record"]


def evolve(state: State, event: Event) -> State:
    """The session after one more entry."""
    history = state.history.plus(event)
    if isinstance(event.act, (c.Undo, c.Correct)):
        return fold(history)
    return changed(apply_event(state, event), history=history)


def fold(events: Iterable[Event]) -> State:
    """The session after a whole history, undone and corrected entries counted as they hold."""
    history = events if isinstance(events, History) else History(events)
    return go_on(State(), history)


def go_on(state: State, history: History) -> State:
    """The session after this history, whose beginning made ``state``.

    What comes after that beginning must mend nothing in it.
    """
    fresh = history[len(state.history) :]
    for event in effective(fresh):
        state = apply_event(state, event)
    made = state.made
    for event in fresh:
        if event.act is not None:
            made = ids_made(made, event.act)
    return changed(state, history=history, made=made)
