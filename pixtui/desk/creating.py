"""A new session file, with the rules in force written into its first entry."""

import re
from pathlib import Path
from typing import Any

from attrs import evolve as changed
from attrs import frozen

from pixtui.clock import Clock
from pixtui.desk.desk import Desk
from pixtui.domain.commands import CreateSession
from pixtui.domain.outcome import Finding, Refusal
from pixtui.domain.rules import Rules
from pixtui.domain.text import fold
from pixtui.files import private_folder
from pixtui.rules.rulebook import rulebook
from pixtui.store.codec import CodecError, JsonObject, converter, structure


@frozen
class Created:
    """A session that now exists."""

    desk: Desk
    warnings: tuple[Finding, ...] = ()


def create_session(
    path: Path,
    fields: JsonObject,
    by: str,
    clock: Clock | None = None,
    rules: Rules | None = None,
) -> Created | Refusal:
    """Create a session from its fields as JSON; raises StoreError, RulesError."""
    placeholder = converter().unstructure(Rules())
    try:
        act = structure({**fields, "rules": placeholder}, CreateSession)
    except CodecError as error:
        return Refusal("malformed", {"what": str(error)})
    act = changed(act, rules=rules or rulebook().rules)
    private_folder(path.parent)
    made = Desk.create(path, act, by, clock)
    if isinstance(made, Refusal):
        return made
    warnings = () if made.state.session.number else (Finding("no_number"),)
    return Created(made, warnings)


def file_name(fields: dict[str, Any]) -> str:
    """The file of a new session, from its date and room."""
    room = re.sub(r"[^a-z0-9]+", "-", fold(str(fields["room"]))).strip("-")[:40] or "salle"
    hour = str(fields["time"]).replace(":", "h")
    return f"{fields['date']}-{hour}-{room}.json"
