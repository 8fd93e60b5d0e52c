"""The sessions of one of Pix's files, each in a file of its own: all of them or none."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from attrs import field, frozen

from pixtui.clock import Clock, fictional_clock, system_clock
from pixtui.desk.creating import create_session, file_name
from pixtui.desk.desk import Desk
from pixtui.desk.importing import new_candidate
from pixtui.desk.staging import staged
from pixtui.domain.commands import ImportCandidates
from pixtui.domain.decide.session import zone_known
from pixtui.domain.outcome import Refusal
from pixtui.exchange import pix_sessions
from pixtui.exchange.pix_sessions import ImportedSession, ImportedSessions
from pixtui.rules.rulebook import rulebook

DEFAULT_ZONE = "Europe/Paris"


@frozen
class MadeSession:
    """One session file that now exists."""

    path: Path
    session: ImportedSession


@frozen(kw_only=True)
class CreatedMany:
    """What became of a file of sessions."""

    found: ImportedSessions
    made: tuple[MadeSession, ...] = field(default=())
    refusal: Refusal | None = None

    def may_create(self, *, accept_warnings: bool) -> bool:
        """Whether its sessions may be created: no error, no warning that nobody accepted."""
        worst = self.found.worst()
        return worst in (None, "notice") or (worst == "warning" and accept_warnings)


def create_sessions(
    data: bytes,
    folder: Path,
    common: Mapping[str, Any],
    by: str,
    *,
    accept_warnings: bool = False,
) -> CreatedMany:
    """Create a file for each session; ``common`` are the fields they share.

    Raises StoreError, RulesError. Where one cannot be made, or the run is cut off, none is there.
    """
    clock = fictional_clock() if common.get("fictional") else system_clock
    zone = str(common.get("zone", DEFAULT_ZONE))
    if not zone_known(zone):
        return CreatedMany(
            found=ImportedSessions(format=pix_sessions.FORMAT),
            refusal=Refusal("unknown_zone", {"zone": zone}),
        )
    now = clock().astimezone(ZoneInfo(zone))
    found = pix_sessions.parse(data, now.date(), now)
    looked = CreatedMany(found=found)
    if not looked.may_create(accept_warnings=accept_warnings) or not found.sessions:
        return looked
    paths = _paths(found.sessions, folder)
    taken = next((path for path in paths if path.exists()), None)
    if taken is not None:
        return CreatedMany(found=found, refusal=Refusal("exists", {"path": str(taken)}))
    return _create_all(found, paths, common, by, clock)


def _paths(sessions: tuple[ImportedSession, ...], folder: Path) -> list[Path]:
    """A file for each, named by its date, time and room; a number where two would be one."""
    paths: list[Path] = []
    for one in sessions:
        path = folder / file_name(_fields(one))
        stem, number = path.stem, 2
        while path in paths:
            path = path.with_name(f"{stem}-{number}.json")
            number += 1
        paths.append(path)
    return paths


def _fields(one: ImportedSession) -> dict[str, Any]:
    """The fields of a session as ``create_session`` takes them."""
    assert one.date is not None  # a session without has errors: none is created
    assert one.time is not None
    fields: dict[str, Any] = {
        "site": one.site,
        "room": one.room,
        "date": one.date.isoformat(),
        "time": f"{one.time:%H:%M}",
        "examiner": one.examiner,
    }
    if one.description:
        fields["description"] = one.description
    return fields


def _create_all(
    found: ImportedSessions,
    paths: list[Path],
    common: Mapping[str, Any],
    by: str,
    clock: Clock,
) -> CreatedMany:
    rules = rulebook().rules
    with staged(paths[0].parent) as stage:
        for one, path in zip(found.sessions, paths, strict=True):
            fields = {**common, **_fields(one)}
            created = create_session(stage.place(path), fields, by, clock, rules)
            if isinstance(created, Refusal):
                return CreatedMany(found=found, refusal=created)
            with created.desk as desk:
                refusal = _fill(desk, one)
            if refusal is not None:
                return CreatedMany(found=found, refusal=refusal)
        try:
            stage.show(paths)
        except FileExistsError as error:
            return CreatedMany(found=found, refusal=Refusal("exists", {"path": str(error)}))
    made = (MadeSession(path, one) for one, path in zip(found.sessions, paths, strict=True))
    return CreatedMany(found=found, made=tuple(made))


def _fill(desk: Desk, one: ImportedSession) -> Refusal | None:
    if not one.candidates:
        return None
    rows = tuple(new_candidate(row) for row in one.candidates)
    answer = desk.submit(ImportCandidates(candidates=rows, source=pix_sessions.FORMAT))
    return answer if isinstance(answer, Refusal) else None
