"""A rehearsal for every face: what is told, and the debrief, event by event."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from pixtui.domain.checks import blockers, holes
from pixtui.domain.rehearsal.judge import Breach, Debrief, Verdict
from pixtui.domain.rehearsal.scenario import Event, Expected, Scenario, Told
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.row import Row
from pixtui.present.short import short_name
from pixtui.present.tone import Cell, Tone
from pixtui.present.width import cut, fit, width, wrap
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.history import holes_left_open
from pixtui.wording.labels import ACTS, TELL, label
from pixtui.wording.rehearsals import BREACH, outcome_said
from pixtui.wording.sentences import finding_sentence
from pixtui.wording.when import hour, iso

TONES: dict[str, Tone] = {
    "in_time": "good",
    "late": "warning",
    "out_of_order": "danger",
    "forgotten": "danger",
    "pending": "dim",
}
OUTCOME_CELLS, MOST_NAMES = 17, 4
BLANK = " "
TOLD_ROWS = 4
"""How many rows the screens have for what has just happened (``#told`` in base.tcss)."""


def told_line(scenario: Scenario, one: Told, state: State, words: Words) -> str:
    """What happened, with its time."""
    event = scenario.event(one.event)
    said = scenario.texts(event.says, words.language) if event else ""
    return visible(f"{hour(state, one.at)} {said}")


def told_with(told: str, end: str, cells: int) -> str:
    """What happened and what ends its line, in the few rows there are; the end is never cut."""
    room = TOLD_ROWS * cells - width(end)
    while len(wrap(cut(told, room) + end, cells)) > TOLD_ROWS and room > 1:
        room -= 4
    return "\n".join(wrap(cut(told, room) + end, cells))


def taken_up(scenario: Scenario, at: dt.datetime, words: Words) -> str:
    """A rehearsal left in the middle, as it is offered again."""
    title = visible(scenario.texts(scenario.title, words.language))
    return words.say(N_("Take up again: {title}, stopped at {at}"), title=title, at=f"{at:%H:%M}")


def pace_line(following: str, said: str, cells: int) -> str:
    """What comes next, and at the right end, below the hour, how the clock goes."""
    if not said:
        return following
    return fit(following, max(cells - width(said) - 2, 0)) + f" {said} "


@frozen
class Line:
    """One line of a debrief."""

    key: str
    kind: str
    """told, one of the outcomes, breach, or session."""
    at: str
    text: str
    outcome: str = ""
    why: tuple[str, ...] = ()
    """Which step or situation asks for it, and what its text says."""


@frozen(kw_only=True)
class Debriefing:
    """What was made of a rehearsal, in words."""

    scenario: Scenario
    debrief: Debrief
    state: State
    now: dt.datetime
    words: Words
    book: Rulebook
    pending: bool = field(default=False)
    """Whether what can still be done in time is told too: it gives the answer away."""

    # --- its lines

    def lines(self) -> list[Line]:
        """Every event with what came of it, then what is left of the session itself."""
        found: list[Line] = []
        for one in self.debrief.told:
            event = self.scenario.event(one.event)
            if event is not None:
                found += self._of(event, one)
        return [*found, *self._of_session()]

    def _of(self, event: Event, one: Told) -> Iterator[Line]:
        said = self.scenario.texts(event.says, self.words.language)
        why = self._guide(event)
        yield Line(event.id, "told", hour(self.state, one.at), visible(said), why=why)
        for verdict in self.debrief.of(event.id):
            if self.pending or verdict.outcome != "pending":
                yield self._verdict(event, verdict)
        for number, breach in enumerate(self.debrief.against(event.id)):
            yield self._breach(event, breach, number)

    def _verdict(self, event: Event, verdict: Verdict) -> Line:
        at = hour(self.state, verdict.at) if verdict.at else ""
        text = self._expected(event, verdict.expected)
        if verdict.missing:
            who = self._names(verdict.missing)
            text = self.words.say(TELL, what=text.rstrip("."), how=who)
        said = outcome_said(verdict, self.words)
        why = self._why(event, verdict.expected)
        return Line(verdict.expected.id, verdict.outcome, at, visible(text), said, why)

    def _breach(self, event: Event, breach: Breach, number: int) -> Line:
        text = visible(self._against(breach))
        at, said = hour(self.state, breach.at), self.words.text(BREACH)
        key = f"{breach.forbidden.id}.{number}"
        return Line(key, "breach", at, text, said, self._guide(event))

    def _against(self, breach: Breach) -> str:
        """What should not have been done: the scenario's own words, else about whom it was."""
        if breach.about:
            told = N_("Written about {who}, whom it does not concern")
            return self.words.say(told, who=self._names(breach.about))
        return self.scenario.texts(breach.forbidden.says, self.words.language)

    def _of_session(self) -> Iterator[Line]:
        """What the procedure itself still asks for: blockers and holes, or what was left open."""
        if not self._over:
            return
        if self.state.sealed is not None:
            told = holes_left_open(self.state.overrides, self.state, self.words)
            left = self.words.text(N_("left open"))
        else:
            found = [*blockers(self.state, self.now), *holes(self.state)]
            told = [finding_sentence(self.words, one, self.state) for one in found]
            left = self.words.text(N_("missing"))
        if told:
            yield Line("session", "told", "", self.words.text(N_("The session itself")))
        for number, text in enumerate(told):
            yield Line(f"session.{number}", "session", "", visible(text), left)

    @property
    def _over(self) -> bool:
        return self.pending or not self.debrief.to_come

    def _names(self, candidates: tuple[str, ...]) -> str:
        people = [self.state.candidates[one] for one in candidates if one in self.state.candidates]
        names = [short_name(f"{one.last_name} {one.first_name}") for one in people]
        more = len(names) - MOST_NAMES
        listed = ", ".join(names[:MOST_NAMES])
        if more <= 0:
            return listed
        return f"{listed}, " + self.words.plural("and {n} more", "and {n} more", more)

    def _expected(self, event: Event, expected: Expected) -> str:
        """What was expected: the scenario's own words, else the fact and the line of the guide.

        A line of the guide alone may tell what is said or done in the room, which no record holds.
        """
        own = self.scenario.texts(expected.says, self.words.language)
        if own:
            return own
        do = self.book.situation_do(event.situation or "", self.words.language)
        if expected.line is not None and expected.line <= len(do):
            do = do[expected.line - 1 : expected.line]
        fact = label(ACTS, expected.facts[0].commands[0], self.words)
        return " · ".join(filter(None, (fact, self.words.with_own_keys(" ".join(do)))))

    # --- why it matters

    def _why(self, event: Event, expected: Expected) -> tuple[str, ...]:
        if expected.step is not None:
            mode, language = self.scenario.mode, self.words.language
            title = self.book.step_title(expected.step, mode, language)
            text = self.book.step_text(expected.step, mode, language)
            step = self.words.say(N_("Step: {step}"), step=title)
            return (step, self.words.with_own_keys(text))
        return self._guide(event)

    def _guide(self, event: Event) -> tuple[str, ...]:
        if event.situation is None:
            return ()
        language, words, book = self.words.language, self.words, self.book
        record = book.situation_record(event.situation, language)
        return (
            book.situation_title(event.situation, language),
            words.with_own_keys(book.situation_advice(event.situation, language)),
            words.say(N_("Write down: {what}"), what=record) if record else "",
        )

    # --- for each face

    def summary(self) -> str:
        """How it went, in one line."""
        debrief, plural = self.debrief, self.words.plural
        done, late = debrief.count("in_time"), debrief.count("late")
        disorder, forgotten = debrief.count("out_of_order"), debrief.count("forgotten")
        against, to_come = len(debrief.breaches), debrief.to_come
        counted = (
            (True, plural("{n} done in time", "{n} done in time", done)),
            (late, plural("{n} late", "{n} late", late)),
            (disorder, plural("{n} out of order", "{n} out of order", disorder)),
            (True, plural("{n} forgotten", "{n} forgotten", forgotten)),
            (against, plural("{n} not to be done", "{n} not to be done", against)),
            (to_come, plural("{n} event to come", "{n} events to come", to_come)),
        )
        return " · ".join(said for shown, said in counted if shown)

    def rows(self, cells: int) -> list[Row]:
        """The lines as rows of that many cells."""
        return [Row(line.key, self._cells(line, max(cells, 20))) for line in self.lines()]

    @staticmethod
    def _cells(line: Line, cells: int) -> tuple[Cell, ...]:
        if line.kind == "told":
            return ((fit(line.at, 6), "strong"), (fit(line.text, cells - 6), "strong"))
        tone = TONES.get(line.kind, "danger" if line.kind == "breach" else "warning")
        wide = min(OUTCOME_CELLS, max(cells // 3, 10))
        return (
            (BLANK * 2 + fit(line.at, 6), "dim"),
            (fit(line.outcome, wide) + BLANK, tone),
            (fit(line.text, max(cells - wide - 9, 5)), "plain"),
        )

    def explained(self, key: str, cells: int) -> list[Cell]:
        """A line whole, and why it matters."""
        line = next((one for one in self.lines() if one.key == key), None)
        if line is None:
            return []
        first = " ".join(filter(None, (line.at, line.outcome, line.text)))
        found: list[Cell] = [(one, "strong") for one in wrap(first, cells)]
        for number, why in enumerate(filter(None, line.why)):
            tone: Tone = "accent" if number == 0 else "plain"
            found += [(one, tone) for one in wrap(visible(why), cells)]
        return found

    def text(self) -> list[str]:
        """The debrief as plain lines, for paper and for line mode."""
        found, whys = [self.title(), self.summary()], dict[str, None]()
        for line in self.lines():
            if line.kind == "told":
                found += [*whys, "", f"{line.at} {line.text}".strip()]
                whys.clear()
                continue
            said = " ".join(filter(None, (line.outcome, line.at)))
            found.append("  - " + self.words.say(TELL, what=said, how=line.text))
            bad = line.kind not in ("in_time", "pending", "session")
            if bad and line.why:
                why = self.words.say(TELL, what=line.why[0], how=line.why[1])
                whys[f"    {why}"] = None  # once for all that one event asks for
        return [*found, *whys]

    def title(self) -> str:
        """Which rehearsal this was."""
        title = self.scenario.texts(self.scenario.title, self.words.language)
        return self.words.say(N_("REHEARSAL: {title}"), title=visible(title))

    def json(self) -> dict[str, Any]:
        """The debrief for a script."""
        state, debrief = self.state, self.debrief
        told = [
            {
                "event": one.event,
                "at": iso(state, one.at),
                "situation": event.situation,
                "says": self.scenario.texts(event.says, self.words.language),
                "expected": [
                    {
                        "id": verdict.expected.id,
                        "outcome": verdict.outcome,
                        "at": iso(state, verdict.at),
                        "late_by": verdict.late_by,
                        "missing": list(verdict.missing),
                        "step": verdict.expected.step,
                        "says": self._expected(event, verdict.expected),
                    }
                    for verdict in debrief.of(one.event)
                ],
                "breaches": [
                    {
                        "id": breach.forbidden.id,
                        "at": iso(state, breach.at),
                        "seq": breach.seq,
                        "says": self._against(breach),
                    }
                    for breach in debrief.against(one.event)
                ],
            }
            for one in debrief.told
            if (event := self.scenario.event(one.event))
        ]
        return {
            "rehearsal": self.scenario.id,
            "told": told,
            "to_come": debrief.to_come,
            "session": [line.text for line in self.lines() if line.kind == "session"],
        }
