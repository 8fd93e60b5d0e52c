"""Everything an operator can declare: one class a command, named as in the session file.

A command is an envelope (when the fact happened, who declares it) around an *act*. Times
are aware instants. Candidates, incidents and interruptions are named by their ids (``c1``,
``i1``, ``x1``); a face turns a seat or a name into an id before it comes here.
"""

import datetime as dt
import re
from collections.abc import Mapping
from enum import Enum
from typing import ClassVar, Literal

from attrs import field, frozen

from pixtui.domain.particulars import Billing, CandidateFields, Sex, Subscription
from pixtui.domain.rules import Mode, Rules


class Unset(Enum):
    """The value of a field that an edit leaves as it is (None clears it)."""

    UNSET = "unset"


UNSET = Unset.UNSET

StepChoice = Literal["done", "todo", "deferred", "not_applicable"]
Language = Literal["fr", "en"]


@frozen
class Act:
    """What a command does; the subclasses are the vocabulary of the session file."""

    NAME: ClassVar[str] = ""

    def __init_subclass__(cls, **_: object) -> None:
        cls.NAME = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


@frozen
class Command:
    """An act declared by someone, for the time at which it happened."""

    at: dt.datetime
    by: str
    act: Act


@frozen(kw_only=True)
class OnCandidates(Act):
    """An act about one candidate or several: all of them or none."""

    candidates: tuple[str, ...]


# --- the session


@frozen(kw_only=True)
class CreateSession(Act):
    """Open the record of a session; the rules in force travel in it from then on."""

    site: str
    room: str
    date: dt.date
    time: dt.time
    examiner: str
    rules: Rules
    number: int | None = None
    centre: str | None = None
    zone: str = "Europe/Paris"
    product: str = "pix"
    duration: int | None = None
    """Minutes; the product's where it is not given."""
    mode: Mode = "with-es"
    language: Language = "fr"
    convocation_time: dt.time | None = None
    description: str | None = None
    retention_until: dt.date | None = None
    fictional: bool = False
    rehearsal: str | None = None
    """The scenario of a rehearsal, which is always fictional."""


@frozen(kw_only=True)
class EditSession(Act):
    """Change what is known of the session; fields left unset stay."""

    site: str | Unset = UNSET
    room: str | Unset = UNSET
    date: dt.date | Unset = UNSET
    time: dt.time | Unset = UNSET
    examiner: str | Unset = UNSET
    number: int | None | Unset = UNSET
    centre: str | None | Unset = UNSET
    zone: str | Unset = UNSET
    product: str | Unset = UNSET
    duration: int | Unset = UNSET
    mode: Mode | Unset = UNSET
    language: Language | Unset = UNSET
    convocation_time: dt.time | None | Unset = UNSET
    description: str | None | Unset = UNSET
    retention_until: dt.date | Unset = UNSET


@frozen(kw_only=True)
class SetCodes(Act):
    """The access code and the invigilator password; erased from the file at the seal."""

    access_code: str | None | Unset = field(default=UNSET, repr=False)
    invigilator_password: str | None | Unset = field(default=UNSET, repr=False)


@frozen(kw_only=True)
class SetStep(Act):
    """Tick a step of the procedure, or one item of it."""

    step: str
    state: StepChoice
    item: str | None = None
    reason: str | None = None


@frozen(kw_only=True)
class HandOver(Act):
    """Another person takes the keyboard, with what they must know."""

    to: str
    brief: str = ""


@frozen(kw_only=True)
class SetSessionBox(Act):
    """One of the two boxes of Pix's finalisation page (domain notes §6)."""

    box: Literal["has_incident", "has_joining_issue"]
    value: bool


# --- the candidates


@frozen(kw_only=True)
class NewCandidate(CandidateFields):
    """One row of an import; its id is given when the import is accepted."""

    id: str | None = None


@frozen(kw_only=True)
class AddCandidate(NewCandidate, Act):
    """One more candidate."""


