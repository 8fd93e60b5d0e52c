"""A new session like another one: its details, and its list where wanted; nothing of its day."""

import datetime as dt
from pathlib import Path

from attrs import asdict, fields

from pixtui.clock import fictional_clock, system_clock
from pixtui.desk.creating import Created, create_session
from pixtui.desk.staging import staged
from pixtui.domain.commands import ImportCandidates, NewCandidate
from pixtui.domain.outcome import Finding, Refusal
from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Details, State
from pixtui.store.codec import JsonObject

OF_ITS_DAY = ("date", "number", "retention_until", "fictional", "rehearsal")
"""The details that are those of one session only."""


def like(details: Details) -> JsonObject:
    """The fields of a new session that are those of this one."""
    return {
        name: f"{value:%H:%M}" if isinstance(value, dt.time) else value
        for name, value in asdict(details).items()
        if name not in OF_ITS_DAY and value is not None
    }


def duplicate(
    source: State, path: Path, wanted: JsonObject, by: str, *, candidates: bool
) -> tuple[Finding, ...] | Refusal:
    """Create a session with these fields and, where wanted, the candidates of another one.

    All of it or nothing. Raises StoreError, RulesError.
    """
    if candidates and source.session.fictional:
        wanted = {**wanted, "fictional": True}  # its class is nobody's, on whatever day
    clock = fictional_clock() if wanted.get("fictional") else system_clock
    if path.exists():
        return Refusal("exists", {"path": str(path)})
    with staged(path.parent) as stage:
        created = create_session(stage.place(path), wanted, by, clock)
        if isinstance(created, Refusal):
            return created
        refusal = _fill(created, source) if candidates else None
        created.desk.close()
        if refusal is not None:
            return refusal
        try:
            stage.show([path])
        except FileExistsError:
            return Refusal("exists", {"path": str(path)})
    return created.warnings


def _fill(created: Created, source: State) -> Refusal | None:
    names = [one.name for one in fields(CandidateFields)]
    rows = tuple(
        NewCandidate(**{name: getattr(one, name) for name in names})
        for one in source.candidates.values()
    )
    answer = created.desk.submit(ImportCandidates(candidates=rows)) if rows else None
    return answer if isinstance(answer, Refusal) else None
