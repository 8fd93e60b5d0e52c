"""What is wrong with a user's settings, in the operator's language."""

from collections.abc import Mapping
from pathlib import Path

from pixtui.rules.problems import filled_in
from pixtui.wording.catalogue import N_, Words

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "unknown_setting": (N_("there is no setting {id}"), N_("Use one of these: {known}.")),
    "unknown_near": (
        N_("there is no setting {id}"),
        N_("Perhaps {near}? pixtui config lists them."),
    ),
    "no_flag": (
        N_("{id} is neither true nor false"),
        N_("Write {id} = true or {id} = false, without quotes."),
    ),
    "no_choice": (
        N_("{id} has a value that is not known"),
        N_("Write one of these: {allowed}."),
    ),
    "no_text": (N_("{id} is no text"), N_("Write it between quotes, as {id} = {example}.")),
    "bad_text": (
        N_("{id} is empty, too long or holds characters that cannot be seen"),
        N_("Write a text of {n} characters at most on one line, or take the line out."),
    ),
    "no_zone": (
        N_("{id}: there is no time zone {value}"),
        N_('Write one as "Europe/Paris" or "Indian/Reunion".'),
    ),
    "no_folder": (
        N_("{id} is no whole path"),
        N_("Begin it by / or by ~/."),
    ),
}
"""What is wrong, and what to do about it."""


def setting_sentence(
    words: Words, path: Path, line: int, code: str, params: Mapping[str, str]
) -> str:
    """Which file, which line, what is wrong with it, and what to do."""
    what, remedy = (filled_in(words.text(one), params) for one in PROBLEMS[code])
    place = {"path": str(path), "line": str(line), "what": what, "remedy": remedy}
    return filled_in(words.text(N_("{path}, line {line}: {what}. {remedy}")), place)
