"""``pixtui config``: the settings in use as a file to change, or what is wrong with one."""

import argparse

from pixtui.cli.shared import DONE, REFUSED, put_text, say
from pixtui.desk.settings import load_settings, settings_path
from pixtui.files import path_typed
from pixtui.present.settings import setting_sentences, settings_file
from pixtui.wording.catalogue import Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Print every setting, the user's own and the usual ones; say what is wrong with a file."""
    path = path_typed(asked.file) if asked.file else settings_path()
    loaded = load_settings(path, needed=asked.file is not None)
    for told in setting_sentences(text, loaded):
        say(told)
    if not (asked.file and loaded.problems):
        put_text(settings_file(loaded.settings, text, settings_path()))
    return REFUSED if loaded.problems else DONE
