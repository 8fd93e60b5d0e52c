"""The candidates: one or several are named, then what is declared about them."""

from collections.abc import Callable

from pixtui.domain import commands as c
from pixtui.domain.derive import alerts, candidate_state, flags
from pixtui.domain.history import last_about
from pixtui.domain.session import Candidate
from pixtui.domain.timing import real_end
from pixtui.line.asking import (
    ask_candidate,
    ask_close,
    ask_interrupt,
    ask_reason,
    ask_turn_away,
    ask_workstation,
    compare,
)
from pixtui.line.evacuation import ask_room
from pixtui.line.here import Here
from pixtui.line.history import undo
from pixtui.line.incidents import write_down
from pixtui.line.naming import ask_people, seat_and_name
from pixtui.present.bulk import owed, split, time_left, title, told
from pixtui.present.certifiability import certifiability_lines
from pixtui.present.head import counters_line, deadline_line
from pixtui.present.offers import Offer, offers, undecided
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import ACTS, FLAGS, label, state_label
from pixtui.wording.sentences import end_sentence

LINES = 12
"""Lines told of those an act concerns, and of those it does not."""

_OTHERS: tuple[tuple[str, str], ...] = (
    ("undo", N_("Undo the last thing declared")),
    ("edit", N_("Change what is known")),
    ("certifiable", N_("May be certified, or may not")),
    ("compare", N_("Compare what was typed at entry")),
    ("remove", N_("Take off the list")),
)
_TOGETHER: tuple[Callable[[tuple[str, ...]], c.OnCandidates], ...] = (
    lambda who: c.CheckIdentity(candidates=who),
    lambda who: c.Sign(candidates=who),
    lambda who: c.ConfirmPresence(candidates=who),
    lambda who: c.MarkReady(candidates=who),
    lambda who: c.Start(candidates=who),
    lambda who: c.Resume(candidates=who),
    lambda who: c.Finish(candidates=who, how="candidate"),
    lambda who: c.SeeEndScreen(candidates=who),
    lambda who: c.SignOut(candidates=who),
    lambda who: c.MarkAbsent(candidates=who),
)
"""What can be declared of several at once, in the order of the day."""


def people(here: Here) -> None:
    """Name candidates, declare something about them, and again."""
    named: tuple[str, ...] = ()
    if not here.state.candidates:
        here.talk.say(here.text(N_("Nobody is on the list yet.")))
        return
    here.talk.say(
        counters_line(here.state, here.words).strip(),
        deadline_line(here.state, here.now(), here.words, 1000).strip(),
        here.text(N_("A seat, or the first letters of a name; + lists everyone.")),
    )
    while True:
        prompt = here.text(N_("Candidate, or several"))
        found = ask_people(here, prompt, several=True, same=named)
        if not found:
            return
        named = found
        about_one(here, found[0]) if len(found) == 1 else _about_several(here, found)


def about_one(here: Here, candidate: str) -> None:
    """What naturally comes next for a candidate, and everything else."""
    one = here.one(candidate)
    listed = offers(here.state, one, here.now())
    choices = [(str(place), here.text(offer.label)) for place, offer in enumerate(listed)]
    choices.append(("else", here.text(N_("Something else"))))
    standing = state_label(here.words, candidate_state(here.state, one))
    title_of = f"{seat_and_name(one)} : {standing}"
    picked = here.talk.choose(title_of, choices, about=_whole(here, one))
    if picked == "else":
        others = [(key, here.text(text)) for key, text in _OTHERS]
        picked = here.talk.choose(title_of, others)
    if picked is None or not here.may_write():
        return
    if picked.isdigit():
        _take(here, one, listed[int(picked)])
    else:
        _OTHER_WAYS[picked](here, one)


def _whole(here: Here, one: Candidate) -> str:
    """Everything that holds of a candidate: the sum of the end, every flag."""
    state, now = here.state, here.now()
    end = real_end(state, one, now)
    held = [label(FLAGS, flag, here.words) for flag in flags(state, one, now)]
    return " · ".join(
        filter(None, (end_sentence(here.words, end, state) if end else "", ", ".join(held)))
    )


