"""A day that went on by hand on paper, typed in afterwards: one candidate, one form.

Only what is not known yet is asked. What is typed becomes the commands of the day, each with the
time of its fact, so that the record says itself that they were entered late.
"""

import datetime as dt
from typing import Any

from attrs import frozen

from pixtui.domain.derive import candidate_state, presence_valid
from pixtui.domain.session import Candidate, State
from pixtui.present.field import Answers, Field, UnclearError, Values, yes_no
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.when import noon

JsonObject = dict[str, Any]
REASONS = {"c": "candidate", "t": "technical"}


@frozen(kw_only=True)
class Sheet:
    """One candidate's line of the paper."""

    state: State
    words: Words
    now: dt.datetime
    one: Candidate
    usual_start: str = ""
    """The start typed for the one before: a room usually starts together."""

    @property
    def _waiting(self) -> bool:
        return self.one.start is None

    @property
    def _under_way(self) -> bool:
        return self.one.end is None

    def fields(self) -> list[Field]:
        """What is still to be typed about this candidate."""
        text, one = self.words.text, self.one
        asked: list[Field] = []
        hint = "09:05"
        if self._waiting:
            asked.append(yes_no(self.words, "absent", N_("absent?"), said=one.absent is not None))
        if one.identity is None:
            asked.append(yes_no(self.words, "identity", N_("identity checked?"), said=True))
        if one.signature is None:
            asked.append(yes_no(self.words, "signed", N_("signed?"), said=True))
        if self._waiting:
            asked.append(
                Field(name="start", label=text(N_("start")), value=self.usual_start, hint=hint)
            )
        if self._under_way:
            asked += [
                Field(name="held", label=text(N_("held up from")), hint=hint),
                Field(name="resumed", label=text(N_("until")), hint=hint),
                Field(name="end", label=text(N_("end")), hint=hint),
                Field(
                    name="reason",
                    label=text(N_("not finished: why?")),
                    hint=text(N_("finished: nothing; else c or t")),
                ),
            ]
        if one.end_screen is None:
            asked.append(yes_no(self.words, "end_screen", N_("end screen seen?"), said=False))
        if one.signed_out is None:
            asked.append(yes_no(self.words, "signed_out", N_("signed out?"), said=False))
        return asked

    def commands(self, values: Values) -> list[JsonObject]:
        """The commands of what was typed, in their order; raises UnclearError."""
        answers = Answers(
            state=self.state,
            words=self.words,
            now=self.now,
            values=values,
            day=noon(self.state, self.now),
        )
        if answers.yes("absent"):
            return [] if self.one.absent else [self._about("mark_absent", self._opening())]
        start = answers.time("start") or (self.one.start.at if self.one.start else None)
        if start is None:
            raise UnclearError(self.words.text(N_("Give the start, or say absent.")), "start")
        return [*self._coming_in(answers, start), *self._held(answers), *self._end(answers)]

    def _opening(self) -> dt.datetime:
        """When the session was to begin, or now where that is still to come."""
        time = self.state.session.time
        begins = noon(self.state, self.now).replace(
            hour=time.hour, minute=time.minute, microsecond=0
        )
        return min(begins, self.now)

    def _about(self, command: str, at: dt.datetime, **fields: str) -> JsonObject:
        return {"command": command, "candidate": self.one.id, "at": at.isoformat(), **fields}

    def _coming_in(self, answers: Answers, start: dt.datetime) -> list[JsonObject]:
        found = []
        if answers.yes("identity"):
            found.append(self._about("check_identity", start))
        if answers.yes("signed"):
            found.append(self._about("sign", start))
        if not self._waiting:
            return found
        if self.one.absent is not None:
            found.append(self._about("arrive", start))
        if self.state.session.mode == "with-es" and not self._confirmed(start):
            # A test cannot start without it: who started was confirmed.
            found.append(self._about("confirm_presence", start))
        return [*found, self._about("start", start)]

    def _confirmed(self, start: dt.datetime) -> bool:
        """Whether a presence declared already holds for that start."""
        known = self.one.presence
        return (
            known is not None and known.at <= start and presence_valid(self.state, self.one, start)
        )

    def _held(self, answers: Answers) -> list[JsonObject]:
        held, resumed = answers.time("held"), answers.time("resumed")
        if resumed is not None and held is None:
            raise UnclearError(self.words.text(N_("Say from when the test was held up.")), "held")
        found = []
        if held is not None:
            found.append(self._about("interrupt", held, cause="other"))
        if resumed is not None:
            found.append(self._about("resume", resumed))
        return found

    def _end(self, answers: Answers) -> list[JsonObject]:
        end = answers.time("end")
        letter = answers.said("reason").lower()[:1]
        reason = REASONS.get(letter)
        if letter and reason is None:
            told = N_("The reason is c (candidate) or t (technical).")
            raise UnclearError(self.words.text(told), "reason")
        over = end or (self.one.end.at if self.one.end else None)
        if over is None:
            if reason:
                raise UnclearError(self.words.text(N_("Say when the test ended.")), "end")
            return []
        found = []
        if end is not None:
            how = "invigilator" if reason else "candidate"
            found.append(self._about("finish", end, how=how))
            if reason:
                found.append(self._about("give_reason", end, reason=reason))
        if answers.yes("end_screen"):
            found.append(self._about("see_end_screen", over))
        if answers.yes("signed_out"):
            found.append(self._about("sign_out", over))
        return found


def waiting(state: State) -> list[Candidate]:
    """Whose day is not told to its end."""
    return [
        one
        for one in state.candidates.values()
        if candidate_state(state, one) not in ("finished", "stopped", "absent", "turned_away")
    ]


def title(sheet: Sheet) -> str:
    """Who the line is about, and how many are left."""
    left = len(waiting(sheet.state))
    who = f"{sheet.one.seat or ''} {sheet.one.last_name} {sheet.one.first_name}".strip()
    return f"{who} · " + sheet.words.plural("{n} line left", "{n} lines left", left)
