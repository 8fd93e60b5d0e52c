"""``pixtui where``: which files are where, and whether they are there."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from pixtui.cli.shared import DONE, put, put_text
from pixtui.desk.crash import crashes_folder
from pixtui.desk.program_log import log_path
from pixtui.desk.settings import settings_path
from pixtui.domain.text import visible
from pixtui.present.width import fit, width
from pixtui.resources import (
    HOME_VARIABLE,
    config_folder,
    rehearsals_folder,
    sessions_folder,
    state_folder,
)
from pixtui.rules.rulebook import OWN_FILE
from pixtui.rules.scenarios import OWN_FOLDER
from pixtui.tui.keymap import keymap_path
from pixtui.wording.catalogue import N_, Words


@frozen
class Place:
    """A file or a folder of pixtui."""

    name: str
    """For a script."""
    label: str
    """A msgid."""
    path: Path


def places() -> Iterator[Place]:
    """Everything pixtui reads and writes by itself, the operator's own files first."""
    yield Place("sessions", N_("sessions"), sessions_folder())
    yield Place("configuration", N_("configuration"), config_folder())
    yield Place("settings", N_("your settings"), settings_path())
    yield Place("rules", N_("the centre's rules"), config_folder() / OWN_FILE)
    yield Place("scenarios", N_("the centre's scenarios"), config_folder() / OWN_FOLDER)
    yield Place("keys", N_("your keys"), keymap_path())
    yield Place("state", N_("state"), state_folder())
    yield Place("rehearsals", N_("rehearsals"), rehearsals_folder())
    yield Place("crashes", N_("crash reports"), crashes_folder())
    yield Place("log", N_("log of the program, without names"), log_path())
    yield Place("program", N_("the program"), Path(__file__).resolve().parent.parent)


def run(asked: argparse.Namespace, text: Words) -> int:
    """Say where each is; nothing is made."""
    found = list(places())
    if asked.json:
        put({one.name: {"path": str(one.path), "exists": one.path.exists()} for one in found})
        return DONE
    cells = max(width(text.text(one.label)) for one in found) + 2
    for one in found:
        there = "" if one.path.exists() else "  " + text.text(N_("(not there)"))
        put_text(f"{fit(text.text(one.label), cells)}{visible(str(one.path))}{there}")
    home = os.environ.get(HOME_VARIABLE)
    if home:
        put_text(text.say(N_("{variable} puts them all under one folder."), variable=HOME_VARIABLE))
    return DONE
