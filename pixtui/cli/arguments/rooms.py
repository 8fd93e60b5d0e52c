"""Several sessions: the list, the rooms of a centre, the summary of their day."""

import argparse

from pixtui.cli.arguments.common import add_day, add_folder, add_json, add_look
from pixtui.wording.catalogue import N_, Words


def add_list(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``list``."""
    add_folder(parser, text)
    add_json(parser, text)


def add_centre(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``centre``."""
    add_folder(parser, text)
    add_day(parser, text)
    parser.add_argument(
        "--watch",
        action="store_true",
        help=text.text(
            N_("say it again at each change, as lines; with --json a whole answer each")
        ),
    )
    add_json(parser, text)
    add_look(parser, text, below=True)
    parser.add_argument(
        "--plain",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS,
        help=text.text(N_("a table in plain text, for screen readers and pipes")),
    )


def add_summary(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``summary``."""
    add_folder(parser, text)
    add_day(parser, text)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help=text.text(N_("the file to write, .pdf or .csv; one that is there is replaced")),
    )
    add_json(parser, text)
