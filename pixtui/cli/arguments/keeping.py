"""Records: checked, signed, compared, copied, held and erased."""

import argparse

from pixtui.cli.arguments.common import add_by, add_json, add_reason, add_session, add_yes
from pixtui.wording.catalogue import N_, Words


def add_verify(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``verify``."""
    add_session(parser, text, many=True)
    parser.add_argument(
        "--expect",
        metavar="HEAD",
        help=text.text(N_("the head printed on the paper: at least 20 hex digits")),
    )
    parser.add_argument(
        "--signers",
        metavar="FILE",
        help=text.text(N_("check the signature too, by this file of allowed signers")),
    )
    add_json(parser, text)


def add_sign(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``sign``."""
    add_session(parser, text)
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument(
        "--key", metavar="KEY", help=text.text(N_("the SSH key to sign with, as for ssh-keygen"))
    )
    how.add_argument(
        "--export",
        action="store_true",
        help=text.text(N_("print what is to be signed, to sign it on another machine")),
    )


def add_compare(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``compare``."""
    parser.add_argument("first", metavar="A", help=text.text(N_("a session file")))
    parser.add_argument("second", metavar="B", help=text.text(N_("another one")))
    add_json(parser, text)


def add_copy(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``copy``."""
    add_session(parser, text)
    parser.add_argument(
        "file", metavar="FILE", help=text.text(N_("the copy to write; one that is there is kept"))
    )
    add_json(parser, text)


def add_extract(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``extract``."""
    add_session(parser, text)
    parser.add_argument(
        "candidate",
        metavar="CANDIDATE",
        help=text.text(N_("an id (c1), a seat, or a name that fits one candidate")),
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=text.text(N_("the file to write (default: only show it)")),
    )
    add_yes(parser, text)
    add_json(parser, text)


def add_hold(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``hold``."""
    add_session(parser, text)
    add_reason(parser, text)
    add_by(parser, text)


def add_purge(parser: argparse.ArgumentParser, text: Words) -> None:
    """The arguments of ``purge``."""
    add_session(parser, text)
    add_reason(parser, text)
    add_yes(parser, text)
    add_by(parser, text)
    add_json(parser, text)
