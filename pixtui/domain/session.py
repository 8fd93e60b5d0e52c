"""The session as it stands: frozen values, changed only by ``evolve``.

Facts are kept separately, each with its time, its operator and the entry that declared it;
a candidate's state is derived from them (``derive``), never stored.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import field, frozen

from pixtui.domain.commands import Language, StepChoice
from pixtui.domain.history import History
from pixtui.domain.particulars import CandidateFields
from pixtui.domain.rules import Mode, Rules


@frozen(kw_only=True)
class Mark:
    """One declared fact: when it happened, who declared it, by which entry."""

    at: dt.datetime
    by: str
    seq: int
    outcome: str = ""
    """What was found or chosen, where the fact has more than one outcome."""
    note: str = ""


@frozen(kw_only=True)
class Span:
    """Something that began and may have ended."""

    began: dt.datetime
    ended: dt.datetime | None = None


@frozen(kw_only=True)
class Details:
    """What the session is: where, when, by whom, under which rules of supervision."""

    site: str
    room: str
    date: dt.date
    time: dt.time
    examiner: str
    zone: str
    product: str
    duration: int
    """Minutes of a test without extra time."""
    mode: Mode
    language: Language
    retention_until: dt.date
    number: int | None = None
    centre: str | None = None
    convocation_time: dt.time | None = None
    description: str | None = None
    fictional: bool = False
    rehearsal: str | None = None
    """The scenario, where this is a rehearsal; it is fictional then."""


@frozen(kw_only=True)
class Codes:
    """The secrets of the day; gone after the seal."""

    access_code: str | None = field(default=None, repr=False)
    invigilator_password: str | None = field(default=None, repr=False)


@frozen(kw_only=True)
class Certifiability:
    """Whether a candidate may be certified, as known on a date."""

    certifiable: bool
    competences: int | None = None
    as_of: dt.date | None = None
    nearest: tuple[str, ...] = ()
    """The competences nearest to level 1, by their numbers."""


@frozen(kw_only=True)
class Move:
    """A change of workstation."""

    at: dt.datetime
    origin: str | None
    to: str


@frozen(kw_only=True)
class Candidate(CandidateFields):
    """One candidate and the facts declared about them."""

    id: str
    certifiability: Certifiability | None = None
    identity: Mark | None = None
    signature: Mark | None = None
    presence: Mark | None = None
    ready: Mark | None = None
    absent: Mark | None = None
    arrived: Mark | None = None
    turned_away: Mark | None = None
    start: Mark | None = None
    end: Mark | None = None
    """Outcome: candidate, invigilator or finalisation."""
    reason: Mark | None = None
    """Outcome: candidate or technical."""
    end_screen: Mark | None = None
    signed_out: Mark | None = None
    entered: Mark | None = None
    away: tuple[Span, ...] = ()
    moves: tuple[Move, ...] = ()

    @property
    def has_facts(self) -> bool:
        """Whether anything was declared about them on the day."""
        marks = (
            self.identity,
            self.signature,
            self.presence,
            self.ready,
            self.absent,
            self.arrived,
            self.turned_away,
            self.start,
            self.end,
            self.end_screen,
            self.signed_out,
        )
        return any(marks) or bool(self.away or self.moves)

    @property
    def out_of_room(self) -> bool:
        """Whether they left the room and are not back."""
        return bool(self.away) and self.away[-1].ended is None and self.end is None


@frozen(kw_only=True)
class Interruption:
    """Minutes during which tests were held up: of one candidate, of some, of the room."""

    id: str
    cause: str
    given_back: bool
    span: Span
    candidates: tuple[str, ...] | None = None
    """None: the whole room."""
    own: bool = False
    """Opened by ``interrupt`` for one candidate, closed by their ``resume`` or ``finish``."""

    def concerns(self, candidate: str) -> bool:
        """Whether that candidate is held up by it."""
        return self.candidates is None or candidate in self.candidates

    @property
    def open(self) -> bool:
        """Whether it still goes on."""
        return self.span.ended is None


@frozen(kw_only=True)
class Incident:
    """Something that happened, with or without a report code."""

    id: str
    opened: Mark
    situation: str | None = None
    code: str | None = None
    candidate: str | None = None
    question: int | None = None
    note: str = ""
    blocking: bool = False
    witnesses: str = ""
    evidence: str = ""
    decided_by: str = ""
    closed: Mark | None = None

    def open_at(self, at: dt.datetime) -> bool:
        """Whether it was open at that instant."""
        return self.opened.at <= at and (self.closed is None or self.closed.at > at)


@frozen(kw_only=True)
class StepRecord:
    """What was declared about a step of the procedure."""

    choice: StepChoice = "todo"
    reason: str | None = None
    mark: Mark | None = None
    items: Mapping[str, Mark] = field(factory=dict)
    """The ticked items."""


@frozen(kw_only=True)
class Call:
    """One name called out: there or missing."""

    candidate: str
    direction: str
    present: bool
    at: dt.datetime


@frozen(kw_only=True)
class Relief:
    """The keyboard passed from one person to another."""

    at: dt.datetime
    by: str
    to: str
    brief: str


@frozen(kw_only=True)
class Addition:
    """A line added after the seal."""

    at: dt.datetime
    by: str
    note: str
    candidate: str | None = None


@frozen(kw_only=True)
class Made:
    """How many ids were ever given, voided entries included: an id is never used twice."""

    candidates: int = 0
    incidents: int = 0
    interruptions: int = 0


@frozen(kw_only=True)
class State:
    """A session at one moment of its history."""

    details: Details | None = None
    rules: Rules = field(factory=Rules)
    candidates: Mapping[str, Candidate] = field(factory=dict)
    """By id, in order of entry."""
    interruptions: tuple[Interruption, ...] = ()
    incidents: Mapping[str, Incident] = field(factory=dict)
    steps: Mapping[str, StepRecord] = field(factory=dict)
    codes: Codes = Codes()
    codes_set: bool = False
    """Whether codes were ever set: what remains of them after the seal."""
    revealed: Mark | None = None
    has_incident: bool = False
    has_joining_issue: bool = False
    calls: tuple[Call, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    began: dt.datetime | None = None
    """The first fact of coming in or of the test."""
    sealed: Mark | None = None
    overrides: Mapping[str, str] = field(factory=dict)
    annexes: tuple[Addition, ...] = ()
    pix_finalised: Mark | None = None
    hold: Mark | None = None
    purged: Mark | None = None
    made: Made = Made()
    history: History = field(factory=History, eq=False, repr=False)
    """Every entry so far, the voided ones included."""

    @cached_property
    def held(self) -> Mapping[str, tuple[Interruption, ...]]:
        """By candidate, the interruptions that hold up some candidates; the room's are not here."""
        found: dict[str, list[Interruption]] = {}
        for one in self.interruptions:
            for candidate in dict.fromkeys(one.candidates or ()):
                found.setdefault(candidate, []).append(one)
        return {candidate: tuple(of) for candidate, of in found.items()}

    @cached_property
    def of_room(self) -> tuple[Interruption, ...]:
        """The interruptions that hold up the whole room."""
        return tuple(one for one in self.interruptions if one.candidates is None)

    @cached_property
    def told(self) -> Mapping[str, tuple[Incident, ...]]:
        """By candidate, their incidents in order of entry."""
        found: dict[str, list[Incident]] = {}
        for one in self.incidents.values():
            if one.candidate is not None:
                found.setdefault(one.candidate, []).append(one)
        return {candidate: tuple(of) for candidate, of in found.items()}

    @cached_property
    def codes_erased(self) -> bool:
        """Whether codes were typed whose entry was erased since: what they were is not known."""
        return any(event.type == "set_codes" and event.act is None for event in self.history)

    def holding_up(self, candidate: str) -> Sequence[Interruption]:
        """The interruptions that hold this candidate up, their own and the room's, in order."""
        own = self.held.get(candidate, ())
        if not own or not self.of_room:
            return own or self.of_room
        return [one for one in self.interruptions if one.concerns(candidate)]

    @property
    def session(self) -> Details:
        """The details of a session that exists; ``decide`` refuses everything before."""
        if self.details is None:
            raise LookupError("the session has not been created")
        return self.details
