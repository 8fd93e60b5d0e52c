"""From entries to the session: what the fold of a history is, as JSON and as a state."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen

from pixtui.domain.commands import Finalise, Purge
from pixtui.domain.evolve import evolve, fold
from pixtui.domain.history import Event
from pixtui.domain.session import State
from pixtui.store.codec import CodecError, JsonObject, command_from_body, state_to_json
from pixtui.store.entry import Entry, head_of
from pixtui.store.errors import StoreError
from pixtui.store.reading import Reading, read
from pixtui.store.strict_json import canonical
from pixtui.store.upcast import upcast

ERASING = (Finalise.NAME, Purge.NAME)
"""The commands after which earlier bodies are erased: what was known of them goes too."""


@frozen
class Made:
    """What a history makes."""

    reading: Reading
    state: State
    agrees: bool
    """Whether the file's ``session`` is what its own entries make."""


def event_of(entry: Entry) -> Event:
    """The domain's event of an entry; raises CodecError where its body is not one."""
    recorded = dt.datetime.fromisoformat(entry.recorded)
    if entry.body is None:
        return Event(
            seq=entry.seq, recorded=recorded, at=recorded, by="", type=entry.type, act=None
        )
    command = command_from_body(entry.type, upcast(entry.type, entry.v, entry.body))
    return Event(
        seq=entry.seq,
        recorded=recorded,
        at=command.at,
        by=command.by,
        type=entry.type,
        act=command.act,
    )


def events_of(entries: Iterable[Entry]) -> list[Event]:
    """The events of a history, in order."""
    return [event_of(entry) for entry in entries]


def state_of(entries: Iterable[Entry]) -> State:
    """The session after these entries."""
    return fold(events_of(entries))


def brought_up(state: State, entries: Sequence[Entry]) -> State:
    """The session after these entries, from its state after some of the first of them."""
    fresh = entries[len(state.history) :]
    if any(entry.type in ERASING for entry in fresh):
        return state_of(entries)
    for entry in fresh:
        state = evolve(state, event_of(entry))
    return state


def project(entries: Sequence[Entry]) -> JsonObject:
    """The ``session`` object of a file with these entries."""
    return _session(state_of(entries), entries)


def _session(state: State, entries: Sequence[Entry]) -> JsonObject:
    return certificate(state, head_of(entries)) or state_to_json(state)


@contextmanager
def readable_entries(path: Path) -> Iterator[None]:
    """What cannot be made of entries that verify, as the store says it: ``damaged``."""
    try:
        yield
    except (CodecError, ValueError, LookupError) as error:
        raise StoreError("damaged", {"path": str(path), "place": str(error)}) from error


def made_of(path: Path, found: Reading) -> Made:
    """What the entries of this file make; raises StoreError(``damaged``) where they cannot."""
    with readable_entries(path):
        events = events_of(found.entries)
        at_rest = fold(events[: found.folded])
        state = fold(events) if len(events) > found.folded else at_rest
        made = _session(at_rest, found.entries[: found.folded])
    agrees = found.damage is not None or canonical(made) == canonical(found.session)
    return Made(found, state, agrees)


def read_session(path: Path) -> Made:
    """A session for looking at; raises StoreError, also where its entries cannot be read."""
    return made_of(path, read(path))


def certificate(state: State, head: str | None) -> JsonObject | None:
    """What a purged session still says: when, by whom, why, how much; None for any other."""
    purged = state.purged
    if purged is None:
        return None
    return {
        "purged_at": purged.at.isoformat(),
        "by": purged.by,
        "reason": purged.note,
        "erased": sum(event.act is None for event in state.history),
        "head": head,
    }
