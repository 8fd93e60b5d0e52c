"""How keys are written for people."""

from pixtui.tui.actions import KEY_NAMES
from pixtui.wording.catalogue import Words


def key_label(key: str, words: Words) -> str:
    """The name of a key on the footer and in the help: F2, Entrée, /, Ctrl+Q."""
    if key in KEY_NAMES:
        return words.text(KEY_NAMES[key])
    if key.startswith("ctrl+"):
        return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
    return key.upper() if len(key) > 1 else key
