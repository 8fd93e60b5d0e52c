"""The program itself: its manual, its files, its keys, the terminal."""

import argparse

from pixtui.cli.arguments.common import add_json
from pixtui.wording.catalogue import N_, Words

SHELLS = ("bash", "zsh", "fish")


def add_keys(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``keys``."""
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=text.text(N_("a key map to check (default: keys.toml in the configuration folder)")),
    )


def add_help(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``help``."""
    parser.add_argument(
        "page",
        metavar="PAGE",
        nargs="?",
        help=text.text(N_("a page, or what has a section: a command, a situation, a refusal…")),
    )
    parser.add_argument(
        "--search",
        metavar="WORDS",
        nargs="+",
        help=text.text(N_("list the sections that hold all these words")),
    )


def add_config(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``config``."""
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=text.text(N_("settings to check (default: config.toml in the configuration folder)")),
    )


def add_where(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``where``."""
    add_json(parser, text)


def add_completion(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``completion``."""
    parser.add_argument(
        "shell", metavar="SHELL", choices=SHELLS, help=text.text(N_("bash, zsh or fish"))
    )


def add_check(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``check``."""
    parser.add_argument(
        "--reset",
        action="store_true",
        help=text.text(N_("put right a terminal that a program left broken")),
    )
    add_json(parser, text)
