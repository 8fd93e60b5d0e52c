"""Deciding about the end: the seal, and what may still be added after it."""

from pixtui.domain import commands as c
from pixtui.domain.checks import blockers, holes
from pixtui.domain.decide.asking import Asked, accept, decides
from pixtui.domain.outcome import Decision, Refusal


@decides(c.Finalise)
def _finalise(asked: Asked, act: c.Finalise) -> Decision:
    in_the_way = blockers(asked.state, asked.now)
    if in_the_way:
        return Refusal("blockers", {"count": len(in_the_way)}, tuple(in_the_way))
    reasons = {key for key, reason in act.overrides.items() if reason.strip()}
    left = [hole for hole in holes(asked.state) if not reasons.intersection(hole.keys)]
    if left:
        return Refusal("holes", {"count": len(left)}, tuple(left))
    return accept(act)


@decides(c.Annex)
def _annex(_asked: Asked, act: c.Annex) -> Decision:
    return accept(act) if act.note.strip() else Refusal("malformed", {"what": "note"})


@decides(c.RecordPixFinalised)
def _record_pix_finalised(_asked: Asked, act: c.RecordPixFinalised) -> Decision:
    return accept(act)


@decides(c.Hold)
def _hold(_asked: Asked, act: c.Hold) -> Decision:
    return accept(act)


@decides(c.Release)
def _release(asked: Asked, act: c.Release) -> Decision:
    return accept(act) if asked.state.hold else Refusal("not_on_hold")


@decides(c.Purge)
def _purge(asked: Asked, act: c.Purge) -> Decision:
    if asked.state.hold is not None:
        reason = asked.state.hold.note.strip()
        return Refusal("on_hold", {"reason": reason} if reason else {"variant": "unsaid"})
    return accept(act) if act.reason.strip() else Refusal("malformed", {"what": "reason"})
