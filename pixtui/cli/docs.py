"""``pixtui docs``: the papers of a session, as PDF files, and to the printer where there is one."""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from pixtui.cli.looking import Look, look
from pixtui.cli.shared import DONE, REFUSED, put, put_text, say, session_path
from pixtui.documents.catalogue import DOCUMENTS, Plan, make, plans
from pixtui.documents.errors import PaperError
from pixtui.documents.matter import Matter
from pixtui.domain.derive import phase
from pixtui.domain.text import visible
from pixtui.files import private_folder, write_private
from pixtui.rules.rulebook import rulebook
from pixtui.store.errors import reason
from pixtui.wording.catalogue import N_, Words, words
from pixtui.wording.papers import paper_sentence

PRINT_SECONDS = 30
"""How long the print system may take to accept the files."""


@frozen
class Written:
    """One file that was made."""

    plan: Plan
    path: Path
    pages: int


def run(asked: argparse.Namespace, text: Words) -> int:
    """Make the papers; each file is whole or absent, and said once it is there."""
    seen = look(session_path(asked.session), text)
    matter = matter_of(seen)
    if asked.list:
        for line in _listed(matter):
            put_text(line)
        return DONE
    folder = Path(asked.output) if asked.output else _folder(asked, seen.path)
    try:
        planned = plans(matter, asked.names, split=asked.split)
    except PaperError as error:
        if asked.json:
            put(_json(folder, []))
        say(paper_sentence(text, error.code, error.params))
        return REFUSED
    written: list[Written] = []
    stuck: list[str] = []
    why: list[PaperError] = []
    for plan in planned:
        try:
            written.append(_write(plan, matter, folder, progress=asked.progress))
        except PaperError as error:
            stuck.append(plan.stem)
            why.append(error)
            if error.code != "unprintable":
                break  # what keeps this one from being made keeps them all
        else:
            if not asked.json:
                put_text(_told(written[-1], text))
    if asked.json:
        put(_json(folder, written))
    if stuck:
        _say_stuck(stuck, why, matter, text)
    elif not planned:
        say(text.text(N_("This moment calls for no paper: name one (pixtui docs --list).")))
    printed = _print([one.path for one in written], text) if asked.print else DONE
    return REFUSED if stuck else printed


def _say_stuck(
    stuck: Sequence[str], why: Sequence[PaperError], matter: Matter, text: Words
) -> None:
    """Everyone whose name keeps papers from being made, once; then which papers."""
    whole = [error for error in why if error.code != "unprintable"]
    people = list(matter.unprintable()) if len(whole) < len(why) else []
    for error in (*people, *whole):
        say(paper_sentence(text, error.code, error.params))
    if people:
        say(text.say(N_("Not made: {papers}."), papers=", ".join(stuck)))


def matter_of(seen: Look) -> Matter:
    """What the papers of a session are made from: always in the session's own language."""
    language = words(seen.state.details.language if seen.state.details else "fr")
    return Matter(
        state=seen.state, words=language, book=rulebook(), now=seen.now, head=seen.heads.head
    )


def _folder(asked: argparse.Namespace, session: Path) -> Path:
    """Where the papers of a session go unless said otherwise."""
    folder: Path = asked.loaded.settings.papers_folder(session)
    return folder


def _write(plan: Plan, matter: Matter, folder: Path, *, progress: bool) -> Written:
    pages = 0

    def told(page: int) -> None:
        nonlocal pages
        pages = page
        if progress:
            print(f"{plan.stem} {page}", file=sys.stderr, flush=True)

    data = make(plan, matter, told)
    path = folder / f"{plan.stem}.pdf"
    try:
        private_folder(folder)
        write_private(path, data)
    except OSError as error:
        params = {"path": str(path), "reason": reason(error)}
        raise PaperError("not_written", params) from error
    return Written(plan, path, pages)


def _told(one: Written, text: Words) -> str:
    pages = text.plural("{n} page", "{n} pages", one.pages)
    return text.say(N_("Written: {path} ({pages})."), path=str(one.path), pages=pages)


def _json(folder: Path, written: Sequence[Written]) -> dict[str, object]:
    return {
        "folder": str(folder),
        "files": [
            {"name": one.plan.name, "path": str(one.path), "pages": one.pages} for one in written
        ],
    }


def _listed(matter: Matter) -> list[str]:
    called = matter.book.papers_for(phase(matter.state))
    width = max(len(name) for name in DOCUMENTS)
    return [
        f"{'*' if name in called else ' '} {name:<{width}}  "
        + visible(matter.book.paper_title(name, matter.language))
        for name in DOCUMENTS
    ]


def _print(paths: Sequence[Path], text: Words) -> int:
    """Hand the files to the print system of the machine."""
    printer = shutil.which("lp")
    if printer is None:
        say(text.text(N_("No print command (lp) on this machine: take the files to a printer.")))
        return REFUSED
    if not paths:
        return DONE
    try:
        done = subprocess.run(
            [printer, "--", *map(str, paths)],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=PRINT_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        wrong = done.stderr.strip().splitlines()[-1:] if done.returncode else []
        failed = bool(done.returncode)
    except subprocess.TimeoutExpired:
        wrong, failed = ["lp"], True
    if failed:
        reason = visible(wrong[0]) if wrong else "?"
        said = N_("The printer took nothing ({reason}). The files are made: print them elsewhere.")
        say(text.say(said, reason=reason))
        return REFUSED
    say(text.plural("{n} file sent to the printer.", "{n} files sent to the printer.", len(paths)))
    return DONE
