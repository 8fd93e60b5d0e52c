"""A list of candidates into a session: looked at first, then all of it or nothing."""

import datetime as dt

from attrs import evolve as changed
from attrs import frozen

from pixtui.desk.desk import Desk, Done
from pixtui.desk.parse import Asker
from pixtui.domain import commands as c
from pixtui.domain.decide import decide
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.exchange.plain_csv import Known, against, parse
from pixtui.exchange.problems import ImportedCandidate, ImportedList


@frozen
class Imported:
    """What became of a list."""

    found: ImportedList
    seq: int | None = None
    """The entry that brought the candidates in; None where nothing was written."""
    refusal: Refusal | None = None


def read_list(data: bytes, state: State, today: dt.date) -> ImportedList:
    """Read a list and compare it with the session; nothing is written."""
    found = parse(data, today)
    known = [
        Known(
            last_name=one.last_name,
            first_name=one.first_name,
            birthdate=one.birthdate,
            seat=one.seat,
        )
        for one in state.candidates.values()
    ]
    return changed(found, problems=(*found.problems, *against(known, found)))


def may_import(found: ImportedList, *, accept_warnings: bool) -> bool:
    """Whether a list may come in: no error, and no warning that nobody accepted."""
    worst = found.worst()
    return bool(found.candidates) and (
        worst in (None, "notice") or (worst == "warning" and accept_warnings)
    )


def import_act(found: ImportedList) -> c.ImportCandidates:
    """The command that brings a list in."""
    rows = tuple(_new(one) for one in found.candidates)
    return c.ImportCandidates(candidates=rows, source=found.format)


def _new(one: ImportedCandidate) -> c.NewCandidate:
    return c.NewCandidate(
        last_name=one.last_name,
        first_name=one.first_name,
        birthdate=one.birthdate,
        class_name=one.class_name,
        external_id=one.external_id,
        seat=one.seat,
        workstation=one.workstation,
        extra_time=one.extra_time,
    )


def import_list(
    desk: Desk, data: bytes, *, dry_run: bool = False, accept_warnings: bool = False
) -> Imported:
    """Bring a list in, or say everything that stands in the way."""
    found = read_list(data, desk.state, desk.now().date())
    if not may_import(found, accept_warnings=accept_warnings):
        return Imported(found)
    if dry_run:
        asked = c.Command(at=desk.now(), by=Asker(desk.by, desk.now()).by, act=import_act(found))
        decision = decide(desk.state, asked, desk.now())
        return Imported(found, refusal=decision if isinstance(decision, Refusal) else None)
    answer = desk.submit(import_act(found))
    if isinstance(answer, Done):
        return Imported(found, seq=answer.seq)
    return Imported(found, refusal=answer)
