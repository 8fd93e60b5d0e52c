"""Where in a file something is wrong, in words."""

import re

from pixtui.wording.catalogue import N_, Words

_PLACES = (
    (re.compile(r"history entry (\d+)"), N_("entry {n} of the history")),
    (re.compile(r"journal line (\d+)"), N_("line {n} of the journal")),
    (re.compile(r"entry (\d+)"), N_("entry {n}")),
    (re.compile(r"version (\d+)"), N_("version {n}")),
    (re.compile(r"line (\d+), column (\d+)"), N_("line {n}, column {m}")),
    (re.compile(r"byte (\d+): not UTF-8"), N_("byte {n}: not UTF-8")),
    (re.compile(r"history"), N_("the history")),
    (re.compile(r"session"), N_("the session")),
    (re.compile(r"journal"), N_("the journal")),
    (re.compile(r"nested too deeply"), N_("nested too deeply")),
    (re.compile(r"a number too long"), N_("a number too long")),
    (re.compile(r"a number out of range"), N_("a number out of range")),
    (re.compile(r"(NaN|-?Infinity) is not a JSON number"), N_("{n} is no number")),
    (re.compile(r"a value that JSON cannot hold"), N_("a value that JSON cannot hold")),
    (re.compile(r"a key stands twice in one object"), N_("a key stands twice in one object")),
)


def place(words: Words, code: str) -> str:
    """A place as the store gives it, for a person; one that is not known stays as it is."""
    for pattern, msgid in _PLACES:
        found = pattern.fullmatch(code)
        if found:
            numbers = dict(zip("nm", found.groups(), strict=False))
            return words.say(msgid, **numbers)
    return code
