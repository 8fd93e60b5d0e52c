"""The parser of the command line, and the way to each subcommand."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn

from pixtui import __version__
from pixtui.cli.shared import DONE, REFUSED, USAGE, login_name, refuse_store, say
from pixtui.desk.crash import keep_crash
from pixtui.present.opening import crash_sentence
from pixtui.rules.source import RulesError
from pixtui.store.errors import StoreError
from pixtui.wording.catalogue import LANGUAGES, N_, Words, words
from pixtui.wording.rules_problems import rules_sentence

ABOUT = N_(
    "The terminal console that carries an operator through a Pix certification session. "
    "Without a subcommand it opens the console: the list of sessions, or the session named."
)
EPILOG = N_(
    "First time: pixtui demo. A session: pixtui new room.json --site … then pixtui room.json. "
    "Exit: 0 done, 1 refused or found wrong, 2 wrong usage, 75 ended by a lost terminal."
)

Add = Callable[[argparse.ArgumentParser, Words], None]


def _session(parser: argparse.ArgumentParser, text: Words, *, many: bool = False) -> None:
    parser.add_argument(
        "session",
        metavar="SESSION",
        nargs="+" if many else None,
        help=text.text(N_("the session file, or its name in the default folder")),
    )


def _by(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "--by",
        metavar="NAME",
        default=login_name(),
        help=text.text(N_("who acts; it stands in the record (default: the login name)")),
    )


def _json(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "--json", action="store_true", help=text.text(N_("answer in JSON, for a script"))
    )


def _demo(parser: argparse.ArgumentParser, text: Words) -> None:
    _by(parser, text)


def _new(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument("file", metavar="FILE", help=text.text(N_("the file to create")))
    needed = {
        "--site": N_("the site, as Pix Certif has it"),
        "--room": N_("the room"),
        "--date": N_("the day, as 2026-11-30"),
        "--time": N_("the announced start, local time, as 09:00"),
        "--examiner": N_("the invigilators, as Pix Certif has them"),
    }
    for name, help_text in needed.items():
        parser.add_argument(name, required=True, help=text.text(help_text))
    optional = {
        "--number": N_("the session number given by Pix"),
        "--centre": N_("the certification centre"),
        "--zone": N_("the time zone of the room (default: Europe/Paris)"),
        "--product": N_("pix, pix-clea, pix-droit, pix-pro-sante or pix-edu (default: pix)"),
        "--duration": N_("minutes of a test, where it is not the product's"),
        "--convocation-time": N_("when the candidates are called, as 08:30"),
        "--description": N_("observations"),
        "--retention-until": N_("the date after which the record may be purged"),
    }
    for name, help_text in optional.items():
        parser.add_argument(name, help=text.text(help_text))
    parser.add_argument(
        "--mode",
        choices=("with-es", "without-es"),
        default="with-es",
        help=text.text(N_("with or without the invigilator space (default: with-es)")),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=text.language,
        help=text.text(N_("the language of its documents (default: that of --lang)")),
    )
    parser.add_argument(
        "--fictional",
        action="store_true",
        help=text.text(N_("mark it as an exercise, on every screen and for good")),
    )
    _by(parser, text)
    _json(parser, text)


def _import(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
    parser.add_argument("file", metavar="FILE", help=text.text(N_("the list of candidates")))
    parser.add_argument(
        "--as",
        dest="form",
        metavar="FORMAT",
        choices=("plain-csv",),
        help=text.text(N_("read the file as this format (plain-csv)")),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=text.text(N_("say what would be done, do nothing"))
    )
    parser.add_argument(
        "--accept-warnings",
        action="store_true",
        help=text.text(N_("import although there are warnings")),
    )
    _by(parser, text)
    _json(parser, text)


def _export(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
    parser.add_argument(
        "file", metavar="FILE", help=text.text(N_("the file to write; one that is there is kept"))
    )
    parser.add_argument(
        "--as",
        dest="form",
        metavar="FORMAT",
        choices=("csv", "json"),
        help=text.text(N_("csv or json (default: as the file's name ends)")),
    )


def _apply(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "session",
        metavar="SESSION",
        nargs="?",
        help=text.text(N_("the session file, or its name in the default folder")),
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        default="-",
        help=text.text(N_("commands, one JSON object a line (default: standard input)")),
    )
    parser.add_argument(
        "--schema",
        action="store_true",
        help=text.text(N_("print every command with its fields, and every vocabulary")),
    )
    _by(parser, text)


def _status(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
    _json(parser, text)


def _verify(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text, many=True)
    parser.add_argument(
        "--expect",
        metavar="HEAD",
        help=text.text(N_("the head printed on the paper: at least 20 hex digits")),
    )
    _json(parser, text)


def _list(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", help=text.text(N_("where to look for sessions"))
    )
    _json(parser, text)


def _nothing(_parser: argparse.ArgumentParser, _text: Words) -> None:
    return


COMMANDS: dict[str, tuple[str, str, Add]] = {
    "demo": ("demo", N_("open a fictional session, mid-exam now, in a scratch folder"), _demo),
    "new": ("new", N_("create a session file"), _new),
    "import": ("import_list", N_("bring in a list of candidates, all or nothing"), _import),
    "export": ("export", N_("write a session's candidates or its status to a file"), _export),
    "apply": ("apply", N_("do commands given as JSON lines"), _apply),
    "status": ("status", N_("say how a session stands"), _status),
    "log": ("log", N_("tell the history of a session"), _status),
    "verify": ("verify", N_("check that a record is whole and unchanged"), _verify),
    "list": ("listing", N_("list the sessions of a folder"), _list),
    "check": ("check", N_("say what will not work on this terminal and machine"), _nothing),
}
"""Subcommand: the module of ``cli`` that does it, its line of help, its arguments."""


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
    parser.add_argument("--version", action="version", version=f"pixtui {__version__}")
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=text.language,
        help=text.text(N_("the language of the screens (default: fr)")),
    )
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
    return parser


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, wherever it stands, so that the help is in it too."""
    for place, one in enumerate(arguments):
        if one.startswith("--lang="):
            return one.removeprefix("--lang=")
        if one == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    return "fr"


def _names_a_command(arguments: Sequence[str]) -> bool:
    skip = False
    for one in arguments:
        if skip:
            skip = False
        elif one in ("--lang", "--by"):
            skip = True
        elif one in ("-h", "--help", "--version") or not one.startswith("-"):
            return one in COMMANDS or one in ("-h", "--help", "--version")
    return False


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; answers the exit code."""
    os.umask(0o077)
    arguments = list(sys.argv[1:] if argv is None else argv)
    text = words(_language(arguments))
    try:
        if _names_a_command(arguments):
            asked = make_parser(text).parse_args(arguments)
            module = import_module(f"pixtui.cli.{COMMANDS[asked.command][0]}")
        else:
            asked = console_parser(text).parse_args(arguments)
            module = import_module("pixtui.cli.console")
        return int(module.run(asked, text))
    except StoreError as error:
        return refuse_store(text, error)
    except RulesError as error:
        say(rules_sentence(text, error))
        return REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001 - the outermost edge: no traceback on anyone's screen
        say(crash_sentence(text, keep_crash(error)))
        return REFUSED
