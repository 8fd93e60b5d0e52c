"""The guided incident: from what one sees to the fields of its form, and from those to one command.

A situation's table says what goes with it (``goes_with``, ``holds_up``, ``stops_room``); each of
these is a part here: what it asks, and the facts that what is typed brings into the same entry.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from pixtui.domain.derive import (
    candidate_state,
    destinations,
    open_interruptions,
    open_room_interruptions,
)
from pixtui.domain.session import Candidate, Incident, Mark, State
from pixtui.domain.text import visible
from pixtui.present.field import Answers, Field, Values, yes_no
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import CHOICES, label
from pixtui.wording.when import hour

JsonObject = dict[str, Any]
CODE_ONLY = "code:"
"""How a sight begins that is a report code without a situation."""
SAID = ("witnesses", "evidence", "decided_by")
"""The fields of a form that are the incident's own."""
_HERE = ("running", "interrupted")


@frozen(kw_only=True)
class Guide:
    """One sight about one candidate, some or the room, at one moment."""

    state: State
    words: Words
    book: Rulebook
    now: dt.datetime
    sight: str
    """A situation's id, or ``code:`` and a report code."""
    candidate: str | None = None
    marked: tuple[str, ...] = ()
    """The rows marked in the grid, where some only are concerned."""
    reason: str = ""
    """Why a test that ends by it was not finished: asked before the form."""

    # --- what it is about

    @property
    def situation(self) -> str:
        """The situation; empty where only a code was picked."""
        return "" if self.sight.startswith(CODE_ONLY) else self.sight

    @property
    def code(self) -> str:
        """The report code; empty where Pix has none for it."""
        rule = self.state.rules.situation(self.situation) if self.situation else None
        if rule is not None:
            return rule.code or ""
        return self.sight.removeprefix(CODE_ONLY) if not self.situation else ""

    @property
    def one(self) -> Candidate | None:
        """The candidate."""
        return self.state.candidates.get(self.candidate or "")

    @property
    def standing(self) -> str:
        """Where the candidate stands; empty for the room."""
        return candidate_state(self.state, self.one) if self.one else ""

    @property
    def title(self) -> str:
        """What is seen, behind its code, and about whom."""
        language = self.words.language
        seen = (
            self.book.situation_title(self.situation, language)
            if self.situation
            else self.book.code_label(self.code, language)
        )
        who = f" · {name_of(self.one)}" if self.one else ""
        return f"{self.code} {seen}".strip() + who

    def advice(self) -> list[str]:
        """What to do now, line by line, the centre's own rule, what to write, where it goes."""
        language, text = self.words.language, self.words.text
        lines = [f"- {line}" for line in self.book.situation_do(self.situation, language)]
        if self.book.centre_decides(self.situation):
            own = self.book.centre_rule(self.situation, language)
            lines.append(
                self.words.say(N_("Your centre's rule: {rule}"), rule=own)
                if own
                else self.words.say(
                    N_("Your centre's rule is not written down (rules.toml, {situation})."),
                    situation=self.situation,
                )
            )
        record = self.book.situation_record(self.situation, language)
        if record:
            lines.append(self.words.say(N_("Write down: {what}"), what=record))
        where = ", ".join(label(CHOICES, one, self.words) for one in self._destinations())
        lines.append(self.words.say(N_("Goes to: {where}"), where=where))
        if self.reason:
            title = self.book.reason_title(self.reason, language)
            then = self.book.reason_consequence(self.reason, language)
            lines.append(f"{text(N_('Reason'))} : {title}. {then}")
        return lines

    def _destinations(self) -> tuple[str, ...]:
        opened = Mark(at=self.now, by="", seq=0)
        seen = Incident(
            id="", opened=opened, situation=self.situation or None, code=self.code or None
        )
        return destinations(self.state, seen)

    # --- the form

    def parts(self) -> list[str]:
        """The parts of its form, in order."""
        listed = list(self.book.goes_with(self.situation))
        if self.book.holds_up(self.situation):
            listed.append("held")
        if self.book.stops_room(self.situation):
            listed.append("room")
        return [one for one in listed if one in PARTS]

    def fields(self) -> list[Field]:
        """What is asked, filled in as far as it can be."""
        text, code = self.words.text, self.state.rules.code(self.code) if self.code else None
        fields = [Field(name="at", label=text(N_("time of the fact")), value=self.hour(self.now))]
        if self.candidate is None and self.book.stops_room(self.situation):
            fields.append(self._whom())
        if code is not None and code.question:
            fields.append(Field(name="question", label=text(N_("question number")), hint="1-500"))
        for part in self.parts():
            fields += PARTS[part].asks(self)
        if code is not None and code.not_blocking:
            fields.append(self.yes_no("blocking", N_("did it block?"), said=False))
        needs = self.book.code_needs(self.code, self.words.language)
        hint = needs if needs and not (code and code.question) else ""
        fields.append(
            Field(
                name="note",
                label=text(N_("what happened")),
                hint=hint or text(N_("facts, neutral words")),
            )
        )
        return fields

    def _whom(self) -> Field:
        text = self.words.text
        named = [self.state.candidates[one] for one in self.marked if one in self.state.candidates]
        value = ", ".join(one.seat or name_of(one) for one in named)
        hint = text(N_("seats, names; nothing: all"))
        return Field(name="whom", label=text(N_("who is held up")), value=value, hint=hint)

    def yes_no(self, name: str, msgid: str, *, said: bool) -> Field:
        """A question answered by yes or no."""
        return yes_no(self.words, name, msgid, said=said)

    def hour(self, at: dt.datetime) -> str:
        """A time of day as it is typed."""
        return hour(self.state, at)

    # --- the command

    def command(self, values: Values) -> JsonObject:
        """What is asked of the desk; raises UnclearError on what means nothing."""
        answers = Answers(state=self.state, words=self.words, now=self.now, values=values)
        command: JsonObject = {
            "command": "log_incident",
            "at": (answers.time("at") or self.now).isoformat(),
            "note": values.get("note", ""),
            "blocking": answers.yes("blocking"),
        }
        if self.situation:
            command["situation"] = self.situation
        elif self.code:
            command["code"] = self.code
        if self.candidate:
            command["candidate"] = self.candidate
        question = answers.number("question", N_("The question number is digits only."))
        if question is not None:
            command["question"] = question
        command |= {name: values[name] for name in SAID if values.get(name)}
        facts = [fact for part in self.parts() for fact in PARTS[part].brings(self, answers)]
        if facts:
            command["facts"] = facts
        return command


