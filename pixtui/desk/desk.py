"""The door: everything that changes a session goes through here, one command at a time.

``submit`` takes the lock, reads what others wrote, decides, appends and only then answers:
what it acknowledges is on disk. ``follow`` watches for the entries of other consoles on a
plain daemon thread, so that a stalled terminal holds nobody up.
"""

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from attrs import evolve as changed
from attrs import frozen

from pixtui.clock import Clock, fictional_clock, system_clock
from pixtui.desk.clocks import clock_of
from pixtui.desk.copying import copy_session
from pixtui.desk.parse import Asker, parse, stamp
from pixtui.desk.program_log import SLOW_MS, note, session_id, timed
from pixtui.desk.watching import Watch
from pixtui.domain.commands import Act, Command, CreateSession, Finalise, Purge, SetCodes
from pixtui.domain.decide import decide, imagined
from pixtui.domain.evolve import evolve
from pixtui.domain.outcome import Decision, Finding, Refusal
from pixtui.domain.session import State
from pixtui.store.codec import JsonObject, act_from_json, act_to_json, command_body
from pixtui.store.entry import Entry
from pixtui.store.errors import StoreError
from pixtui.store.folding import continues
from pixtui.store.presence import Present
from pixtui.store.projection import Made, brought_up, event_of, made_of, project, state_of
from pixtui.store.reading import Reading
from pixtui.store.reasons import load_reasons
from pixtui.store.rescue import rescue
from pixtui.store.session_store import SessionStore, Transaction

Maker = Callable[[State], Command | Refusal]
Listener = Callable[[], None]


@frozen
class Done:
    """An acknowledged command: its entry is on disk."""

    seq: int
    warnings: tuple[Finding, ...] = ()
    made: str | None = None
    """The id of what it made."""


Answer = Done | Refusal


def refused(error: StoreError) -> Refusal:
    """A failure of the store as a refusal: its code and what its sentence needs."""
    return Refusal(error.code, dict(error.params))


