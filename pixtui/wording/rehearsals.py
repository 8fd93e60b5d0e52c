"""What a rehearsal says: what happens in it, how its clock goes, what was made of it."""

from collections.abc import Mapping

from pixtui.domain.rehearsal.judge import Verdict
from pixtui.wording.catalogue import N_, Words

OUTCOMES: Mapping[str, str] = {
    "in_time": N_("done"),
    "out_of_order": N_("out of order"),
    "forgotten": N_("FORGOTTEN"),
    "pending": N_("not done yet"),
}
BREACH = N_("NOT TO BE DONE")
WENT: Mapping[str, str] = {
    "over": N_("Nothing more happens: the debrief is complete (Ctrl+W)."),
    "waits": N_("Nothing more happens before you have gone on: {next}."),
}
"""What is said where going on brought nothing."""


def outcome_said(verdict: Verdict, words: Words) -> str:
    """What came of an expectation, in a few words."""
    if verdict.outcome == "late":
        return words.plural("{n} min late", "{n} min late", verdict.late_by)
    return words.text(OUTCOMES[verdict.outcome])


def pace_said(words: Words, *, paused: bool, pace: int) -> str:
    """How its clock goes: stopped, or hurrying; nothing where it goes as the machine's does."""
    if paused:
        return words.text(N_("clock stopped"))
    return words.say(N_("clock × {pace}"), pace=pace) if pace > 1 else ""
