"""Which incidents of the log are shown: a filter never hides in silence."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from attrs import evolve as changed
from attrs import frozen

from pixtui.domain.derive import destinations, is_alert
from pixtui.domain.rules import Destination
from pixtui.domain.session import Incident, State
from pixtui.domain.text import fold, visible
from pixtui.present.choices import Choices
from pixtui.present.incidents import incidents_in_order, sight_of
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import CHOICES, label

ROOM = ""
"""Whom an incident is about that is about no candidate."""


@frozen(kw_only=True)
class IncidentFilter:
    """What an incident must be to be shown; all of it."""

    open_only: bool = False
    about: str | None = None
    """A candidate's id, or ``ROOM``; None is anyone."""
    kind: str | None = None
    """A code; where an incident has none, its situation."""
    place: str | None = None
    """One of the destinations."""
    typed: str = ""
    """The words of a search."""

    @property
    def on(self) -> bool:
        """Whether it may hide anything."""
        return self != IncidentFilter()

    def holds(self, state: State, one: Incident, words: Words, book: Rulebook) -> bool:
        """Whether an incident is shown."""
        return (
            not (self.open_only and one.closed is not None)
            and self.about in (None, one.candidate or ROOM)
            and self.kind in (None, kind_of(one))
            and (self.place is None or self.place in destinations(state, one))
            and self._found(state, one, words, book)
        )

    def _found(self, state: State, one: Incident, words: Words, book: Rulebook) -> bool:
        asked = fold(self.typed).split()
        if not asked:
            return True
        name, sight = sight_of(state, one, words, book)
        code = book.code_label(one.code, words.language) if one.code else ""
        outcome = one.closed.outcome if one.closed is not None else ""
        text = fold(f"{one.id} {one.code or ''} {name} {sight} {code} {one.note} {outcome}")
        return all(word in text for word in asked)


def kind_of(one: Incident) -> str:
    """The code of an incident, else its situation."""
    return one.code or one.situation or ""


def shown_incidents(
    state: State, wanted: IncidentFilter, words: Words, book: Rulebook
) -> list[Incident]:
    """The incidents of the log that are shown, in its order."""
    listed = incidents_in_order(state)
    return [one for one in listed if wanted.holds(state, one, words, book)] if wanted.on else listed


def filter_line(
    state: State, wanted: IncidentFilter, shown: int, words: Words, book: Rulebook
) -> str:
    """What is filtered by, and how many are hidden, an alert first; empty where nothing is."""
    if not wanted.on:
        return ""
    by = [words.text(N_("open only"))] if wanted.open_only else []
    if wanted.about is not None:
        by.append(_who(state, wanted.about, words))
    if wanted.kind is not None:
        by.append(_kind(wanted.kind, words, book))
    if wanted.place is not None:
        by.append(label(CHOICES, wanted.place, words))
    if wanted.typed.strip():
        by.append(words.say(N_("“{typed}”"), typed=visible(wanted.typed.strip())))
    hidden = words.plural("{n} hidden", "{n} hidden", len(state.incidents) - shown)
    told = words.say(N_("{hidden}; shown: {by}"), by=" · ".join(by), hidden=hidden)
    alerts = [one for one in state.incidents.values() if is_alert(state, one)]
    count = sum(not wanted.holds(state, one, words, book) for one in alerts)
    alarming = words.plural("{n} OPEN ALERT hidden", "{n} OPEN ALERTS hidden", count)
    return f"{alarming} · {told}" if count else told


def _who(state: State, about: str, words: Words) -> str:
    one = state.candidates.get(about)
    return visible(f"{one.last_name} {one.first_name}") if one else words.text(N_("room"))


def _kind(kind: str, words: Words, book: Rulebook) -> str:
    if kind in book.situation_tables:
        return visible(book.situation_title(kind, words.language))
    return visible(f"{kind} {book.code_label(kind, words.language)}".strip())


# --- what there is to filter by


def filter_choices(
    state: State, wanted: IncidentFilter, words: Words, book: Rulebook, *, of: str = ""
) -> Choices:
    """What the log may be filtered by, each with how many it concerns; ``of`` one part only.

    The parts are open, about, kind and place; what is on already is offered to be taken off.
    """
    listed = incidents_in_order(state)
    places = Counter(place for one in listed for place in destinations(state, one))
    found = [
        ("open", words.text(N_("open only")), sum(one.closed is None for one in listed)),
        *(
            (f"about:{about}", _who(state, about, words), count)
            for about, count in _counted([one.candidate or ROOM for one in listed])
        ),
        *(
            (f"kind:{kind}", _kind(kind, words, book), count)
            for kind, count in _counted([kind_of(one) for one in listed])
        ),
        *(
            (f"place:{place}", label(CHOICES, place, words), places[place])
            for place in get_args(Destination)
            if places[place]
        ),
    ]
    held = _keys(wanted)
    return [
        (key, words.say(N_("no longer: {what}"), what=text) if key in held else f"{text} ({count})")
        for key, text, count in found
        if key.partition(":")[0] == of or not of
    ]


def _counted(values: Sequence[str]) -> list[tuple[str, int]]:
    return list(Counter(values).items())


def _keys(wanted: IncidentFilter) -> set[str]:
    parts = {"about": wanted.about, "kind": wanted.kind, "place": wanted.place}
    keys = {f"{name}:{value}" for name, value in parts.items() if value is not None}
    return keys | ({"open"} if wanted.open_only else set())


def turned(wanted: IncidentFilter, key: str) -> IncidentFilter:
    """The filter with that choice put on, or taken off where it was on."""
    if key == "open":
        return changed(wanted, open_only=not wanted.open_only)
    part, _, value = key.partition(":")
    if part == "about":
        return changed(wanted, about=None if wanted.about == value else value)
    if part == "kind":
        return changed(wanted, kind=None if wanted.kind == value else value)
    return changed(wanted, place=None if wanted.place == value else value)
