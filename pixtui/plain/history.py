"""The history: every entry, the newest first; undo and correct."""

from pixtui.domain import commands as c
from pixtui.domain.history import Event, effective, without
from pixtui.plain.here import Here
from pixtui.present.field import Answers, Field, Values
from pixtui.wording.catalogue import N_
from pixtui.wording.history import HistoryLine, history_lines
from pixtui.wording.labels import ACTS, label
from pixtui.wording.when import hour


def history(here: Here) -> None:
    """What was declared, when, by whom; undoing or correcting one of it."""
    while True:
        lines = history_lines(here.state, here.words, here.book)
        listed = [(str(one.seq), _told(here, one)) for one in reversed(lines)]
        picked = here.talk.choose(here.text(N_("History, the newest first")), listed)
        if picked is None:
            return
        _about(here, lines[int(picked) - 1])


def _told(here: Here, line: HistoryLine) -> str:
    gone = here.text(N_("UNDONE")) + " " if line.voided else ""
    return f"{gone}{line.at} {line.by} : {line.what}{line.late}"


def _about(here: Here, line: HistoryLine) -> None:
    listed = [
        ("undo", here.text(N_("Undo this entry"))),
        ("correct", here.text(N_("Give it its right time"))),
    ]
    picked = here.talk.choose(_told(here, line), listed)
    if picked is None or not here.may_write():
        return
    event = here.state.history[line.seq - 1]
    if picked == "undo":
        history_of = effective(here.state.history)
        held = next((one for one in history_of if one.seq == line.seq), event)
        undo(here, held, about=line.what)
    else:
        _correct(here, event)


def _correct(here: Here, event: Event) -> None:
    at = hour(here.state, event.at)
    field = Field(name="at", label=here.text(N_("right time")), value=at)

    def command(values: Values) -> dict[str, object] | None:
        right = Answers(
            state=here.state, words=here.words, now=here.now(), values=values, day=event.at
        ).time("at")
        if right is None:
            return None
        return {"command": "correct", "seq": event.seq, "at": right.isoformat()}

    title = here.text(N_("Correct the time of entry {seq}"), seq=event.seq)
    here.form(title, [field], command)


def undo(here: Here, event: Event, candidate: str | None = None, about: str = "") -> None:
    """Undo an entry after a second yes; one about several people, for whom of them."""
    act, what = event.act, label(ACTS, event.type, here.words)
    people = act.candidates if isinstance(act, c.OnCandidates) else ()
    about = f"{hour(here.state, event.at)} · {about or what}"
    if len(people) > 1:
        _for_whom(here, event, people, candidate, about)
        return
    question = here.text(N_("Undo entry {seq}?"), seq=event.seq)
    known = [one for one in (candidate, *people) if one in here.state.candidates]
    if known:
        named = here.name(str(known[0]))
        question = here.text(N_("{name}: undo “{what}”?"), name=named, what=what)
    if here.talk.confirm(question, here.text(N_("Yes, undo")), about):
        here.ask(c.Undo(seq=event.seq))


def _for_whom(
    here: Here, event: Event, people: tuple[str, ...], candidate: str | None, about: str
) -> None:
    ordered = sorted(people, key=lambda one: one != candidate)
    listed = [("no", here.text(N_("No, go back")))]
    listed += [
        (one, here.text(N_("Undo for {name} only"), name=here.name(one)))
        for one in ordered
        if one in here.state.candidates
    ]
    listed.append(("all", here.text(N_("Undo for all {n}"), n=len(people))))
    what = label(ACTS, event.type, here.words)
    title = here.text(N_("Undo “{what}”: declared for {n} at once"), what=what, n=len(people))
    whom = here.talk.choose(title, listed, about=about)
    if whom == "all":
        here.ask(c.Undo(seq=event.seq))
    elif whom not in (None, "no") and isinstance(event.act, c.OnCandidates):
        right = c.Correct(seq=event.seq, instead=without(event.act, str(whom)))
        here.ask(right, event.at)
