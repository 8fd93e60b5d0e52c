"""What a file says against a session, as lines: problems, who is missing, what it would do."""

from collections.abc import Iterable

from pixtui.desk.importing import Looked
from pixtui.domain.text import visible
from pixtui.exchange.merging import Merge
from pixtui.exchange.problems import Problem
from pixtui.present.problems import problem_line, problem_sentence
from pixtui.store.codec import JsonObject
from pixtui.wording.catalogue import N_, Words

MOST_NAMED = 20
"""Names of one line; the others are counted."""


def problems_json(words: Words, problems: Iterable[Problem]) -> list[JsonObject]:
    """Every problem with its sentence, for a script."""
    return [
        {
            "row": one.row,
            "column": one.column,
            "code": one.code,
            "severity": one.severity,
            "message": problem_sentence(words, one),
        }
        for one in problems
    ]


def import_lines(looked: Looked, words: Words) -> list[str]:
    """Every problem, the columns left out, who is found on one side only."""
    found, met = looked.found, looked.merge
    lines = [problem_line(words, one) for one in found.problems]
    if found.dropped_columns:
        columns = ", ".join(found.dropped_columns)
        lines.append(words.say(N_("Left out: {columns}"), columns=columns))
    days = sorted(one.as_of for one in met.certifiability if one.as_of is not None)
    if days:
        first, last = f"{days[0]:%d/%m/%Y}", f"{days[-1]:%d/%m/%Y}"
        lines.append(words.say(N_("Profiles sent from {first} to {last}."), first=first, last=last))
    if found.worst() == "error" and not (met.added or met.updates or met.certifiability):
        return lines  # nothing could be read: who is missing from it would be noise
    if met.unsent:
        names = _names((one.last_name, one.first_name) for one in met.unsent)
        lines.append(words.say(N_("Nothing sent yet: {names}"), names=names))
    if met.missing:
        names = _names((one.last_name, one.first_name) for one in met.missing)
        lines.append(words.say(N_("In the session, not in the file: {names}"), names=names))
    if met.unmatched:
        names = _names((one.last_name, one.first_name) for one in met.unmatched)
        lines.append(words.say(N_("In the file, not in the session: {names}"), names=names))
    return lines


def _names(people: Iterable[tuple[str, str]]) -> str:
    listed = [visible(f"{last} {first}") for last, first in people]
    more = len(listed) - MOST_NAMED
    return ", ".join(listed[:MOST_NAMED]) + (f" (+{more})" if more > 0 else "")


def import_summary(met: Merge, words: Words, *, done: bool) -> str:
    """How many come in, change, stay as they are and are missing."""
    told = []
    new = len(met.added)
    if new or not (met.updates or met.certifiability or met.unchanged):
        told.append(
            words.plural("{n} candidate imported.", "{n} candidates imported.", new)
            if done
            else words.plural("{n} candidate would come in.", "{n} candidates would come in.", new)
        )
    changed = len(met.updates)
    if changed:
        told.append(
            words.plural("{n} changed.", "{n} changed.", changed)
            if done
            else words.plural("{n} would change.", "{n} would change.", changed)
        )
    profiles = len(met.certifiability)
    if profiles:
        would = words.plural("{n} profile would come in.", "{n} profiles would come in.", profiles)
        taken = words.plural("{n} profile taken.", "{n} profiles taken.", profiles)
        told.append(taken if done else would)
    if met.unchanged:
        told.append(words.plural("{n} as before.", "{n} as before.", met.unchanged))
    if met.missing:
        count = len(met.missing)
        told.append(words.plural("{n} not in the file: kept.", "{n} not in the file: kept.", count))
    return " ".join(told)
