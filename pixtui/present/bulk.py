"""One act for several candidates: who is concerned, who is not and why."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import evolve as changed
from attrs import frozen

from pixtui.domain import commands as c
from pixtui.domain.derive import candidate_state
from pixtui.domain.outcome import Decision, Refusal
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import visible
from pixtui.domain.timing import floor_minute, minutes_up, real_end
from pixtui.present.sight import name_of
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import ACTS, TELL, label, state_label

Judge = Callable[[c.OnCandidates], Decision]
Explain = Callable[[Refusal], str]

ALREADY: Mapping[type[c.OnCandidates], Callable[[Candidate], bool]] = {
    c.CheckIdentity: lambda one: one.identity is not None and one.identity.outcome == "ok",
    c.Sign: lambda one: one.signature is not None and one.signature.outcome == "ok",
    c.MarkReady: lambda one: one.ready is not None,
    c.MarkAbsent: lambda one: one.absent is not None,
    c.SeeEndScreen: lambda one: one.end_screen is not None,
    c.SignOut: lambda one: one.signed_out is not None,
}
"""The acts that change nothing for someone about whom they were declared already."""

COMING_IN = (c.CheckIdentity, c.Sign, c.ConfirmPresence, c.MarkReady)
AWAY = frozenset(("absent", "turned_away"))
"""About whom nothing of coming in is declared with others; alone it still can be."""


@frozen
class Split:
    """An act about those whom it concerns, and why it does not concern the others."""

    act: c.OnCandidates
    left: tuple[tuple[str, str], ...]
    """(name, reason), in the order of the marks."""

    def only(self, keys: Iterable[str]) -> c.OnCandidates:
        """The act about these of them alone."""
        wanted = set(keys)
        kept = tuple(one for one in self.act.candidates if one in wanted)
        return changed(self.act, candidates=kept)


def time_left(state: State, candidate: str, now: dt.datetime) -> int:
    """The minutes that a test under way still has by the rules; 0 once they are over."""
    one = state.candidates[candidate]
    end = real_end(state, one, now)
    if end is None or one.end is not None:
        return 0
    return max(minutes_up(end.at - floor_minute(now)), 0)


def done_already(act: c.OnCandidates, one: Candidate) -> bool:
    """Whether an act would change nothing for that candidate."""
    done = ALREADY.get(type(act))
    return done is not None and done(one) and getattr(act, "outcome", "ok") == "ok"


def split(state: State, act: c.OnCandidates, judge: Judge, explain: Explain, words: Words) -> Split:
    """Who of an act's candidates it concerns; each is judged alone."""
    concerned, left = [], []
    several = len(act.candidates) > 1
    for key in act.candidates:
        one = state.candidates[key]
        name = visible(f"{one.last_name} {one.first_name}")
        if done_already(act, one):
            left.append((name, words.text(N_("done already"))))
            continue
        standing = candidate_state(state, one)
        if several and standing in AWAY and isinstance(act, COMING_IN):
            left.append((name, state_label(words, standing)))
            continue
        alone = judge(changed(act, candidates=(key,)))
        if isinstance(alone, Refusal):
            left.append((name, explain(alone)))
        else:
            concerned.append(key)
    return Split(changed(act, candidates=tuple(concerned)), tuple(left))


def title(found: Split, words: Words) -> str:
    """What is declared, about how many of how many."""
    count = len(found.act.candidates)
    what = label(ACTS, found.act.NAME, words)
    return words.say(
        N_("{what}: {count} of {total}"), what=what, count=count, total=count + len(found.left)
    )


def told(found: Split, state: State, words: Words, lines: int) -> Iterator[str]:
    """Who is concerned, then who is not and why, in at most so many lines of either."""
    people = [state.candidates[key] for key in found.act.candidates]
    names = ", ".join(visible(f"{one.last_name} {one.first_name}") for one in people[: 2 * lines])
    more = len(people) - 2 * lines
    if people:
        rest = " " + words.plural("and {n} more.", "and {n} more.", more) if more > 0 else ""
        yield words.say(N_("Concerned: {names}"), names=names) + rest
    if found.left:
        yield words.text(N_("Not concerned:"))
    for name, why in found.left[:lines]:
        told_of = why if name in why else words.say(TELL, what=name, how=why)
        yield f"- {told_of}"
    if len(found.left) > lines:
        yield words.plural("and {n} more.", "and {n} more.", len(found.left) - lines)


def owed(
    found: Split, due: Sequence[str], state: State, now: dt.datetime, words: Words, lines: int
) -> str:
    """Who of those whose test would end still has time, and how much."""
    minutes = {one: time_left(state, one, now) for one in found.act.candidates if one not in due}
    listed = [f"{name_of(state.candidates[one])} ({left} min)" for one, left in minutes.items()]
    more = len(listed) - lines
    rest = " " + words.plural("and {n} more.", "and {n} more.", more) if more > 0 else ""
    names = ", ".join(listed[:lines])
    return words.say(N_("They still have time: {names}"), names=names) + rest
