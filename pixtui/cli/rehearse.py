"""``pixtui rehearse``: a fictional class, scripted trouble, an hour that hurries, a debrief."""

import argparse
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pixtui.cli.console import paint, plainly, show, wanted
from pixtui.cli.shared import DONE, REFUSED, USAGE, put_text, say
from pixtui.desk.new_rehearsal import new_rehearsal
from pixtui.domain.outcome import Refusal
from pixtui.domain.rehearsal.pace import MOST_SPEED
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.files import private_folder
from pixtui.present.width import fit
from pixtui.resources import rehearsals_folder
from pixtui.rules.problems import RulesError
from pixtui.rules.rulebook import rulebook
from pixtui.rules.scenarios import read_scenario, scenario_names, scenario_path
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import TELL
from pixtui.wording.rules_problems import rules_sentence
from pixtui.wording.sentences import refusal_sentence

if TYPE_CHECKING:
    from pixtui.tui.shell import Shell

NAME_CELLS = 12


def run(asked: argparse.Namespace, text: Words) -> int:
    """List the scenarios, check one, or rehearse one."""
    if not 1 <= asked.speed <= MOST_SPEED:
        say(text.say(N_("--speed takes a number from 1 to {most}."), most=MOST_SPEED))
        return USAGE
    if asked.list or (asked.scenario is None and asked.check is None and plainly(asked)):
        return _list(text)
    if asked.check is not None:
        return _check(Path(asked.check), asked.by, text)
    if asked.scenario is None:
        return paint(text, _choosing(asked, text), mouse=asked.loaded.settings.mouse)
    return _begin(asked, text)


def _list(text: Words) -> int:
    """One line each; a broken file is named, and stops nothing."""
    for name in scenario_names():
        try:
            scenario = read_scenario(scenario_path(name), rulebook()).scenario
        except RulesError as error:
            said = rules_sentence(text, error)
        else:
            title = scenario.texts(scenario.title, text.language)
            about = scenario.texts(scenario.about, text.language)
            said = f"{title} · {about}"
        put_text(f"{fit(visible(name), NAME_CELLS)} {said}")
    return DONE


def _check(path: Path, by: str, text: Words) -> int:
    """Whether a scenario can be rehearsed; RulesError is said by the caller."""
    written = read_scenario(path, rulebook())
    scenario = written.scenario
    with TemporaryDirectory() as aside:  # only making one tells whether its class can come in
        made = new_rehearsal(written, by, text, folder=Path(aside))
    if isinstance(made, Refusal):
        return _refused(path, made, text)
    expected = sum(len(one.expects) for one in scenario.events)
    events = text.plural("{n} event", "{n} events", len(scenario.events))
    things = text.plural("{n} thing expected", "{n} things expected", expected)
    put_text(text.say(TELL, what=scenario.id, how=f"{events}, {things}."))
    return DONE


def _begin(asked: argparse.Namespace, text: Words) -> int:
    """Make the rehearsal and open it."""
    path = scenario_path(asked.scenario)
    if not path.exists():
        raise RulesError(Path(asked.scenario), 1, "missing", {"known": ", ".join(scenario_names())})
    made = new_rehearsal(read_scenario(path, rulebook()), asked.by, text, asked.speed)
    if isinstance(made, Refusal):
        return _refused(path, made, text)
    return show(text, made, asked)


def _refused(path: Path, refusal: Refusal, text: Words) -> int:
    """Of which file the class is not taken, and why."""
    say(text.say(TELL, what=str(path), how=refusal_sentence(text, refusal, State())))
    return REFUSED


def _choosing(asked: argparse.Namespace, text: Words) -> "Callable[[], Shell]":
    """The console on the rehearsals there are, a scenario being asked for."""

    def made() -> "Shell":
        from pixtui.tui.app import Console
        from pixtui.tui.keymap import load_keymap

        folder = private_folder(rehearsals_folder())
        return Console(
            text,
            rulebook(),
            folder,
            asked.by,
            keys=load_keymap(),
            look=wanted(asked),
            settings=asked.loaded,
            speed=asked.speed,
            choosing=True,
        )

    return made
