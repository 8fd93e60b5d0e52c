"""Convocations: one person a page, all they must know on it."""

import pytest

from pixtui.documents.catalogue import make, plans
from pixtui.documents.errors import PaperError
from pixtui.domain import commands as c
from tests.documents.reading import Paper, a_list, paper
from tests.documents.sessions import listed, matter
from tests.documents.test_lists import last_names


@pytest.mark.parametrize("count", [1, 40, 200])
def test_a_page_each_by_name(count: int) -> None:
    day = a_list(count)
    sheet = paper("convocations", matter(day))
    names = last_names(day)
    assert len(sheet.pages) == count
    for text, name in zip(sheet.pages, names, strict=True):
        assert [one for one in names if one in text] == [name]
        assert text.endswith("1/1"), "a letter is whole by itself"
    title, *people = sheet.outline
    assert title == "Convocation à la certification Pix"
    assert [one.split()[0] for one in people] == names


def test_it_tells_who_where_when_and_what_to_bring() -> None:
    day = a_list(40)
    sheet = paper("convocations", matter(day))
    for text, one in zip(sheet.pages, matter(day).people(), strict=True):
        assert one.birthdate is not None
        for told in (
            f"{one.last_name} {one.first_name}",
            one.birthdate.strftime("%d/%m/%Y"),
            one.seat or "",
            one.class_name or "",
            "lundi 30 novembre 2026",
            "08:40",
            "09:00",
            "B204",
            "À apporter",
            "105 minutes",
            "Être certifiable",
            "Vos données",
            "mardi 30 novembre 2027",
        ):
            assert told in text


def test_one_file_each_named_by_id() -> None:
    day = a_list(3)
    found = plans(matter(day), ["convocations"], split=True)
    assert [one.stem for one in found] == ["convocation-c1", "convocation-c2", "convocation-c3"]
    for one, person in zip(found, day.state.candidates.values(), strict=True):
        sheet = Paper(make(one, matter(day)))
        assert len(sheet.pages) == 1
        assert sheet.says(person.last_name)


def test_without_anyone_there_is_nothing_to_print() -> None:
    with pytest.raises(PaperError) as caught:
        plans(matter(a_list(0)), ["convocations"])
    assert caught.value.code == "no_candidates"
    assert not [one for one in plans(matter(a_list(0))) if one.name == "convocations"]


def test_who_has_neither_class_nor_seat_nor_birth_date_gets_one_too() -> None:
    sheet = paper("convocations", matter(listed((c.NewCandidate(last_name="X", first_name="Y"),))))
    assert sheet.count("X Y") >= 2
    assert not sheet.says("None")
