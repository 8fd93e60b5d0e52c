"""One small life of a session, to be killed or failed at any system call.

``python -m tests.faults.play SCENARIO FILE``: says on standard output what it is about to ask
(``try``), what was acknowledged (``ack SEQ HASH``), what was refused (``refused CODE``), and
``closed``. Names of temporary files are the same in every run, so that they can be watched.
"""

import datetime as dt
import itertools
import os
import secrets
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pixtui.store import session_store
from pixtui.store.beside import journal_of
from pixtui.store.errors import StoreError
from pixtui.store.folding import file_bytes
from pixtui.store.session_store import SessionStore
from tests.store.books import WHEN, chain, count, lines

if TYPE_CHECKING:
    from pixtui.desk.desk import Desk

NOTE = "Œuvrard \u2028 N'DIAYE"
"""A text that a reader splitting on more than line feeds would cut in two."""


def say(*words: object) -> None:
    """One line, out at once: what is said was done."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def append(store: SessionStore) -> None:
    """Ask for one more entry, and say what came of it."""
    with store.transaction() as transaction:
        say("try", len(store.entries) + 1)
        entry = transaction.append("note", {"at": WHEN, "by": "M. B", "note": NOTE}, WHEN)
    say("ack", entry.seq, entry.hash)


def tried(act: Callable[[], object]) -> None:
    """Do it; a refusal is said and lets the life go on."""
    try:
        act()
    except StoreError as error:
        say("refused", error.code, error.params.get("reason", ""))


def appended(store: SessionStore, times: int) -> None:
    """Some entries more."""
    for _ in range(times):
        tried(lambda: append(store))


def closed(store: SessionStore) -> None:
    """Leave."""
    tried(store.close)
    say("closed")


def opened(path: Path, by: str = "Mme Sarr") -> SessionStore:
    """Come to the session."""
    return SessionStore.open(path, project=count, by=by)


# --- the lives


def creating(path: Path) -> None:
    """A new session, two entries, left properly."""
    body = {"at": WHEN, "by": "Mme Sarr", "room": "B204"}
    say("try", 1)
    store = SessionStore.create(path, type="create", body=body, recorded=WHEN, project=count)
    say("ack", 1, store.last_hash)
    appended(store, 2)
    closed(store)


def appending(path: Path) -> None:
    """Three entries, never left."""
    appended(opened(path), 3)


def folding(path: Path) -> None:
    """Two entries, left properly, twice."""
    for _ in range(2):
        store = opened(path)
        appended(store, 2)
        closed(store)


def recovering(path: Path) -> None:
    """What a console left that died, one entry more, left properly."""
    store = opened(path)
    appended(store, 1)
    closed(store)


def cutting(path: Path) -> None:
    """Another console dies in the middle of a line while we are here."""
    store = opened(path)
    appended(store, 1)
    if not store.read_only:
        with suppress(OSError), store.journal.open("ab") as journal:
            journal.write(b'{"body":{"at":"2026')
            journal.flush()
            say("cut")
    appended(store, 1)
    closed(store)


def two_consoles(path: Path) -> None:
    """Two consoles, turn by turn; one leaves, then the other."""
    one, two = opened(path), opened(path, "M. B")
    for store in (one, two, one):
        appended(store, 1)
    closed(two)
    appended(one, 1)
    closed(one)


def copying(path: Path) -> None:
    """A copy elsewhere while the session is open."""
    store = opened(path)
    appended(store, 1)
    tried(lambda: store.copy(path.with_name("copy.json")))
    closed(store)


def sealing(path: Path) -> None:
    """Codes, the seal that erases them, left properly."""
    _with_desk(path, lambda desk: _submitted(desk, finalise(desk)))


def purging(path: Path) -> None:
    """A purge, left properly."""
    _with_desk(path, lambda desk: _submitted(desk, {"command": "purge", "reason": "délai passé"}))


def finishing(path: Path) -> None:
    """A seal whose erasing was cut short is finished by opening."""
    _with_desk(path, lambda _desk: None)


def _with_desk(path: Path, then: Callable[..., None]) -> None:
    from pixtui.desk.desk import Desk

    desk = Desk.open(path, "Mme Sarr")
    then(desk)
    tried(desk.close)
    say("closed")


def finalise(desk: "Desk") -> dict[str, Any]:
    """The seal, every hole left open with a reason."""
    from pixtui.domain.checks import holes

    reasons = {key: "vu" for one in holes(desk.state) for key in one.keys}
    return {"command": "finalise", "overrides": reasons}


def _submitted(desk: "Desk", command: Mapping[str, Any]) -> None:
    from pixtui.desk.desk import Done

    say("try", len(desk.store.entries) + 1)
    answer = desk.submit_json(dict(command))
    if isinstance(answer, Done):
        say("ack", answer.seq, desk.store.entries[answer.seq - 1].hash)
        for warning in answer.warnings:
            say("warned", warning.code)
    else:
        say("refused", answer.code)


SCENARIOS: Mapping[str, Callable[[Path], None]] = {
    "create": creating,
    "append": appending,
    "fold": folding,
    "recover": recovering,
    "torn": recovering,
    "doubt": recovering,
    "cut": cutting,
    "two": two_consoles,
    "copy": copying,
    "seal": sealing,
    "purge": purging,
    "finish": finishing,
}


# --- what stands there before


def prepare(scenario: str, path: Path) -> None:
    """Put the files there that a life begins with."""
    if scenario in ("seal", "purge", "finish"):
        _a_real_session(scenario, path)
        return
    if scenario == "create":
        return
    body = {"at": WHEN, "by": "Mme Sarr", "room": "B204"}
    store = SessionStore.create(path, type="create", body=body, recorded=WHEN, project=count)
    store.close()
    if scenario in ("recover", "torn", "doubt"):
        left = lines(chain(3, store.last_hash, start=2))
        more = {"torn": b'{"body":{"at":"20', "doubt": b'{"seq":5,"v":1}\n'}.get(scenario, b"")
        store.journal.write_bytes(left + more)
        store.journal.chmod(0o600)


def _a_real_session(scenario: str, path: Path) -> None:
    """The shipped session that is ready to be sealed, its codes in it."""
    from pixtui.desk.desk import Desk
    from pixtui.resources import sample_sessions

    path.write_bytes((sample_sessions() / "to-finalise.json").read_bytes())
    path.chmod(0o600)
    with Desk.open(path, "Mme Sarr") as desk:
        desk.submit_json({"command": "set_codes", "access_code": SECRET})
    if scenario == "finish":
        _seal_cut_short(path)


def _seal_cut_short(path: Path) -> None:
    """The seal is in the journal; the console died before it could erase anything."""
    from pixtui.desk.desk import Desk
    from pixtui.store.projection import project

    with Desk.open(path, "Mme Sarr") as desk:
        before = list(desk.store.entries)
        desk.submit_json(finalise(desk))
        sealed = desk.store.entries[len(before)]
    path.write_bytes(file_bytes(before, project))
    journal_of(path).write_bytes(lines([sealed]))
    journal_of(path).chmod(0o600)


SECRET = "BCDF23"


class _OwnTime(dt.datetime):
    """A clock that gives what is set aside the same names in every run."""

    looks = itertools.count()

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Self:
        """One microsecond later at each look."""
        return cls(2026, 11, 30, 8, 0, microsecond=next(cls.looks), tzinfo=tz)


def same_names() -> None:
    """Let temporary files have the same names in every run."""
    numbers = itertools.count(1)
    secrets.token_hex = lambda size=16: f"{next(numbers):0{2 * size}x}"  # type: ignore[assignment]  # named alike in every run
    os.getpid = lambda: 4242
    session_store.datetime = _OwnTime  # type: ignore[attr-defined]  # names of what is set aside


def main() -> int:
    """Play one life."""
    same_names()
    try:
        SCENARIOS[sys.argv[1]](Path(sys.argv[2]))
    except StoreError as error:
        say("refused", error.code, error.params.get("reason", ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
