"""How many ids an entry gave, so that none is ever given twice."""

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.session import Made


def _number(made_id: str | None) -> int:
    return int(made_id[1:]) if made_id else 0


def ids_made(made: Made, act: c.Act) -> Made:
    """The count after an act, the facts an incident brings included."""
    match act:
        case c.ImportCandidates(candidates=rows):
            newest = max((_number(row.id) for row in rows), default=0)
            return changed(made, candidates=max(made.candidates, newest))
        case c.AddCandidate(id=made_id):
            return changed(made, candidates=max(made.candidates, _number(made_id)))
        case c.InterruptRoom(id=made_id):
            return changed(made, interruptions=max(made.interruptions, _number(made_id)))
        case c.Interrupt(ids=ids) | c.ResumeRoom(held_ids=ids):
            newest = max((_number(one) for one in ids), default=0)
            return changed(made, interruptions=max(made.interruptions, newest))
        case c.LogIncident(id=made_id, facts=facts):
            made = changed(made, incidents=max(made.incidents, _number(made_id)))
            for fact in facts:
                made = ids_made(made, fact.act)
            return made
    return made
