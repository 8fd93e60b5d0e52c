"""``pixtui keys``: the keys in use as a key map to change, or what is wrong with one."""

import argparse

from pixtui.cli.shared import DONE, REFUSED, put_text, say
from pixtui.files import path_typed
from pixtui.tui.keymap import as_file, keymap_path, load_keymap, problem_sentences
from pixtui.wording.catalogue import Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Print the keys that hold, the user's own or the shipped; say what is wrong with a file."""
    path = path_typed(asked.file) if asked.file else keymap_path()
    loaded = load_keymap(path, needed=asked.file is not None)
    for told in problem_sentences(text, loaded):
        say(told)
    if not (asked.file and loaded.problems):
        put_text(as_file(loaded.keymap, text, keymap_path()))
    return REFUSED if loaded.problems else DONE
