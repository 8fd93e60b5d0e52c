"""What a room may see holds nobody's name, birth date or extra time, whatever the session."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from attrs import evolve

from pixtui.domain import commands as c
from pixtui.domain.session import State
from pixtui.domain.timing import extra_minutes
from pixtui.present.big import BLOCK, ROWS, big, big_width
from pixtui.present.projector import (
    Projected,
    code_lines,
    common_end,
    page_lines,
    projected,
    small_top_lines,
    top_lines,
)
from pixtui.present.width import width
from pixtui.resources import sample_sessions
from pixtui.rules.rulebook import load
from pixtui.store.projection import state_of
from pixtui.store.reading import read
from pixtui.wording.catalogue import Words, words
from tests.domain.day import Day, at

NOW = dt.datetime(2026, 11, 30, 10, 2, tzinfo=dt.timezone(dt.timedelta(hours=1)))
Lines = Callable[[Projected, Words, int], list[str]]
SAMPLES = sorted(path.stem for path in sample_sessions().glob("*.json"))


def everything_shown(state: State, now: dt.datetime, language: str) -> str:
    """All that a projector could ever show of a session at that instant."""
    shown, said, pages = projected(state, now), words(language), load().pages()
    lines = [*top_lines(shown, said, 80), *code_lines(shown, said)]
    for number, page in enumerate(pages, 1):
        lines += page_lines(page, number, len(pages), language, 80)
    return "\n".join(lines)


def secrets(state: State) -> set[str]:
    """What must never be before a room, as it would be written."""
    found: set[str] = set()
    for one in state.candidates.values():
        found |= {one.last_name, one.first_name}
        if one.birthdate:
            found |= {one.birthdate.isoformat(), f"{one.birthdate:%d/%m/%Y}"}
        if one.extra_time:
            found |= {f"{one.extra_time} %", f"+{one.extra_time}"}
    return {text for text in found if len(text) > 2}


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_moment_of_a_session_shows_what_is_nobody_elses_business(
    sample: str, language: str
) -> None:
    entries = read(sample_sessions() / f"{sample}.json").entries
    for upto in range(1, len(entries) + 1, 7):
        state = state_of(entries[:upto])
        shown = everything_shown(state, NOW, language)
        for secret in secrets(state):
            assert not re.search(rf"\b{re.escape(secret)}\b", shown), secret
        assert (state.codes.invigilator_password or "\0") not in shown


def test_extra_time_does_not_move_the_common_end() -> None:
    state = state_of(read(sample_sessions() / "mid-exam.json").entries)
    without = common_end(state, NOW)
    longer = {
        key: evolve(one, extra_time=33) if number % 2 else one
        for number, (key, one) in enumerate(state.candidates.items())
    }
    assert common_end(evolve(state, candidates=longer), NOW) == without
    assert without is not None
    assert extra_minutes(105, 33) > 0


def test_what_is_ones_own_does_not_move_the_common_end() -> None:
    day = Day(candidates=3)
    day.started("9:00", "c1", "c2", "c3")
    announced = common_end(day.state, at("9:01"))
    assert announced == at("10:45")
    day.do("9:10", c.Interrupt(candidates=("c3",), cause="network", given_back=True))
    day.do("9:50", c.Resume(candidates=("c3",)))
    assert common_end(day.state, at("9:51")) == announced
    day.do("10:40", c.Finish(candidates=("c1", "c2"), how="candidate"))
    assert common_end(day.state, at("10:41")) == announced, "who is left does not show"
    assert common_end(day.state, at("10:45")) is None, "nor does anybody once it is passed"


@pytest.mark.parametrize("lines", [top_lines, small_top_lines])
def test_a_stopped_room_is_told_that_its_clocks_are_stopped(lines: Lines) -> None:
    day = Day(candidates=2)
    day.started("9:00", "c1", "c2")
    day.do("9:10", c.InterruptRoom(cause="fire_alarm"))
    assert "Les horloges sont arrêtées" in "\n".join(
        lines(projected(day.state, at("9:15")), words("fr"), 80)
    )
    day.do("9:20", c.ResumeRoom())
    shown = projected(day.state, at("9:21"))
    assert shown.common_end == "10:55"
    assert "Fin commune 10:55" in "\n".join(lines(shown, words("fr"), 80))


def test_the_code_is_there_only_between_being_given_and_the_seal() -> None:
    entries = read(sample_sessions() / "mid-exam.json").entries
    given = next(entry.seq for entry in entries if entry.type == "reveal_code")
    set_at = next(entry.seq for entry in entries if entry.type == "set_codes")
    assert set_at < given
    for upto in range(1, len(entries) + 1):
        shown = projected(state_of(entries[:upto]), NOW)
        assert bool(shown.code) is (upto >= given), upto
    sealed = state_of(read(sample_sessions() / "sealed.json").entries)
    assert projected(sealed, NOW).code == ""


@pytest.mark.parametrize("text", ["0123456789", "ABCDEFGHIJKLM", "NOPQRSTUVWXYZ", "10:02", "-"])
def test_big_signs_are_five_rows_of_the_same_width(text: str) -> None:
    rows = big(text)
    assert len(rows) == ROWS
    assert {len(row) for row in rows} == {big_width(text)}
    assert BLOCK in "".join(rows)
    assert len({tuple(big(one)) for one in text}) == len(set(text)), "no two signs look alike"


@pytest.mark.parametrize("cells", [40, 80, 120])
@pytest.mark.parametrize("number", ["", "123456", "123456789"])
def test_the_top_fits_the_screen(cells: int, number: str) -> None:
    state = state_of(read(sample_sessions() / "mid-exam.json").entries)
    shown = evolve(projected(state, NOW), number=number)
    rows = top_lines(shown, words("fr"), cells)
    if cells >= 80:
        assert max(width(row) for row in rows) <= cells - 2
