"""A session like another one, made in the list of sessions."""

from pathlib import Path

import pytest
from textual.widgets import Input

from pixtui.store.projection import read_session
from tests.pilot.driver import sitting
from tests.pilot.test_screens import sample


@pytest.mark.parametrize("with_list", ["oui", "non"])
async def test_it_has_the_details_and_the_list_where_wanted(home: Path, with_list: str) -> None:
    source = read_session(sample(home, "mid-exam")).state
    async with sitting(home) as operator:
        await operator.until("mid-exam")
        await operator.press("plus")
        await operator.until("Nouvelle session comme mid-exam")
        for name, held in (("room", "B204"), ("date", ""), ("number", ""), ("time", "09:00")):
            assert operator.console.screen.query_one(f"#field-{name}", Input).value == held
        await operator.fill({"date": "18/01/2027", "with_candidates": "peut-être"})
        await operator.until("répondez oui ou non")
        await operator.fill({"with_candidates": with_list})
        await operator.until("Convocations")
        made = operator.state
        assert made.session.date.isoformat() == "2027-01-18"
        assert made.session.number is None
        assert made.session.fictional is (with_list == "oui"), "a fictional class stays marked"
        assert made.session.product == source.session.product
        assert made.codes.access_code is None
        assert not made.incidents
        people = {(one.last_name, one.seat, one.extra_time) for one in made.candidates.values()}
        wanted = {(one.last_name, one.seat, one.extra_time) for one in source.candidates.values()}
        assert people == (wanted if with_list == "oui" else set())
        assert all(one.identity is None for one in made.candidates.values())
    again = read_session(home / "2027-01-18-09h00-b204.json").state
    assert len(again.candidates) == len(made.candidates)


async def test_one_that_is_there_already_is_kept(home: Path) -> None:
    sample(home, "mid-exam")
    (home / "2027-01-18-09h00-b204.json").write_text("not ours")
    async with sitting(home) as operator:
        await operator.until("mid-exam")
        await operator.press("down", "plus")
        await operator.until("Nouvelle session comme mid-exam")
        await operator.fill({"date": "18/01/2027"})
        await operator.until("existe déjà : changez la salle, la date ou le début")
    assert (home / "2027-01-18-09h00-b204.json").read_text() == "not ours"


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_new_session_has_the_language_of_the_console(home: Path, language: str) -> None:
    async with sitting(home, language=language) as operator:
        await operator.press("f2")
        fields = {"site": "Collège fictif", "room": "C1", "date": "18/01/2027", "time": "09:00"}
        await operator.until(lambda: isinstance(operator.console.focused, Input))
        await operator.fill(fields)
        await operator.until(lambda: operator.console.context is not None)
        assert operator.state.session.language == language
