"""A session on its day: declaring, papers, the room's screen, looking back."""

import argparse

from pixtui.cli.arguments.common import add_by, add_json, add_look, add_session
from pixtui.wording.catalogue import N_, Words


def add_apply(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``apply``."""
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
    add_by(parser, text)


def add_docs(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``docs``."""
    add_session(parser, text)
    parser.add_argument(
        "names",
        metavar="NAME",
        nargs="*",
        help=text.text(N_("the papers to make (default: all that this moment calls for)")),
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        help=text.text(N_("the folder to write to (default: SESSION-papers, beside the session)")),
    )
    flags = {
        "--split": N_("one file for each convocation"),
        "--print": N_("hand the files to the printer of this machine (lp)"),
        "--list": N_("only say which papers there are; * marks those called for now"),
        "--progress": N_("say each page on standard error as it is made"),
    }
    for name, help_text in flags.items():
        parser.add_argument(name, action="store_true", help=text.text(help_text))
    add_json(parser, text)


def add_project(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``project``."""
    add_session(parser, text)
    add_look(parser, text, below=True)


def add_replay(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``replay``."""
    add_session(parser, text)
    parser.add_argument(
        "--at",
        metavar="WHEN",
        help=text.text(
            N_("an entry (57) or a time of the day (10:42, 23/11 10:42) to begin at, or to tell")
        ),
    )
    add_look(parser, text, below=True)
    parser.add_argument(
        "--plain",
        action="store_true",
        default=argparse.SUPPRESS,
        help=text.text(N_("tell it line by line instead, for screen readers and scripts")),
    )
    add_json(parser, text)