def name_of(one: Candidate) -> str:
    """A candidate's name as it is shown."""
    return visible(f"{one.last_name} {one.first_name}")


# --- the parts of a form


@frozen
class Part:
    """What a part asks, and the facts it brings."""

    asks: Callable[[Guide], list[Field]]
    brings: Callable[[Guide, Answers], list[JsonObject]]


def _before_start(guide: Guide) -> bool:
    return guide.one is not None and guide.one.start is None


def _simple(name: str, msgid: str, fact: JsonObject) -> Part:
    """A yes-or-no question before the start, and the fact that yes stands for."""

    def asks(guide: Guide) -> list[Field]:
        return [guide.yes_no(name, msgid, said=True)] if _before_start(guide) else []

    return Part(asks, lambda _guide, answers: [fact] if answers.yes(name) else [])


def _only(name: str, msgid: str, hint: str = "") -> Part:
    """A field of the incident itself, with no fact."""

    def asks(guide: Guide) -> list[Field]:
        text = guide.words.text
        return [Field(name=name, label=text(msgid), hint=text(hint) if hint else "")]

    return Part(asks, lambda _guide, _answers: [])


_DECIDED = _only("decided_by", N_("decided by"), N_("never alone"))


def _decision_asks(guide: Guide) -> list[Field]:
    asked = _DECIDED.asks(guide)
    if _before_start(guide):
        asked.append(guide.yes_no("turned_away", N_("turned away?"), said=False))
    return asked


def _decision_brings(guide: Guide, answers: Answers) -> list[JsonObject]:
    if not answers.yes("turned_away"):
        return []
    why = answers.said("note") or guide.book.situation_title(guide.situation, guide.words.language)
    return [{"command": "turn_away", "reason": why, "decided_by": answers.said("decided_by")}]


def _signature_asks(guide: Guide) -> list[Field]:
    if guide.one is None:
        return []
    return [
        guide.yes_no("wrong_line", N_("on the wrong line?"), said=False),
        guide.yes_no("refuses", N_("refuses to sign?"), said=False),
    ]


def _signature_brings(_guide: Guide, answers: Answers) -> list[JsonObject]:
    if answers.yes("refuses"):
        return [{"command": "sign", "outcome": "refused"}]
    return [{"command": "sign", "outcome": "wrong_line"}] if answers.yes("wrong_line") else []


def _swap_asks(guide: Guide) -> list[Field]:
    if guide.one is None:
        return []
    text = guide.words.text
    return [
        Field(name="origin", label=text(N_("old workstation")), value=guide.one.workstation or ""),
        Field(name="to", label=text(N_("new workstation")), needed=True),
    ]


def _swap_brings(_guide: Guide, answers: Answers) -> list[JsonObject]:
    to = answers.said("to")
    origin = answers.said("origin") or None
    return [{"command": "change_workstation", "to": to, "from": origin}] if to else []


def _own_open(guide: Guide) -> bool:
    held = open_interruptions(guide.state, guide.candidate or "")
    return any(one.own for one in held)


