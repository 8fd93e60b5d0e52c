"""A file into a session: looked at first, then all of it or nothing, in one entry."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from attrs import evolve as changed
from attrs import field, fields, frozen

from pixtui.desk.desk import Desk, Done
from pixtui.desk.program_log import timed
from pixtui.domain import commands as c
from pixtui.domain.decide import decide
from pixtui.domain.history import corrected_by_hand
from pixtui.domain.outcome import Refusal
from pixtui.domain.particulars import CandidateFields
from pixtui.domain.session import Candidate, State
from pixtui.domain.timing import real_end
from pixtui.exchange.class_choice import list_of_class, profiles_of_class
from pixtui.exchange.merging import Held, Merge, merge
from pixtui.exchange.pix_profiles import ImportedProfiles
from pixtui.exchange.pix_sessions import ImportedSessions
from pixtui.exchange.problems import (
    Imported,
    ImportedCandidate,
    ImportedList,
    ordered,
)
from pixtui.exchange.profile_matching import elsewhere, match_profiles
from pixtui.exchange.reading import About, read
from pixtui.exchange.session_choice import of_session
from pixtui.exchange.siecle import uai_in
from pixtui.wording.when import hour


@frozen(kw_only=True)
class Wanted:
    """How a file is to be taken: as which format, of which class only."""

    form: str | None = None
    class_name: str | None = None


@frozen(kw_only=True)
class Looked:
    """A file against a session, before anything is written."""

    found: Imported
    """The file, every problem of every row in it."""
    merge: Merge = field(factory=Merge)

    def may_import(self, *, accept_warnings: bool) -> bool:
        """Whether it may come in: no error, and no warning that nobody accepted."""
        worst = self.found.worst()
        return worst in (None, "notice") or (worst == "warning" and accept_warnings)

    @property
    def act(self) -> c.ImportCandidates | None:
        """The command that brings it in; None where the session already says the same."""
        made = c.ImportCandidates(
            candidates=tuple(new_candidate(one) for one in self.merge.added),
            updates=self.merge.updates,
            certifiability=self.merge.certifiability,
            source=self.found.format,
        )
        return made if made.candidates or made.updates or made.certifiability else None


@frozen
class ImportDone:
    """What became of a file."""

    looked: Looked
    seq: int | None = None
    """The entry that brought it in; None where nothing was written."""
    refusal: Refusal | None = None


def look_at(data: bytes, state: State, now: dt.datetime, wanted: Wanted = Wanted()) -> Looked:
    """Read a file and compare it with the session; nothing is written."""
    centre = state.details.centre if state.details else None
    about = About(today=now.date(), class_name=wanted.class_name, uai=uai_in(centre))
    found = read(data, about, wanted.form)
    people = tuple(state.candidates.values())
    if isinstance(found, ImportedProfiles):
        found = profiles_of_class(found, wanted.class_name)
        met = match_profiles(people, found, class_name=wanted.class_name)
        return _looked(changed(found, problems=elsewhere(people, found)), met)
    if isinstance(found, ImportedSessions):
        found = of_session(found, state.details)
    if not isinstance(found, ImportedList):
        return Looked(found=found)
    found = list_of_class(found, wanted.class_name)
    says_extra_time = any(one.extra_time for one in found.candidates)
    met = merge(
        people,
        found.candidates,
        class_name=wanted.class_name,
        says_extra_time=says_extra_time,
        held=Held(by_hand=corrected_by_hand(state.history), end_of=_end_of(state, now)),
    )
    return _looked(found, met)


def _end_of(state: State, now: dt.datetime) -> Callable[[Candidate], str]:
    """When a test that has begun ends by the rules, as the room's clock shows it."""

    def told(one: Candidate) -> str:
        end = real_end(state, one, now)
        return hour(state, end.at) if end is not None else ""

    return told


def _looked(found: Imported, met: Merge) -> Looked:
    told = ordered((*found.problems, *met.problems))
    return Looked(found=changed(found, problems=told), merge=met)


def new_candidate(one: ImportedCandidate) -> c.NewCandidate:
    """A row of a list as a candidate to add."""
    known: dict[str, Any] = {name.name: getattr(one, name.name) for name in fields(CandidateFields)}
    return c.NewCandidate(**known | {"extra_time": one.extra_time or None})


# --- into the session


def import_file(
    desk: Desk,
    data: bytes,
    wanted: Wanted = Wanted(),
    *,
    dry_run: bool = False,
    accept_warnings: bool = False,
) -> ImportDone:
    """Bring a file in, or say everything that stands in the way."""
    while True:
        looked = look_at(data, desk.state, desk.now(), wanted)
        act, known = looked.act, len(desk.state.history)
        if act is None or not looked.may_import(accept_warnings=accept_warnings):
            return ImportDone(looked)
        if dry_run:
            asked = c.Command(at=desk.now(), by=desk.by, act=act)
            decision = decide(desk.state, asked, desk.now())
            return ImportDone(looked, refusal=decision if isinstance(decision, Refusal) else None)
        done = take_in(desk, looked)
        # Somebody else's entry came in between: what was looked at is no longer so.
        if done.refusal is None or len(desk.state.history) == known:
            return done


def take_in(desk: Desk, looked: Looked) -> ImportDone:
    """Write down what was looked at, problems accepted."""
    act = looked.act
    if act is None:
        return ImportDone(looked)
    with timed("import") as told:
        answer = desk.submit(act)
        told |= {"format": looked.found.format, "rows": looked.found.rows}
    if isinstance(answer, Done):
        return ImportDone(looked, seq=answer.seq)
    return ImportDone(looked, refusal=answer)
