"""Every paper in a language where what is not translated shows."""

from pathlib import Path

import pytest
from attrs import evolve

from pixtui.rules.rulebook import rulebook
from tests.documents.reading import ALL, paper
from tests.documents.sessions import lived, matter, seal
from tests.wording.pseudo import (
    SAID_EVERYWHERE,
    Pseudo,
    left_in_english,
    of_the_data,
    of_the_rules,
)


@pytest.mark.parametrize("name", ALL)
def test_nothing_on_a_paper_is_left_in_english(name: str) -> None:
    day = lived(3)
    seal(day)
    made_from = evolve(matter(day), words=Pseudo())
    # The last one stands in the head that is printed in groups.
    known = of_the_data(day.state, Path()) | of_the_rules(rulebook()) | SAID_EVERYWHERE | {"cdef"}
    assert not left_in_english(paper(name, made_from).words, known)
