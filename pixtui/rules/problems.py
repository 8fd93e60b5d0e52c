"""Why a file of rules is refused: a code and its parts, and the English words for it.

The words stand here, below ``wording``, because a broken file must be explained even where
nothing else could be loaded; ``wording.rules_problems`` says them in the operator's language.
"""

from collections.abc import Mapping
from pathlib import Path


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a text for translation; ``wording``, which translates it, stands above."""
    return msgid


SCENARIO_PROBLEMS: Mapping[str, tuple[str, str]] = {
    "event_unknown": (
        N_("there is no event {id}"),
        N_("Name one of these: {known}."),
    ),
    "situation_unknown": (
        N_("there is no situation {id} in the incident guide"),
        N_("Name one of these: {known}."),
    ),
    "step_unknown": (
        N_("there is no step {id}"),
        N_("Name one of these: {known}."),
    ),
    "item_unknown": (
        N_("the step has no item {id}"),
        N_("Name one of these: {known}."),
    ),
    "seat_unknown": (
        N_("nobody of the class sits at {id}"),
        N_("Name a seat of these: {known}."),
    ),
    "command_unknown": (
        N_("there is no command {id}"),
        N_("Name one of these: {known}."),
    ),
    "line_unknown": (
        N_("the guide of {id} has no such line"),
        N_("Write a number from 1 to {most}, or says with words of your own."),
    ),
    "pupils_count": (
        N_("so many pupils are not there to be had"),
        N_("Write a number from 1 to {most}, or a table [[pupil]] for each, not both."),
    ),
    "when_one": (
        N_("it is not said when this happens"),
        N_("Write one of minute, after, told and ends, and no other of them."),
    ),
    "when_circle": (
        N_("these events wait for one another and never happen: {id}"),
        N_("Let one of them happen at a minute, after a fact or at the end of the tests."),
    ),
    "missing": (
        N_("there is no such scenario"),
        N_("Name one of these: {known}; or a file, as ./mine.toml."),
    ),
}
"""What only a scenario of a rehearsal can have."""

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "unreadable": (
        N_("the file cannot be read ({reason})"),
        N_("Check that it is a file, and who may read it."),
    ),
    "not_utf8": (N_("the file is not UTF-8"), N_("Save it as UTF-8.")),
    "too_large": (N_("the file is too large"), N_("Keep only what your centre changes.")),
    "syntax": (
        N_("this is not written as TOML"),
        N_("Check the quotes, the brackets and the = sign of this line."),
    ),
    "unknown_key": (N_("{key} means nothing here"), N_("Use one of these: {known}.")),
    "missing_key": (N_("{key} is missing"), N_("Add a line {key} = …")),
    "wrong_value": (N_("{key} has a wrong value"), N_("Write {wants}.")),
    "twice": (N_("{id} stands twice"), N_("Keep one of the two.")),
    "after_unknown": (
        N_("there is no step {id} to come after"),
        N_("Name a step of these: {known}."),
    ),
    "after_phase": (
        N_("{id} belongs to the phase {phase}"),
        N_("Leave phase out: a step has the phase of the one it comes after."),
    ),
    "both_modes": (
        N_("{id} is one and the same step in both modes"),
        N_("Leave mode out."),
    ),
    "link_unknown": (
        N_("there is no link {id}"),
        N_("Add a table [[link]] with this id, or name one of these: {known}."),
    ),
    "cause_unknown": (
        N_("there is no cause of interruption {id}"),
        N_("Add a table [[cause]] with this id, or name one of these: {known}."),
    ),
    "paper_unknown": (
        N_("there is no paper {id}"),
        N_("Name one of these: {known}."),
    ),
    "code_unknown": (
        N_("{id} is no current report code"),
        N_("Name one of these: {known}."),
    ),
    **SCENARIO_PROBLEMS,
}
"""What is wrong, and what to do about it."""

WANTS: Mapping[str, str] = {
    "text": N_("a text between quotes, on one line"),
    "name": N_("an id between quotes: small letters, digits and _"),
    "paper": N_("the names of papers between quotes: small letters and -"),
    "flag": N_("true or false"),
    "count": N_("a whole number from 1 on"),
    "date": N_("a date, as 2026-11-23"),
    "day": N_('a date between quotes, as "2010-03-15"'),
    "minute": N_("a whole number of minutes, less than a day"),
    "seat": N_('a seat between quotes, as "05"'),
    "fact": N_('a fact between braces, as { command = "start" }'),
    "url": N_("an address between quotes that begins with https://"),
    "code": N_("a report code between quotes, as C4"),
    "one_of": N_("one of these between quotes: {allowed}"),
    "list": N_("a list between square brackets"),
    "table": N_("a table between braces"),
    "tables": N_("a header between [[ and ]] above each one"),
}
"""What a value must be."""


class RulesError(ValueError):
    """A file of rules that cannot be used: which one, which line, what is wrong, what to do.

    ``code`` and ``params`` are those of ``PROBLEMS``; ``what`` and ``remedy`` say it in English.
    """

    def __init__(self, path: Path, line: int, code: str, params: Mapping[str, str]) -> None:
        self.path, self.line, self.code, self.params = path, line, code, dict(params)
        what, remedy = PROBLEMS[code]
        filled = self.params
        if "wants" in filled:
            filled = {**filled, "wants": filled_in(WANTS[filled["wants"]], filled)}
        self.what, self.remedy = filled_in(what, filled), filled_in(remedy, filled)
        super().__init__(f"{path}, line {line}: {self.what}. {self.remedy}")


def filled_in(template: str, params: Mapping[str, str]) -> str:
    """A sentence with its named parts; braces that name none of them stay as they are."""
    for name, value in params.items():
        template = template.replace("{" + name + "}", value)
    return template
