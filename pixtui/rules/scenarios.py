"""Scenarios of rehearsals: dated data like the rules, checked with the line of what is wrong.

A scenario is one TOML file. Those shipped stand in ``data/scenarios``; a centre's own in
``scenarios/`` of the configuration folder, where one of the same name takes the place of a
shipped one. ``frame`` names events that every exam day has (``data/scenarios/frame.toml``), which
an event of the same id changes; ``pupils`` is a number of the shipped class, else each has a table.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from pixtui.domain.commands import ACTS, ConfirmPresence, SetStep
from pixtui.domain.rehearsal.scenario import Scenario
from pixtui.domain.rules import Mode
from pixtui.files import path_typed
from pixtui.resources import config_folder
from pixtui.rules.acts import value_wanted
from pixtui.rules.problems import RulesError
from pixtui.rules.rulebook import DATA, Rulebook
from pixtui.rules.scenario_schema import SCENARIO
from pixtui.rules.scenario_tables import scenario_of
from pixtui.rules.shapes import (
    Place,
    Wrong,
)
from pixtui.rules.source import Source, Table, checked, read_source

SHIPPED = DATA / "scenarios"
FRAME = "frame"
OWN_FOLDER = "scenarios"
MOST_PUPILS = 60
WITH_ES: Mode = "with-es"
NAMED = re.compile(r"\{([^{}]*)\}")
"""A seat in a text, in whose place the name of whoever sits there is told."""


@frozen
class Written:
    """A scenario and the tables it was read from, which travel with a rehearsal."""

    scenario: Scenario
    tables: Table


def shipped_names() -> list[str]:
    """The names of the shipped scenarios, the easiest first."""
    order: list[str] = read_source(SHIPPED / f"{FRAME}.toml").values["order"]
    return order


def scenario_names() -> list[str]:
    """Every scenario there is here: the shipped ones, then a centre's own."""
    own = config_folder() / OWN_FOLDER
    names = sorted(path.stem for path in own.glob("*.toml")) if own.is_dir() else []
    return [*shipped_names(), *(name for name in names if name not in shipped_names())]


def scenario_path(named: str) -> Path:
    """The file of a scenario: a path, else a centre's own of that name, else the shipped one."""
    if "/" in named or named.endswith(".toml"):
        return path_typed(named)
    own = config_folder() / OWN_FOLDER / f"{named}.toml"
    return own if own.exists() else SHIPPED / f"{named}.toml"


def kept_scenario(tables: Table) -> Scenario | None:
    """The scenario that travelled with a rehearsal; None where somebody changed it by hand."""
    kept = dict(tables)
    if not isinstance(kept.pop("id", None), str) or SCENARIO(kept) is not None:
        return None
    try:
        return scenario_of(tables)
    except (KeyError, TypeError, ValueError):
        return None


def read_scenario(path: Path, book: Rulebook) -> Written:
    """The scenario of a file; raises RulesError with the line of what is wrong in it."""
    source = checked(read_source(path), SCENARIO)
    tables = _framed(source)
    own = {one["id"] for one in source.values.get("event", [])}
    shipped = path.parent == SHIPPED
    tables["event"] = [
        _possible(one, tables, book) if shipped or one["id"] not in own else one
        for one in tables["event"]
    ]
    for wrong in _wrongs(source, tables, book):
        raise source.error(wrong)
    tables["id"] = path.stem
    return Written(scenario_of(tables), tables)


# --- the frame and the class


def _framed(source: Source) -> Table:
    """The tables of a scenario, what it takes of the frame put into them."""
    tables, frame = dict(source.values), read_source(SHIPPED / f"{FRAME}.toml").values
    known = {one["id"]: one for one in frame["event"]}
    events: dict[str, Table] = {}
    for number, name in enumerate(tables.pop("frame", [])):
        if name not in known:
            params = {"id": name, "known": ", ".join(known)}
            raise source.error(Wrong(("frame", number), "event_unknown", params))
        events[name] = known[name]
    own: set[str] = set()
    for number, event in enumerate(tables.get("event", [])):
        name = event["id"]
        if name in own:
            raise source.error(Wrong(("event", number, "id"), "twice", {"id": name}))
        own.add(name)
        events[name] = {**events.get(name, {}), **event}
    tables["event"] = list(events.values())
    count = tables.pop("pupils", None)
    if count is not None:
        if count > len(frame["pupil"]) or "pupil" in tables:
            most = {"most": str(len(frame["pupil"]))}
            raise source.error(Wrong(("pupils",), "pupils_count", most))
        tables["pupil"] = frame["pupil"][:count]
    return tables


