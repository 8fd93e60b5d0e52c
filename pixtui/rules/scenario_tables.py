"""From the checked tables of a scenario to the scenario itself."""

from collections.abc import Mapping
from typing import Any

from pixtui.domain.rehearsal.scenario import (
    Event,
    Expected,
    Fact,
    Forbidden,
    Pupil,
    Scenario,
    When,
)
from pixtui.rules.source import Table

BEGINS = {"running": 6, "door": -25}
"""The minute at which a clock begins, from the announced start, where it is not said."""


def scenario_of(tables: Table) -> Scenario:
    """The scenario that checked tables are."""
    stage = tables.get("stage", "running")
    return Scenario(
        id=tables["id"],
        title=tables["title"],
        about=tables["about"],
        stage=stage,
        begins=tables.get("begins", BEGINS[stage]),
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
