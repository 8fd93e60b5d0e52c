"""The files that stand beside a session while it is open, or because something happened.

``x.json`` is the session. ``x.json.journal`` holds what came since; ``x.json.bak`` is the file
before the last fold; ``x.json.ballast`` is room kept for a full disk; ``x.json.here-…`` says
who is at work; ``x.json.lock`` stands where the file system's locks cannot be trusted;
``x.json.torn-…`` and ``x.json.doubt-…`` keep bytes that are no entry; ``x.json.reasons`` the
reasons for what is left open, until the seal; ``x.json.rehearsal`` how far a rehearsal has come,
its scenario and its clock (nothing that was declared); ``.x.json.….tmp`` is what a console left
that died while it wrote.
"""

import re
from pathlib import Path

JOURNAL, BACKUP, BALLAST, LOCK, HERE = ".journal", ".bak", ".ballast", ".lock", ".here-"
REASONS = ".reasons"
REHEARSAL = ".rehearsal"
SESSION = ".json"
"""How the name of a session ends."""


def journal_of(path: Path) -> Path:
    """The journal beside a session file."""
    return path.with_name(path.name + JOURNAL)


def backup_of(path: Path) -> Path:
    """The file as it was before the last fold."""
    return path.with_name(path.name + BACKUP)


def ballast_of(path: Path) -> Path:
    """The room kept for a full disk."""
    return path.with_name(path.name + BALLAST)


def lock_of(path: Path) -> Path:
    """Who has the session, where the file system's locks cannot be trusted."""
    return path.with_name(path.name + LOCK)


def reasons_of(path: Path) -> Path:
    """The reasons for what is left open, until the seal."""
    return path.with_name(path.name + REASONS)


def rehearsal_of(path: Path) -> Path:
    """How far a rehearsal has come."""
    return path.with_name(path.name + REHEARSAL)


def copies_of(path: Path) -> list[Path]:
    """Every other file that may hold what was declared in this session.

    The backup, what was set aside, reasons not sealed yet, originals of a migration, and the
    unfinished files of a console that died while it wrote.
    """
    name = path.name
    return _matching(
        path,
        rf"{re.escape(name)}[.]((torn|doubt)-[0-9T]+|(bak|orig)[0-9T.-]*|reasons)"
        rf"|[.]{re.escape(name[:100])}[.][0-9a-f]{{12}}[.]tmp",
    )


def unfinished_of(path: Path) -> list[Path]:
    """What a console left that died while it wrote the file."""
    return _matching(path, rf"[.]{re.escape(path.name[:100])}[.][0-9a-f]{{12}}[.]tmp")


def here_of(path: Path) -> list[Path]:
    """The notes of those who have the session open, or died with it open."""
    return _matching(path, rf"{re.escape(path.name + HERE)}[0-9]+-[0-9a-f]+")


def session_of_note(name: str) -> str | None:
    """The file of the session that somebody's note is about; None where the name is no note's."""
    session, here, who = name.rpartition(HERE)
    return session if here and re.fullmatch(r"[0-9]+-[0-9a-f]+", who) else None


def session_of(name: str) -> str | None:
    """The session that a file tells of: itself, its journal, or who is at work on it.

    None for every other file: a backup, a paper, what is being written.
    """
    named = session_of_note(name) or name.removesuffix(JOURNAL)
    return named if named.endswith(SESSION) else None


def _matching(path: Path, pattern: str) -> list[Path]:
    fits = re.compile(pattern).fullmatch
    return sorted(one for one in path.parent.iterdir() if fits(one.name))
