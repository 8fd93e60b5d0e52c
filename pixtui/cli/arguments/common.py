"""Arguments that several subcommands take."""

import argparse
from collections.abc import Callable

from pixtui.terminal import THEMES
from pixtui.wording.catalogue import N_, Words

Add = Callable[[argparse.ArgumentParser, Words], None]
"""Gives a parser its arguments, their help in one language."""


def add_session(parser: argparse.ArgumentParser, text: Words, *, many: bool = False) -> None:
    """The session, or ``many`` of them."""
    parser.add_argument(
        "session",
        metavar="SESSION",
        nargs="+" if many else None,
        help=text.text(N_("the session file, or its name in the default folder")),
    )


def add_by(parser: argparse.ArgumentParser, text: Words) -> None:
    """Who acts."""
    parser.add_argument(
        "--by",
        metavar="NAME",
        help=text.text(
            N_("who acts; it stands in the record (default: by in config.toml, or the login name)")
        ),
    )


def add_json(parser: argparse.ArgumentParser, text: Words) -> None:
    """An answer in JSON."""
    parser.add_argument(
        "--json", action="store_true", help=text.text(N_("answer in JSON, for a script"))
    )


def add_look(parser: argparse.ArgumentParser, text: Words, *, below: bool = False) -> None:
    """How the console looks: its colours and its characters; ``below`` a parser that has them."""
    parser.add_argument(
        "--theme",
        choices=THEMES,
        default=argparse.SUPPRESS if below else None,
        help=text.text(N_("the colours (default: dark, or mono where the terminal has none)")),
    )
    parser.add_argument(
        "--ascii",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS if below else None,
        help=text.text(N_("show ASCII alone, accents spelled out (default: by the locale)")),
    )


def add_plain(parser: argparse.ArgumentParser, text: Words, *, below: bool = False) -> None:
    """Line mode instead of the full screen; ``below`` a parser that has it."""
    parser.add_argument(
        "--plain",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS if below else None,
        help=text.text(
            N_("line mode: numbered questions in plain text, for screen readers and braille")
        ),
    )


def add_accept_warnings(parser: argparse.ArgumentParser, text: Words) -> None:
    """Whether warnings stop an import."""
    parser.add_argument(
        "--accept-warnings",
        action="store_true",
        help=text.text(N_("import although there are warnings")),
    )


def add_reason(parser: argparse.ArgumentParser, text: Words) -> None:
    """Why, for the record."""
    parser.add_argument("--reason", default="", help=text.text(N_("why; it stands in the record")))


def add_yes(parser: argparse.ArgumentParser, text: Words) -> None:
    """Whether to ask first."""
    parser.add_argument(
        "--yes", action="store_true", help=text.text(N_("do not ask, for a script"))
    )


def add_folder(parser: argparse.ArgumentParser, text: Words) -> None:
    """Where to look for sessions."""
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", help=text.text(N_("where to look for sessions"))
    )


def add_day(parser: argparse.ArgumentParser, text: Words) -> None:
    """Which day."""
    parser.add_argument(
        "--date",
        metavar="DATE",
        help=text.text(N_("the sessions of that day (default: today, else the nearest one)")),
    )


def add_status(parser: argparse.ArgumentParser, text: Words) -> None:
    """A session, told in words or in JSON."""
    add_session(parser, text)
    add_json(parser, text)
