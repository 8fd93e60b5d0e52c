"""The shapes of the rules a session carries: the machine's part of the dated data files.

A session keeps the rules it began with in its first entry, so a later edit of a data file
never changes a past end time or a replay. The texts people read stay in the data files.
The defaults of steps, codes and situations are part of the file format: a file leaves them out.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from attrs import field, frozen

Mode = Literal["with-es", "without-es"]
"""With or without the invigilator space (*espace surveillant*)."""

StepPhase = Literal["before", "during", "end", "finalise"]
Destination = Literal["live", "finalisation", "paper", "fraud_form", "session_box"]
Evidence = Literal[
    "",
    "candidates_added",
    "certifiability_known",
    "codes_set",
    "identities_checked",
    "attendance_signed",
    "code_revealed",
    "tests_ended",
    "end_screens_seen",
    "signed_out",
    "pix_finalised",
    "number_known",
]
"""The facts that make a step done by themselves; empty where only a tick can."""


@frozen
class StepRule:
    """One step of the operating procedure (domain notes §1)."""

    id: str
    phase: StepPhase
    optional: bool = False
    items: tuple[str, ...] = ()
    evidence: Evidence = ""
    mode: Mode | None = None
    """None where the step belongs to both modes."""


@frozen
class CodeRule:
    """One report code of Pix (*signalement*, domain notes §6)."""

    code: str
    question: bool = False
    """A question number belongs to it."""
    live: bool = False
    """With the invigilator space, handled during the test only."""
    needs_extra_time: bool = False
    not_blocking: bool = False
    """A problem that blocks the candidate must not be filed under it."""
    fraud: bool = False
    deprecated: bool = False

    @property
    def described(self) -> bool:
        """Whether Pix asks for a description: of every report but those about a question."""
        return not (self.question or self.deprecated)


@frozen
class SituationRule:
    """One exam-day situation (domain notes §7) and where what is written goes."""

    id: str
    code: str | None = None
    destinations: tuple[Destination, ...] = ()
    """Empty: as its code says."""


@frozen
class CauseRule:
    """A cause of interruption and whether its minutes are given back by default."""

    id: str
    given_back: bool = True


@frozen
class Windows:
    """The delays of the rules, in the unit their name says."""

    presence_minutes: int = 15
    start_hours: int = 24
    resume_hours: int = 24
    late_entry_minutes: int = 2
    alert_minutes: int = 5

    @property
    def presence(self) -> timedelta:
        """How long a presence confirmation lasts."""
        return timedelta(minutes=self.presence_minutes)

    @property
    def start(self) -> timedelta:
        """How long after the session's first start another test may start."""
        return timedelta(hours=self.start_hours)

    @property
    def resume(self) -> timedelta:
        """How long after its start a test may be resumed."""
        return timedelta(hours=self.resume_hours)

    @property
    def late_entry(self) -> timedelta:
        """How long after a fact its entry counts as a late one."""
        return timedelta(minutes=self.late_entry_minutes)

    @property
    def alert(self) -> timedelta:
        """How long an alert may stay open before it asks for attention."""
        return timedelta(minutes=self.alert_minutes)


@frozen
class Rules:
    """All that the machine needs of the rules in force when the session was created."""

    dated: date = date(2026, 11, 23)
    """The date of the platform's rules that these follow."""
    steps: tuple[StepRule, ...] = ()
    codes: tuple[CodeRule, ...] = ()
    situations: tuple[SituationRule, ...] = ()
    causes: tuple[CauseRule, ...] = ()
    unknown_cause_given_back: bool = True
    durations: Mapping[str, int] = field(factory=dict)
    """Minutes of a test, by product."""
    windows: Windows = Windows()
    retention_days: int = 365

    def steps_for(self, mode: Mode) -> tuple[StepRule, ...]:
        """The steps of this mode, in the order of the day."""
        return tuple(step for step in self.steps if step.mode in (None, mode))

    def step(self, step_id: str, mode: Mode) -> StepRule | None:
        """The step of that id in this mode."""
        return next((step for step in self.steps_for(mode) if step.id == step_id), None)

    def code(self, code: str) -> CodeRule | None:
        """The rule of a report code, None for a code Pix does not have."""
        return next((rule for rule in self.codes if rule.code == code), None)

    def situation(self, situation: str) -> SituationRule | None:
        """The rule of an exam-day situation."""
        return next((rule for rule in self.situations if rule.id == situation), None)

    def gives_back(self, cause: str) -> bool:
        """Whether minutes lost to this cause are given back unless someone says otherwise."""
        for rule in self.causes:
            if rule.id == cause:
                return rule.given_back
        return self.unknown_cause_given_back
