"""What is wrong with a user's key map, in the operator's language."""

from collections.abc import Mapping
from pathlib import Path

from pixtui.rules.problems import filled_in
from pixtui.wording.catalogue import N_, Words

PROBLEMS: Mapping[str, tuple[str, str]] = {
    "unknown_action": (
        N_("there is no action {id}"),
        N_("Take an id that pixtui keys prints."),
    ),
    "unknown_near": (N_("there is no action {id}"), N_("Perhaps {near}? pixtui keys lists them.")),
    "no_keys": (
        N_("{id} has no key"),
        N_('Write its keys between quotes, as {id} = ["f5", "x"], or take the line out.'),
    ),
    "unknown_key": (
        N_("{id}: there is no key {key}"),
        N_("Write a sign as itself, the others as f5, ctrl+g, enter, space, pageup, left."),
    ),
    "same_key": (
        N_("{id}: a terminal cannot tell {key} from {same}"),
        N_("Take another key."),
    ),
    "copies": (
        N_("{id} cannot have {key}, which copies"),
        N_("Take another key."),
    ),
    "kept": (
        N_("{id} is without {key}, and one would be locked in"),
        N_("Put {key} among its keys again."),
    ),
    "escape": (
        N_("{id} cannot have escape, which goes back and changes nothing"),
        N_("Take another key."),
    ),
    "not_everywhere": (
        N_("{id} has only {key}, which many terminals keep for themselves"),
        N_("Give it another key as well."),
    ),
    "typed": (
        N_("{id} has only {key}, which writes into the field"),
        N_("Give it an F-key or a Ctrl key."),
    ),
    "clash": (
        N_("{key} of {id} is also a key of {other}"),
        N_("Take another key, or change that of the other as well."),
    ),
}
"""What is wrong, and what to do about it."""


def key_sentence(words: Words, path: Path, line: int, code: str, params: Mapping[str, str]) -> str:
    """Which file, which line, what is wrong with it, and what to do."""
    said = {**params, "same": words.text(params.get("same", ""))}
    what, remedy = (filled_in(words.text(one), said) for one in PROBLEMS[code])
    place = {"path": str(path), "line": str(line), "what": what, "remedy": remedy}
    return filled_in(words.text(N_("{path}, line {line}: {what}. {remedy}")), place)
