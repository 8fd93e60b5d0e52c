"""The problems of an import as sentences."""

from collections.abc import Iterable

from pixtui.domain.text import visible
from pixtui.exchange.problems import Problem
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.import_problems import PROBLEMS
from pixtui.wording.labels import FIELDS, label

SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "notice": N_("notice")}


def problem_sentence(words: Words, problem: Problem) -> str:
    """What is wrong and what to do, without the place."""
    variant = f"{problem.code}:{problem.params.get('variant', '')}"
    template = words.text(PROBLEMS.get(variant) or PROBLEMS.get(problem.code, problem.code))
    said = {key: visible(value) for key, value in problem.params.items()}
    if "field" in said:
        said["field"] = label(FIELDS, said["field"], words)
    return template.format(**said)


def problem_line(words: Words, problem: Problem) -> str:
    """The whole line: severity, row, column, sentence, Pix's code where the rule is Pix's."""
    place = ""
    if problem.row is not None:
        place = words.say(N_("row {row}"), row=problem.row)
        if problem.who:
            place = words.say(N_("pupil {row}, {name}"), row=problem.row, name=problem.who)
        if problem.column:
            place += f", {problem.column}"
    said = problem_sentence(words, problem)
    if place:
        said = words.say(N_("{place}: {problem}"), place=place, problem=said)
    # Pix's own codes are what its support and its documentation know.
    code = f" [{problem.code}]" if problem.code.isupper() else ""
    return f"{words.text(SEVERITIES[problem.severity])} · {said}{code}"


NAMED = 5
"""Names of those a problem is about before the rest is counted."""


def problem_groups(words: Words, problems: Iterable[Problem]) -> list[str]:
    """The same problem of several people once, with their names: what is to be filled in."""
    alike: dict[tuple[str, str | None], list[Problem]] = {}
    for one in problems:
        alike.setdefault((one.code, one.column), []).append(one)
    lines = []
    for same in alike.values():
        first = same[0]
        column = f"{first.column}: " if first.column else ""
        names = ", ".join(visible(one.who) for one in same[:NAMED] if one.who)
        more = words.plural("and {n} more", "and {n} more", len(same) - NAMED)
        who = f" {names} {more}" if len(same) > NAMED else f" {names}"
        code = f" [{first.code}]" if first.code.isupper() else ""
        lines.append(f"{column}{problem_sentence(words, first)}{code}{who if names else ''}")
    return lines
