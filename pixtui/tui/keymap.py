"""The keys in use: those of the registry, or a user's own in their place.

A key map is a TOML file: the id of an action, and its keys between quotes, the first of them the
one shown. What it does not name keeps the keys of the registry.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import evolve, field, frozen

from pixtui.domain.text import visible
from pixtui.present.width import wrap
from pixtui.resources import config_folder
from pixtui.rules.source import RulesError, Source, read_source
from pixtui.tui.actions import ACTIONS, BY_ID, PLACE_NAMES, Action, Scope, held
from pixtui.tui.key_checks import KeyProblem, check, read_keys
from pixtui.tui.keys import key_label, written
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.key_problems import key_sentence
from pixtui.wording.rules_problems import rules_sentence

FILE_NAME = "keys.toml"
FILE_CELLS, ENTRY_CELLS = 96, 38


def _said_by_key() -> frozenset[str]:
    """The actions that sentences name by their key alone: no other of the console has it first."""
    console = [one for one in ACTIONS if one.scope != "projector"]
    firsts = Counter(one.keys[0] for one in console)
    return frozenset(
        one.id
        for one in console
        if firsts[one.keys[0]] == 1 and re.fullmatch(r"f\d+|ctrl\+.", one.keys[0])
    )


SAID_BY_KEY = _said_by_key()
IN_BRACKETS: Mapping[str, str] = {
    **{one.keys[0]: one.id for one in ACTIONS if one.scope == "grid" and one.keys[0].isdigit()},
    "w": "from_paper",
}
"""The signs of the grid that sentences name between brackets, as (3), and the actions meant."""


@frozen
class Keymap:
    """Every action with the keys it has here."""

    actions: tuple[Action, ...] = ACTIONS
    by_id: Mapping[str, Action] = field(init=False)

    @by_id.default
    def _by_id(self) -> Mapping[str, Action]:
        return {one.id: one for one in self.actions}

    def of(self, scopes: Iterable[Scope]) -> list[Action]:
        """The actions of these places, in the order of the registry."""
        return held(self.actions, set(scopes))

    def said_in(self, words: Words) -> Words:
        """The words, which name in their sentences the keys that are used here."""
        own = {
            one.id: key_label(one.keys[0], words)
            for one in self.actions
            if one.keys[0] != BY_ID[one.id].keys[0]
        }
        moved = {
            key_label(BY_ID[action_id].keys[0], words): label
            for action_id, label in own.items()
            if action_id in SAID_BY_KEY
        }
        moved |= {
            f"({shipped})": f"({own[action_id]})"
            for shipped, action_id in IN_BRACKETS.items()
            if action_id in own
        }
        return words.naming(own, moved) if own else words


DEFAULT = Keymap()


@frozen
class Loaded:
    """What became of a key map: the keys to use, and what is wrong where they are the shipped."""

    keymap: Keymap = DEFAULT
    problems: tuple[KeyProblem | RulesError, ...] = ()


def keymap_path() -> Path:
    """Where the user's key map is looked for."""
    return config_folder() / FILE_NAME


def load_keymap(path: Path | None = None, *, needed: bool = False) -> Loaded:
    """The user's key map; where there is none, or anything is wrong with it, the shipped keys.

    Raises nothing: a broken key map is told, and never keeps the console from starting; nor is
    one missed, unless it is ``needed``.
    """
    path = path or keymap_path()
    try:
        if not needed and not path.exists():
            return Loaded()
        source = read_source(path)
    except RulesError as error:
        return Loaded(problems=(error,))
    except OSError as error:  # a folder on the way that may not be looked into
        return Loaded(
            problems=(RulesError(path, 1, "unreadable", {"reason": error.strerror or ""}),)
        )
    return _checked(source)


def _checked(source: Source) -> Loaded:
    own, problems = read_keys(source)
    actions = tuple(evolve(one, keys=own[one.id]) if one.id in own else one for one in ACTIONS)
    problems = problems or check(source, actions, own)
    return Loaded(problems=tuple(problems)) if problems else Loaded(Keymap(actions))


def as_file(keymap: Keymap, words: Words, path: Path) -> str:
    """Every action with its keys, as a file to change; what is as shipped is commented out."""
    intro = words.say(
        N_(
            "The keys of pixtui. Take the # off a line, change its keys, save it as {path}. "
            "The first key is the one shown. Signs are written as themselves, other keys as f5, "
            "ctrl+g, enter, space, pageup, left. pixtui keys checks it."
        ),
        path=str(path),
    )
    lines = [f"# {line}" for line in wrap(intro, FILE_CELLS - 2)]
    for scope, scope_name in PLACE_NAMES.items():
        lines += ["", f"# --- {words.text(scope_name)}"]
        lines += [_entry(one, words) for one in keymap.of((scope,))]
    return "\n".join(lines)


def _entry(action: Action, words: Words) -> str:
    keys = ", ".join(_quoted(written(key)) for key in action.keys)
    own = "" if action.keys != BY_ID[action.id].keys else "# "
    return f"{f'{own}{action.id} = [{keys}]':<{ENTRY_CELLS}}  # {words.text(action.help)}"


def _quoted(key: str) -> str:
    return f"'{key}'" if key in '"\\' else f'"{key}"'


def problem_sentences(words: Words, loaded: Loaded) -> list[str]:
    """Each thing wrong with a key map: file, line, what it is, what to do."""
    told = (
        rules_sentence(words, one)
        if isinstance(one, RulesError)
        else key_sentence(words, one.path, one.line, one.code, one.params)
        for one in loaded.problems
    )
    return [visible(one) for one in told]


def keys_sentence(words: Words, loaded: Loaded) -> str:
    """What an operator is told at the start of a key map that is not used; else nothing."""
    told = problem_sentences(words, loaded)
    if not told:
        return ""
    more = words.plural(
        "pixtui keys says {n} thing more.", "pixtui keys says {n} things more.", len(told) - 1
    )
    kept = words.text(N_("The usual keys are in use."))
    return " ".join([kept, told[0], *([more] if len(told) > 1 else [])])
