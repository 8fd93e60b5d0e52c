"""What each room needs, in which order they stand, what they add up to, and what is never said."""

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from pixtui.clock import Clock
from pixtui.desk.desk import Desk
from pixtui.desk.rooms import Look, Rooms, Seen
from pixtui.domain.derive import STATES
from pixtui.present.centre import GROUPS, NEEDS, STALE, Centre, Overview
from pixtui.present.centre_json import centre_json
from pixtui.present.centre_rows import (
    centre_lines,
    centre_rows,
    change_lines,
    columns_for,
    heading,
    totals_line,
)
from pixtui.present.centre_words import (
    ago,
    detail_lines,
    first_need,
    standing_text,
    unread_sentence,
)
from pixtui.present.width import width
from pixtui.store.entry import GENESIS, make_entry
from pixtui.store.errors import StoreError
from pixtui.store.reading import FILE_VERSION, FORMAT, read
from pixtui.wording.catalogue import LANGUAGES, words
from tests.centre_scene import BY, NAMES, NINE, coming_in, make_room, nine, sample, say
from tests.pilot.driver import WallClock

TODAY = NINE.date()
FRENCH = words("fr")


def looked(folder: Path) -> Look:
    """The files of a folder."""
    return Rooms(folder).look()


def seen_at(folder: Path, clock: Clock, date: dt.date | None = None, *, who: bool = True) -> Centre:
    """The centre as it stands at that instant."""
    return Overview(clock, clock, who).centre(looked(folder), date)


def needs(found: Centre) -> dict[str, tuple[str, ...]]:
    """What each room needs, in the order of the rooms."""
    return {room.name: room.needs for room in found.rooms}


def test_every_state_is_in_one_column() -> None:
    assert sorted(one for group in GROUPS.values() for one in group) == sorted(STATES)


def test_the_rooms_stand_in_the_order_of_need(tmp_path: Path) -> None:
    """One room for each need, made by what is declared in it; their names are in no order."""
    clock = WallClock("09:00")
    desks = [
        make_room(tmp_path, name, 2, clock)
        for name in ("K", "J", "I", "H", "G", "F", "E", "D", "C", "B10", "B2")
    ]
    room = dict(zip(("K", "J", "I", "H", "G", "F", "E", "D", "C", "B10", "B2"), desks, strict=True))
    for name in ("K", "J", "H", "G", "F", "E"):
        say(room[name], *coming_in("c1"), *coming_in("c2"))
    clock.move("09:20")
    say(room["K"], {"command": "log_incident", "code": "E4", "candidate": "c1", "question": 3})
    say(room["J"], {"command": "interrupt_room", "cause": "alarm"})
    clock.move("10:44")
    for name in ("H", "G", "F"):
        say(room[name], {"command": "leave_room", "candidate": "c1"})
        say(room[name], {"command": "return_to_room", "candidate": "c1"})
    say(room["G"], {"command": "finish", "candidates": ["c1", "c2"], "how": "candidate"})
    room["F"].close()
    (tmp_path / "half.json").write_text('{"format": "pixtui-session", "version')
    (tmp_path / "foreign.json").write_text("{}")
    try:
        found = seen_at(tmp_path, clock)
        told = needs(found)
    finally:
        for one in desks:
            one.close()
    assert told == {
        "K": ("alert", "stale", "running"),
        "J": ("blocked", "stale", "running"),
        "E": ("stale", "running"),
        **dict.fromkeys(("B2", "B10", "C", "D", "I"), ("stale", "before")),
        "F": ("unattended", "running"),
        "H": ("running",),
        "G": ("end",),
    }
    # The first that are passed over are sorted by their next end, then by name, 2 before 10.
    assert [one.file for one in found.lines] == [
        *("k.json", "j.json", "e.json", "b2.json", "b10.json", "c.json", "d.json", "i.json"),
        *("f.json", "half.json", "h.json", "g.json", "foreign.json"),
    ]
    places = [NEEDS.index(one.need) for one in found.lines]
    assert places == sorted(places)
    clock.move("10:46")
    later = seen_at(tmp_path, clock)
    assert later.rooms[2].needs[:1] == ("overdue",)


