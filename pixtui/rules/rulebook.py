"""The rulebook: the machine's part of the rules, and the texts people read.

A centre's own file (``rules.toml`` in the configuration folder) is laid over the shipped
ones by id: what a table says replaces, what it leaves out stays, an id of its own adds.
A list of items replaces the shipped list; an item named by its id alone keeps its texts.
A new step says ``after`` which one it comes, and has its phase; a known one moves there.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import fields, frozen

from pixtui.domain.rules import CauseRule, CodeRule, Mode, Rules, SituationRule, StepRule, Windows
from pixtui.resources import config_folder
from pixtui.rules.layers import Layers, StepKey, layered
from pixtui.rules.problems import RulesError
from pixtui.rules.schema import CENTRE, MOMENTS, PHASES, SHIPPED
from pixtui.rules.source import Table, checked, read_source

DATA = Path(__file__).resolve().parent / "data"
FILES = ("procedure", "incidents", "durations", "projector", "papers")
OWN_FILE = "rules.toml"


@frozen(kw_only=True)
class Link:
    """A place on the web that a step names."""

    label: str
    url: str


@frozen
class Page:
    """One page of what is projected to the room, or one passage of a paper."""

    table: Table

    def title(self, language: str) -> str:
        """What it is about; empty where it has no title."""
        return str(self.table.get("title", {}).get(language, ""))

    def lines(self, language: str) -> list[str]:
        """What it says, line by line."""
        return list(self.table["lines"][language])


@frozen(kw_only=True)
class CentreIdentity:
    """Who the centre is, on its papers; as far as it said so."""

    name: str = ""
    address: tuple[str, ...] = ()
    contact: str = ""
    logo: Path | None = None
    """A PNG or JPEG file."""


@frozen
class Rulebook:
    """The rules and their texts, by id; an unknown id is its own text."""

    rules: Rules
    step_tables: Mapping[StepKey, Table]
    situation_tables: Mapping[str, Table]
    cause_tables: Mapping[str, Table]
    code_tables: Mapping[str, Table]
    link_tables: Mapping[str, Table]
    box_tables: Mapping[str, Table]
    reason_tables: Mapping[str, Table]
    page_tables: Mapping[str, Table]
    paper_tables: Mapping[str, Table]
    passage_tables: Mapping[str, Table]
    private_codes: frozenset[str]
    """The report codes that tell of an extra time: their words stay off circulating papers."""
    centre: CentreIdentity

    # --- the procedure

    def _step(self, step: str, mode: Mode) -> Table:
        return self.step_tables.get((step, mode)) or self.step_tables.get((step, None)) or {}

    def step_title(self, step: str, mode: Mode, language: str) -> str:
        """What a step is called; its id where this rulebook does not know it."""
        return str(self._step(step, mode).get("title", {}).get(language, step))

    def step_text(self, step: str, mode: Mode, language: str) -> str:
        """What to do in a step and what proves it."""
        return str(self._step(step, mode).get("text", {}).get(language, ""))

    def _item(self, step: str, item: str, mode: Mode) -> Table:
        items: list[Table] = self._step(step, mode).get("items", [])
        return next((one for one in items if one["id"] == item), {})

    def item_title(self, step: str, item: str, mode: Mode, language: str) -> str:
        """What an item of a step is called."""
        return str(self._item(step, item, mode).get(language, item))

    def item_is_ours(self, step: str, item: str, mode: Mode) -> bool:
        """Whether an item is pixtui's own proposal, not the procedure's: the centre decides."""
        return bool(self._item(step, item, mode).get("ours"))

    def links(self, step: str, mode: Mode, language: str) -> list[Link]:
        """The links of a step."""
        tables = [self.link_tables[one] for one in self._step(step, mode).get("links", [])]
        return [Link(label=one[language], url=one["url"]) for one in tables]

    def papers(self, step: str, mode: Mode) -> list[str]:
        """The papers a step calls for, by their document names."""
        return list(self._step(step, mode).get("papers", []))

    # --- the incident guide

    def situations(self, moment: str | None = None) -> list[str]:
        """Every situation in the order of the day, or those of one moment."""
        return [
            situation
            for situation in self.situation_tables
            if moment is None or self.moment(situation) == moment
        ]

    def moment(self, situation: str) -> str:
        """When a situation arises: before, technical, people, end."""
        return str(self.situation_tables.get(situation, {}).get("moment", ""))

    def situation_title(self, situation: str, language: str) -> str:
        """What one sees, for a situation."""
        table = self.situation_tables.get(situation, {})
        return str(table.get("title", {}).get(language, situation))

    def situation_also(self, situation: str, language: str) -> str:
        """Other words by which a situation is found, besides its title and its advice."""
        table = self.situation_tables.get(situation, {})
        return str(table.get("also", {}).get(language, ""))

    def situation_do(self, situation: str, language: str) -> list[str]:
        """What to do in a situation, line by line, the most pressing first."""
        table = self.situation_tables.get(situation, {})
        return list(table.get("do", {}).get(language, []))

    def situation_advice(self, situation: str, language: str) -> str:
        """What to do in a situation, in one paragraph."""
        return " ".join(self.situation_do(situation, language))

    def situation_record(self, situation: str, language: str) -> str:
        """What to write down in a situation."""
        table = self.situation_tables.get(situation, {})
        return str(table.get("record", {}).get(language, ""))

    def about(self, situation: str) -> str:
        """Whom a situation is about: ``room``, ``some``; empty for one candidate or anything."""
        return str(self.situation_tables.get(situation, {}).get("about", ""))

    def holds_up(self, situation: str) -> str:
        """The cause by which a situation usually interrupts a test; empty where it does not."""
        return str(self.situation_tables.get(situation, {}).get("holds_up", ""))

    def stops_room(self, situation: str) -> str:
        """The cause by which a situation stops several candidates or the whole room."""
        return str(self.situation_tables.get(situation, {}).get("stops_room", ""))

    def ends_for(self, situation: str) -> str:
        """The likely reason (candidate, technical) where a situation ends a test."""
        return str(self.situation_tables.get(situation, {}).get("reason", ""))

    def goes_with(self, situation: str) -> list[str]:
        """What the form of a situation asks for and records by the same entry."""
        return list(self.situation_tables.get(situation, {}).get("goes_with", []))

    def centre_rule(self, situation: str, language: str) -> str:
        """The centre's own rule for a situation, where it wrote one."""
        table = self.situation_tables.get(situation, {})
        return str(table.get("rule", {}).get(language, ""))

    def centre_decides(self, situation: str) -> bool:
        """Whether no known rule settles a situation: the centre's own does."""
        return bool(self.situation_tables.get(situation, {}).get("unknown"))

    def causes(self) -> list[str]:
        """The causes of interruption the rules know."""
        return list(self.cause_tables)

    def cause_label(self, cause: str, language: str) -> str:
        """What a cause of interruption is called; the cause itself where it is free text."""
        return str(self.cause_tables.get(cause, {}).get(language, cause))

    # --- what the room sees

    def pages(self) -> list[Page]:
        """The pages of the projector, in order."""
        return [Page(table) for table in self.page_tables.values()]

    # --- the papers

    def paper_names(self) -> list[str]:
        """Every paper, in the order of the day."""
        return list(self.paper_tables)

    def papers_for(self, phase: str) -> list[str]:
        """The papers that a moment of the session calls for."""
        return [one for one, table in self.paper_tables.items() if phase in table["phases"]]

    def paper_title(self, paper: str, language: str) -> str:
        """What a paper is called at its top."""
        return str(self.paper_tables.get(paper, {}).get("title", {}).get(language, paper))

    def passages(self, paper: str) -> list[Page]:
        """What a paper says besides its facts, in order."""
        return [Page(one) for one in self.passage_tables.values() if one["paper"] == paper]

    # --- what goes to Pix

    def codes(self) -> list[str]:
        """The report codes in use."""
        return [code for code, table in self.code_tables.items() if not table.get("deprecated")]

    def code_label(self, code: str, language: str) -> str:
        """What a report code means."""
        return str(self.code_tables.get(code, {}).get(language, code))

    def code_needs(self, code: str, language: str) -> str:
        """What Pix asks for with a report code."""
        return str(self.code_tables.get(code, {}).get("needs", {}).get(language, ""))

    def box_text(self, box: str, language: str) -> str:
        """When to tick one of the session's two boxes (has_incident, has_joining_issue)."""
        return str(self.box_tables.get(box, {}).get(language, box))

    def reason_title(self, reason: str, language: str) -> str:
        """What an interruption reason (candidate, technical) stands for."""
        table = self.reason_tables.get(reason, {})
        return str(table.get("title", {}).get(language, reason))

    def reason_consequence(self, reason: str, language: str) -> str:
        """What an interruption reason means for the score."""
        table = self.reason_tables.get(reason, {})
        return str(table.get("consequence", {}).get(language, ""))


