"""A day told command by command, for tests: each one accepted or refused, as said."""

import datetime as dt
import json

from pixtui.domain import commands as c
from pixtui.domain.decide import decide
from pixtui.domain.evolve import evolve, fold
from pixtui.domain.history import Event
from pixtui.domain.outcome import Accepted, Refusal
from pixtui.domain.rules import Mode, Rules
from pixtui.domain.session import Candidate, State
from pixtui.rules.rulebook import load
from pixtui.store.codec import command_body, command_from_body

ZONE = dt.timezone(dt.timedelta(hours=1))
RULES: Rules = load().rules
BY = "Mme Sarr"


def at(hour: str) -> dt.datetime:
    """A time of the day of the exam: ``9:05`` or ``9:05:30``."""
    hours, minutes, *seconds = (int(one) for one in hour.split(":"))
    return dt.datetime(2026, 11, 30, hours, minutes, *seconds, tzinfo=ZONE)


class Day:
    """A session that grows by what is declared; every entry survives its round trip."""

    def __init__(self, mode: Mode = "with-es", candidates: int = 0, **details: object) -> None:
        self.state = State()
        create = c.CreateSession(
            site="Collège fictif",
            room="B204",
            date=dt.date(2026, 11, 30),
            time=dt.time(9, 0),
            examiner=BY,
            number=123456,
            rules=RULES,
            mode=mode,
            **details,  # type: ignore[arg-type]  # whatever the test says of the session
        )
        self.do("7:00", create)
        if candidates:
            rows = tuple(
                c.NewCandidate(last_name=f"NOM{chr(65 + n)}", first_name="Zoé", seat=str(n + 1))
                for n in range(candidates)
            )
            self.do("7:01", c.ImportCandidates(candidates=rows))

    def ask(self, hour: str, act: c.Act, now: str | None = None) -> Accepted | Refusal:
        """What the rules say of an act; nothing happens."""
        return decide(self.state, c.Command(at=at(hour), by=BY, act=act), at(now or hour))

    def do(self, hour: str, act: c.Act, now: str | None = None) -> Accepted:
        """Declare an act that must be accepted."""
        decision = self.ask(hour, act, now)
        assert isinstance(decision, Accepted), decision
        command = c.Command(at=at(hour), by=BY, act=decision.act)
        body = json.loads(json.dumps(command_body(command)))
        assert command_from_body(act.NAME, body) == command
        self.state = evolve(
            self.state,
            Event(
                seq=len(self.state.history) + 1,
                recorded=at(now or hour),
                at=command.at,
                by=BY,
                type=act.NAME,
                act=decision.act,
            ),
        )
        assert self.state == fold(self.state.history)
        return decision

    def refuse(self, hour: str, act: c.Act, code: str, now: str | None = None) -> Refusal:
        """Ask for an act that must be refused, with that code; nothing changes."""
        before = self.state
        decision = self.ask(hour, act, now)
        assert isinstance(decision, Refusal), decision
        assert decision.code == code, decision
        assert self.state is before
        return decision

    def one(self, candidate: str = "c1") -> Candidate:
        """A candidate as they stand."""
        return self.state.candidates[candidate]

    # --- short ways to a state

    def ready(self, hour: str, *candidates: str) -> None:
        """Checked, confirmed where that exists, waiting for the code."""
        self.do(hour, c.CheckIdentity(candidates=candidates))
        self.do(hour, c.Sign(candidates=candidates))
        if self.state.session.mode == "with-es":
            self.do(hour, c.ConfirmPresence(candidates=candidates))
        self.do(hour, c.MarkReady(candidates=candidates))

    def started(self, hour: str, *candidates: str) -> None:
        """Ready, then started in the same minute."""
        self.ready(hour, *candidates)
        self.do(hour, c.Start(candidates=candidates))

    def signed_off(self, hour: str, *candidates: str) -> None:
        """End screens seen, signed out."""
        self.do(hour, c.SeeEndScreen(candidates=candidates))
        self.do(hour, c.SignOut(candidates=candidates))

    def steps_done(self, hour: str) -> None:
        """Every step of the mode ticked, with a reason where something is missing."""
        for rule in self.state.rules.steps_for(self.state.session.mode):
            if rule.id != "finalise":
                self.do(hour, c.SetStep(step=rule.id, state="done", reason="vu"))
