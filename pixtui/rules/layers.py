"""Laying one rules file over another, table by table, by id."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from pixtui.rules.schema import NEEDED
from pixtui.rules.shapes import Place, Wrong
from pixtui.rules.source import Source, Table

StepKey = tuple[str, str | None]
"""A step and its mode; None where it belongs to both."""
KINDS = ("situation", "cause", "code", "link", "box", "reason", "page", "paper", "passage")


@frozen
class Layers:
    """What the files say together."""

    steps: dict[StepKey, Table] = field(factory=dict)
    kinds: Mapping[str, dict[str, Table]] = field(factory=lambda: {one: {} for one in KINDS})
    top: Table = field(factory=dict)


def layered(sources: Iterable[Source]) -> Layers:
    """The files laid over one another, the last one on top; raises RulesError."""
    layers = Layers()
    listed = list(sources)
    for source in listed:
        for kind, known in layers.kinds.items():
            _lay(source, kind, known)
        _lay_steps(source, layers.steps)
        _lay_top(source, layers.top)
    for source in listed:
        _check_references(source, layers)
    return layers


def _lay_top(source: Source, top: Table) -> None:
    for key, value in source.values.items():
        if isinstance(value, dict):
            top[key] = {**top.get(key, {}), **value}
        elif key not in ("step", *KINDS):
            top[key] = value


def _lay(source: Source, kind: str, known: dict[str, Table]) -> None:
    name = "code" if kind == "code" else "id"
    own: set[str] = set()
    for number, table in enumerate(source.values.get(kind, [])):
        key = table[name]
        if key in own:
            raise source.error(Wrong((kind, number, name), "twice", {"id": key}))
        own.add(key)
        known[key] = {**known.get(key, {}), **table}
        _complete(source, (kind, number), known[key], NEEDED[kind])


def _complete(source: Source, place: Place, table: Table, needed: tuple[str, ...]) -> None:
    for key in needed:
        if key not in table:
            raise source.error(Wrong(place, "missing_key", {"key": key}))


# --- steps


def _lay_steps(source: Source, known: dict[StepKey, Table]) -> None:
    own: set[StepKey] = set()
    for number, table in enumerate(source.values.get("step", [])):
        place: Place = ("step", number)
        key = (table["id"], table.get("mode"))
        if key in own:
            raise source.error(Wrong((*place, "id"), "twice", {"id": table["id"]}))
        own.add(key)
        shipped = _lies_over(source, place, table, known)
        for each in shipped or [key]:
            known[each] = _merged(source, place, table, known.get(each, {}))
        if "after" in table:
            _move(source, place, table, known, shipped or [key])
        for each in shipped or [key]:
            _complete(source, place, known[each], NEEDED["step"])


def _lies_over(
    source: Source, place: Place, table: Table, known: Mapping[StepKey, Table]
) -> list[StepKey]:
    """The steps a table changes: without ``mode``, those of that id in both modes."""
    same = [key for key in known if key[0] == table["id"]]
    mode = table.get("mode")
    if mode is None:
        return same
    if (table["id"], None) in known:
        raise source.error(Wrong((*place, "mode"), "both_modes", {"id": table["id"]}))
    return [key for key in same if key[1] == mode]


def _merged(source: Source, place: Place, table: Table, under: Table) -> Table:
    merged = {**under, **{key: value for key, value in table.items() if key != "after"}}
    if "items" in table:
        texts = {item["id"]: item for item in under.get("items", [])}
        merged["items"] = [{**texts.get(item["id"], {}), **item} for item in table["items"]]
        seen: set[str] = set()
        for number, item in enumerate(merged["items"]):
            where = (*place, "items", number)
            _complete(source, where, item, ("fr", "en"))
            if item["id"] in seen:
                raise source.error(Wrong(where, "twice", {"id": item["id"]}))
            seen.add(item["id"])
    return merged


def _move(
    source: Source,
    place: Place,
    table: Table,
    known: dict[StepKey, Table],
    moved: list[StepKey],
) -> None:
    anchors = [key for key in known if key[0] == table["after"] and key not in moved]
    if not anchors:
        steps = dict.fromkeys(key[0] for key in known if key not in moved)
        params = {"id": table["after"], "known": ", ".join(steps)}
        raise source.error(Wrong((*place, "after"), "after_unknown", params))
    phase = known[anchors[-1]]["phase"]
    if table.get("phase", phase) != phase:
        params = {"id": table["after"], "phase": phase}
        raise source.error(Wrong((*place, "phase"), "after_phase", params))
    tables = {key: {**known.pop(key), "phase": phase} for key in moved}
    listed = list(known.items())
    at = next(n for n, (key, _) in enumerate(listed) if key == anchors[-1]) + 1
    known.clear()
    known.update([*listed[:at], *tables.items(), *listed[at:]])


# --- what names something else


def _check_references(source: Source, layers: Layers) -> None:
    codes = [code for code, one in layers.kinds["code"].items() if not one.get("deprecated")]
    for number, table in enumerate(source.values.get("situation", [])):
        if table.get("code", codes[0]) not in codes:
            params = {"id": table["code"], "known": ", ".join(codes)}
            raise source.error(Wrong(("situation", number, "code"), "code_unknown", params))
        held = table.get("holds_up")
        if held is not None and held not in layers.kinds["cause"]:
            params = {"id": held, "known": ", ".join(layers.kinds["cause"])}
            raise source.error(Wrong(("situation", number, "holds_up"), "cause_unknown", params))
    papers = layers.kinds["paper"]
    for number, table in enumerate(source.values.get("passage", [])):
        if table.get("paper", next(iter(papers))) not in papers:
            params = {"id": table["paper"], "known": ", ".join(papers)}
            raise source.error(Wrong(("passage", number, "paper"), "paper_unknown", params))
    links = layers.kinds["link"]
    for number, table in enumerate(source.values.get("step", [])):
        for one in table.get("links", []):
            if one not in links:
                params = {"id": one, "known": ", ".join(links)}
                raise source.error(Wrong(("step", number, "links"), "link_unknown", params))