@cache
def rulebook() -> Rulebook:
    """The rulebook in force here; raises RulesError on a centre's broken file."""
    own = config_folder() / OWN_FILE
    return load(own if own.exists() else None)


def load(own: Path | None = None) -> Rulebook:
    """The shipped rules with a centre's own file over them; raises RulesError."""
    sources = [checked(read_source(DATA / f"{one}.toml"), SHIPPED) for one in FILES]
    if own is not None:
        sources.append(checked(read_source(own), CENTRE))
    layers = layered(sources)
    return Rulebook(
        _rules(layers),
        layers.steps,
        _by_moment(layers.kinds["situation"]),
        layers.kinds["cause"],
        layers.kinds["code"],
        layers.kinds["link"],
        layers.kinds["box"],
        layers.kinds["reason"],
        layers.kinds["page"],
        layers.kinds["paper"],
        layers.kinds["passage"],
        frozenset(layers.top["private_codes"]),
        _centre(layers.top.get("centre", {}), own),
    )


def _centre(table: Table, own: Path | None) -> CentreIdentity:
    logo = table.get("logo")
    return CentreIdentity(
        name=table.get("name", ""),
        address=tuple(table.get("address", ())),
        contact=table.get("contact", ""),
        logo=own.parent / logo if own and logo else None,
    )


