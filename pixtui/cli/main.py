"""The parser of the command line, and the way to each subcommand."""

import argparse
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from gettext import gettext
from importlib import import_module
from typing import NoReturn

from pixtui import __version__
from pixtui.cli.arguments import COMMANDS, add_look, add_plain
from pixtui.cli.shared import (
    DONE,
    REFUSED,
    USAGE,
    login_name,
    put,
    refusal_json,
    refuse_store,
    say,
    session_path,
)
from pixtui.cli.usage_words import speak
from pixtui.desk.crash import keep_crash
from pixtui.desk.program_log import begin
from pixtui.desk.settings import load_settings
from pixtui.domain.outcome import Refusal
from pixtui.domain.text import visible
from pixtui.present.opening import crash_sentence
from pixtui.rules.source import RulesError
from pixtui.store.errors import StoreError, reason
from pixtui.wording.catalogue import DEFAULT, LANGUAGES, N_, Words, words
from pixtui.wording.rules_problems import rules_sentence

ABOUT = N_(
    "The terminal console that carries an operator through a Pix certification session. "
    "Without a subcommand it opens the console: the list of sessions, or the session named."
)
EPILOG = N_(
    "First time: pixtui demo. A session: pixtui new room.json --site … then pixtui room.json. "
    "Exit: 0 done, 1 refused or found wrong, 2 wrong usage, 75 ended by a lost terminal. "
    "Fictional sessions alone may take their clock from PIXTUI_NOW=2026-11-30T10:02:00+01:00."
)


NEAR_ENOUGH = 0.75
"""How alike a word and a command must be for the one to be a slip for the other."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Wrong usage: one line that says what, and where the help is."""
        say(f"{self.prog}: {message} ({self.prog} --help)")
        sys.exit(USAGE)


def make_parser(text: Words) -> argparse.ArgumentParser:
    """The parser, with its help in one language."""
    parser = _Parser(
        prog="pixtui", description=text.text(ABOUT), epilog=text.text(EPILOG), allow_abbrev=False
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"pixtui {__version__}",
        help=text.text(N_("show program's version number and exit")),  # not all argparse ask for it
    )
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=text.language,
        help=text.text(N_("the language of the screens (default: fr)")),
    )
    add_look(parser, text)
    add_plain(parser, text)
    subcommands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, (_module, help_text, add) in COMMANDS.items():
        below = subcommands.add_parser(
            name, help=text.text(help_text), description=text.text(help_text), allow_abbrev=False
        )
        below.add_argument(
            "--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
        add(below, text)
    return parser


def console_parser(text: Words) -> argparse.ArgumentParser:
    """The parser of the console itself: ``pixtui [SESSION]``."""
    parser = _Parser(prog="pixtui", allow_abbrev=False)
    parser.add_argument("session", metavar="SESSION", nargs="?")
    parser.add_argument("--lang", choices=LANGUAGES, default=text.language)
    parser.add_argument("--by", metavar="NAME")
    parser.add_argument("--view", action="store_true")
    add_look(parser, text)
    add_plain(parser, text)
    return parser


def _language_said(arguments: Sequence[str]) -> str | None:
    """The language asked for, wherever it stands, so that the help is in it too."""
    for place, one in enumerate(arguments):
        if one.startswith("--lang="):
            return one.removeprefix("--lang=")
        if one == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return None


def _names_a_command(arguments: Sequence[str]) -> bool:
    skip = False
    for one in arguments:
        if skip:
            skip = False
        elif one in ("--lang", "--by", "--theme"):
            skip = True
        elif one in ("-h", "--help", "--version") or not one.startswith("-"):
            return one in COMMANDS or one in ("-h", "--help", "--version")
    return False


def _parsed(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments; names of papers may also stand after an option, where argparse loses them."""
    asked, rest = parser.parse_known_args(arguments)
    if rest and (asked.command != "docs" or any(one.startswith("-") for one in rest)):
        parser.error(gettext("unrecognized arguments: %s") % " ".join(rest))
    if rest:
        asked.names += rest
    return asked


def _refuse_unknown(named: str | None, rest: Sequence[str], text: Words) -> None:
    """Neither a session nor a command: alone a session that is missing, else wrong usage."""
    near = get_close_matches(named or "", COMMANDS, n=2, cutoff=NEAR_ENOUGH)
    unknown = named is not None and (rest or near) and not session_path(named).exists()
    if unknown:
        hint = text.say(N_("Perhaps: {near}."), near=", ".join(near)) if near else ""
        told = N_("there is no command {name}.") if rest else N_("no session is named {name}.")
        sentence = f"{text.say(told, name=visible(named or ''))} {hint}".strip()
        if rest:
            console_parser(text).error(sentence)
        say(f"pixtui: {sentence} (pixtui --help)")
        sys.exit(REFUSED)
    if rest:
        console_parser(text).error(gettext("unrecognized arguments: %s") % " ".join(rest))


def _answer_nobody() -> None:
    """Turn standard output away from whoever does not take it."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; answers the exit code."""
    os.umask(0o077)
    arguments = list(sys.argv[1:] if argv is None else argv)
    spoken = _language_said(arguments)
    text = words(spoken or DEFAULT)
    try:
        loaded = load_settings()
        text = words(spoken or loaded.settings.lang or DEFAULT)
        speak(text)
        if _names_a_command(arguments):
            asked = _parsed(make_parser(text), arguments)
            if getattr(asked, "by", "") is None:
                asked.by = loaded.settings.by or login_name()
            module = import_module(f"pixtui.cli.{COMMANDS[asked.command][0]}")
        else:
            asked, rest = console_parser(text).parse_known_args(arguments)
            _refuse_unknown(asked.session, rest, text)
            module = import_module("pixtui.cli.console")
        asked.loaded, asked.language_said = loaded, spoken
        if loaded.settings.log is not False:
            begin(getattr(asked, "command", None) or "console")
        code = int(module.run(asked, text))
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where it can still be said that it failed
        return code
    except StoreError as error:
        if "--json" in arguments:
            put(refusal_json(text, Refusal(error.code, dict(error.params))))
        return refuse_store(text, error)
    except RulesError as error:
        say(rules_sentence(text, error))
        return REFUSED
    except BrokenPipeError:
        _answer_nobody()
        return DONE
    except OSError as error:
        if error.filename is not None:  # a file or a folder: nothing is wrong with the answer
            refused = N_("{path}: refused by the system ({reason}). Check who may write there.")
            say(text.say(refused, path=str(error.filename), reason=reason(error)))
            return REFUSED
        _answer_nobody()
        said = N_("The answer could not be written ({reason}); what was acknowledged is saved.")
        say(text.say(said, reason=reason(error)))
        return REFUSED
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the outermost edge: no traceback on anyone's screen
        say(crash_sentence(text, keep_crash(error)))
        return REFUSED
