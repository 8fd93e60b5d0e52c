"""The machine: where sessions are kept, what travels with the program, the rules."""

import os
from collections.abc import Iterator
from pathlib import Path

from pixtui.cli.checking.checked import Checked
from pixtui.desk.settings import load_settings, settings_path
from pixtui.domain.text import visible
from pixtui.present.settings import settings_sentence
from pixtui.resources import HOME_VARIABLE, sample_sessions, sessions_folder, styles
from pixtui.rules.rulebook import rulebook
from pixtui.rules.source import RulesError
from pixtui.store.file_system import LITTLE_ROOM, file_system, free_bytes, locks_are_safe
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.rules_problems import rules_sentence


def machine_checks(text: Words) -> Iterator[Checked]:
    """Each thing about a machine."""
    home = os.environ.get(HOME_VARIABLE)
    if home and not Path(home).is_absolute():
        told = text.say(
            N_("{variable}={home} is another folder wherever pixtui is started"),
            variable=HOME_VARIABLE,
            home=visible(home),
        )
        yield Checked("home", "wrong", told, text.text(N_("a whole path, that begins by /")))
    folder = sessions_folder()
    above = next(one for one in (folder, *folder.parents) if one.exists())
    told = text.say(N_("sessions in {path}"), path=str(folder))
    if above.is_dir() and os.access(above, os.W_OK):
        yield Checked("folder", "fine", told)
    else:
        remedy = text.text(N_("PIXTUI_HOME names a folder that can be written"))
        told = text.say(N_("sessions in {path}: cannot be written"), path=str(folder))
        yield Checked("folder", "wrong", told, remedy)
    kind = file_system(above)
    told = text.say(N_("disk {kind}"), kind=kind or "?")
    if locks_are_safe(kind):
        yield Checked("disk", "fine", told)
    else:
        remedy = text.text(N_("one console at a time on a session"))
        yield Checked("disk", "wrong", told, remedy)
    free = free_bytes(above) // 1_000_000
    enough = free * 1_000_000 > LITTLE_ROOM
    told = text.say(N_("{n} MB free"), n=free)
    remedy = "" if enough else text.text(N_("make room: a session needs some megabytes"))
    yield Checked("room", "fine" if enough else "wrong", told, remedy)
    yield _shipped(text)
    try:
        dated = rulebook().rules.dated.isoformat()
        yield Checked("rules", "fine", text.say(N_("rules dated {date}"), date=dated))
    except RulesError as error:
        yield Checked("rules", "wrong", rules_sentence(text, error))
    yield _settings(text)


def _settings(text: Words) -> Checked:
    """The user's settings: where they are, or what is wrong with them."""
    wrong = settings_sentence(text, load_settings())
    path = str(settings_path())
    if wrong:
        return Checked("settings", "wrong", wrong, text.text(N_("pixtui config says it all")))
    if settings_path().exists():
        return Checked("settings", "fine", text.say(N_("settings in {path}"), path=path))
    return Checked("settings", "fine", text.say(N_("no settings of your own ({path})"), path=path))


def _shipped(text: Words) -> Checked:
    if styles().is_dir() and sample_sessions().is_dir():
        return Checked("installed", "fine", text.text(N_("styles and samples found")))
    told = text.text(N_("styles or samples missing"))
    return Checked("installed", "wrong", told, text.text(N_("install pixtui again")))