class Desk:
    """One console's way to one session."""

    def __init__(
        self, store: SessionStore, by: str, clock: Clock | None = None, state: State | None = None
    ) -> None:
        self.by = by
        self._store = store
        self._state = state or state_of(store.entries)
        self._clock = clock_of(self._state.details, store.path, clock)
        self._lock = threading.RLock()
        self._stop = threading.Event()
        self._watch: Watch | None = None
        self._listeners: list[Listener] = []
        self._others = store.others()

    @classmethod
    def create(
        cls, path: Path, act: CreateSession, by: str, clock: Clock | None = None
    ) -> Self | Refusal:
        """Open the record of a new session in a new file; refused as any command may be.

        Raises StoreError where the file cannot be made.
        """
        clock = clock or (fictional_clock() if act.fictional else system_clock)
        now = clock()
        command = Command(at=stamp(State(), now), by=by, act=act)
        decision = decide(State(), command, now)
        if isinstance(decision, Refusal):
            return decision
        store = SessionStore.create(
            path,
            type=act.NAME,
            body=command_body(changed(command, act=decision.act)),
            recorded=_recorded(now),
            project=project,
            by=by,
        )
        return cls(store, by, clock)

    @classmethod
    def open(
        cls, path: Path, by: str, clock: Clock | None = None, *, read_only: bool = False
    ) -> Self:
        """Come to the session in this file; raises StoreError where it cannot be read.

        A seal whose erasing was cut short by a crash is finished here.
        """
        made: list[Made] = []

        def accept(found: Reading) -> bool:
            made.append(made_of(path, found))
            return made[-1].agrees

        try:
            with timed("open") as told:
                store = SessionStore.open(
                    path, project=project, read_only=read_only, by=by, accept=accept
                )
                told |= {"session": session_id(store.entries[0].hash)}
                told |= {"entries": len(store.entries), "read_only": int(store.read_only)}
        except StoreError as error:
            note("not_opened", code=error.code, reason=error.params.get("reason", "?"))
            raise
        desk = cls(store, by, clock, made[-1].state)
        try:
            if not store.read_only:
                desk._finish_erasing()
        except BaseException:  # whatever it was, the session is left again
            desk.close()
            raise
        return desk

    def _finish_erasing(self) -> None:
        """Erase what the seal or a purge should have erased, where something is left of it."""
        final = [event for event in self._state.history if isinstance(event.act, (Finalise, Purge))]
        for event in final:
            assert event.act is not None  # chosen by its type just above
            which, kept = _erased_by(event.act, event.seq)
            left = any(which(entry) and not entry.erased for entry in self._store.entries)
            if left or (isinstance(event.act, Purge) and self._store.leftovers()):
                with self._store.transaction() as transaction:
                    transaction.erase(which, kept)
                    self._state = state_of(self._store.entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- what is known

    @property
    def store(self) -> SessionStore:
        """The file behind the session: its report of opening, its head, its entries."""
        return self._store

    @property
    def state(self) -> State:
        """The session as this console knows it."""
        return self._state

    @property
    def others(self) -> tuple[Present, ...]:
        """Who else is at work on the session."""
        return self._others

    def copy(self, path: Path) -> int:
        """Write the session to a new file; how many entries it has there.

        So what is safe in memory leaves a disk that failed, and what is good of a damaged file
        can be worked on. Raises StoreError.
        """
        with self._lock:
            if self._store.damage is None or self._knows_more():
                return self._store.copy(path)
            return len(copy_session(self._store.path, path).entries)

    def _knows_more(self) -> bool:
        """Whether what is in memory goes beyond what can still be read from the files."""
        try:
            found = rescue(self._store.path).entries
        except StoreError:
            return True
        known = self._store.entries
        return len(known) > len(found) and continues(known, found)

    def reasons(self) -> dict[str, str]:
        """The reasons given so far for what is left open, by hole; after the seal none."""
        return load_reasons(self._store.path)

    def why_read_only(self) -> Refusal:
        """Why nothing can be declared here."""
        return refused(self._store.why_read_only())

    def handed_to(self, by: str) -> None:
        """Another person has the keyboard."""
        self.by = by
        self._store.handed_to(by)

    @property
    def clock(self) -> Clock:
        """The clock this session goes by."""
        return self._clock

    def now(self) -> dt.datetime:
        """The present instant, in the session's own time."""
        return self._clock()

    # --- what changes

    def submit(self, act: Act, at: dt.datetime | None = None) -> Answer:
        """Ask for an act, for now unless said otherwise."""
        now = self.now()
        return self._ask(
            lambda state: Command(at=at or stamp(state, now), by=self.by, act=act), now
        )

    def judge(self, act: Act, at: dt.datetime | None = None) -> Decision:
        """What would come of an act now; nothing is written."""
        state, now = self._state, self.now()
        return decide(state, Command(at=at or stamp(state, now), by=self.by, act=act), now)

    def judge_json(self, value: object) -> Refusal | None:
        """Why a command as JSON would be refused now; nothing is written."""
        now = self.now()
        command = parse(value, self._state, Asker(by=self.by, now=now))
        if isinstance(command, Refusal):
            return command
        decision = decide(self._state, command, now)
        return decision if isinstance(decision, Refusal) else None

    def submit_all(self, values: Sequence[JsonObject]) -> tuple[int, Answer]:
        """Ask for several commands in their order: how many are on disk, and the last answer.

        Where one of them would be refused, none is written.
        """
        now, state = self.now(), self._state
        for value in values:
            command = parse(value, state, Asker(by=self.by, now=now))
            if isinstance(command, Refusal):
                return 0, command
            decision = decide(state, command, now)
            if isinstance(decision, Refusal):
                return 0, decision
            state = imagined(state, changed(command, act=decision.act), now)
        answer: Answer = Refusal("malformed", {"what": "commands"})
        for place, value in enumerate(values):
            answer = self.submit_json(value)
            if isinstance(answer, Refusal):
                return place, answer
        return len(values), answer

    def submit_json(self, value: object) -> Answer:
        """Ask for a command as JSON, read against the session as it is under the lock."""
        now = self.now()
        return self._ask(lambda state: parse(value, state, Asker(by=self.by, now=now)), now)

    def _ask(self, make: Maker, now: dt.datetime) -> Answer:
        with self._lock, timed("slow_entry", least=SLOW_MS):
            try:
                answer = self._decide_and_append(make, now)
            except StoreError as error:
                answer = refused(error)
                note("not_written", code=error.code, reason=error.params.get("reason", "?"))
        if isinstance(answer, Refusal):
            note("refused", code=answer.code)
        self._publish()
        return answer

    def _decide_and_append(self, make: Maker, now: dt.datetime) -> Answer:
        with self._store.transaction() as transaction:
            self._catch_up()
            command = make(self._state)
            if isinstance(command, Refusal):
                return command
            decision = decide(self._state, command, now)
            if isinstance(decision, Refusal):
                return decision
            settled = changed(command, act=decision.act)
            if isinstance(settled.act, Purge) and not transaction.alone():
                who = ", ".join(one.by for one in self._store.others())
                return Refusal("busy", {"variant": "open", "who": who or "?"})
            entry = transaction.append(
                type=settled.act.NAME, body=command_body(settled), recorded=_recorded(now)
            )
            self._state = evolve(self._state, event_of(entry))
            warnings = decision.warnings
            if isinstance(settled.act, (Finalise, Purge)):
                warnings += self._erase_after(transaction, settled.act, entry.seq)
            if self._store.disk_full:
                warnings += (Finding("disk_full"),)
            return Done(entry.seq, warnings, decision.made)

    def _erase_after(self, transaction: Transaction, act: Act, seq: int) -> tuple[Finding, ...]:
        """Erase what an act erases; the act holds even where the disk puts that off."""
        try:
            transaction.erase(*_erased_by(act, seq))
        except StoreError as error:
            return (Finding("not_erased_yet", params={"reason": error.params.get("reason", "")}),)
        self._state = state_of(self._store.entries)
        return ()

    def _catch_up(self) -> None:
        """Take in what others wrote since."""
        self._state = brought_up(self._state, self._store.entries)

    # --- what others change

    def follow(self, listener: Listener) -> None:
        """Call back after every change, ours or another console's, from whichever thread."""
        self._listeners.append(listener)
        if len(self._listeners) == 1:
            self._watch = Watch(self._store.path)
            threading.Thread(
                target=self._follow, args=(self._watch,), name="pixtui-follow", daemon=True
            ).start()

    def _follow(self, watch: Watch) -> None:
        going_on = True
        while going_on:
            # Before the first wait too: nobody tells what came between the opening and the watch.
            came = self._look_around()
            if self.refresh() or came:
                self._publish()
            going_on = watch.wait()
        watch.close()

    def _look_around(self) -> bool:
        """See who else is at work; whether somebody came or left."""
        before, self._others = self._others, self._store.others()
        return self._others != before

    def refresh(self) -> bool:
        """Take in the entries of other consoles; whether there were any."""
        with self._lock:
            if self._stop.is_set() or not self._store.changed() or not self._store.refresh():
                return False
            before = len(self._state.history)
            self._catch_up()
            return len(self._state.history) != before

    def _publish(self) -> None:
        for listener in self._listeners:
            listener()

    def close(self) -> None:
        """Leave; the last console to leave puts everything back into one file."""
        self._stop.set()
        if self._watch is not None:
            watch, self._watch = self._watch, None
            watch.end()
        with self._lock:
            note(
                "close",
                session=session_id(self._store.entries[0].hash),
                entries=len(self._store.entries),
            )
            self._store.close()


def _recorded(now: dt.datetime) -> str:
    return now.astimezone(dt.UTC).isoformat(timespec="milliseconds")


def _erased_by(
    act: Act, seq: int
) -> tuple[Callable[[Entry], bool], Callable[[Entry], JsonObject | None]]:
    """Which bodies an act erases for good, and what is kept of them."""
    if isinstance(act, Finalise):
        return lambda entry: entry.type == SetCodes.NAME, lambda _: None
    return lambda entry: entry.seq < seq, _kept


def _kept(entry: Entry) -> JsonObject | None:
    """Of the first entry a purge keeps the rules, the date and the room."""
    if entry.seq != 1 or entry.body is None:
        return None
    act = act_to_json(
        act_from_json(entry.type, {k: v for k, v in entry.body.items() if k not in ("at", "by")})
    )
    return {key: act[key] for key in ("rules", "date", "room") if key in act}
