"""The rulebook: the machine's part of the rules, and the texts people read.

A centre's own file (``rules.toml`` in the configuration folder) overrides or adds steps,
situations, causes and delays by id; a new step says ``after`` which one it comes.
"""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from attrs import evolve as changed
from attrs import fields, frozen

from pixtui.domain.rules import (
    CauseRule,
    CodeRule,
    Destination,
    Evidence,
    Mode,
    Rules,
    SituationRule,
    StepPhase,
    StepRule,
    Windows,
)
from pixtui.resources import config_folder
from pixtui.rules.source import (
    Check,
    RulesError,
    Source,
    Table,
    check_key,
    checked,
    is_count,
    is_flag,
    is_name,
    is_text,
    is_texts,
    list_of,
    one_of,
    read_source,
    table_of,
)

DATA = Path(__file__).resolve().parent / "data"
OWN_FILE = "rules.toml"
MOMENTS = ("before", "technical", "people", "end")

_BOTH: dict[str, Check] = {"fr": is_text, "en": is_text}
STEP_KEYS: dict[str, Check] = {
    "id": is_name,
    "phase": one_of(*get_args(StepPhase)),
    "mode": one_of(*get_args(Mode)),
    "optional": is_flag,
    "evidence": one_of(*get_args(Evidence)),
    "after": is_name,
    "title": is_texts,
    "text": is_texts,
    "items": list_of(table_of({"id": is_name, **_BOTH}, {"ours": is_flag})),
    "links": list_of(table_of({**_BOTH, "url": is_text}, {})),
    "papers": list_of(is_text),
}
CODE_KEYS: dict[str, Check] = {
    "code": is_text,
    **dict.fromkeys(
        ("live", "question", "needs_extra_time", "not_blocking", "fraud", "deprecated"), is_flag
    ),
    **_BOTH,
}
CAUSE_KEYS: dict[str, Check] = {"id": is_name, "given_back": is_flag, **_BOTH}
SITUATION_KEYS: dict[str, Check] = {
    "id": is_name,
    "moment": one_of(*MOMENTS),
    "code": is_text,
    "destinations": list_of(one_of(*get_args(Destination))),
    "unknown": is_flag,
    "title": is_texts,
    "do": is_texts,
}
TOP_KEYS = frozenset(
    (
        "dated",
        "step",
        "code",
        "cause",
        "situation",
        "durations",
        "windows",
        "retention_days",
        "unknown_cause_given_back",
    )
)


@frozen(kw_only=True)
class Link:
    """A place on the web that a step names."""

    label: str
    url: str


@frozen
class Rulebook:
    """The rules and their texts, by id."""

    rules: Rules
    step_tables: Mapping[tuple[str, str | None], Table]
    situation_tables: Mapping[str, Table]
    cause_tables: Mapping[str, Table]
    code_tables: Mapping[str, Table]

    def _step(self, step: str, mode: Mode) -> Table:
        return self.step_tables.get((step, mode)) or self.step_tables.get((step, None)) or {}

    def step_title(self, step: str, mode: Mode, language: str) -> str:
        """What a step is called; its id where this rulebook does not know it."""
        return str(self._step(step, mode).get("title", {}).get(language, step))

    def step_text(self, step: str, mode: Mode, language: str) -> str:
        """What to do in a step and what proves it."""
        return str(self._step(step, mode).get("text", {}).get(language, ""))

    def item_title(self, step: str, item: str, mode: Mode, language: str) -> str:
        """What an item of a step is called."""
        for table in self._step(step, mode).get("items", []):
            if table["id"] == item:
                return str(table[language])
        return item

    def links(self, step: str, mode: Mode, language: str) -> list[Link]:
        """The links of a step."""
        tables = self._step(step, mode).get("links", [])
        return [Link(label=one[language], url=one["url"]) for one in tables]

    def situation_title(self, situation: str, language: str) -> str:
        """What one sees, for a situation."""
        table = self.situation_tables.get(situation, {})
        return str(table.get("title", {}).get(language, situation))

    def situation_code(self, situation: str) -> str:
        """The report code of a situation, empty where it has none."""
        return str(self.situation_tables.get(situation, {}).get("code", ""))

    def situation_advice(self, situation: str, language: str) -> str:
        """What to do in a situation."""
        table = self.situation_tables.get(situation, {})
        return str(table.get("do", {}).get(language, ""))

    def situations(self) -> list[str]:
        """Every situation, in the order of the day."""
        return list(self.situation_tables)

    def moment(self, situation: str) -> str:
        """When a situation arises: before, technical, people, end."""
        return str(self.situation_tables.get(situation, {}).get("moment", ""))

    def cause_label(self, cause: str, language: str) -> str:
        """What a cause of interruption is called; the cause itself where it is free text."""
        return str(self.cause_tables.get(cause, {}).get(language, cause))

    def causes(self) -> list[str]:
        """The causes of interruption the rules know."""
        return list(self.cause_tables)

    def code_label(self, code: str, language: str) -> str:
        """What a report code means."""
        return str(self.code_tables.get(code, {}).get(language, code))

    def codes(self) -> list[str]:
        """The report codes in use."""
        return [code for code, table in self.code_tables.items() if not table.get("deprecated")]


@cache
def rulebook() -> Rulebook:
    """The rulebook in force here; raises RulesError on a centre's broken file."""
    own = config_folder() / OWN_FILE
    return load(own if own.exists() else None)