def _possible(event: Table, scenario: Table, book: Rulebook) -> Table:
    """An event of ours with only what a centre's rules and the mode of supervision leave possible.

    A centre may have taken away an item, or lines of the guide: that must not make a rehearsal
    ask for what cannot be done.
    """
    if "expects" not in event:
        return event
    lines = len(book.situation_do(event.get("situation", ""), "fr"))
    expects = [
        one
        if one.get("line", 0) <= lines
        else {
            **{key: value for key, value in one.items() if key != "line"},
            "says": _advice(event, book),
        }
        for one in event["expects"]
        if any(_can_be(fact, scenario.get("mode", WITH_ES), book) for fact in one["facts"])
    ]
    return {**event, "expects": expects}


def _advice(event: Table, book: Rulebook) -> dict[str, str]:
    """What the guide says of an event as a whole, in the place of a line that it has no more."""
    situation = event.get("situation", "")
    return {one: book.situation_advice(situation, one) for one in ("fr", "en")}


def _can_be(fact: Table, mode: Mode, book: Rulebook) -> bool:
    """Whether a fact can be declared in that mode, under those rules."""
    if fact.get("command") == ConfirmPresence.NAME:
        return mode == WITH_ES
    if fact.get("command") != SetStep.NAME or "step" not in fact:
        return True
    rule = book.rules.step(fact["step"], mode)
    return rule is not None and fact.get("item", next(iter(rule.items), None)) in (
        None,
        *rule.items,
    )


# --- what a scenario names must be there


def _wrongs(source: Source, tables: Table, book: Rulebook) -> Iterator[Wrong]:
    """What is wrong with what a scenario names, at the place where the file says it."""
    pupils = tables.get("pupil", [])
    seats = [one["seat"] for one in pupils]
    if not seats or len(seats) > MOST_PUPILS:
        yield Wrong((), "missing_key", {"key": "pupils"})
    for number, seat in enumerate(seats):
        if seat in seats[:number]:
            yield Wrong(("pupil", number, "seat"), "twice", {"id": seat})
    if not tables["event"]:
        yield Wrong((), "missing_key", {"key": "[[event]]"})
    own = {one["id"]: number for number, one in enumerate(source.values.get("event", []))}
    names = [one["id"] for one in tables["event"]]
    for event in tables["event"]:
        place: Place = ("event", own[event["id"]]) if event["id"] in own else ()
        looking = _Looking(book, seats, names, tables.get("mode", WITH_ES))
        for wrong in looking.at(event):
            yield Wrong((*place, *wrong.place) if place else (), wrong.code, wrong.params)
    circle = _circle(tables["event"])
    if circle:
        first = next((one for one in circle if one in own), None)
        place = ("event", own[first], "when", "told") if first is not None else ()
        yield Wrong(place, "when_circle", {"id": ", ".join(circle)})


def _circle(events: list[Table]) -> list[str]:
    """Events that wait for one another, so that none of them ever happens."""
    told = {one["id"]: one["when"].get("told") for one in events}
    ends: set[str] = set()
    for name in told:
        seen: dict[str, None] = {}
        waits: str | None = name
        while waits is not None and waits not in seen and waits not in ends:
            seen[waits] = None
            waits = told.get(waits)
        if waits in seen:
            found = list(seen)
            return found[found.index(waits) :]
        ends.update(seen)
    return []


