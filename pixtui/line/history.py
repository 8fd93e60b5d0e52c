"""The history: every entry, the newest first; undo and correct."""

from pixtui.desk.desk import refused
from pixtui.desk.replaying import Replay
from pixtui.domain import commands as c
from pixtui.domain.history import Event, effective
from pixtui.domain.outcome import Refusal
from pixtui.line.here import Here
from pixtui.present.field import Answers, Field, Values
from pixtui.present.replay import then_lines
from pixtui.present.undoing import people_of, undo_choices, undo_question, undone_for
from pixtui.store.errors import StoreError
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
        ("then", here.text(N_("Say how the session stood then"))),
    ]
    picked = here.talk.choose(_told(here, line), listed)
    if picked == "then":
        _then(here, line.seq)
        return
    if picked is None or not here.may_write():
        return
    event = here.state.history[line.seq - 1]
    if picked == "undo":
        history_of = effective(here.state.history)
        held = next((one for one in history_of if one.seq == line.seq), event)
        undo(here, held, about=line.what)
    else:
        _correct(here, event)


def _then(here: Here, seq: int) -> None:
    """How the session stood at an entry."""
    try:
        replay = Replay.read(here.desk.store.path)
    except StoreError as error:
        replay = refused(error)
    if isinstance(replay, Refusal):
        here.talk.say(here.why(replay))
        return
    replay.go(seq)
    for told in then_lines(replay, here.words, here.book):
        here.talk.say(told)


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
    about = about or label(ACTS, event.type, here.words)
    about = f"{hour(here.state, event.at)} · {about}"
    if len(people_of(event)) > 1:
        title, listed = undo_choices(here.state, event, candidate, here.words)
        act = undone_for(event, here.talk.choose(title, listed, about=about))
        if act is not None:
            here.ask(act, event.at if isinstance(act, c.Correct) else None)
        return
    question = undo_question(here.state, event, candidate, here.words)
    if here.talk.confirm(question, here.text(N_("Yes, undo")), about):
        here.ask(c.Undo(seq=event.seq))
