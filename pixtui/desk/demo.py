"""The demo: the mid-exam sample, its whole day moved so that its present is now."""

import datetime as dt
import secrets
import shutil
from pathlib import Path

from attrs import evolve as changed

from pixtui.clock import system_clock
from pixtui.domain.commands import Command, CreateSession, LogIncident
from pixtui.domain.history import Event
from pixtui.files import private_folder, write_private
from pixtui.resources import sample_sessions, state_folder
from pixtui.store.codec import command_body
from pixtui.store.entry import GENESIS, Entry, make_entry
from pixtui.store.projection import events_of, project
from pixtui.store.reading import FILE_VERSION, FORMAT, read
from pixtui.store.strict_json import readable

SAMPLE = "mid-exam.json"


def demo_session() -> Path:
    """A fresh copy of the mid-exam sample, its last entry two minutes ago, in its own folder."""
    home = private_folder(state_folder() / "demo")
    for old in home.iterdir():
        if old.is_dir() and old.stat().st_mtime < system_clock().timestamp() - 86_400:
            shutil.rmtree(old, ignore_errors=True)
    folder = private_folder(home / secrets.token_hex(4))
    path = folder / SAMPLE
    events = events_of(read(sample_sessions() / SAMPLE).entries)
    now = system_clock().replace(microsecond=0)
    by = now - dt.timedelta(minutes=2) - events[-1].recorded
    by = dt.timedelta(minutes=by // dt.timedelta(minutes=1))
    entries: list[Entry] = []
    for event in events:
        moved = _moved(event, by)
        prev = entries[-1].hash if entries else GENESIS
        recorded = (event.recorded + by).isoformat(timespec="milliseconds")
        entries.append(make_entry(event.seq, event.type, command_body(moved), recorded, prev))
    write_private(
        path,
        readable(
            {
                "format": FORMAT,
                "version": FILE_VERSION,
                "session": project(entries),
                "history": [entry.to_json() for entry in entries],
            }
        ),
        new=True,
    )
    return path


def _moved(event: Event, by: dt.timedelta) -> Command:
    """The same fact at another time; the session itself is announced for its new day."""
    assert event.act is not None  # a sample mid-exam has nothing erased
    act = event.act
    if isinstance(act, CreateSession):
        start = dt.datetime.combine(act.date, act.time) + by
        act = changed(act, date=start.date(), time=start.time(), retention_until=start.date())
    if isinstance(act, LogIncident):
        act = changed(act, facts=tuple(changed(one, at=one.at + by) for one in act.facts))
    return Command(at=event.at + by, by=event.by, act=act)
