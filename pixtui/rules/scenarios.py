"""Scenarios of rehearsals: dated data like the rules, checked with the line of what is wrong.

A scenario is one TOML file. Those shipped stand in ``data/scenarios``; a centre's own in
``scenarios/`` of the configuration folder, where one of the same name takes the place of a
shipped one. ``frame`` names events that every exam day has (``data/scenarios/frame.toml``), which
an event of the same id changes; ``pupils`` is a number of the shipped class, else each has a table.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from attrs import frozen

from pixtui.domain.commands import ACTS
from pixtui.domain.rehearsal.scenario import (
    Circle,
    Event,
    Expected,
    Fact,
    Forbidden,
    Pupil,
    Scenario,
    Stage,
    When,
)
from pixtui.domain.rules import Mode
from pixtui.files import path_typed
from pixtui.resources import config_folder
from pixtui.rules.acts import value_wanted
from pixtui.rules.problems import RulesError
from pixtui.rules.rulebook import DATA, Rulebook
from pixtui.rules.shapes import (
    Place,
    Wrong,
    both,
    is_count,
    is_day,
    is_minute,
    is_name,
    is_seat,
    is_text,
    list_of,
    one_of,
    plain,
    table_of,
)
from pixtui.rules.source import Source, Table, checked, read_source

SHIPPED = DATA / "scenarios"
FRAME = "frame"
OWN_FOLDER = "scenarios"
MOST_PUPILS = 60

_FACT = plain(lambda value: isinstance(value, dict) and "command" in value, "fact")
_FACTS = list_of(_FACT)
_SEATS = list_of(is_seat)
_WHEN = table_of(
    {},
    {
        "minute": is_minute,
        "after": _FACT,
        "count": is_count,
        "told": is_name,
        "ends": plain(lambda value: value is True, "flag"),
        "minutes": is_minute,
    },
)
_EXPECTED = table_of(
    {"facts": _FACTS},
    {
        "within": is_count,
        "everyone": one_of(*get_args(Circle)[1:]),
        "but": _SEATS,
        "before": _FACT,
        "line": is_count,
        "step": is_name,
        "says": both,
    },
)
_FORBIDDEN = table_of({"facts": _FACTS, "says": both}, {"within": is_count})
_EVENT = table_of(
    {"id": is_name},
    {
        "situation": is_name,
        "when": _WHEN,
        "says": both,
        "expects": list_of(_EXPECTED),
        "forbids": list_of(_FORBIDDEN),
    },
)
_PUPIL = table_of(
    {"seat": is_seat, "last_name": is_text, "first_name": is_text, "birthdate": is_day},
    {"class": is_text, "extra_time": is_count},
)
SCENARIO = table_of(
    {"title": both, "about": both},
    {
        "stage": one_of(*get_args(Stage)),
        "begins": is_minute,
        "mode": one_of(*get_args(Mode)),
        "frame": list_of(is_name),
        "pupils": is_count,
        "pupil": list_of(_PUPIL, "tables"),
        "event": list_of(_EVENT, "tables"),
    },
)


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


def read_scenario(path: Path, book: Rulebook) -> Written:
    """The scenario of a file; raises RulesError with the line of what is wrong in it."""
    source = checked(read_source(path), SCENARIO)
    tables = _framed(source)
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
        looking = _Looking(book, seats, names)
        for wrong in looking.at(event):
            yield Wrong((*place, *wrong.place) if place else (), wrong.code, wrong.params)


@frozen
class _Looking:
    """What an event may name."""

    book: Rulebook
    seats: list[str]
    events: list[str]

    def at(self, event: Table) -> Iterator[Wrong]:
        """What is wrong with one event."""
        for key in ("when", "says"):
            if key not in event:
                yield Wrong((), "missing_key", {"key": key})
        situation = event.get("situation")
        if situation is not None and situation not in self.book.situation_tables:
            yield self._unknown(("situation",), "situation_unknown", situation, self._situations())
        yield from self._when(event.get("when", {}), event["id"])
        for number, one in enumerate(event.get("expects", [])):
            for wrong in self._expected(one, situation):
                yield Wrong(("expects", number, *wrong.place), wrong.code, wrong.params)
        for number, one in enumerate(event.get("forbids", [])):
            for wrong in self._facts(one["facts"]):
                yield Wrong(("forbids", number, *wrong.place), wrong.code, wrong.params)

    def _situations(self) -> list[str]:
        return list(self.book.situation_tables)

    @staticmethod
    def _unknown(place: Place, code: str, name: str, known: list[str]) -> Wrong:
        return Wrong(place, code, {"id": name, "known": ", ".join(known)})

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


# --- from tables to the scenario


def scenario_of(tables: Table) -> Scenario:
    """The scenario that checked tables are."""
    stage = tables.get("stage", "running")
    return Scenario(
        id=tables["id"],
        title=tables["title"],
        about=tables["about"],
        stage=stage,
        begins=tables.get("begins", 6 if stage == "running" else -25),
        mode=tables.get("mode", "with-es"),
        pupils=tuple(_pupil(one) for one in tables["pupil"]),
        events=tuple(_event(one) for one in tables["event"]),
    )


def _pupil(table: Table) -> Pupil:
    named = {key: value for key, value in table.items() if key != "class"}
    return Pupil(**named, class_name=table.get("class", "3A"))


def _event(table: Table) -> Event:
    name = table["id"]
    return Event(
        id=name,
        when=_when(table["when"]),
        says=table["says"],
        situation=table.get("situation"),
        expects=tuple(
            _expected(f"{name}.{number}", one)
            for number, one in enumerate(table.get("expects", []), 1)
        ),
        forbids=tuple(
            Forbidden(
                id=f"{name}.no{number}",
                facts=_facts(one["facts"]),
                within=one.get("within"),
                says=one["says"],
            )
            for number, one in enumerate(table.get("forbids", []), 1)
        ),
    )


def _when(table: Table) -> When:
    after = _fact(table["after"]) if "after" in table else None
    return When(**{**table, "after": after})


def _expected(name: str, table: Table) -> Expected:
    return Expected(
        id=name,
        facts=_facts(table["facts"]),
        within=table.get("within"),
        everyone=table.get("everyone", ""),
        but=tuple(table.get("but", ())),
        before=_fact(table["before"]) if "before" in table else None,
        line=table.get("line"),
        step=table.get("step"),
        says=table.get("says", {}),
    )


def _facts(tables: list[Table]) -> tuple[Fact, ...]:
    return tuple(_fact(one) for one in tables)


def _fact(table: Mapping[str, Any]) -> Fact:
    names = table["command"]
    fields = {key: value for key, value in table.items() if key not in ("command", "candidate")}
    return Fact(
        commands=tuple(names) if isinstance(names, list) else (names,),
        candidate=table.get("candidate"),
        fields=fields,
    )


__all__ = ["RulesError", "Written", "read_scenario", "scenario_names", "scenario_of"]