@frozen(kw_only=True)
class EditCandidate(OnCandidates):
    """Change what is known of a candidate; fields left unset stay."""

    last_name: str | Unset = UNSET
    first_name: str | Unset = UNSET
    birthdate: dt.date | None | Unset = UNSET
    class_name: str | None | Unset = field(default=UNSET, metadata={"json": "class"})
    external_id: str | None | Unset = UNSET
    seat: str | None | Unset = UNSET
    workstation: str | None | Unset = UNSET
    extra_time: int | None | Unset = UNSET
    sex: Sex | None | Unset = UNSET
    birth_insee: str | None | Unset = UNSET
    birth_postal_code: str | None | Unset = UNSET
    birth_city: str | None | Unset = UNSET
    birth_country: str | None | Unset = UNSET
    email: str | None | Unset = UNSET
    result_email: str | None | Unset = UNSET
    billing: Billing | None | Unset = UNSET
    prepayment_code: str | None | Unset = UNSET
    subscription: Subscription | None | Unset = UNSET


@frozen(kw_only=True)
class RemoveCandidate(OnCandidates):
    """Take a candidate off the list; only one about whom nothing was declared."""


@frozen(kw_only=True)
class RecordCertifiability(OnCandidates):
    """Whether a candidate may be certified, from data of which date (domain notes §3.4)."""

    certifiable: bool
    competences: int | None = None
    """How many of the 16 competences are at level 1 or more."""
    as_of: dt.date | None = None
    nearest: tuple[str, ...] = ()
    """The numbers of the competences nearest to level 1 (``3.4``), the nearest first."""


@frozen(kw_only=True)
class ImportCandidates(Act):
    """A whole list at once, all or none: who is new, what changed of whom, who is certifiable."""

    candidates: tuple[NewCandidate, ...] = ()
    source: str | None = None
    """The format of the file it came from."""
    updates: tuple[EditCandidate, ...] = ()
    """What the list says otherwise of candidates already there, one each."""
    certifiability: tuple[RecordCertifiability, ...] = ()
    """What a profile collection says of candidates already there, one each."""


# --- coming in


@frozen(kw_only=True)
class CheckIdentity(OnCandidates):
    """The identity document was looked at."""

    outcome: Literal["ok", "doubt"] = "ok"


@frozen(kw_only=True)
class Sign(OnCandidates):
    """The attendance sheet was signed, wrongly signed or refused."""

    outcome: Literal["ok", "wrong_line", "refused"] = "ok"


@frozen(kw_only=True)
class ConfirmPresence(OnCandidates):
    """Presence was confirmed in the invigilator space; it lasts 15 minutes."""


@frozen(kw_only=True)
class CancelPresence(OnCandidates):
    """The confirmation was taken back in the invigilator space."""


@frozen(kw_only=True)
class MarkReady(OnCandidates):
    """At the entry screen, names typed, waiting for the access code."""


@frozen(kw_only=True)
class MarkAbsent(OnCandidates):
    """Did not come."""


@frozen(kw_only=True)
class Arrive(OnCandidates):
    """Came late: takes back an absence."""


@frozen(kw_only=True)
class TurnAway(OnCandidates):
    """Was present but may not take the test, by whose decision and why."""

    reason: str
    decided_by: str = ""


@frozen(kw_only=True)
class RevealCode(Act):
    """The access code is given to the room; the first time opens it for good."""

    override: str | None = None
    """Why it is given although not everyone is ready."""


# --- the test


@frozen(kw_only=True)
class Start(OnCandidates):
    """The test began."""


@frozen(kw_only=True)
class Interrupt(OnCandidates):
    """The test of these candidates is held up, each for their own reason."""

    cause: str
    given_back: bool | None = None
    """Whether the lost minutes are owed; the rules' word for the cause where not said."""
    ids: tuple[str, ...] = ()
    """The ids of the interruptions, one a candidate, given when the command is accepted."""


@frozen(kw_only=True)
class Resume(OnCandidates):
    """The test goes on."""


@frozen(kw_only=True)
class LeaveRoom(OnCandidates):
    """Went out for a while; the test's clock goes on."""


@frozen(kw_only=True)
class ReturnToRoom(OnCandidates):
    """Came back."""


@frozen(kw_only=True)
class ChangeWorkstation(OnCandidates):
    """Moved to another machine."""

    to: str
    origin: str | None = field(default=None, metadata={"json": "from"})


