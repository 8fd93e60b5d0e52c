"""What one may see, as a list to pick from, and what comes between the pick and its form."""

from collections.abc import Mapping

from attrs import evolve as changed
from attrs import frozen

from pixtui.present.choices import Choices
from pixtui.present.guide import Guide
from pixtui.present.offers import likely_moments
from pixtui.present.sight import CODE_ONLY, name_of
from pixtui.present.width import fit
from pixtui.wording.catalogue import N_

CODE_CELLS, MOMENT_CELLS, SEAT_CELLS = 4, 11, 5
MOMENT_LABELS = {
    "before": N_("before"),
    "technical": N_("technical"),
    "people": N_("people"),
    "end": N_("end"),
}
ROOM = "room"
"""In the place of a candidate: nobody in particular."""
REFUSED_ENTRY = "refused_entry"
"""The situation in which what was typed is compared with the list."""
ELSEWHERE = ("alarm", "hand_over", "enrolment")
"""The parts that open another form in the place of the incident's own."""


@frozen
class Seen:
    """One line of what may be seen."""

    key: str
    code: str
    moment: str
    """When it arises, in words; empty for a bare code."""
    title: str

    def line(self) -> str:
        """The line, in columns."""
        return fit(self.code, CODE_CELLS) + fit(self.moment, MOMENT_CELLS) + self.title


def sights(guide: Guide) -> list[Seen]:
    """Everything one may see, the likely moment first; then the codes alone."""
    book, words = guide.book, guide.words
    codes = {one.id: one.code or "" for one in guide.state.rules.situations}
    situations = [
        Seen(
            one,
            codes[one],
            words.text(MOMENT_LABELS[book.moment(one)]),
            book.situation_title(one, words.language),
        )
        for moment in likely_moments(guide.state, guide.candidate)
        for one in book.situations(moment)
        if one in codes
    ]
    return situations + [
        Seen(f"{CODE_ONLY}{code}", code, "", book.code_label(code, words.language))
        for code in book.codes()
    ]


def also_found_under(guide: Guide) -> Mapping[str, str]:
    """The words under which a situation is found although its line does not show them."""
    book, language = guide.book, guide.words.language
    return {
        one.id: " ".join(
            (
                book.code_label(one.code or "", language),
                book.situation_also(one.id, language),
                book.situation_advice(one.id, language),
            )
        )
        for one in guide.state.rules.situations
    }


def topic_of_sight(sight: str) -> str:
    """The section of the manual about what was seen; a bare code stands among the codes."""
    return "codes" if sight.startswith(CODE_ONLY) else f"situation-{sight}"


def elsewhere(guide: Guide) -> str:
    """Which other form the situation opens: one of ELSEWHERE, or nothing."""
    return next((one for one in guide.book.goes_with(guide.situation) if one in ELSEWHERE), "")


def settled(guide: Guide) -> tuple[Guide, bool]:
    """The guide about those whom its situation is about, and whether it must be asked whom."""
    about = guide.book.about(guide.situation)
    if about:
        here = (guide.candidate,) if guide.candidate else ()
        some = guide.marked or here if about == "some" else guide.marked
        guide = changed(guide, candidate=None, marked=some)
    of_room = about or guide.book.stops_room(guide.situation)
    return guide, guide.candidate is None and not of_room and bool(guide.state.candidates)


def whom_choices(guide: Guide) -> Choices:
    """About whom, the room first."""
    return [
        (ROOM, guide.words.text(N_("The room, or nobody in particular"))),
        *(
            (one.id, fit(one.seat or "", SEAT_CELLS) + name_of(one))
            for one in guide.state.candidates.values()
        ),
    ]


def probe(guide: Guide) -> dict[str, object]:
    """The bare incident, to be judged before anything is typed."""
    what: dict[str, object] = (
        {"situation": guide.situation} if guide.situation else {"code": guide.code}
    )
    reason, end = likely_reason(guide), guide.one.end if guide.one is not None else None
    if reason and end is not None and end.outcome == "candidate":
        # That end takes no reason: it is undone first, or the one given here would be lost.
        what["facts"] = [{"command": "give_reason", "reason": reason}]
    return {"command": "log_incident", "candidate": guide.candidate, "note": "?", **what}


def likely_reason(guide: Guide) -> str:
    """Why the test ends by it, where it has begun; empty where it does not end by it."""
    started = guide.one is not None and guide.one.start is not None
    return (guide.book.ends_for(guide.situation) or "") if started else ""


def blocking_choices(guide: Guide) -> tuple[Choices, str]:
    """What may have blocked, behind keeping the code; and why it is asked."""
    words, book, rules = guide.words, guide.book, guide.state.rules
    listed = [("", words.say(N_("It did not block: keep {code}"), code=guide.code))]
    for one in rules.situations:
        rule = rules.code(one.code) if one.code else None
        if rule is not None and rule.live and not rule.deprecated:
            title = book.situation_title(one.id, words.language)
            listed.append((one.id, fit(rule.code, CODE_CELLS) + title))
    told = N_("Pix takes no account of a blocking problem under {code}. What blocked?")
    return listed, words.say(told, code=guide.code)
