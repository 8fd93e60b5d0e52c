"""A session read for looking at: no lock, no write."""

import datetime as dt
from pathlib import Path

from attrs import frozen

from pixtui.cli.shared import refuse_store
from pixtui.desk.clocks import clock_of
from pixtui.domain.session import State
from pixtui.present.status import Heads
from pixtui.store.errors import StoreError
from pixtui.store.projection import read_session
from pixtui.store.reading import Reading
from pixtui.store.verify import head_of
from pixtui.wording.catalogue import Words


@frozen
class Look:
    """A session as its files have it, and the present instant for it."""

    path: Path
    reading: Reading
    state: State
    now: dt.datetime

    @property
    def heads(self) -> Heads:
        """The hashes that name its history."""
        return Heads(head_of(self.reading.entries), self.reading.entries[-1].hash)


def look(path: Path, text: Words) -> Look:
    """Read a session, damage said on stderr; raises StoreError where it is none."""
    found = read_session(path)
    reading, state = found.reading, found.state
    if reading.damage is not None:
        refuse_store(text, StoreError("damaged", {"place": reading.damage.place}))
    return Look(path, reading, state, clock_of(state.details, path)())
