"""What each subcommand takes: its arguments, its line of help, the module that does it."""

from pixtui.cli.arguments.common import Add, add_look, add_plain, add_status
from pixtui.cli.arguments.keeping import (
    add_compare,
    add_copy,
    add_extract,
    add_hold,
    add_purge,
    add_sign,
    add_verify,
)
from pixtui.cli.arguments.machine import (
    SHELLS,
    add_check,
    add_completion,
    add_config,
    add_help,
    add_keys,
    add_where,
)
from pixtui.cli.arguments.making import (
    EXPORTED,
    add_demo,
    add_export,
    add_import,
    add_new,
    add_rehearse,
)
from pixtui.cli.arguments.rooms import add_centre, add_list, add_summary
from pixtui.cli.arguments.running import add_apply, add_docs, add_project, add_replay
from pixtui.exchange.problems import FORMATS as IMPORTED
from pixtui.wording.catalogue import N_

COMMANDS: dict[str, tuple[str, str, Add]] = {
    "demo": ("demo", N_("open a fictional session, mid-exam now, in a scratch folder"), add_demo),
    "rehearse": (
        "rehearse",
        N_("rehearse a session: a fictional class, scripted trouble, a debrief"),
        add_rehearse,
    ),
    "debrief": (
        "debrief",
        N_("say what was done in time, late or forgotten in a rehearsal"),
        add_status,
    ),
    "new": ("new", N_("create a session file"), add_new),
    "import": ("import_list", N_("bring in a list of candidates, all or nothing"), add_import),
    "export": ("export", N_("write a session's candidates or its status to a file"), add_export),
    "docs": ("docs", N_("make the papers of a session, as PDF files"), add_docs),
    "apply": ("apply", N_("do commands given as JSON lines"), add_apply),
    "status": ("status", N_("say how a session stands"), add_status),
    "log": ("log", N_("tell the history of a session"), add_status),
    "verify": ("verify", N_("check that a record is whole and unchanged"), add_verify),
    "sign": ("sign", N_("sign the head of a sealed record with an SSH key"), add_sign),
    "compare": ("compare", N_("say which of two files continues the other"), add_compare),
    "copy": ("copying", N_("copy a session, or what is good of a damaged one"), add_copy),
    "extract": ("extract", N_("give one candidate's record, the others masked"), add_extract),
    "hold": ("holding", N_("keep a record from being purged during a dispute"), add_hold),
    "release": ("holding", N_("let a record be purged again"), add_hold),
    "purge": ("purge", N_("erase what is personal; the chain and a certificate stay"), add_purge),
    "project": ("project", N_("show a room its instructions, its clock, its code"), add_project),
    "replay": ("replay", N_("see a session again, entry by entry; nothing is written"), add_replay),
    "list": ("listing", N_("list the sessions of a folder"), add_list),
    "help": ("manual", N_("show the manual, page by page; --search finds in it"), add_help),
    "centre": ("centre", N_("follow every session of a folder on one screen"), add_centre),
    "summary": ("summary", N_("make the summary of a day over all rooms, PDF or CSV"), add_summary),
    "where": ("where", N_("say where sessions, configuration and the other files are"), add_where),
    "completion": (
        "completion",
        N_("print what completes these commands in a shell"),
        add_completion,
    ),
    "config": ("config", N_("print the settings as a file to change, or check one"), add_config),
    "keys": ("keys", N_("print the keys as a file to change, or check such a file"), add_keys),
    "check": ("check", N_("say what will not work on this terminal and machine"), add_check),
}
"""Subcommand: the module of ``cli`` that does it, its line of help, its arguments."""

__all__ = ["COMMANDS", "EXPORTED", "IMPORTED", "SHELLS", "add_look", "add_plain"]