def _back(guide: Guide, name: str, msgid: str) -> Field:
    text = guide.words.text
    return Field(name=name, label=text(msgid), hint=text(N_("09:05; nothing: not yet")))


def _held_asks(guide: Guide) -> list[Field]:
    if guide.standing not in _HERE:
        return []
    asked = []
    if not _own_open(guide):
        asked.append(guide.yes_no("held", N_("stops their clock?"), said=True))
    return [*asked, _back(guide, "resumed", N_("goes on at"))]


def _held_brings(guide: Guide, answers: Answers) -> list[JsonObject]:
    facts: list[JsonObject] = []
    if answers.yes("held"):
        facts.append({"command": "interrupt", "cause": guide.book.holds_up(guide.situation)})
    at = answers.time("resumed")
    if at is not None and (facts or _own_open(guide)):
        facts.append({"command": "resume", "at": at.isoformat()})
    return facts


def _exit_asks(guide: Guide) -> list[Field]:
    if guide.standing not in _HERE:
        return []
    return [_back(guide, "returned", N_("back in the room at"))]


def _exit_brings(guide: Guide, answers: Answers) -> list[JsonObject]:
    if guide.standing not in _HERE:
        return []
    facts: list[JsonObject] = []
    if guide.one is not None and not guide.one.out_of_room:
        facts.append({"command": "leave_room"})
    at = answers.time("returned")
    if at is not None:
        facts.append({"command": "return_to_room", "at": at.isoformat()})
    return facts


def _end_asks(guide: Guide) -> list[Field]:
    if guide.standing not in _HERE or guide.state.session.mode != "with-es":
        return []
    return [guide.yes_no("ends", N_("the test ends?"), said=True)]


def _end_brings(guide: Guide, answers: Answers) -> list[JsonObject]:
    if not guide.reason or guide.one is None or guide.one.start is None:
        return []
    because = {"command": "give_reason", "reason": guide.reason}
    if answers.yes("ends"):
        return [{"command": "finish", "how": "invigilator"}, because]
    over = guide.one.end is not None and guide.one.end.outcome != "candidate"
    without_es = guide.state.session.mode == "without-es" and guide.one.end is None
    return [because] if over or without_es else []


def _extra_time_asks(guide: Guide) -> list[Field]:
    if guide.one is None:
        return []
    text = guide.words.text
    value = "" if guide.one.extra_time is None else str(guide.one.extra_time)
    wanted = text(N_("right extra time (%)"))
    return [Field(name="extra_time", label=wanted, value=value, hint="33", needed=True)]


def _extra_time_brings(guide: Guide, answers: Answers) -> list[JsonObject]:
    percent = answers.number("extra_time", N_("Extra time is a whole percentage, as 33."))
    if percent is None or guide.one is None or percent == (guide.one.extra_time or 0):
        return []
    return [{"command": "edit_candidate", "extra_time": percent or None}]


def _room_asks(guide: Guide) -> list[Field]:
    if open_room_interruptions(guide.state):
        return []
    somebody = any(
        candidate_state(guide.state, one) == "running" for one in guide.state.candidates.values()
    )
    return [guide.yes_no("stops", N_("stops their clocks?"), said=True)] if somebody else []


def _room_brings(guide: Guide, answers: Answers) -> list[JsonObject]:
    if not answers.yes("stops"):
        return []
    fact: JsonObject = {
        "command": "interrupt_room",
        "cause": guide.book.stops_room(guide.situation),
    }
    named = [one.strip() for one in answers.said("whom").split(",") if one.strip()]
    if guide.candidate is not None:
        named = [guide.candidate]
    return [{**fact, "candidates": named} if named else fact]


PARTS: Mapping[str, Part] = {
    "absence": _simple("absent", N_("mark absent?"), {"command": "mark_absent"}),
    "arrival": _simple("arrived", N_("note the late arrival?"), {"command": "arrive"}),
    "doubt": _simple(
        "doubt", N_("note the doubt?"), {"command": "check_identity", "outcome": "doubt"}
    ),
    "decision": Part(_decision_asks, _decision_brings),
    "signature": Part(_signature_asks, _signature_brings),
    "swap": Part(_swap_asks, _swap_brings),
    "exit": Part(_exit_asks, _exit_brings),
    "end": Part(_end_asks, _end_brings),
    "extra_time": Part(_extra_time_asks, _extra_time_brings),
    "held": Part(_held_asks, _held_brings),
    "room": Part(_room_asks, _room_brings),
    "witnesses": _only("witnesses", N_("witnesses"), N_("a second person who saw it")),
    "evidence": _only("evidence", N_("evidence kept")),
    "decided_by": _DECIDED,
}
"""Each part by its name in the rules; the others open another form instead."""
