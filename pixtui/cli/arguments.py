"""What each subcommand takes: its arguments, its line of help, the module that does it."""

import argparse
from collections.abc import Callable

from pixtui.desk.pace import DEFAULT_SPEED, MOST_SPEED
from pixtui.exchange.problems import FORMATS as IMPORTED
from pixtui.terminal import THEMES
from pixtui.wording.catalogue import LANGUAGES, N_, Words

SHELLS = ("bash", "zsh", "fish")
EXPORTED = ("csv", "json", "pix-candidates-ods", "pix-sessions-csv")

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
        help=text.text(
            N_("who acts; it stands in the record (default: by in config.toml, or the login name)")
        ),
    )


def _json(parser: argparse.ArgumentParser, text: Words) -> None:
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


def _demo(parser: argparse.ArgumentParser, text: Words) -> None:
    _by(parser, text)
    add_look(parser, text, below=True)
    add_plain(parser, text, below=True)


def _rehearse(parser: argparse.ArgumentParser, text: Words) -> None:
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
    _by(parser, text)
    add_look(parser, text, below=True)
    add_plain(parser, text, below=True)


def _new(parser: argparse.ArgumentParser, text: Words) -> None:
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
    _accept_warnings(parser, text)
    _by(parser, text)
    _json(parser, text)


def _accept_warnings(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "--accept-warnings",
        action="store_true",
        help=text.text(N_("import although there are warnings")),
    )


def _import(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
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
    _accept_warnings(parser, text)
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


def _purge(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
    _reason(parser, text)
    _yes(parser, text)
    _by(parser, text)
    _json(parser, text)


def _hold(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
    _reason(parser, text)
    _by(parser, text)


def _reason(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument("--reason", default="", help=text.text(N_("why; it stands in the record")))


def _yes(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "--yes", action="store_true", help=text.text(N_("do not ask, for a script"))
    )


def _extract(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
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
    _yes(parser, text)
    _json(parser, text)


def _compare(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument("first", metavar="A", help=text.text(N_("a session file")))
    parser.add_argument("second", metavar="B", help=text.text(N_("another one")))
    _json(parser, text)


def _copy(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
    parser.add_argument(
        "file", metavar="FILE", help=text.text(N_("the copy to write; one that is there is kept"))
    )
    _json(parser, text)


def _sign(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument(
        "--key", metavar="KEY", help=text.text(N_("the SSH key to sign with, as for ssh-keygen"))
    )
    how.add_argument(
        "--export",
        action="store_true",
        help=text.text(N_("print what is to be signed, to sign it on another machine")),
    )


def _verify(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text, many=True)
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
    _json(parser, text)


def _folder(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", help=text.text(N_("where to look for sessions"))
    )


def _list(parser: argparse.ArgumentParser, text: Words) -> None:
    _folder(parser, text)
    _json(parser, text)


def _centre(parser: argparse.ArgumentParser, text: Words) -> None:
    _folder(parser, text)
    _day(parser, text)
    parser.add_argument(
        "--watch",
        action="store_true",
        help=text.text(
            N_("say it again at each change, as lines; with --json a whole answer each")
        ),
    )
    _json(parser, text)
    add_look(parser, text, below=True)
    parser.add_argument(
        "--plain",
        action=argparse.BooleanOptionalAction,
        default=argparse.SUPPRESS,
        help=text.text(N_("a table in plain text, for screen readers and pipes")),
    )


def _summary(parser: argparse.ArgumentParser, text: Words) -> None:
    _folder(parser, text)
    _day(parser, text)
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        required=True,
        help=text.text(N_("the file to write, .pdf or .csv; one that is there is replaced")),
    )
    _json(parser, text)


def _day(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "--date",
        metavar="DATE",
        help=text.text(N_("the sessions of that day (default: today, else the nearest one)")),
    )


def _docs(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
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
    _json(parser, text)


def _project(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
    add_look(parser, text, below=True)


def _replay(parser: argparse.ArgumentParser, text: Words) -> None:
    _session(parser, text)
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
    _json(parser, text)


def _keys(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=text.text(N_("a key map to check (default: keys.toml in the configuration folder)")),
    )


def _help(parser: argparse.ArgumentParser, text: Words) -> None:
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


def _config(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help=text.text(N_("settings to check (default: config.toml in the configuration folder)")),
    )


def _where(parser: argparse.ArgumentParser, text: Words) -> None:
    _json(parser, text)


def _completion(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "shell", metavar="SHELL", choices=SHELLS, help=text.text(N_("bash, zsh or fish"))
    )


def _check(parser: argparse.ArgumentParser, text: Words) -> None:
    parser.add_argument(
        "--reset",
        action="store_true",
        help=text.text(N_("put right a terminal that a program left broken")),
    )
    _json(parser, text)


COMMANDS: dict[str, tuple[str, str, Add]] = {
    "demo": ("demo", N_("open a fictional session, mid-exam now, in a scratch folder"), _demo),
    "rehearse": (
        "rehearse",
        N_("rehearse a session: a fictional class, scripted trouble, a debrief"),
        _rehearse,
    ),
    "debrief": (
        "debrief",
        N_("say what was done in time, late or forgotten in a rehearsal"),
        _status,
    ),
    "new": ("new", N_("create a session file"), _new),
    "import": ("import_list", N_("bring in a list of candidates, all or nothing"), _import),
    "export": ("export", N_("write a session's candidates or its status to a file"), _export),
    "docs": ("docs", N_("make the papers of a session, as PDF files"), _docs),
    "apply": ("apply", N_("do commands given as JSON lines"), _apply),
    "status": ("status", N_("say how a session stands"), _status),
    "log": ("log", N_("tell the history of a session"), _status),
    "verify": ("verify", N_("check that a record is whole and unchanged"), _verify),
    "sign": ("sign", N_("sign the head of a sealed record with an SSH key"), _sign),
    "compare": ("compare", N_("say which of two files continues the other"), _compare),
    "copy": ("copying", N_("copy a session, or what is good of a damaged one"), _copy),
    "extract": ("extract", N_("give one candidate's record, the others masked"), _extract),
    "hold": ("holding", N_("keep a record from being purged during a dispute"), _hold),
    "release": ("holding", N_("let a record be purged again"), _hold),
    "purge": ("purge", N_("erase what is personal; the chain and a certificate stay"), _purge),
    "project": ("project", N_("show a room its instructions, its clock, its code"), _project),
    "replay": ("replay", N_("see a session again, entry by entry; nothing is written"), _replay),
    "list": ("listing", N_("list the sessions of a folder"), _list),
    "help": ("manual", N_("show the manual, page by page; --search finds in it"), _help),
    "centre": ("centre", N_("follow every session of a folder on one screen"), _centre),
    "summary": ("summary", N_("make the summary of a day over all rooms, PDF or CSV"), _summary),
    "where": ("where", N_("say where sessions, configuration and the other files are"), _where),
    "completion": ("completion", N_("print what completes these commands in a shell"), _completion),
    "config": ("config", N_("print the settings as a file to change, or check one"), _config),
    "keys": ("keys", N_("print the keys as a file to change, or check such a file"), _keys),
    "check": ("check", N_("say what will not work on this terminal and machine"), _check),
}
"""Subcommand: the module of ``cli`` that does it, its line of help, its arguments."""
