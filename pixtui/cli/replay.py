"""``pixtui replay``: a session as its screens showed it, entry by entry; nothing is written."""

import argparse
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pixtui.cli.console import paint, wanted
from pixtui.cli.shared import DONE, REFUSED, put, put_text, refusal_json, refuse, say, session_path
from pixtui.desk.replaying import Replay
from pixtui.domain.derive import counters, phase
from pixtui.domain.outcome import Refusal
from pixtui.present.head import counters_line
from pixtui.present.replay import (
    clock_line,
    moment_typed,
    opening_words,
    then_lines,
    what_line,
    wrong_moment,
)
from pixtui.present.status import Heads, status
from pixtui.rules.rulebook import rulebook
from pixtui.store.codec import JsonObject
from pixtui.store.errors import StoreError
from pixtui.store.verify import head_of
from pixtui.wording.catalogue import Words
from pixtui.wording.when import iso

if TYPE_CHECKING:
    from pixtui.tui.shell import Shell


def run(asked: argparse.Namespace, text: Words) -> int:
    """Show the replay, or tell it entry by entry, or the moment asked for."""
    path = session_path(asked.session)
    if not path.exists():
        raise StoreError("missing", {"path": str(path)})
    replay = Replay.read(path)
    if isinstance(replay, Refusal):
        if asked.json:
            put(refusal_json(text, replay))
        return refuse(text, replay)
    moment = moment_typed(replay, asked.at) if asked.at else 1
    if moment is None:
        say(wrong_moment(replay, text, asked.at))
        return REFUSED
    plain = asked.loaded.settings.plain if asked.plain is None else asked.plain
    if not plain and not asked.json:
        return _show(path, asked, text)
    told = opening_words(replay, text)
    if told:
        say(told)
    if asked.at:
        _tell_moment(replay, moment, text, as_json=asked.json)
    elif asked.json:
        put(list(_told(replay, text)))
    else:
        for line in _lines(replay, text):
            put_text(line)
    return DONE


def _show(path: Path, asked: argparse.Namespace, text: Words) -> int:
    def made() -> "Shell":
        from pixtui.tui.app import Console
        from pixtui.tui.keymap import load_keymap

        return Console(
            text,
            rulebook(),
            path.parent,
            None,
            path,
            view=True,
            keys=load_keymap(),
            look=wanted(asked),
            replay_at=asked.at or "1",
        )

    return paint(text, made)


def _each(replay: Replay) -> Iterator[Replay]:
    """The replay at each of its entries, the oldest first."""
    for place in range(1, replay.count + 1):
        replay.go(place)
        yield replay


def _lines(replay: Replay, text: Words) -> Iterator[str]:
    """Each entry on a line: its number, when it was written, what it declared, who stands where."""
    book = rulebook()
    for at in _each(replay):
        counted = counters_line(at.state, text).strip()
        yield f"{at.place:>5}  {clock_line(at)}  {what_line(at, text, book)}  [{counted}]"


def _told(replay: Replay, text: Words) -> Iterator[JsonObject]:
    book = rulebook()
    for at in _each(replay):
        state = at.state
        yield {
            **_place(at),
            "type": at.event.type,
            "said": what_line(at, text, book),
            "phase": phase(state),
            "counters": dict(counters(state)),
        }


def _place(at: Replay) -> JsonObject:
    """Which entry, and when it was written."""
    event, state = at.event, at.state
    return {
        "seq": event.seq,
        "recorded": iso(state, event.recorded),
        "at": iso(state, event.at),
        "by": event.by,
    }


def _tell_moment(replay: Replay, moment: int | dt.datetime, text: Words, *, as_json: bool) -> None:
    """How the session stood at a moment."""
    replay.go_to_moment(moment)
    if as_json:
        state, now = replay.state, replay.now()
        entries = list(replay.store.entries[: replay.place])
        heads = Heads(head_of(entries), entries[-1].hash)
        put({**status(state, now, text, heads), "now": iso(state, now), "replay": _place(replay)})
        return
    for line in then_lines(replay, text, rulebook()):
        put_text(line)
