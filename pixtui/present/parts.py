"""The parts of a guided incident's form: what each asks, and the facts that an answer brings.

A part bears its name in the rules (``goes_with``; ``held`` and ``room`` come with a cause).
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from pixtui.domain.derive import candidate_state, open_interruptions, open_room_interruptions
from pixtui.domain.session import Candidate
from pixtui.domain.timing import floor_minute
from pixtui.present.field import Answers, Field, UnclearError
from pixtui.present.sight import Sight
from pixtui.wording.catalogue import N_

JsonObject = dict[str, Any]
_HERE = ("running", "interrupted")


@frozen
class Part:
    """What a part asks, and the facts it brings."""

    asks: Callable[[Sight], list[Field]]
    brings: Callable[[Sight, Answers], list[JsonObject]]


def _before_start(sight: Sight) -> bool:
    return sight.one is not None and sight.one.start is None


def _simple(name: str, msgid: str, fact: JsonObject) -> Part:
    """A yes-or-no question before the start, and the fact that yes stands for."""

    def asks(sight: Sight) -> list[Field]:
        return [sight.yes_no(name, msgid, said=True)] if _before_start(sight) else []

    return Part(asks, lambda _sight, answers: [fact] if answers.yes(name) else [])


def _only(name: str, msgid: str, hint: str = "") -> Part:
    """A field of the incident itself, with no fact."""

    def asks(sight: Sight) -> list[Field]:
        text = sight.words.text
        return [Field(name=name, label=text(msgid), hint=text(hint) if hint else "")]

    return Part(asks, lambda _sight, _answers: [])


_DECIDED = _only("decided_by", N_("decided by"), N_("never alone"))


def _decision_asks(sight: Sight) -> list[Field]:
    asked = _DECIDED.asks(sight)
    if _before_start(sight):
        asked.append(sight.yes_no("turned_away", N_("turned away?"), said=False))
    return asked


def _decision_brings(sight: Sight, answers: Answers) -> list[JsonObject]:
    if not answers.yes("turned_away"):
        return []
    why = answers.said("note") or sight.book.situation_title(sight.situation, sight.words.language)
    return [{"command": "turn_away", "reason": why, "decided_by": answers.said("decided_by")}]


def _signature_asks(sight: Sight) -> list[Field]:
    if sight.one is None:
        return []
    return [
        sight.yes_no("wrong_line", N_("on the wrong line?"), said=False),
        sight.yes_no("refuses", N_("refuses to sign?"), said=False),
    ]


def _signature_brings(_sight: Sight, answers: Answers) -> list[JsonObject]:
    if answers.yes("refuses"):
        return [{"command": "sign", "outcome": "refused"}]
    return [{"command": "sign", "outcome": "wrong_line"}] if answers.yes("wrong_line") else []


def _swap_asks(sight: Sight) -> list[Field]:
    if sight.one is None:
        return []
    text = sight.words.text
    return [
        Field(name="origin", label=text(N_("old workstation")), value=sight.one.workstation or ""),
        Field(name="to", label=text(N_("new workstation")), needed=True),
    ]


def _swap_brings(_sight: Sight, answers: Answers) -> list[JsonObject]:
    to = answers.said("to")
    origin = answers.said("origin") or None
    return [{"command": "change_workstation", "to": to, "from": origin}] if to else []


def _own_open(sight: Sight) -> bool:
    held = open_interruptions(sight.state, sight.candidate or "")
    return any(one.own for one in held)


def _back(sight: Sight, name: str, msgid: str) -> Field:
    text = sight.words.text
    return Field(name=name, label=text(msgid), hint=text(N_("09:05; nothing: not yet")))


def _held_asks(sight: Sight) -> list[Field]:
    if sight.standing not in _HERE:
        return []
    code, with_es = sight.state.rules.code(sight.code), sight.state.session.mode == "with-es"
    live = code is not None and code.live
    asked = []
    if not _own_open(sight):
        # An alert blocks the candidate's screen until it is handled in the invigilator space.
        said = with_es or not live
        asked.append(sight.yes_no("held", N_("stops their clock?"), said=said))
    if live and with_es:
        return asked  # nothing goes on before the alert is closed
    return [*asked, _back(sight, "resumed", N_("goes on at"))]


def _held_brings(sight: Sight, answers: Answers) -> list[JsonObject]:
    facts: list[JsonObject] = []
    if answers.yes("held"):
        facts.append({"command": "interrupt", "cause": sight.book.holds_up(sight.situation)})
    at = answers.time("resumed")
    if at is not None and not facts and not _own_open(sight):
        told = N_("“Goes on at” is about a clock that is stopped: answer yes, or leave it empty.")
        raise UnclearError(sight.words.text(told), "resumed")
    if at is not None:
        facts.append({"command": "resume", "at": at.isoformat()})
    return facts


def _exit_asks(sight: Sight) -> list[Field]:
    if sight.standing not in _HERE:
        return []
    return [_back(sight, "returned", N_("back in the room at"))]


def _was_away(one: Candidate, at: dt.datetime) -> bool:
    """Whether that minute is one of an exit already noted, and of its return."""
    minute = floor_minute(at)
    return any(
        floor_minute(span.began) <= minute <= span.ended
        for span in one.away
        if span.ended is not None
    )


def _exit_brings(sight: Sight, answers: Answers) -> list[JsonObject]:
    if sight.standing not in _HERE:
        return []
    facts: list[JsonObject] = []
    left_at, at = answers.time("at") or sight.now, answers.time("returned")
    if sight.one is not None and not sight.one.out_of_room:
        if _was_away(sight.one, left_at):
            return []  # out and back are in the record: what is missing is the incident
        facts.append({"command": "leave_room"})
    if at is not None:
        facts.append({"command": "return_to_room", "at": at.isoformat()})
    return facts


def _end_asks(sight: Sight) -> list[Field]:
    if sight.standing not in _HERE or sight.state.session.mode != "with-es":
        return []
    return [sight.yes_no("ends", N_("the test ends?"), said=True)]


def _end_brings(sight: Sight, answers: Answers) -> list[JsonObject]:
    if not sight.reason or sight.one is None or sight.one.start is None:
        return []
    because = {"command": "give_reason", "reason": sight.reason}
    if answers.yes("ends"):
        return [{"command": "finish", "how": "invigilator"}, because]
    goes_on = sight.one.end is None and sight.state.session.mode == "with-es"
    return [] if goes_on else [because]


def _sign_out_asks(sight: Sight) -> list[Field]:
    if sight.one is None or sight.one.start is None or sight.one.signed_out is not None:
        return []
    return [sight.yes_no("signed_out", N_("signed out since?"), said=False)]


def _sign_out_brings(_sight: Sight, answers: Answers) -> list[JsonObject]:
    return [{"command": "sign_out"}] if answers.yes("signed_out") else []


def _extra_time_asks(sight: Sight) -> list[Field]:
    if sight.one is None:
        return []
    text = sight.words.text
    value = "" if sight.one.extra_time is None else str(sight.one.extra_time)
    wanted = text(N_("right extra time (%)"))
    return [Field(name="extra_time", label=wanted, value=value, hint="33", needed=True)]


def _extra_time_brings(sight: Sight, answers: Answers) -> list[JsonObject]:
    percent = answers.number("extra_time", N_("Extra time is a whole percentage, as 33."))
    if percent is None or sight.one is None or percent == (sight.one.extra_time or 0):
        return []
    return [{"command": "edit_candidate", "extra_time": percent or None}]


def _room_asks(sight: Sight) -> list[Field]:
    if open_room_interruptions(sight.state):
        return []
    somebody = any(
        candidate_state(sight.state, one) == "running" for one in sight.state.candidates.values()
    )
    return [sight.yes_no("stops", N_("stops their clocks?"), said=True)] if somebody else []


def _room_brings(sight: Sight, answers: Answers) -> list[JsonObject]:
    if not answers.yes("stops"):
        return []
    fact: JsonObject = {
        "command": "interrupt_room",
        "cause": sight.book.stops_room(sight.situation),
    }
    named = [one.strip() for one in answers.said("whom").split(",") if one.strip()]
    if sight.candidate is not None:
        named = [sight.candidate]
    return [{**fact, "candidates": named} if named else fact]


PARTS: Mapping[str, Part] = {
    "absence": _simple("absent", N_("mark absent?"), {"command": "mark_absent"}),
    "arrival": _simple("arrived", N_("note the late arrival?"), {"command": "arrive"}),
    "doubt": _simple(
        "doubt", N_("note the doubt?"), {"command": "check_identity", "outcome": "doubt"}
    ),
    "decision": Part(_decision_asks, _decision_brings),
    "presence": _simple("presence", N_("presence confirmed now?"), {"command": "confirm_presence"}),
    "signature": Part(_signature_asks, _signature_brings),
    "swap": Part(_swap_asks, _swap_brings),
    "exit": Part(_exit_asks, _exit_brings),
    "end": Part(_end_asks, _end_brings),
    "sign_out": Part(_sign_out_asks, _sign_out_brings),
    "extra_time": Part(_extra_time_asks, _extra_time_brings),
    "held": Part(_held_asks, _held_brings),
    "room": Part(_room_asks, _room_brings),
    "witnesses": _only("witnesses", N_("witnesses"), N_("a second person who saw it")),
    "evidence": _only("evidence", N_("evidence kept")),
    "decided_by": _DECIDED,
}
"""Each part by its name in the rules; the others open another form instead."""
