"""``pixtui check``: what will not work here, and what to set; ``--reset`` puts a terminal right."""

import argparse

from attrs import asdict

from pixtui.cli.checking.checked import Checked, Standing
from pixtui.cli.checking.on_machine import machine_checks
from pixtui.cli.checking.on_terminal import seen, terminal_checks
from pixtui.cli.checking.probe import Answer, ask_terminal
from pixtui.cli.checking.reset import reset_terminal
from pixtui.cli.shared import DONE, REFUSED, put, put_text, say
from pixtui.wording.catalogue import N_, Words

SIGNS: dict[Standing, str] = {"fine": "ok", "advice": "--", "wrong": "!!"}


def run(asked: argparse.Namespace, text: Words) -> int:
    """Print each finding; 1 where something will not work."""
    if asked.reset:
        return _reset(text)
    answer = Answer() if asked.json else ask_terminal()
    found = [*terminal_checks(seen(answer), text), *machine_checks(text)]
    if asked.json:
        put([asdict(one) for one in found])
    for one in () if asked.json else found:
        _show(one)
    return REFUSED if any(one.standing == "wrong" for one in found) else DONE


def _show(one: Checked) -> None:
    put_text(f"  {SIGNS[one.standing]}  {one.message}")
    if one.remedy:
        put_text(f"      → {one.remedy}")


def _reset(text: Words) -> int:
    if not reset_terminal():
        say(text.text(N_("There is no terminal here to put right.")))
        return REFUSED
    say(text.text(N_("The terminal is put right.")))
    return DONE
