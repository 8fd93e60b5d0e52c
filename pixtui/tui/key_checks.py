"""What is wrong with a key map: unknown names, clashes, keys that do not arrive, lock-outs."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from attrs import frozen

from pixtui.rules.source import Source
from pixtui.tui.actions import BY_ID, PLACES, Action, clashes, held
from pixtui.tui.keys import SAME, key_of, prints, written

Own = dict[str, tuple[str, ...]]
"""The keys of a key map, by the id of the action."""

KEPT: Mapping[str, str] = {
    "open": "enter",
    "choose": "enter",
    "move_down": "down",
    "move_up": "up",
    "back": "escape",
    "quit_list": "escape",
    "leave_centre": "escape",
    "leave_out": "escape",
    "cancel": "escape",
    "dismiss": "escape",
    "leave_manual": "escape",
}
"""What an operator relies on blindly: these actions keep these keys, among others."""

COPY = "ctrl+c"
"""What copies in a field, and elsewhere says how to leave."""

WHILE_TYPING = ("quit", "alarm")
"""What must be done from within a field too."""

EDITING = frozenset(
    {
        *("left", "right", "home", "end", "backspace", "delete", "enter", "up", "down", "tab"),
        *(COPY, "ctrl+u", "ctrl+v", "ctrl+w", "ctrl+x"),
    }
)
"""The keys that a field or a form takes for itself."""


@frozen
class KeyProblem:
    """One thing wrong with a key map: where, and the code and parts of ``wording.key_problems``."""

    path: Path
    line: int
    code: str
    params: Mapping[str, str]


def read_keys(source: Source) -> tuple[Own, list[KeyProblem]]:
    """The keys of a file by action, and what of it cannot be read."""
    own: Own = {}
    problems: list[KeyProblem] = []
    for action_id, value in source.values.items():
        found = list(_wrong_entry(action_id, value))
        problems += [_at(source, action_id, code, **params) for code, params in found]
        if not found:
            own[action_id] = tuple(dict.fromkeys(key_of(one) or one for one in _listed(value)))
    return own, problems


def _listed(value: object) -> list[str]:
    listed = [value] if isinstance(value, str) else value
    fine = isinstance(listed, list) and all(isinstance(one, str) and one for one in listed)
    return listed if fine and isinstance(listed, list) else []


def _wrong_entry(action_id: str, value: object) -> Iterator[tuple[str, dict[str, str]]]:
    if action_id not in BY_ID:
        near = get_close_matches(action_id, BY_ID, n=1)
        yield ("unknown_near", {"near": near[0]}) if near else ("unknown_action", {})
    elif not _listed(value):
        yield "no_keys", {}
    else:
        for one in _listed(value):
            key = key_of(one)
            if key is None:
                yield "unknown_key", {"key": one}
            elif key in SAME:
                yield "same_key", {"key": key, "same": SAME[key]}
            elif key == COPY:
                yield "copies", {"key": key}


def check(source: Source, actions: Sequence[Action], own: Own) -> list[KeyProblem]:
    """What would go wrong with these keys, in the order of the file."""
    found = [*_lock_outs(actions, own), *_clashes(actions, own)]
    told = [_at(source, action_id, code, **params) for action_id, code, params in found]
    return sorted(told, key=lambda one: one.line)


Wrong = tuple[str, str, dict[str, str]]
"""The action at whose line it stands, the code, the parts."""


def _lock_outs(actions: Sequence[Action], own: Own) -> Iterator[Wrong]:
    for action in actions:
        if action.id not in own:
            continue
        kept = KEPT.get(action.id)
        if kept is not None and kept not in action.keys:
            yield action.id, "kept", {"key": kept}
        if "escape" in action.keys and kept != "escape":
            yield action.id, "escape", {}
        if all(one in ("f10", "f11") or one.startswith("alt+") for one in action.keys):
            yield action.id, "not_everywhere", {"key": written(action.keys[0])}
        if (action.scope in ("form", "choice") or action.id in WHILE_TYPING) and all(
            prints(one) or (one in EDITING and one != kept) for one in action.keys
        ):
            yield action.id, "typed", {"key": written(action.keys[0])}


def _clashes(actions: Sequence[Action], own: Own) -> Iterator[Wrong]:
    """Actions on one key where both hold; the alarm holds in the dialogs of a session too."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for place in PLACES:
        for key, one, other in clashes(held(actions, {*place}, alarm=True)):
            at, with_ = (other, one) if other in own else (one, other)
            found.setdefault((at, key), {})[with_] = None
    for (at, key), others in found.items():
        yield at, "clash", {"key": written(key), "other": ", ".join(others)}


def _at(source: Source, action_id: str, code: str, **params: str) -> KeyProblem:
    return KeyProblem(source.path, source.line_of((action_id,)), code, {"id": action_id, **params})