def test_a_room_that_is_stopped_stands_before_one_who_is_held_up(tmp_path: Path) -> None:
    """However its end moves on meanwhile."""
    clock = WallClock("09:00")
    with make_room(tmp_path, "B1", 2, clock) as one, make_room(tmp_path, "B2", 2, clock) as room:
        for desk in (one, room):
            say(desk, *coming_in("c1"), *coming_in("c2"))
        clock.move("09:05")
        say(one, {"command": "interrupt", "candidate": "c1", "cause": "machine"})
        say(room, {"command": "interrupt_room", "cause": "network"})
        clock.move("09:20")
        assert [found.name for found in seen_at(tmp_path, clock).rooms] == ["B2", "B1"]


def test_a_console_that_says_nothing_is_stale_after_half_an_hour(tmp_path: Path) -> None:
    clock = WallClock("09:00")
    with make_room(tmp_path, "B1", 1, clock) as desk:
        say(desk, *coming_in("c1"))
        entered = clock.at
        clock.at = entered + STALE - dt.timedelta(seconds=1)
        assert needs(seen_at(tmp_path, clock)) == {"B1": ("running",)}
        clock.at = entered + STALE
        assert needs(seen_at(tmp_path, clock)) == {"B1": ("stale", "running")}
    assert needs(seen_at(tmp_path, clock)) == {"B1": ("unattended", "running")}
    assert needs(seen_at(tmp_path, clock, who=False)) == {"B1": ("running",)}


def test_before_the_announced_start_nobody_is_stale(tmp_path: Path) -> None:
    clock = WallClock("08:00")
    with make_room(tmp_path, "B1", 1, clock):
        clock.move("08:59")
        assert needs(seen_at(tmp_path, clock)) == {"B1": ("before",)}
        clock.move("09:00")
        assert needs(seen_at(tmp_path, clock)) == {"B1": ("stale", "before")}


def test_fictional_sessions_count_only_among_themselves(tmp_path: Path) -> None:
    make_room(tmp_path, "B1", 3).close()
    alone = seen_at(tmp_path, nine)
    assert (alone.fictional, alone.totals["total"], alone.totals["rooms"]) == (True, 3, 1)
    make_room(tmp_path, "B2", 2, fictional=False).close()
    mixed = seen_at(tmp_path, nine)
    assert (mixed.fictional, mixed.totals["total"], mixed.totals["rooms"]) == (False, 2, 1)
    rows = {
        row.key: "".join(text for text, _ in row.cells) for row in centre_rows(mixed, FRENCH, 78)
    }
    assert "FICTIF" in rows["b1.json"]
    assert "FICTIF" not in rows["b2.json"]
    assert "FICTIF" in next(centre_lines(alone, FRENCH))


def test_the_day_is_today_else_the_next_one_else_the_last(tmp_path: Path) -> None:
    for days in (-7, 0, 3, 9):
        day = TODAY + dt.timedelta(days=days)
        make_room(tmp_path, f"J{days + 10}", 1, date=day).close()
    look = looked(tmp_path)
    for now, wanted in ((0, 0), (1, 3), (4, 9), (10, 9), (-20, -7)):
        at = NINE + dt.timedelta(days=now)
        found = Overview(lambda at=at: at, lambda at=at: at).centre(look)  # type: ignore[misc]  # a default binds it
        assert found.date == TODAY + dt.timedelta(days=wanted)
        assert [room.state.session.date for room in found.rooms] == [found.date]
        assert sum(found.other_days.values()) == 3
    today = Overview(nine, nine).centre(look)
    assert today.neighbour(1) == TODAY + dt.timedelta(days=3)
    assert today.neighbour(-1) == TODAY - dt.timedelta(days=7)
    asked = Overview(nine, nine).centre(look, TODAY + dt.timedelta(days=9))
    assert (asked.neighbour(1), asked.date) == (None, TODAY + dt.timedelta(days=9))