def _by_moment(situations: Mapping[str, Table]) -> dict[str, Table]:
    return dict(sorted(situations.items(), key=lambda one: MOMENTS.index(one[1]["moment"])))


def _rules(layers: Layers) -> Rules:
    by_phase = sorted(layers.steps.values(), key=lambda table: PHASES.index(table["phase"]))
    situations = _by_moment(layers.kinds["situation"]).values()
    return Rules(
        dated=layers.top["dated"],
        steps=tuple(_step(table) for table in by_phase),
        codes=tuple(_picked(CodeRule, table) for table in layers.kinds["code"].values()),
        situations=tuple(_situation(table) for table in situations),
        causes=tuple(_picked(CauseRule, table) for table in layers.kinds["cause"].values()),
        unknown_cause_given_back=layers.top["unknown_cause_given_back"],
        durations=layers.top["durations"],
        windows=Windows(**layers.top["windows"]),
        retention_days=layers.top["retention_days"],
    )


def _step(table: Table) -> StepRule:
    items = tuple(item["id"] for item in table.get("items", []))
    made: StepRule = _picked(StepRule, {**table, "items": items})
    return made


def _situation(table: Table) -> SituationRule:
    destinations = tuple(table.get("destinations", ()))
    made: SituationRule = _picked(SituationRule, {**table, "destinations": destinations})
    return made


def _picked(kind: type[Any], table: Table) -> Any:
    names = {one.name for one in fields(kind)}
    return kind(**{key: value for key, value in table.items() if key in names})


__all__ = ["Link", "Page", "Rulebook", "RulesError", "load", "rulebook"]
