"""How keys are named: for people on the screen, and by people in a key map.

A key is known by Textual's name for it: ``f5``, ``ctrl+g``, ``pagedown``, ``x``, and for a sign
that is no letter and no digit its name in Unicode, ``question_mark``.
"""

import string
import unicodedata
from collections.abc import Mapping
from functools import cache

from pixtui.wording.catalogue import N_, Words

KEY_NAMES: Mapping[str, str] = {
    "enter": N_("Enter"),
    "space": N_("Space"),
    "escape": N_("Esc"),
    "delete": N_("Del"),
    "backspace": N_("Backspace"),
    "pageup": N_("PgUp"),
    "pagedown": N_("PgDn"),
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "home": N_("Home"),
    "end": N_("End"),
    "insert": N_("Ins"),
    "tab": "Tab",
}
"""How a key is written where its name is not its sign."""

NAMED = frozenset(
    {
        *(f"f{number}" for number in range(1, 13)),
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("enter", "space", "escape", "tab", "backspace", "delete", "insert"),
        *(f"ctrl+{letter}" for letter in string.ascii_lowercase),
        *(f"alt+{sign}" for sign in string.ascii_lowercase + string.digits),
    }
)
"""The keys that are known by a name and that a terminal can send."""

SHORT = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Textual's own names for some signs (``textual.keys.KEY_NAME_REPLACEMENTS``)."""
SIGNS = (*range(ord("!"), 0x180), ord("€"))
"""Where the signs of the keyboards of Europe stand in Unicode."""

SAME = {
    "ctrl+m": N_("Enter"),
    "ctrl+j": N_("Enter"),
    "ctrl+i": "Tab",
    "ctrl+h": N_("Backspace"),
    "ctrl+[": N_("Esc"),
}
"""Keys that a terminal cannot tell from another one."""


def key_label(key: str, words: Words) -> str:
    """The name of a key on the footer and in the help: F2, Entrée, /, Ctrl+Q."""
    if key in KEY_NAMES:
        return words.text(KEY_NAMES[key])
    for held, shown in (("ctrl+", "Ctrl+"), ("alt+", "Alt+")):
        if key.startswith(held):
            return shown + key.removeprefix(held).upper()
    if len(key) == 1:
        return key
    return sign_of(key) or key.upper()


def sign_of(key: str) -> str:
    """The sign that a key of a long name writes; empty for a key that writes none."""
    return _signs().get(key, "")


@cache
def _signs() -> Mapping[str, str]:
    return {
        key: sign for sign in map(chr, SIGNS) if sign.isprintable() and (key := _key_of_sign(sign))
    }


def key_of(written: str) -> str | None:
    """The key that someone wrote into a key map; None where there is none of that name.

    A sign is written as itself, any other key by its name, in capitals or not.
    """
    if len(written) == 1:
        key = _key_of_sign(written)
        return key if written.isalnum() or key in _signs() else None
    name = written.lower().replace(" ", "")
    return name if name in NAMED or name in SAME else None


def _key_of_sign(sign: str) -> str:
    if sign.isalnum():
        return sign
    name = unicodedata.name(sign, sign).lower().replace("-", "_").replace(" ", "_")
    return SHORT.get(name, name)


def written(key: str) -> str:
    """How a key is written in a key map: the inverse of ``key_of``."""
    return key if key in NAMED or len(key) == 1 else sign_of(key) or key


def prints(key: str) -> bool:
    """Whether the key puts a sign into a field that is typed in."""
    return key == "space" or key not in NAMED
