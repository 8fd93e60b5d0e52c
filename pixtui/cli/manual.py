"""``pixtui help``: the manual, a page or a section of it, through a pager where one looks at it."""

import argparse
import os
import shlex
import shutil
import signal
import subprocess
import sys

from pixtui.cli.shared import DONE, REFUSED, for_stdout, put_text, say
from pixtui.present.manual import TEXT_CELLS, as_text, contents_lines
from pixtui.tui.keymap import load_keymap
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.manual import nearest, resolve, search, section

PAGER_VARIABLE = "PAGER"
PAGERS = (["less"], ["more"])
NOT_RUN, NOT_FOUND = 126, 127
"""What a shell answers for a command that it cannot run, or does not find."""
LESS_OPTIONS = "FRX"
"""Short pages stay on the screen, without a pager that must be left."""


def run(asked: argparse.Namespace, text: Words) -> int:
    """List the pages, or show one, or what the words looked for stand in."""
    text = load_keymap().keymap.said_in(text)  # the keys that the console shows
    if asked.search:
        return _search(" ".join([*([asked.page] if asked.page else []), *asked.search]), text)
    if not (asked.page or "").strip():
        for line in contents_lines(text):
            put_text(line)
        put_text("")
        put_text(text.text(N_("One of them: pixtui help PAGE. In the console: F1, then F1 again.")))
        return DONE
    target = resolve(asked.page, text.language)
    if target is None:
        near = ", ".join(nearest(asked.page, text.language))
        said = N_("The manual has no page {page}. Perhaps: {near}. pixtui help lists them.")
        alone = N_("The manual has no page {page}. pixtui help lists them.")
        say(text.say(said if near else alone, page=asked.page, near=near))
        return REFUSED
    columns = shutil.get_terminal_size().columns if _on_terminal() else TEXT_CELLS
    _show(as_text(section(target, text.language), text, columns))
    return DONE


def _search(wanted: str, text: Words) -> int:
    found = search(wanted, text.language)
    for one in found:
        page = one.target.page.name(text.language)
        put_text(one.heading if not one.target.block else f"{page} · {one.heading}")
    if not found:
        say(text.say(N_("The manual says nothing of “{wanted}”."), wanted=wanted))
    return DONE if found else REFUSED


def _show(told: str) -> None:
    """Through the reader's pager on a terminal; plainly everywhere else."""
    command = _pager()
    shown = for_stdout(told)
    if command is not None and _paged(command, shown + "\n") not in (NOT_RUN, NOT_FOUND):
        return
    put_text(told)  # what a pager that is not there was to show is still to be shown


def _paged(command: list[str], shown: str) -> int:
    """Have a pager show a text; its exit code.

    Ctrl+C is the pager's meanwhile: ended by us, it would leave the terminal without echo.
    """
    environment = {"LESS": LESS_OPTIONS, **os.environ}
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)  # not ignored by the pager
    try:
        done = subprocess.run(command, input=shown, text=True, env=environment, check=False)
    except OSError:
        return NOT_FOUND
    finally:
        signal.signal(signal.SIGINT, before)
    return done.returncode


def _on_terminal() -> bool:
    return bool(sys.stdout and sys.stdout.isatty())


def _pager() -> list[str] | None:
    if not (sys.stdin and sys.stdin.isatty() and _on_terminal()):
        return None
    own = os.environ.get(PAGER_VARIABLE)
    if own is not None:
        try:
            return shlex.split(own) or None
        except ValueError:
            return None
    return next((one for one in PAGERS if shutil.which(one[0])), None)
