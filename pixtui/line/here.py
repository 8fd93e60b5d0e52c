"""One open session in line mode: what is known, what is asked of the desk, what is told of it."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import define, field

from pixtui.clock import JumpWatch
from pixtui.desk.desk import Answer, Desk, Done
from pixtui.desk.reasons import Reasons
from pixtui.desk.rehearsing import Rehearsal
from pixtui.domain.checks import deadlines
from pixtui.domain.commands import Act
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import Candidate, State
from pixtui.line.talk import Talk
from pixtui.present.field import Field, Values
from pixtui.present.head import deadline_line
from pixtui.present.opening import jump_sentence, low_disk_sentence
from pixtui.present.rehearsal import told_line
from pixtui.present.sight import name_of
from pixtui.rules.rulebook import Rulebook
from pixtui.store.presence import Present
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.history import history_lines
from pixtui.wording.sentences import refusal_sentence, warnings_sentence

WIDE = 1000
"""Cells for a row of the present layer that is said, not laid out."""


@define
class Here:
    """A session, its desk and the operator."""

    talk: Talk
    desk: Desk
    book: Rulebook
    rehearsal: Rehearsal | None = field(init=False)
    """What happens in it, where the session is a rehearsal."""
    reasons: Reasons = field(init=False)
    """Why lines are left open: kept beside the session, written by the seal."""
    papers: list[str] = field(factory=list)
    """What came of papers made beside, still to be told."""
    go_on_in: Path | None = None
    """The copy to work in where this file cannot be written."""
    _next_told: int = 0
    _told: int = 0
    _own: set[int] = field(factory=set)
    _others: tuple[Present, ...] = ()
    _passed: frozenset[tuple[str, str | None, dt.datetime]] = frozenset()
    _moment: tuple[State | None, dt.datetime | None] = (None, None)
    _clock: JumpWatch = field(factory=JumpWatch)
    _disk: str = ""

    def __attrs_post_init__(self) -> None:
        self.rehearsal = Rehearsal.of(self.desk)
        if self.rehearsal is not None:  # what was read elsewhere is not said again
            self._next_told = sum(one.read for one in self.rehearsal.told)
        self.reasons = Reasons(self.desk, self.why)
        self._told = len(self.state.history)
        self._others = self.desk.others
        self._passed = self._due()

    # --- what is known

    @property
    def state(self) -> State:
        """The session as it stands."""
        return self.desk.state

    @property
    def words(self) -> Words:
        """The operator's language."""
        return self.talk.words

    def now(self) -> dt.datetime:
        """The present instant of the session."""
        return self.desk.now()

    def text(self, msgid: str, **params: object) -> str:
        """A sentence in the operator's language."""
        return self.talk.text(msgid, **params)

    def one(self, candidate: str) -> Candidate:
        """A candidate."""
        return self.state.candidates[candidate]

    def name(self, candidate: str) -> str:
        """A candidate's name as it is shown."""
        return name_of(self.one(candidate))

    # --- what is asked of the desk

    def ask(self, act: Act, at: dt.datetime | None = None) -> Answer:
        """Ask for an act and say what came of it."""
        return self.tell(self.desk.submit(act, at))

    def ask_json(self, command: object) -> Answer:
        """Ask for a command as JSON and say what came of it."""
        return self.tell(self.desk.submit_json(command))

    def ask_all(self, commands: Sequence[dict[str, object]]) -> bool:
        """Ask for several commands, all or none; whether they are on disk."""
        if not commands:
            return True
        count, answer = self.desk.submit_all(commands)
        if isinstance(answer, Done):
            self._own |= set(range(answer.seq - count + 1, answer.seq))
        elif count:
            self.talk.say(self.words.plural("{n} entry saved.", "{n} entries saved.", count))
        return isinstance(self.tell(answer), Done)

    def tell(self, answer: Answer) -> Answer:
        """Say what came of it: why it is refused, what to beware of, or that it is saved."""
        if isinstance(answer, Refusal):
            self.talk.say(self.text(N_("Refused: {why}"), why=self.why(answer)))
            return answer
        self._own.add(answer.seq)
        told = warnings_sentence(self.words, answer.warnings, self.state)
        self.talk.say(
            self.text(N_("Saved. {warning}"), warning=told)
            if told
            else self.text(N_("Saved (entry {seq})."), seq=answer.seq)
        )
        return answer

    def own(self, seq: int | None) -> None:
        """An entry that this console wrote without asking here."""
        if seq is not None:
            self._own.add(seq)

    def why(self, refusal: Refusal) -> str:
        """Why something was refused."""
        return refusal_sentence(self.words, refusal, self.state)

    def may_write(self) -> bool:
        """Whether anything can be declared here; where not, why is said."""
        if self.desk.store.read_only:
            self.tell(self.desk.why_read_only())
            return False
        return True

    def form(
        self,
        title: str,
        fields: Sequence[Field],
        make: Callable[[Values], object],
        about: str = "",
    ) -> bool:
        """A form that becomes an act or a command as JSON; whether it was saved.

        ``make`` may raise UnclearError; None is nothing to do.
        """

        def save(values: Values) -> str:
            made = make(values)
            if made is None:
                return ""
            ask = self.ask_json if isinstance(made, dict) else self.ask
            answer = ask(made)  # type: ignore[arg-type]  # an act where it is no command as JSON
            return "" if isinstance(answer, Done) else self.text(N_("Type it again, or leave."))

        return self.talk.form(title, fields, save, about)

    # --- what happens by itself

    def happened(self) -> list[str]:
        """What others wrote, who came or left, which hour passed; each told once."""
        return [
            *self._events(),
            *self._entries_of_others(),
            *self._who_came(),
            *self._hours(),
            *self._machine(),
            *self._made(),
        ]

    def _events(self) -> list[str]:
        """What has happened in a rehearsal: once it is said here, it counts as read."""
        if self.rehearsal is None:
            return []
        self.rehearsal.look()
        told = self.rehearsal.told[self._next_told :]
        self._next_told = len(self.rehearsal.told)
        while self.rehearsal.drives and self.rehearsal.read() is not None:
            pass
        scenario = self.rehearsal.scenario
        return [f"» {told_line(scenario, one, self.state, self.words)}" for one in told]

    def _entries_of_others(self) -> list[str]:
        state = self.state
        fresh = range(self._told + 1, len(state.history) + 1)
        self._told = len(state.history)
        if all(seq in self._own for seq in fresh):
            return []
        lines = history_lines(state, self.words, self.book)
        return [
            self.text(N_("Another console: {entry}"), entry=" ".join(lines[seq - 1].text().split()))
            for seq in fresh
            if seq not in self._own
        ]

    def _who_came(self) -> list[str]:
        before, self._others = self._others, self.desk.others
        came = [one for one in self._others if one not in before]
        left = [one for one in before if one not in self._others]
        return [
            *(self.text(N_("{who} is at work here too."), who=one.by) for one in came),
            *(self.text(N_("{who} has left."), who=one.by) for one in left),
        ]

    def _due(self) -> frozenset[tuple[str, str | None, dt.datetime]]:
        now = self.now()
        found = deadlines(self.state, now) if self.state.details else []
        return frozenset((one.code, one.candidate, one.at) for one in found if one.at <= now)

    def _hours(self) -> list[str]:
        moment = self.state, self.now().replace(second=0, microsecond=0)
        if moment[0] is self._moment[0] and moment[1] == self._moment[1]:
            return []
        self._moment = moment
        before, self._passed = self._passed, self._due()
        if self._passed <= before:
            return []
        return [deadline_line(self.state, self.now(), self.words, WIDE).strip()]

    def _machine(self) -> list[str]:
        told = []
        jump = self._clock.look()
        if jump:
            told.append(jump_sentence(self.words, jump))
        disk = low_disk_sentence(self.words, self.desk.store.path)
        if disk and disk != self._disk:
            told.append(disk)
        self._disk = disk
        return told

    def _made(self) -> list[str]:
        told = list(self.papers)
        del self.papers[: len(told)]
        return told
