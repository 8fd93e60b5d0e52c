"""The reference pages about commands: those of the command line, and those of ``apply``."""

import argparse
import os
from collections.abc import Mapping
from typing import Any
from unittest.mock import patch

from pixtui.cli.main import console_parser, make_parser
from pixtui.cli.usage_words import speak
from pixtui.desk.schema import schema
from pixtui.wording.catalogue import words
from pixtui.wording.labels import ACTS, TELL
from tests.manual.said import SAID
from tests.manual.writing import begun, item, items, section, wrapped

# --- the command line


def commands(language: str, _: str) -> str:
    """Every subcommand with what it takes."""
    with patch.dict(os.environ):
        speak(words(language))
        told = []
        for name, parser in _subcommands(make_parser(words(language))).items():
            about = begun((parser.description or "").rstrip(".")) + "."
            parts = (wrapped(about), _usage(name, parser), _options(parser))
            told.append(section(f"command-{name}", f"pixtui {name}", *parts, level=2))
        return "\n\n".join(told)


def console_options(language: str, _: str) -> str:
    """What every command takes, and the console."""
    text, said = words(language), SAID[language]
    with patch.dict(os.environ):
        speak(text)
        parser, console = make_parser(text), console_parser(text)
        known = {flag for one in parser._actions for flag in one.option_strings}
        more = [
            item(f"`{_named(one)}` {said['console'][one.option_strings[0]]}")
            for one in console._actions
            if one.option_strings and not known & set(one.option_strings)
        ]
        return "\n".join([_options(parser), *more])


def _subcommands(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    below = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return below.choices


def _named(one: argparse.Action) -> str:
    if not one.option_strings:
        return str(one.metavar or one.dest)
    value = "" if one.nargs == 0 else f" {one.metavar or _choices(one) or one.dest.upper()}"
    return ", ".join(one.option_strings) + value


def _choices(one: argparse.Action) -> str:
    return "|".join(map(str, one.choices)) if one.choices else ""


def _usage(name: str, parser: argparse.ArgumentParser) -> str:
    words_ = [f"pixtui {name}"]
    for one in parser._actions:
        if one.option_strings:
            continue
        shown = _named(one)
        if one.nargs in ("?", "*"):
            shown = f"[{shown}{' …' if one.nargs == '*' else ''}]"
        words_.append(shown + (" …" if one.nargs == "+" else ""))
    return "```\n" + " ".join(words_) + "\n```"


def _options(parser: argparse.ArgumentParser) -> str:
    listed = []
    for one in parser._actions:
        if one.help in (None, argparse.SUPPRESS) or isinstance(one, argparse._HelpAction):
            continue
        if isinstance(one, argparse._SubParsersAction):
            continue
        listed.append(item(f"`{_named(one)}` {(one.help or '') % vars(one)}"))
    return "\n".join(listed)


# --- apply


def apply_commands(language: str, _: str) -> str:
    """Every command of apply with its fields."""
    text, said = words(language), SAID[language]
    told = []
    for name, fields in schema()["commands"].items():
        listed = []
        for field, one in fields.items():
            needed = said["required"] if one["required"] else ""
            listed.append(f"`{field}` {_kind(one['type'], said)}{needed}")
        about = wrapped(f"{said['entry']} {text.text(ACTS[name])}.")
        told.append(section(f"apply-{name}", name, about, items(listed)))
    return "\n\n".join(told)


def _kind(kind: Any, said: Mapping[str, Any]) -> str:
    if isinstance(kind, list):
        return " | ".join(f"`{one}`" for one in kind)
    if isinstance(kind, dict) and "one_of" in kind:
        return f" {said['or']} ".join(_kind(one, said) for one in kind["one_of"])
    if isinstance(kind, dict):
        held = kind["list_of"]
        if isinstance(held, dict):
            names = ", ".join(f"`{one}`" for one in held)
            return f"{said['list_of']} {said['objects']} ({names})"
        return f"{said['list_of']} {_kind(held, said)}"
    name, bracket, more = str(kind).partition(" (")
    name, colon, rest = name.partition(":")
    example, closing, what = more.partition("): ")
    if closing:
        more = example + said["told"].format(")", said["kinds"].get(what, what))
    return said["kinds"].get(name, name) + colon + rest + bracket + more


def vocabularies(language: str, _: str) -> str:
    """The words that fields and answers are made of."""
    text, said = words(language), SAID[language]
    told = []
    for name, held in schema()["vocabularies"].items():
        if isinstance(held, dict):
            listed = [f"{step}: {', '.join(named)}" for step, named in held.items()]
        else:
            listed = held
        what = f"**{said['vocabularies'][name]}** (`{name}`)"
        how = ", ".join(f"`{one}`" for one in listed) + "."
        told.append(wrapped(text.say(TELL, what=what, how=how)))
    return "\n\n".join(told)