def test_a_session_of_another_day_that_is_being_used_is_shown_and_not_counted(
    tmp_path: Path,
) -> None:
    make_room(tmp_path, "B1", 2).close()
    with make_room(tmp_path, "B2", 5, date=TODAY + dt.timedelta(days=7)):
        found = seen_at(tmp_path, nine)
    assert [(room.name, room.of_day) for room in found.rooms] == [("B1", True), ("B2", False)]
    assert found.totals["total"] == 2
    assert standing_text(found.rooms[1], FRENCH, 40).startswith("FICTIF · 07/12")


def test_no_folder_without_a_session_is_a_problem(tmp_path: Path) -> None:
    found = seen_at(tmp_path, nine)
    assert (found.date, found.lines, found.totals["total"]) == (None, (), 0)
    assert "pas encore de session" in "\n".join(centre_lines(found, FRENCH))
    assert found.neighbour(1) is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cells", [38, 60, 78, 118, 158])
def test_rows_headings_and_totals_are_of_one_width(
    tmp_path: Path, language: str, cells: int
) -> None:
    for name in ("mid-exam", "hostile-names", "to-finalise", "sealed"):
        sample(tmp_path, name)
    (tmp_path / "foreign.json").write_text("{}")
    spoken = words(language)
    found = seen_at(tmp_path, WallClock("10:40"))
    columns = columns_for(cells)
    wide = {width(heading(columns, spoken)), width(totals_line(found, columns, spoken))}
    wide |= {
        width("".join(text for text, _ in row.cells)) for row in centre_rows(found, spoken, cells)
    }
    assert wide == {cells}


def test_the_columns_of_a_row_add_up_to_its_total(tmp_path: Path) -> None:
    sample(tmp_path, "mid-exam")
    found = seen_at(tmp_path, WallClock("10:02"))
    room = found.rooms[0]
    assert sum(room.in_group(one) for one in GROUPS) == room.tally.counters["total"] == 30
    line = totals_line(found, columns_for(78), FRENCH).replace("·", "0").split()
    numbers = [int(one) for one in line if one.isdecimal()][-6:]
    assert numbers[0] == sum(numbers[1:]) == 30


def test_no_candidate_is_named_and_no_extra_time_told(tmp_path: Path) -> None:
    """Everything said of a centre, in each language and in JSON, while each state is there."""
    for name in ("mid-exam", "hostile-names", "to-finalise", "fresh"):
        sample(tmp_path, name)
    with make_room(tmp_path, "B7", 4):
        look = looked(tmp_path)
    people = {
        text
        for seen in look
        if seen.state is not None
        for one in seen.state.candidates.values()
        for text in (one.last_name, one.first_name)
        if len(text) > 3
    }
    assert len(people) > 50
    for spoken in map(words, LANGUAGES):
        clock = WallClock("10:02")
        found = Overview(clock, clock).centre(look)
        said = [*centre_lines(found, spoken, 158), first_need(found, spoken)]
        said += change_lines(Overview(clock, clock).centre(()), found, spoken)
        for room in found.rooms:
            said += detail_lines(room, spoken, 158)
        told = "\n".join(said) + repr(centre_json(found, spoken))
        assert not {name for name in people if name in told}
        assert "%" not in told
        assert not {name for name in NAMES if name in told}