def _take(here: Here, one: Candidate, offer: Offer) -> None:
    who = (one.id,)
    if offer.act is not None:
        what = here.text(offer.label)
        question = here.text(N_("{name}: {what}?"), name=here.name(one.id), what=what)
        if not offer.careful or here.talk.confirm(question, what):
            here.ask(offer.act)
        return
    ways: dict[str, Callable[[], None]] = {
        "incident": lambda: write_down(here, one.id),
        "interrupt": lambda: ask_interrupt(here, who),
        "reason": lambda: ask_reason(here, who),
        "turn_away": lambda: ask_turn_away(here, who),
        "workstation": lambda: ask_workstation(here, who),
        "decide": lambda: ask_close(here, undecided(here.state, one)),
        "close_alert": lambda: ask_close(here, alerts(here.state, one.id)[0].id),
    }
    ways[offer.asks]()


# --- everything else about one


def _undo(here: Here, one: Candidate) -> None:
    event = last_about(here.state.history, one.id)
    if event is None:
        here.talk.say(here.text(N_("Nothing was declared about this candidate.")))
    else:
        undo(here, event, one.id)


def certify(here: Here, one: Candidate) -> None:
    """May be certified, or may not, as somebody knows it from elsewhere."""
    about = "\n".join(line for line, _ in certifiability_lines(one, here.words, 1000))
    listed = [("yes", here.text(N_("yes"))), ("no", here.text(N_("no")))]
    question = here.text(N_("{name}: may be certified?"), name=here.name(one.id))
    if one.certifiability is not None and one.certifiability.competences is not None:
        about += "\n" + here.text(N_("This takes the place of the profile that was imported."))
    answer = here.talk.choose(question, listed, about=about)
    if answer is not None:
        here.ask(c.RecordCertifiability(candidates=(one.id,), certifiable=answer == "yes"))


def _remove(here: Here, one: Candidate) -> None:
    question = here.text(N_("Take {name} off the list?"), name=here.name(one.id))
    if here.talk.confirm(question, here.text(N_("Yes, take off"))):
        here.ask(c.RemoveCandidate(candidates=(one.id,)))


_OTHER_WAYS: dict[str, Callable[[Here, Candidate], None]] = {
    "undo": _undo,
    "edit": ask_candidate,
    "certifiable": certify,
    "compare": compare,
    "remove": _remove,
}


# --- several at once


def _about_several(here: Here, who: tuple[str, ...]) -> None:
    acts = [make(who) for make in _TOGETHER]
    choices = [(str(at), label(ACTS, act.NAME, here.words)) for at, act in enumerate(acts)]
    choices.append(("room", here.text(N_("Held up together: say by what"))))
    names = ", ".join(seat_and_name(here.one(one)) for one in who[:LINES])
    title_of = here.words.plural("{n} candidate", "{n} candidates", len(who))
    picked = here.talk.choose(f"{title_of} : {names}{' …' if len(who) > LINES else ''}", choices)
    if picked is None or not here.may_write():
        return
    if picked == "room":
        ask_room(here, who)
        return
    declare(here, acts[int(picked)])


def declare(here: Here, act: c.OnCandidates) -> None:
    """An act about several, after a look at whom it concerns and whom it does not."""
    found = split(here.state, act, here.desk.judge, here.why, here.words)
    state, now, words = here.state, here.now(), here.words
    here.talk.say(title(found, words), *told(found, state, words, LINES))
    count, due = len(found.act.candidates), _due(here, found.act)
    if not count:
        return
    yes = words.plural("Yes, for {n} candidate", "Yes, for these {n} candidates", count)
    listed = [("yes", yes), ("no", here.text(N_("No, go back")))]
    if len(due) < count:
        here.talk.say(owed(found, due, state, now, words, LINES))
        every = here.text(N_("All of them, time left or not ({n})"), n=count)
        listed = [("no", here.text(N_("No, go back"))), ("yes", every)]
    if 0 < len(due) < count:
        only = words.plural(
            "Only the {n} whose time is over", "Only the {n} whose time is over", len(due)
        )
        listed.insert(0, ("due", only))
    picked = here.talk.choose("", listed)
    wanted = {"yes": found.act, "due": found.only(due)}.get(picked or "")
    if wanted is not None:
        here.ask(wanted)


def _due(here: Here, act: c.OnCandidates) -> tuple[str, ...]:
    """Of those whose test would end, the ones whose time is over; of another act, all."""
    if not isinstance(act, c.Finish):
        return act.candidates
    now = here.now()
    return tuple(one for one in act.candidates if not time_left(here.state, one, now))
