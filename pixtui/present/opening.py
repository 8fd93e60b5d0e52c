"""What opening a session found, told in one line: never a question it need not ask."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.present.head import entry_ahead
from pixtui.store.beside import rehearsal_of
from pixtui.store.errors import StoreError
from pixtui.store.file_system import LITTLE_ROOM, free_bytes
from pixtui.store.rehearsal import load_progress
from pixtui.store.report import Report
from pixtui.store.session_store import SessionStore
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.places import place
from pixtui.wording.sentences import refusal_sentence
from pixtui.wording.when import hour_and_day


def opening_sentence(words: Words, store: SessionStore) -> str:
    """What the operator should know of the file; empty where there is nothing."""
    report = store.report
    if report.damage is not None:
        return words.say(
            N_(
                "The file is damaged at {place}: read-only. What came before is shown; Ctrl+K "
                "saves it as a copy to work on."
            ),
            place=place(words, report.damage.place),
        )
    if report.refused:
        return refusal_sentence(words, _refused(report.refused), State())
    parts = [opening_notes(words, store)]
    if store.read_only:
        parts.append(words.text(N_("Read-only: this console only looks.")))
    return " ".join(filter(None, parts))


def opening_notes(words: Words, store: SessionStore) -> str:
    """What came before and what the disk is like; empty where there is nothing to say."""
    report = store.report
    return " ".join(
        (
            *_of_the_last_time(words, report),
            *_of_the_disk(words, report, store.path),
            *_of_the_rehearsal(words, store.path),
        )
    )


def _of_the_rehearsal(words: Words, path: Path) -> Iterator[str]:
    """That a rehearsal has lost where it was, and with it its clock."""
    try:
        load_progress(path)
    except StoreError as error:
        name = {"path": rehearsal_of(path).name}
        yield refusal_sentence(words, Refusal(error.code, name), State())


def _refused(reason: str) -> Refusal:
    return Refusal("read_only", {"variant": "refused", "reason": reason})


def _of_the_last_time(words: Words, report: Report) -> Iterator[str]:
    """What a console left that did not leave properly."""
    if report.doubtful is not None:
        yield words.say(N_("Entry {seq} may have been lost."), seq=report.doubtful)
    if report.set_aside is not None:
        yield words.say(
            N_("An unfinished line ({n} bytes) was set aside in {file}."),
            n=report.bytes_set_aside,
            file=report.set_aside.name,
        )
    if report.replayed:
        yield words.plural(
            "The last console did not leave properly: {n} entry taken up, nothing lost.",
            "The last console did not leave properly: {n} entries taken up, nothing lost.",
            report.replayed,
        )
    if report.differs:
        yield words.text(
            N_("The summary in the file was changed by another hand: the history holds.")
        )
    if report.longer_backup is not None:
        yield words.say(
            N_("{file} holds entries that are not here: was an older copy put in its place?"),
            file=report.longer_backup.name,
        )


def _of_the_disk(words: Words, report: Report, path: Path) -> Iterator[str]:
    """What the disk is not good for."""
    if report.alone_on:
        yield words.say(
            N_("This disk ({kind}) cannot be shared safely: one console only."),
            kind=report.alone_on,
        )
    low = low_disk_sentence(words, path)
    if low:
        yield low


def low_disk_sentence(words: Words, path: Path) -> str:
    """How little room is left, where it is little; else nothing."""
    try:
        free = free_bytes(path.parent)
    except OSError:
        return ""
    if free >= LITTLE_ROOM:
        return ""
    return words.say(N_("Only {n} MB left on the disk."), n=free // 1_000_000)


def jump_sentence(words: Words, jump: dt.timedelta) -> str:
    """That the machine's own clock was moved, and what to do about it."""
    minutes = -(-abs(jump) // dt.timedelta(minutes=1))
    return (
        words.say(
            N_("The machine's clock was moved forward by {n} min: check the time.")
            if jump > dt.timedelta()
            else N_("The machine's clock was moved back by {n} min: check the time."),
            n=minutes,
        )
        + " "
        + words.say(
            N_("What was noted at a wrong time is put right in F9 ({key})."),
            key=words.key("correct", words.text("Enter")),
        )
    )


def ahead_sentence(words: Words, state: State, now: dt.datetime) -> str:
    """That the newest entry is later than the machine's clock; empty where it is not."""
    newest = entry_ahead(state, now)
    if newest is None:
        return ""
    return words.say(
        N_("The machine's clock is behind: the last entry was written at {at}. Check the time."),
        at=hour_and_day(state, newest),
    )


def crash_sentence(words: Words, reference: str) -> str:
    """What an operator reads after a crash."""
    return words.say(
        N_(
            "pixtui stopped on an error of its own (reference {reference}). Everything shown as "
            "saved is saved: start it again."
        ),
        reference=reference,
    )
