"""Sessions that are made, and lists that come in and go out."""

import argparse

from pixtui.cli.arguments.common import (
    add_accept_warnings,
    add_by,
    add_json,
    add_look,
    add_plain,
    add_session,
)
from pixtui.domain.rehearsal.pace import DEFAULT_SPEED, MOST_SPEED
from pixtui.exchange.problems import FORMATS as IMPORTED
from pixtui.wording.catalogue import LANGUAGES, N_, Words

EXPORTED = ("csv", "json", "pix-candidates-ods", "pix-sessions-csv")


def add_demo(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``demo``."""
    add_by(parser, text)
    add_look(parser, text, below=True)
    add_plain(parser, text, below=True)


def add_rehearse(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``rehearse``."""
    parser.add_argument(
        "scenario",
        metavar="SCENARIO",
        nargs="?",
        help=text.text(N_("the scenario, by its name or its file (default: one is asked for)")),
    )
    parser.add_argument(
        "--list", action="store_true", help=text.text(N_("only say which scenarios there are"))
    )
    parser.add_argument(
        "--check", metavar="FILE", help=text.text(N_("only check the file of a scenario"))
    )
    parser.add_argument(
        "--speed",
        metavar="N",
        type=int,
        default=DEFAULT_SPEED,
        help=text.say(
            N_("minutes that pass in one, while nothing happens: 1 to {most} (default: {usual})"),
            most=MOST_SPEED,
            usual=DEFAULT_SPEED,
        ),
    )
    add_by(parser, text)
    add_look(parser, text, below=True)
    add_plain(parser, text, below=True)


def add_new(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``new``."""
    parser.add_argument("file", metavar="FILE", nargs="?", help=text.text(N_("the file to create")))
    parser.add_argument(
        "--from",
        dest="source",
        metavar="LIST",
        help=text.text(N_("Pix's CSV of several sessions: a session file for each of them")),
    )
    parser.add_argument(
        "-o",
        dest="folder",
        metavar="DIR",
        help=text.text(N_("the folder of the sessions made by --from")),
    )
    parser.add_argument(
        "--like",
        metavar="SESSION",
        help=text.text(N_("a session whose details the new one has, but for its date and number")),
    )
    parser.add_argument(
        "--with-candidates",
        action="store_true",
        help=text.text(N_("with --like: its list too, without anything of that day")),
    )
    needed = {
        "--site": N_("the site, as Pix Certif has it"),
        "--room": N_("the room"),
        "--date": N_("the day, as 30/11/2026 or 2026-11-30"),
        "--time": N_("the announced start, local time, as 09:00"),
        "--examiner": N_("the invigilators, as Pix Certif has them"),
    }
    for name, help_text in needed.items():
        parser.add_argument(name, help=text.text(help_text))
    optional = {
        "--number": N_("the session number given by Pix"),
        "--centre": N_("the certification centre"),
        "--zone": N_("the time zone of the room (default: Europe/Paris)"),
        "--product": N_("pix, pix-clea, pix-droit, pix-pro-sante or pix-edu (default: pix)"),
        "--duration": N_("minutes of a test, where it is not the product's"),
        "--convocation-time": N_("when the candidates are called, as 08:30 (default: the start)"),
        "--description": N_("observations"),
        "--retention-until": N_("the date after which the record may be purged"),
    }
    for name, help_text in optional.items():
        parser.add_argument(name, help=text.text(help_text))
    parser.add_argument(
        "--mode",
        choices=("with-es", "without-es"),
        help=text.text(N_("with or without the invigilator space (default: with-es)")),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help=text.text(N_("the language of its documents (default: that of --lang)")),
    )
    parser.add_argument(
        "--fictional",
        action="store_true",
        help=text.text(N_("mark it as an exercise, on every screen and for good")),
    )
    add_accept_warnings(parser, text)
    add_by(parser, text)
    add_json(parser, text)


def add_import(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``import``."""
    add_session(parser, text)
    parser.add_argument("file", metavar="FILE", help=text.text(N_("the list of candidates")))
    parser.add_argument(
        "--as",
        dest="form",
        metavar="FORMAT",
        choices=IMPORTED,
        help=text.say(
            N_("read the file as this format: {formats} (default: by what it holds)"),
            formats=", ".join(IMPORTED),
        ),
    )
    parser.add_argument(
        "--class",
        dest="class_name",
        metavar="CLASS",
        help=text.text(N_("take only the pupils of this class, as 3A")),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=text.text(N_("say what would be done, do nothing"))
    )
    add_accept_warnings(parser, text)
    add_by(parser, text)
    add_json(parser, text)


def add_export(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``export``."""
    add_session(parser, text)
    parser.add_argument(
        "file", metavar="FILE", help=text.text(N_("the file to write; one that is there is kept"))
    )
    parser.add_argument(
        "--as",
        dest="form",
        metavar="FORMAT",
        choices=EXPORTED,
        help=text.say(
            N_("{formats} (default: as the file's name ends)"), formats=", ".join(EXPORTED)
        ),
    )
    parser.add_argument(
        "--sco",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=text.text(
            N_("Pix's files without the billing columns (default: where nobody has any)")
        ),
    )
