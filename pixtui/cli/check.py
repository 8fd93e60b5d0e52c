"""``pixtui check``: what will not work here, and what to do about it."""

import argparse
import locale
import os
import shutil
import sys
from collections.abc import Iterator

from pixtui.cli.shared import DONE, REFUSED, put_text
from pixtui.resources import sample_sessions, sessions_folder, styles
from pixtui.rules.rulebook import rulebook
from pixtui.rules.source import RulesError
from pixtui.store.file_system import LITTLE_ROOM, file_system, free_bytes, locks_are_safe
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.rules_problems import rules_sentence

Finding = tuple[bool, str]


def run(_asked: argparse.Namespace, text: Words) -> int:
    """Print each check; 1 where something will not work."""
    found = list(_checks(text))
    for fine, line in found:
        put_text(("  ok  " if fine else "  !!  ") + line)
    return DONE if all(fine for fine, _line in found) else REFUSED


def _checks(text: Words) -> Iterator[Finding]:
    term = os.environ.get("TERM", "")
    size = shutil.get_terminal_size((80, 24))
    terminal = sys.stdin.isatty() and sys.stderr.isatty()
    yield terminal, text.text(N_("terminal") if terminal else N_("no terminal: use pixtui apply"))
    good = term not in ("", "dumb")
    yield good, f"TERM={term}" + ("" if good else text.text(N_(" cannot paint: set TERM=xterm")))
    wide = size.columns >= 80 and size.lines >= 24
    hint = "" if wide else text.text(N_(": smaller than 80×24, some columns are cut"))
    yield wide, f"{size.columns}×{size.lines}{hint}"
    encoding = locale.getpreferredencoding(False).lower().replace("-", "")
    utf8 = encoding == "utf8"
    yield utf8, encoding + ("" if utf8 else text.text(N_(": set LANG=C.UTF-8 for accents")))
    folder = sessions_folder()
    above = next(one for one in (folder, *folder.parents) if one.exists())
    writable = os.access(above, os.W_OK)
    told = text.say(N_("sessions in {path}"), path=str(folder))
    yield writable, told + ("" if writable else text.text(N_(": cannot be written")))
    kind = file_system(above)
    safe = locks_are_safe(kind)
    told = text.say(N_("disk {kind}"), kind=kind or "?")
    yield safe, told + ("" if safe else text.text(N_(": one console at a time on a session")))
    free = free_bytes(above) // 1_000_000
    yield free * 1_000_000 > LITTLE_ROOM, text.say(N_("{n} MB free"), n=free)
    shipped = styles().is_dir() and sample_sessions().is_dir()
    yield (
        shipped,
        text.text(
            N_("styles and samples found")
            if shipped
            else N_("styles or samples missing: install again")
        ),
    )
    try:
        dated = rulebook().rules.dated.isoformat()
        yield True, text.say(N_("rules dated {date}"), date=dated)
    except RulesError as error:
        yield False, rules_sentence(text, error)
