"""A day told on paper becomes the day's own commands, each at the time of its fact."""

import datetime as dt
from collections.abc import Mapping

import pytest

from pixtui.desk.parse import Asker, parse
from pixtui.domain import commands as c
from pixtui.domain.derive import candidate_state
from pixtui.domain.outcome import Refusal
from pixtui.present.field import UnclearError
from pixtui.present.paper import Sheet, title, waiting
from pixtui.wording.catalogue import words
from pixtui.wording.when import hour
from tests.domain.day import BY, Day, at

EVENING = "18:00"
FULL = {
    "identity": "oui", "signed": "oui", "start": "9:05", "held": "9:30", "resumed": "9:40",
    "end": "10:58", "reason": "", "end_screen": "oui", "signed_out": "oui",
}  # fmt: skip


def sheet(day: Day, who: str = "c1", now: dt.datetime | None = None) -> Sheet:
    """That candidate's line, typed in the evening."""
    return Sheet(state=day.state, words=words("fr"), now=now or at(EVENING), one=day.one(who))


def typed(day: Day, values: Mapping[str, str], who: str = "c1") -> list[tuple[str, str]]:
    """Type a line in: what is declared for which hour; every command is accepted."""
    told = []
    for command in sheet(day, who).commands(values):
        asked = parse(command, day.state, Asker(by=BY, now=at(EVENING)))
        assert not isinstance(asked, Refusal), asked
        day.do(hour(day.state, asked.at), asked.act, now=EVENING)
        told.append((asked.act.NAME, hour(day.state, asked.at)))
    return told


def test_a_whole_line_is_the_day_in_its_order_and_every_entry_is_late() -> None:
    day = Day(candidates=1)
    assert typed(day, FULL) == [
        ("check_identity", "09:05"),
        ("sign", "09:05"),
        ("confirm_presence", "09:05"),
        ("start", "09:05"),
        ("interrupt", "09:30"),
        ("resume", "09:40"),
        ("finish", "10:58"),
        ("see_end_screen", "10:58"),
        ("sign_out", "10:58"),
    ]
    assert candidate_state(day.state, day.one()) == "finished"
    late = [event.late_by() for event in day.state.history if event.seq > 2]
    assert all(one > dt.timedelta(hours=7) for one in late)


def test_without_the_invigilator_space_no_presence_is_made_up() -> None:
    assert "confirm_presence" not in dict(typed(Day("without-es", candidates=1), FULL))


@pytest.mark.parametrize(("letter", "reason"), [("c", "candidate"), ("Technique", "technical")])
def test_an_unfinished_test_has_its_reason(letter: str, reason: str) -> None:
    day = Day(candidates=1)
    typed(day, {**FULL, "reason": letter})
    assert candidate_state(day.state, day.one()) == "stopped"
    given = day.one().reason
    assert given is not None
    assert given.outcome == reason


def test_absent_is_one_entry_at_the_opening() -> None:
    day = Day(candidates=1)
    assert typed(day, {**FULL, "absent": "oui"}) == [("mark_absent", "09:00")]
    assert sheet(day).commands({"absent": "oui"}) == []
    assert typed(day, {"absent": "non", "start": "9:20"})[0] == ("arrive", "09:20")


def test_only_what_is_not_known_is_asked() -> None:
    day = Day(candidates=1)
    day.started("9:05", "c1")
    assert [one.name for one in sheet(day).fields()] == [
        "held", "resumed", "end", "reason", "end_screen", "signed_out",
    ]  # fmt: skip
    assert typed(day, {"end": "10:50", "end_screen": "oui"}) == [
        ("finish", "10:50"), ("see_end_screen", "10:50"),
    ]  # fmt: skip


def test_times_are_those_of_the_sessions_day_whenever_it_is_typed() -> None:
    after = at("9:00") + dt.timedelta(days=3)
    commands = sheet(Day(candidates=1), now=after).commands(FULL)
    assert {command["at"][:10] for command in commands} == {"2026-11-30"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"start": ""}, "début"),
        ({"start": "neuf"}, "09:05"),
        ({"start": "9:05", "resumed": "9:40"}, "interrompu"),
        ({"start": "9:05", "reason": "x"}, "c (candidat)"),
        ({"start": "9:05", "reason": "c"}, "a pris fin"),
    ],
)
def test_what_means_nothing_is_said_and_nothing_is_declared(
    values: dict[str, str], said: str
) -> None:
    with pytest.raises(UnclearError) as unclear:
        sheet(Day(candidates=1)).commands(values)
    assert said in str(unclear.value)


def test_who_waits_is_counted() -> None:
    day = Day(candidates=3)
    day.do("9:00", c.MarkAbsent(candidates=("c2",)))
    assert [one.id for one in waiting(day.state)] == ["c1", "c3"]
    assert title(sheet(day)) == "1 NOMA Zoé · restent 2 lignes"