@frozen(kw_only=True)
class Finish(OnCandidates):
    """The test ended: by the candidate, or stopped by the invigilator."""

    how: Literal["candidate", "invigilator"] = "candidate"


@frozen(kw_only=True)
class GiveReason(OnCandidates):
    """Why a test was not finished (domain notes §6); required, never defaulted."""

    reason: Literal["candidate", "technical"]


@frozen(kw_only=True)
class SeeEndScreen(OnCandidates):
    """The operator saw the end-of-test page on this candidate's screen."""


@frozen(kw_only=True)
class SignOut(OnCandidates):
    """The candidate signed out of Pix."""


# --- the room


@frozen(kw_only=True)
class InterruptRoom(Act):
    """Everyone, or the candidates named, is held up by the same cause."""

    cause: str
    candidates: tuple[str, ...] | None = None
    given_back: bool | None = None
    id: str | None = None


@frozen(kw_only=True)
class RollCall(OnCandidates):
    """Called outside or back in the room: there or missing."""

    direction: Literal["out", "back"]
    present: bool


@frozen(kw_only=True)
class ResumeRoom(Act):
    """The room goes on; candidates with an open alert stay interrupted."""

    interruption: str | None = None
    """The one that ends; all the open ones where not said."""
    held: tuple[str, ...] = ()
    """Who stays interrupted, said when the command is accepted."""
    held_ids: tuple[str, ...] = ()
    """The ids of the interruptions that go on for them."""


# --- the incidents


@frozen(kw_only=True)
class LogIncident(Act):
    """Something happened; the facts that go with it are recorded by the same entry."""

    situation: str | None = None
    code: str | None = None
    candidate: str | None = None
    question: int | None = None
    note: str = ""
    blocking: bool = False
    witnesses: str = ""
    """Who saw it besides the one who writes it down."""
    evidence: str = ""
    """What was kept of it."""
    decided_by: str = ""
    """Who decided what was done."""
    facts: tuple[Command, ...] = ()
    id: str | None = None


@frozen(kw_only=True)
class AmendIncident(Act):
    """Say an incident better; fields left unset stay."""

    incident: str
    situation: str | None | Unset = UNSET
    code: str | None | Unset = UNSET
    candidate: str | None | Unset = UNSET
    question: int | None | Unset = UNSET
    note: str | Unset = UNSET
    blocking: bool | Unset = UNSET
    witnesses: str | Unset = UNSET
    evidence: str | Unset = UNSET
    decided_by: str | Unset = UNSET


@frozen(kw_only=True)
class CloseIncident(Act):
    """The incident is dealt with."""

    incident: str
    outcome: str = ""


# --- mending


@frozen(kw_only=True)
class Undo(Act):
    """Void an entry; refused where later facts depend on it."""

    seq: int


@frozen(kw_only=True)
class Correct(Act):
    """Say an entry right: ``instead`` for its act, the envelope's ``at`` for its time."""

    seq: int
    instead: Act


# --- the end


@frozen(kw_only=True)
class Finalise(Act):
    """Seal the record; each hole left open needs its reason."""

    overrides: Mapping[str, str] = field(factory=dict)
    """``code`` or ``code:candidate`` to reason."""


@frozen(kw_only=True)
class Annex(Act):
    """Something remembered after the seal; never an edit of what is sealed."""

    note: str
    candidate: str | None = None


@frozen(kw_only=True)
class RecordEntered(OnCandidates):
    """What concerns these candidates was typed in Pix Certif."""


@frozen(kw_only=True)
class RecordPixFinalised(Act):
    """The irreversible button of Pix Certif was pressed."""


@frozen(kw_only=True)
class Hold(Act):
    """Keep the record during a dispute: no purge."""

    reason: str = ""


@frozen(kw_only=True)
class Release(Act):
    """The dispute is over."""

    reason: str = ""


@frozen(kw_only=True)
class Purge(Act):
    """Erase what is personal; the chain and a certificate stay."""

    reason: str = ""


ACTS: Mapping[str, type[Act]] = {
    kind.NAME: kind
    for kind in list(globals().values())
    if isinstance(kind, type) and issubclass(kind, Act) and kind not in (Act, OnCandidates)
}
"""Every command by its name in the session file, in the order of this page."""
