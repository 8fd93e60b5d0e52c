"""Promise 7: what circulates shows no extra time and no code; what the staff keeps, no code."""

import re

import pytest

from pixtui.documents.catalogue import DOCUMENTS
from pixtui.domain import commands as c
from pixtui.domain.commands import Language
from pixtui.domain.timing import real_end
from pixtui.wording.when import hour
from tests.documents.reading import ALL, Paper, a_day, paper, printed
from tests.documents.sessions import ACCESS_CODE, EXTRA, PASSWORD, lived, matter, seal

CIRCULATING = tuple(name for name, one in DOCUMENTS.items() if not one.staff)
STAFF = tuple(name for name, one in DOCUMENTS.items() if one.staff)
TELLS = re.compile(
    r"temps majoré|majoré|majoration|tiers[- ]temps|aménage|extra time|longer|additional time", re.I
)
MOMENTS = ({"open_": True}, {}, {"sealed": True})


def everything_in(sheet: Paper) -> str:
    """The text, the bookmarks and what the file says of itself."""
    about = " ".join(str(one) for one in (sheet.reader.metadata or {}).values())
    return " ".join([sheet.words, *sheet.outline, about])


def test_the_staffs_are_the_four_of_the_design() -> None:
    assert set(STAFF) == {"session-report", "pix-entry-sheet", "fallback", "roll-call"}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("moment", MOMENTS, ids=["open", "ended", "sealed"])
@pytest.mark.parametrize("name", CIRCULATING)
def test_no_extra_time_on_what_circulates(
    name: str, moment: dict[str, bool], language: Language
) -> None:
    day = a_day(30, language=language, **moment)
    told = everything_in(printed(name, language=language, **moment))
    assert not TELLS.search(told)
    assert not re.search(rf"\b{EXTRA}\b", told)
    for one in day.state.candidates.values():
        end = real_end(day.state, one, matter(day).now)
        if one.extra_time and end is not None:
            # The room's own hours (its alarm, its end) are no one's extra time.
            assert hour(day.state, end.at) not in told, one.last_name
            assert f"{end.terms[1].minutes} min" not in told


def test_the_staff_sees_the_extra_time() -> None:
    for name in ("session-report", "fallback"):
        assert f"{EXTRA} %" in printed(name).words.replace("\u202f", " ").replace("\xa0", " ")


@pytest.mark.parametrize("name", ALL)
def test_no_code_on_any_paper(name: str) -> None:
    for moment in MOMENTS:
        told = everything_in(printed(name, **moment))
        assert ACCESS_CODE not in told
        assert PASSWORD not in told
        assert ACCESS_CODE.encode() not in printed(name, **moment).data


@pytest.mark.parametrize(
    "name", ["incident-report", "session-report", "fallback", "pix-entry-sheet"]
)
def test_a_code_that_someone_wrote_down_is_masked(name: str) -> None:
    day = lived(3, open_=True)
    note = f"le code {ACCESS_CODE} a été lu trop tôt, avec C-{PASSWORD}"
    day.do("10:30", c.LogIncident(code="C7", candidate="c1", note=note))
    sheet = paper(name, matter(day))
    assert sheet.says("lu trop tôt")
    assert not sheet.says(ACCESS_CODE)
    assert not sheet.says(PASSWORD)


@pytest.mark.parametrize(
    "incident",
    [
        c.LogIncident(code="C2", candidate="c1", note="37 % oubliés"),
        c.LogIncident(code="E8", candidate="c1", question=3, note="37 % oubliés"),
        c.LogIncident(situation="extra_time_wrong", candidate="c1", note="37 % oubliés"),
        c.LogIncident(situation="timed_extra_time", code="C8", candidate="c1", note="37 % oubliés"),
    ],
)
def test_a_report_about_extra_time_is_named_by_its_code_alone(incident: c.LogIncident) -> None:
    day = lived(3, open_=True)
    made = day.do("10:30", incident).made
    sheet = paper("incident-report", matter(day))
    assert made
    assert sheet.says(f"({made})")
    assert not sheet.says("37 % oubliés")
    assert not TELLS.search(everything_in(sheet))
    assert paper("session-report", matter(day)).says("37 % oubliés")


def test_what_was_left_open_stands_once_in_the_report_with_its_reason() -> None:
    day = lived(3)
    seal(day)
    left = day.state.overrides
    assert left
    sheet = paper("session-report", matter(day))
    assert sheet.count("raison dite") == len(left)


def test_the_new_ends_after_an_alarm_stay_with_the_staff() -> None:
    sheet = printed("incident-report", open_=True)
    assert sheet.says("alarme incendie")
    assert sheet.says("Les nouvelles heures de fin sont dans le rapport de session.")
    assert not sheet.says("Nouvelles fins")
