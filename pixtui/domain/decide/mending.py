"""Deciding about undoing and correcting: refused where later facts depend on the entry.

What depends on an entry is found by asking every later entry's question again without it
(or with it corrected): those that would now be refused, and were not before, depend on it.
"""

from collections.abc import Sequence

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.decide.asking import Asked, accept, answer, decides
from pixtui.domain.decide.candidates import given_back_for, next_interruptions
from pixtui.domain.evolve import evolve
from pixtui.domain.history import Event, effective, voided
from pixtui.domain.outcome import Decision, Param, Refusal
from pixtui.domain.session import State

NOT_UNDOABLE = (c.CreateSession, c.Finalise, c.Purge)
NOT_CORRECTABLE = (
    *NOT_UNDOABLE,
    c.Undo,
    c.Correct,
    c.SetCodes,
    c.EditSession,
    c.ImportCandidates,
    c.AddCandidate,
    c.EditCandidate,
    c.RemoveCandidate,
)
"""What is mended by its own command rather than by ``correct``."""


def _target(asked: Asked, seq: int) -> Event | Refusal:
    if not 1 <= seq <= len(asked.state.history):
        return Refusal("unknown_entry", {"seq": seq})
    if seq in voided(asked.state.history):
        return Refusal("already_undone", {"seq": seq})
    return asked.state.history[seq - 1]


@decides(c.Undo)
def _undo(asked: Asked, act: c.Undo) -> Decision:
    target = _target(asked, act.seq)
    if isinstance(target, Refusal):
        return target
    if target.act is None or isinstance(target.act, NOT_UNDOABLE):
        return Refusal("not_undoable", {"act": target.type, "seq": act.seq})
    return _unless_depended_on(asked, act) or accept(act)


@decides(c.Correct)
def _correct(asked: Asked, act: c.Correct) -> Decision:
    target = _target(asked, act.seq)
    if isinstance(target, Refusal):
        return target
    wrong_kind = target.act is not None and type(act.instead) is not type(target.act)
    if target.act is None or wrong_kind or isinstance(target.act, NOT_CORRECTABLE):
        return Refusal("not_correctable", {"act": target.type, "seq": act.seq})
    if isinstance(act.instead, c.OnCandidates) and not act.instead.candidates:
        return Refusal("malformed", {"what": "candidates"})
    if isinstance(act.instead, (c.Interrupt, c.InterruptRoom)):
        given_back = given_back_for(asked, act.instead.cause, act.instead.given_back)
        act = changed(act, instead=changed(act.instead, given_back=given_back))
    if isinstance(act.instead, c.Interrupt):
        act = changed(act, instead=_with_ids(asked, act.seq, act.instead))
    return _unless_depended_on(asked, act) or accept(act)


def _with_ids(asked: Asked, seq: int, right: c.Interrupt) -> c.Interrupt:
    """The corrected interruption: whoever was in it keeps its id, whoever was not gets one."""
    held = next(one for one in effective(asked.state.history) if one.seq == seq)
    known: dict[str, str] = {}
    if isinstance(held.act, c.Interrupt):
        known = dict(zip(held.act.candidates, held.act.ids, strict=True))
    fresh = iter(next_interruptions(asked, len(right.candidates)))
    return changed(right, ids=tuple(known.get(one) or next(fresh) for one in right.candidates))


def _unless_depended_on(asked: Asked, act: c.Undo | c.Correct) -> Refusal | None:
    """The refusal that names the entries which would no longer be possible."""
    seq, history = act.seq, asked.state.history
    mending = Event(
        seq=len(history) + 1,
        recorded=asked.now,
        at=asked.at,
        by=asked.command.by,
        type=act.NAME,
        act=act,
    )
    before = _refused(history)
    after = _refused([*history, mending])
    broken = {at: why for at, why in after.items() if at not in before}
    own = broken.pop(seq, None)
    if own is not None and isinstance(act, c.Correct):
        return own
    if not broken:
        return None
    entries: dict[str, Param] = {
        "seq": seq,
        "act": asked.state.history[seq - 1].type,
        "entries": tuple(f"{one}:{history[one - 1].type}" for one in sorted(broken)),
    }
    return Refusal("depended_on", entries)


def _refused(events: Sequence[Event]) -> dict[int, Refusal]:
    """The entries of a history that would be refused if they were asked again, in order."""
    refused: dict[int, Refusal] = {}
    state = State()
    for event in effective(events):
        if event.act is not None:
            asked_again = c.Command(at=event.at, by=event.by, act=event.act)
            decision = answer(state, asked_again, max(event.recorded, event.at))
            if isinstance(decision, Refusal):
                refused[event.seq] = decision
                continue
        state = evolve(state, event)
    return refused