@frozen
class _Looking:
    """What an event may name."""

    book: Rulebook
    seats: list[str]
    events: list[str]
    mode: Mode

    def at(self, event: Table) -> Iterator[Wrong]:
        """What is wrong with one event."""
        for key in ("when", "says"):
            if key not in event:
                yield Wrong((), "missing_key", {"key": key})
        situation = event.get("situation")
        if situation is not None and situation not in self.book.situation_tables:
            yield self._unknown(("situation",), "situation_unknown", situation, self._situations())
        yield from self._when(event.get("when", {}), event["id"])
        yield from self._named(event)
        for number, one in enumerate(event.get("expects", [])):
            for wrong in self._expected(one, situation):
                yield Wrong(("expects", number, *wrong.place), wrong.code, wrong.params)
        for number, one in enumerate(event.get("forbids", [])):
            for wrong in (*self._facts(one["facts"]), *self._named(one)):
                yield Wrong(("forbids", number, *wrong.place), wrong.code, wrong.params)

    def _situations(self) -> list[str]:
        return list(self.book.situation_tables)

    @staticmethod
    def _unknown(place: Place, code: str, name: str, known: list[str]) -> Wrong:
        return Wrong(place, code, {"id": name, "known": ", ".join(known)})

    def _named(self, part: Table) -> Iterator[Wrong]:
        """The seats whose names a text of this part asks for."""
        for language, text in part.get("says", {}).items():
            for seat in NAMED.findall(text):
                if seat not in self.seats:
                    yield self._unknown(("says", language), "seat_unknown", seat, self.seats)

    def _when(self, when: Table, event: str) -> Iterator[Wrong]:
        told = when.get("told")
        if len([one for one in ("minute", "after", "told", "ends") if one in when]) != 1:
            yield Wrong(("when",), "when_one", {})
        if told is not None and (told not in self.events or told == event):
            others = [one for one in self.events if one != event]
            yield self._unknown(("when", "told"), "event_unknown", told, others)
        if when.get("minutes", 0) < 0:
            yield Wrong(("when", "minutes"), "wrong_value", {"wants": "count"})
        if "after" in when:
            for wrong in self._fact(when["after"]):
                yield Wrong(("when", "after", *wrong.place), wrong.code, wrong.params)

    def _expected(self, one: Table, situation: str | None) -> Iterator[Wrong]:
        yield from self._facts(one["facts"])
        yield from self._named(one)
        if "before" in one:
            for wrong in self._fact(one["before"]):
                yield Wrong(("before", *wrong.place), wrong.code, wrong.params)
        for number, seat in enumerate(one.get("but", [])):
            if seat not in self.seats:
                yield self._unknown(("but", number), "seat_unknown", seat, self.seats)
        step = one.get("step")
        steps = [rule.id for rule in self.book.rules.steps]
        if step is not None and step not in steps:
            yield self._unknown(("step",), "step_unknown", step, list(dict.fromkeys(steps)))
        lines = len(self.book.situation_do(situation or "", "fr"))
        if "line" in one and one["line"] > lines:
            yield Wrong(("line",), "line_unknown", {"id": situation or "", "most": str(lines)})
        if "line" not in one and "says" not in one:
            yield Wrong((), "missing_key", {"key": "says"})

    def _facts(self, facts: list[Table]) -> Iterator[Wrong]:
        if not facts:
            yield Wrong(("facts",), "wrong_value", {"wants": "fact"})
        for number, fact in enumerate(facts):
            for wrong in self._fact(fact):
                yield Wrong(("facts", number, *wrong.place), wrong.code, wrong.params)

    def _fact(self, fact: Table) -> Iterator[Wrong]:
        names = fact["command"] if isinstance(fact["command"], list) else [fact["command"]]
        if fact.get("command") == SetStep.NAME and not _can_be(fact, self.mode, self.book):
            steps = [rule.id for rule in self.book.rules.steps_for(self.mode)]
            rule = self.book.rules.step(str(fact.get("step", "")), self.mode)
            key, known = ("item", list(rule.items)) if rule else ("step", steps)
            yield self._unknown((key,), f"{key}_unknown", str(fact.get(key, "")), known)
        for name in names:
            if name not in ACTS:
                yield self._unknown(("command",), "command_unknown", str(name), list(ACTS))
                continue
            for key, value in fact.items():
                if key == "candidate" and value not in self.seats:
                    yield self._unknown((key,), "seat_unknown", str(value), self.seats)
                elif key not in ("command", "candidate"):
                    wrong = value_wanted(ACTS[name], key, value)
                    if wrong is not None:
                        yield wrong


__all__ = ["RulesError", "Written", "kept_scenario", "read_scenario", "scenario_names"]
