"""What several faces let one choose from: causes, reasons, boxes, states of a step."""

from typing import Literal

from pixtui.domain.session import State
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import CHOICES, TELL, label

Choices = list[tuple[str, str]]
"""What is chosen, and what its line says."""
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
