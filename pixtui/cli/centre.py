"""``pixtui centre``: every session of a folder, live, on one screen or for a script."""

import argparse
import datetime as dt
import os
import select
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pixtui.cli.console import paint, plainly, wanted
from pixtui.cli.shared import DONE, USAGE, put, put_text, say
from pixtui.clock import fictional_clock, system_clock
from pixtui.desk.rooms import Rooms
from pixtui.domain.dates import parse_date
from pixtui.files import path_typed, private_folder
from pixtui.present.centre import Centre, Overview
from pixtui.present.centre_json import centre_json
from pixtui.present.centre_rows import centre_lines, change_lines
from pixtui.resources import sessions_folder
from pixtui.rules.rulebook import rulebook
from pixtui.store.errors import StoreError, reason
from pixtui.wording.catalogue import N_, Words

if TYPE_CHECKING:
    from pixtui.tui.shell import Shell


def run(asked: argparse.Namespace, text: Words) -> int:
    """Show the centre until it is left; or say how it stands, once or at each change."""
    folder = folder_of(asked.folder)
    date = day_asked(asked.date, text)
    if asked.json or asked.watch or plainly(asked):
        tell = _tell_json if asked.json else _tell_lines
        tell(centres(folder, date, watch=asked.watch), text)
        return DONE

    def made() -> "Shell":
        from pixtui.tui.centre import CentreConsole
        from pixtui.tui.keymap import load_keymap

        return CentreConsole(
            text,
            rulebook(),
            folder,
            date=date,
            keys=load_keymap(),
            look=wanted(asked),
            settings=asked.loaded,
        )

    return paint(text, made, mouse=asked.loaded.settings.mouse)


def folder_of(named: str | None) -> Path:
    """The folder asked for, else where sessions are kept, made if there is none yet.

    Raises StoreError where it is none, or may not be looked into: it would seem to be empty.
    """
    folder = path_typed(named) if named else private_folder(sessions_folder())
    try:
        os.scandir(folder).close()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError("no_folder", {"path": str(folder)}) from error
    except OSError as error:
        params = {"path": str(folder), "reason": reason(error)}
        raise StoreError("unreadable", params) from error
    return folder


def day_asked(typed: str | None, text: Words) -> dt.date | None:
    """The day asked for; ends the program, as wrong usage does, where it is none."""
    date = parse_date(typed) if typed else None
    if typed and date is None:
        say(text.say(N_("{date} is no day: write 30/11/2026 or 2026-11-30."), date=typed))
        sys.exit(USAGE)
    return date


def centres(folder: Path, date: dt.date | None, *, watch: bool) -> Iterator[Centre]:
    """The centre as it stands; then, where it is watched, at each change or passing of time."""
    rooms = Rooms(folder)
    overview = Overview(system_clock, fictional_clock(), rooms.knows_who)
    watch = watch and sys.stdout is not None  # closed from the beginning: nobody would ever read
    if watch:
        threading.Thread(target=_end_unread, args=(rooms,), daemon=True).start()
    for look in rooms.changes(overview.pause):
        yield overview.centre(look, date)
        if not watch:
            rooms.end()


def _end_unread(rooms: Rooms) -> None:
    """Look no more once who read this is gone: no write would tell before the next change."""
    reader = select.poll()
    reader.register(sys.stdout.fileno(), 0)  # errors and hang-ups only
    reader.poll()
    rooms.end()


def _tell_json(centres: Iterator[Centre], text: Words) -> None:
    """A whole object a line, whenever it differs from the one before."""
    before: object = None
    for found in centres:
        told = centre_json(found, text)
        if told != before:
            put(told)
            before = told


def _tell_lines(centres: Iterator[Centre], text: Words) -> None:
    """The table first, then a line for each room or file that changed."""
    before: Centre | None = None
    for found in centres:
        lines = centre_lines(found, text) if before is None else change_lines(before, found, text)
        for line in lines:
            put_text(line)
        if sys.stdout is not None:
            sys.stdout.flush()
        before = found
