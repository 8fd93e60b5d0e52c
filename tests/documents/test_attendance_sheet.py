"""The attendance sheet is Pix's: 20 a page, by last then first name, signed by the invigilators."""

import pytest

from pixtui.domain import commands as c
from tests.documents.reading import a_list, paper
from tests.documents.sessions import listed, matter
from tests.documents.test_lists import each_once, last_names


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (20, 1), (21, 2), (40, 2), (200, 10)])
def test_twenty_a_page_each_once_in_order(count: int, pages: int) -> None:
    day = a_list(count)
    sheet = paper("attendance-sheet", matter(day))
    assert len(sheet.pages) == pages
    names = last_names(day)
    each_once(sheet, names)
    for number, text in enumerate(sheet.pages):
        assert [one for one in names if one in text] == names[20 * number : 20 * number + 20]


def test_every_page_has_the_session_and_room_for_the_invigilators_to_sign() -> None:
    for text in paper("attendance-sheet", matter(a_list(40))).pages:
        for told in ("session 123456", "09:00", "Collège fictif", "salle B204", "30 novembre 2026"):
            assert told in text
        for column in ("nom de naissance", "prénom", "date de", "classe", "signature"):
            assert column in text
        assert "Mme Sarr · surveillant, signature" in text


def test_the_order_does_not_look_at_case_or_accents() -> None:
    names = [("élan", "B"), ("Zoo", "A"), ("ELAN", "A"), ("abc", "B"), ("ABC", "a")]
    people = tuple(c.NewCandidate(last_name=last, first_name=first) for last, first in names)
    text = paper("attendance-sheet", matter(listed(people))).words
    wanted = ["ABC a", "abc B", "ELAN A", "élan B", "Zoo A"]
    assert [text.index(one) for one in wanted] == sorted(text.index(one) for one in wanted)


def test_the_local_id_stands_where_there_are_no_classes() -> None:
    person = c.NewCandidate(last_name="Diop", first_name="Awa", external_id="2026-77")
    sheet = paper("attendance-sheet", matter(listed((person,))))
    assert sheet.says("identifiant local")
    assert sheet.says("2026-77")
