"""What is wrong with a command that cannot be read, in words."""

import re
from collections.abc import Callable

from pixtui.wording.catalogue import N_, Words
from pixtui.wording.places import place

_FIELD = re.compile(r"(?P<reason>[^:]+): (?P<field>[a-z_]+(?:\[\d+\])*(?:\.[a-z_]+)*)")
_REASONS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), msgid)
    for pattern, msgid in (
        (r"(?:a JSON )?object (?:is )?expected", N_("a JSON object is expected")),
        (r"unknown command: (?P<what>.*)", N_("there is no command {what}")),
        (r"extra fields found \((?P<what>.*)\)", N_("fields it does not have ({what})")),
        (r"required field missing: (?P<what>.*)", N_("the field {what} is missing")),
        (r"required field missing", N_("a field is missing")),
        (r"invalid value for type, expected [^:]*", N_("a value of another kind")),
        (
            r"unknown error \((?P<what>.*) not in literal \S*\[(?P<known>.*)\]\)",
            N_("{what} is none of {known}"),
        ),
        (
            r"instant with an offset expected, as (?P<what>.*)",
            N_("an instant with its offset is expected, as {what}"),
        ),
        (r"date expected, as (?P<what>.*)", N_("a date is expected, as {what}")),
        (r"time expected, as (?P<what>.*)", N_("a time is expected, as {what}")),
        (r"no such date or time", N_("this date or time does not exist")),
        (r"text expected", N_("a text is expected")),
        (r"int expected", N_("a whole number is expected")),
        (r"bool expected", N_("true or false is expected")),
        (r"list expected", N_("a list is expected")),
        (r"text of more than (?P<what>\d+) characters", N_("a text of over {what} characters")),
        (r"facts: each is an object with a command", N_("each of facts is an object with command")),
        (r"fields: an object is expected", N_("fields is an object")),
        (
            r"at: the right time stands beside fields, not in them",
            N_("the right time is at, beside fields and not in them"),
        ),
        (
            r"candidate and candidates exclude each other",
            N_("candidate or candidates, not both"),
        ),
        (r"a line of more than 1 MB", N_("a line of more than 1 MB")),
    )
)
_NOT_JSON = re.compile(r"not JSON \((.*)\)")


def malformed(words: Words, code: str) -> str:
    """The reasons as the readers of JSON give them, for a person; an unknown one as it is."""
    return "; ".join(_one(words, reason) for reason in code.split("; "))


def _one(words: Words, reason: str) -> str:
    broken = _NOT_JSON.fullmatch(reason)
    if broken is not None:
        return words.say(N_("this is not JSON ({place})"), place=place(words, broken[1]))
    told = _known(words.say, reason)
    if told is not None:
        return told
    about = _FIELD.fullmatch(reason)
    told = _known(words.say, about["reason"]) if about else None
    return f"{about['field']}: {told}" if about and told else reason


def _known(say: Callable[..., str], reason: str) -> str | None:
    for pattern, msgid in _REASONS:
        found = pattern.fullmatch(reason)
        if found is not None:
            return say(msgid, **found.groupdict())
    return None