def test_what_is_new_is_told_once_and_nothing_that_only_gets_older(tmp_path: Path) -> None:
    clock = WallClock("09:00")
    overview, rooms = Overview(clock, clock), Rooms(tmp_path)
    with make_room(tmp_path, "B1", 2, clock) as desk:
        before = overview.centre(rooms.look())
        clock.move("09:05")
        later = overview.centre(rooms.look())
        assert list(change_lines(before, later, FRENCH)) == []
        assert centre_json(before, FRENCH) == centre_json(later, FRENCH)
        say(desk, *coming_in("c1"))
        (tmp_path / "foreign.json").write_text("{}")
        now = overview.centre(rooms.look())
        room, foreign = change_lines(later, now, FRENCH)
        assert "B1" in room
        assert "test 1" in room
        assert "· 2 candidats ·" in room
        assert foreign.startswith("foreign.json")
    desk.store.path.rename(tmp_path / "elsewhere")
    gone = list(change_lines(now, overview.centre(rooms.look()), FRENCH))
    assert [line for line in gone if "b1.json n'est plus là" in line]


def _lengths() -> Iterable[tuple[int, str]]:
    return ((0, "0 min"), (59, "59 min"), (60, "1 h 00"), (1439, "23 h 59"), (1440, "1 j"))


@pytest.mark.parametrize(("minutes", "told"), _lengths())
def test_a_silence_fits_its_column(minutes: int, told: str) -> None:
    assert ago(FRENCH, dt.timedelta(minutes=minutes, seconds=59)) == told
    assert width(told) <= 7


def test_a_room_that_was_lost_is_no_foreign_file(tmp_path: Path) -> None:
    path = tmp_path / "b1.json"
    error = StoreError("not_a_session", {"path": str(path)})
    look = tuple(Seen(path=path, problem=error, was_room=was) for was in (True, False))
    found = Overview(nine, nine).centre(look)
    assert [one.need for one in found.unread] == ["unreadable", "foreign"]


def test_only_what_changed_or_grew_a_minute_older_is_told_anew(tmp_path: Path) -> None:
    clock = WallClock("09:00")
    overview, rooms = Overview(clock, clock), Rooms(tmp_path)
    with make_room(tmp_path, "B1", 1, clock) as desk, make_room(tmp_path, "B2", 1, clock):
        first = {room.name: room for room in overview.centre(rooms.look()).rooms}
        assert isinstance(desk, Desk)
        say(desk, coming_in("c1")[0])
        second = {room.name: room for room in overview.centre(rooms.look()).rooms}
        assert second["B2"].tally is first["B2"].tally
        assert second["B1"].tally is not first["B1"].tally
        clock.move("09:01")
        third = {room.name: room for room in overview.centre(rooms.look()).rooms}
        assert third["B2"].now > second["B2"].now
        assert 0 < overview.pause() <= 15.01


def test_a_record_that_verifies_and_makes_no_sense_stops_no_other(tmp_path: Path) -> None:
    """Whoever writes such a file needs no pixtui: its chain is right, its content is not."""
    path = make_room(tmp_path, "B1", 2).store.path
    entries = list(read(path).entries)
    strange: dict[str, dict[str, object]] = {
        "zone": {**(entries[0].body or {}), "zone": "Mars/Base"},
        "never": {"at": "never", "by": BY, "candidates": ["c1"], "how": "candidate"},
    }
    for name, body in strange.items():
        kept = entries[:1] if name == "never" else []
        type_ = "finish" if kept else "create_session"
        prev = kept[-1].hash if kept else GENESIS
        last = make_entry(len(kept) + 1, type_, body, entries[0].recorded, prev)
        at_rest = {"format": FORMAT, "version": FILE_VERSION, "session": {}}
        history = [one.to_json() for one in (*kept, last)]
        (tmp_path / f"{name}.json").write_text(json.dumps({**at_rest, "history": history}))
    found = seen_at(tmp_path, nine)
    assert [room.file for room in found.rooms] == ["b1.json"]
    assert {one.file: one.error.code for one in found.unread} == {
        "zone.json": "damaged",
        "never.json": "damaged",
    }
    assert all(one.file in unread_sentence(one, FRENCH) for one in found.unread)
