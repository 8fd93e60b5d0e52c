"""What several faces let one choose from: causes, reasons, boxes, states of a step."""

from collections.abc import Sequence
from typing import Literal

from pixtui.domain.session import Interruption, State
from pixtui.domain.text import visible
from pixtui.present.sight import name_of
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import CHOICES, TELL, label
from pixtui.wording.when import hour

Choices = list[tuple[str, str]]
"""What is chosen, and what its line says."""
NAMES = 3
"""Names of those an interruption is about before the rest is counted."""
Reason = Literal["candidate", "technical"]
REASONS: tuple[Reason, ...] = ("candidate", "technical")


def cause_choices(book: Rulebook, words: Words) -> Choices:
    """By what a test or the room is held up."""
    return [(one, book.cause_label(one, words.language)) for one in book.causes()]


def reason_choices(book: Rulebook, words: Words, first: str = "candidate") -> tuple[Choices, str]:
    """Why a test was not finished, the likely one first, and the consequence of each."""
    language = words.language
    reasons = sorted(REASONS, key=lambda reason: reason != first)
    about = "\n".join(
        words.say(
            TELL, what=book.reason_title(one, language), how=book.reason_consequence(one, language)
        )
        for one in reasons
    )
    return [(one, book.reason_title(one, language)) for one in reasons], about


def interruption_told(state: State, one: Interruption, words: Words, book: Rulebook) -> str:
    """An interruption of several in words: by what, since when, of whom."""
    cause = visible(book.cause_label(one.cause, words.language))
    who = words.text(N_("the whole room"))
    if one.candidates is not None:
        people = [state.candidates[key] for key in one.candidates if key in state.candidates]
        more = len(people) - NAMES
        who = ", ".join(name_of(person) for person in people[:NAMES])
        if more > 0:
            who += " " + words.plural("and {n} more", "and {n} more", more)
    since = hour(state, one.span.began)
    return words.say(N_("{cause}, since {at}: {who}"), cause=cause, at=since, who=who)


def going_on_choices(
    state: State, held: Sequence[Interruption], words: Words, book: Rulebook
) -> Choices:
    """Which of several interruptions ends: none, each by its id, all of them."""
    return [
        ("no", words.text(N_("No, go back"))),
        *((one.id, interruption_told(state, one, words, book)) for one in held),
        ("all", words.text(N_("All of it goes on"))),
    ]


def box_choices(state: State, book: Rulebook, words: Words) -> Choices:
    """The two boxes of Pix's page as they stand, behind the end of the step."""
    held = {"has_incident": state.has_incident, "has_joining_issue": state.has_joining_issue}
    return [
        ("done", words.text(N_("That is all: the step is done"))),
        *(
            (box, f"{'[x]' if value else '[ ]'} {book.box_text(box, words.language)}")
            for box, value in held.items()
        ),
    ]


def step_choices(words: Words) -> Choices:
    """The states that a step can be given, with a reason."""
    return [
        (choice, label(CHOICES, choice, words))
        for choice in ("done", "deferred", "not_applicable", "todo")
    ]
