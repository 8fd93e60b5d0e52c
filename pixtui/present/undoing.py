"""Undoing an entry: the question, and for whom where it was declared about several."""

from pixtui.domain import commands as c
from pixtui.domain.history import Event, without
from pixtui.domain.session import State
from pixtui.present.choices import Choices
from pixtui.present.short import short_name
from pixtui.present.sight import name_of
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import ACTS, label

ANSWER_CELLS = 40
"""Cells of a name in an answer."""
NOBODY, EVERYBODY = "no", "all"


def people_of(event: Event) -> tuple[str, ...]:
    """Those an entry is about."""
    return event.act.candidates if isinstance(event.act, c.OnCandidates) else ()


def undo_question(state: State, event: Event, candidate: str | None, words: Words) -> str:
    """Whether to undo an entry, naming the candidate it is about."""
    what = label(ACTS, event.type, words)
    if isinstance(event.act, (c.InterruptRoom, c.ResumeRoom)):
        return words.say(N_("The room: undo “{what}”?"), what=what)
    about = [one for one in (candidate, *people_of(event)) if one is not None]
    known = next((state.candidates[one] for one in about if one in state.candidates), None)
    if known is None:
        return words.say(N_("Undo entry {seq}?"), seq=event.seq)
    return words.say(N_("{name}: undo “{what}”?"), name=name_of(known), what=what)


def undo_choices(
    state: State, event: Event, candidate: str | None, words: Words
) -> tuple[str, Choices]:
    """For whom an entry about several is undone, that candidate first: the title, the lines."""
    people = people_of(event)
    known = (
        state.candidates[one]
        for one in sorted(people, key=lambda one: one != candidate)
        if one in state.candidates
    )
    count, what = len(people), label(ACTS, event.type, words)
    told = N_("Undo for {name} only")
    listed = [
        (NOBODY, words.text(N_("No, go back"))),
        *((one.id, words.say(told, name=short_name(name_of(one), ANSWER_CELLS))) for one in known),
        (EVERYBODY, words.say(N_("Undo for all {n}"), n=count)),
    ]
    title = words.say(N_("Undo “{what}”: declared for {n} at once"), what=what, n=count)
    return title, listed


def undone_for(event: Event, whom: str | None) -> c.Act | None:
    """The act that undoes it for all, or corrects it for one; None for nobody.

    A correction is asked at the time of the entry itself.
    """
    if whom == EVERYBODY:
        return c.Undo(seq=event.seq)
    if whom in (None, NOBODY) or not isinstance(event.act, c.OnCandidates):
        return None
    return c.Correct(seq=event.seq, instead=without(event.act, str(whom)))