def load(own: Path | None = None) -> Rulebook:
    """The shipped rules with a centre's own file over them; raises RulesError."""
    sources = [read_source(DATA / f"{one}.toml") for one in ("procedure", "incidents", "durations")]
    if own is not None:
        sources.append(read_source(own))
    steps: dict[tuple[str, str | None], Table] = {}
    situations: dict[str, Table] = {}
    causes: dict[str, Table] = {}
    codes: dict[str, Table] = {}
    top: Table = {}
    for source in sources:
        _check_top(source)
        _merge_steps(source, steps)
        _merge(source, "situation", SITUATION_KEYS, ("title",), situations)
        _merge(source, "cause", CAUSE_KEYS, ("fr", "en"), causes)
        _merge(source, "code", CODE_KEYS, ("fr", "en"), codes, name="code")
        top = _merge_top(top, source)
    _check_references(sources[-1], situations, codes)
    rules = _rules(list(steps.values()), situations, causes, codes, top)
    return Rulebook(rules, steps, situations, causes, codes)


def _check_top(source: Source) -> None:
    for key in source.values:
        if key not in TOP_KEYS:
            remedy = f"Known tables: {', '.join(sorted(TOP_KEYS))}."
            raise source.wrong("", 0, key, f"unknown table or key {key}", remedy)
    for kind, keys in (
        ("durations", dict.fromkeys(source.values.get("durations", ()), is_count)),
        ("windows", dict.fromkeys((one.name for one in fields(Windows)), is_count)),
    ):
        table = source.values.get(kind, {})
        if not isinstance(table, dict):
            raise source.wrong("", 0, kind, f"{kind} is not a table", f"Write [{kind}].")
        for key, value in table.items():
            check_key(source, kind, 0, keys, key, value)
    tops: dict[str, Check] = {
        "dated": lambda value: isinstance(value, dt.date),
        "retention_days": is_count,
        "unknown_cause_given_back": is_flag,
    }
    for key, check in tops.items():
        if key in source.values and not check(source.values[key]):
            raise source.wrong("", 0, key, f"{key} has a wrong value", "Compare with the README.")


def _merge_top(top: Table, source: Source) -> Table:
    merged = {**top, **{k: v for k, v in source.values.items() if not isinstance(v, list)}}
    for kind in ("durations", "windows"):
        merged[kind] = {**top.get(kind, {}), **source.values.get(kind, {})}
    return merged


def _merge(
    source: Source,
    kind: str,
    keys: Mapping[str, Check],
    needed: tuple[str, ...],
    known: dict[str, Table],
    name: str = "id",
) -> None:
    own: set[str] = set()
    for number, table in enumerate(checked(source, kind, keys, (name,))):
        key = table[name]
        if key in own:
            raise source.wrong(kind, number, name, f"{key} stands twice", "Keep one of the two.")
        own.add(key)
        known[key] = {**known.get(key, {}), **table}
        for one in needed:
            if one not in known[key]:
                raise source.wrong(kind, number, None, f"{kind} without {one}", f"Add {one} = …")


def _merge_steps(source: Source, known: dict[tuple[str, str | None], Table]) -> None:
    own: set[tuple[str, str | None]] = set()
    for number, table in enumerate(checked(source, "step", STEP_KEYS, ("id",))):
        key = (table["id"], table.get("mode"))
        if key in own:
            what = f"step {table['id']} stands twice"
            raise source.wrong("step", number, "id", what, "Keep one of the two.")
        own.add(key)
        existing = known.get(key, {})
        merged = {**existing, **{k: v for k, v in table.items() if k != "after"}}
        for one in ("phase", "title"):
            if one not in merged:
                raise source.wrong("step", number, None, f"step without {one}", f"Add {one} = …")
        if existing or "after" not in table:
            known[key] = merged
            continue
        places = [place for place, (step, _mode) in enumerate(known) if step == table["after"]]
        if not places:
            what = f"after names no step: {table['after']}"
            raise source.wrong("step", number, "after", what, "Name the id of a step.")
        listed = list(known.items())
        listed.insert(places[-1] + 1, (key, merged))
        known.clear()
        known.update(listed)


def _check_references(
    source: Source, situations: Mapping[str, Table], codes: Mapping[str, Table]
) -> None:
    for number, table in enumerate(source.values.get("situation", [])):
        code = situations[table["id"]].get("code")
        if code is not None and code not in codes:
            what = f"{code} is no report code"
            raise source.wrong("situation", number, "code", what, "Name a code of Pix.")


def _rules(
    steps: list[Table],
    situations: Mapping[str, Table],
    causes: Mapping[str, Table],
    codes: Mapping[str, Table],
    top: Table,
) -> Rules:
    by_phase = sorted(steps, key=lambda table: get_args(StepPhase).index(table["phase"]))
    return Rules(
        dated=top["dated"],
        steps=tuple(_picked(StepRule, _step_values(table)) for table in by_phase),
        codes=tuple(_picked(CodeRule, table) for table in codes.values()),
        situations=tuple(
            changed(
                _picked(SituationRule, table), destinations=tuple(table.get("destinations", ()))
            )
            for table in situations.values()
        ),
        causes=tuple(_picked(CauseRule, table) for table in causes.values()),
        unknown_cause_given_back=top["unknown_cause_given_back"],
        durations=top["durations"],
        windows=Windows(**top["windows"]),
        retention_days=top["retention_days"],
    )


def _step_values(table: Table) -> Table:
    return {**table, "items": tuple(item["id"] for item in table.get("items", []))}


def _picked(kind: type[Any], table: Table) -> Any:
    names = {one.name for one in fields(kind)}
    return kind(**{key: value for key, value in table.items() if key in names})


__all__ = ["Link", "Rulebook", "RulesError", "load", "rulebook"]
