"""The incident log shows only some: always said, always left by one key."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from pixtui.desk.desk import Desk, Done
from pixtui.domain.derive import destinations
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample


@pytest.fixture
async def log(home: Path) -> AsyncIterator[Operator]:
    """Someone at the incident log in the middle of the day."""
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as operator:
        await operator.until("28 en cours")
        for more in (
            {"situation": "printer_down", "note": "plus de papier, rangée 2"},
            {"code": "C8", "candidate": "ABADIE", "note": "arrivée tardive"},
            {"code": "C7", "candidate": "ABADIE", "note": "écran éteint"},
        ):
            told = operator.context.desk.submit_json({"command": "log_incident", **more})
            assert isinstance(told, Done), told
        operator.context.desk.submit_json(
            {"command": "close_incident", "incident": "i4", "outcome": "vu"}
        )
        await operator.press("f7")
        await operator.until("E4")
        yield operator


def hidden(operator: Operator) -> int:
    """How many the screen says are hidden."""
    found = re.search(r"(\d+) cachés?\b", operator.seen)
    return int(found[1]) if found else 0


def shown(operator: Operator) -> set[str]:
    """The incidents shown; with those said to be hidden they are all there are."""
    keys = {row.key for row in operator.rows.rows}
    assert len(keys) + hidden(operator) == len(operator.state.incidents)
    return keys


async def test_each_key_narrows_and_once_more_widens(log: Operator) -> None:
    everything = shown(log)
    incidents = log.state.incidents
    assert len(everything) > 3
    await log.press("1")
    await log.until("ouverts seulement")
    assert shown(log) == {key for key, one in incidents.items() if one.closed is None}
    await log.press("1")
    assert shown(log) == everything
    first = incidents[log.rows.current or ""]
    await log.press("2")
    assert shown(log) == {k for k, one in incidents.items() if one.candidate == first.candidate}
    await log.press("2", "3")
    assert shown(log) == {key for key, one in incidents.items() if one.code == first.code}
    await log.press("3")
    assert shown(log) == everything
    await log.press("4")
    await log.until("Seulement ce qui va où ?")
    await log.choose("papier")
    wanted = {k for k, one in incidents.items() if "paper" in destinations(log.state, one)}
    assert shown(log) == wanted


async def test_the_search_forgives_accents_and_the_back_key_shows_all(log: Operator) -> None:
    everything = shown(log)
    await log.press("slash")
    await log.type("MAELYS")
    assert {log.state.incidents[key].candidate for key in shown(log)} == {log.person("LE GOFF").id}
    await log.press("enter")
    await log.until("« MAELYS »")
    await log.press("1", "slash")
    await log.type("zzzz")
    await log.press("enter")
    await log.until("Échap montre tout")
    assert shown(log) == set()
    await log.press("escape")
    assert shown(log) == everything
    await log.press("escape")
    await log.until("Entrée cocher")


async def test_what_is_gone_to_is_shown_though_it_was_hidden(log: Operator) -> None:
    closed = next(key for key, one in log.state.incidents.items() if one.closed is not None)
    await log.press("1")
    assert closed not in shown(log)
    log.console.show_incidents(closed)
    await log.until(lambda: log.rows.current == closed)
    assert hidden(log) == 0
    await log.press("f2", "slash")
    await log.type("ozo")
    await log.press("enter")
    other = log.person("ABADIE").id
    log.console.show_grid(other)
    await log.until(lambda: log.rows.current == other)


async def test_going_to_a_step_only_goes_there(log: Operator) -> None:
    entries = len(log.state.history)
    log.console.show_checklist("access_code")
    await log.until("Entrée cocher")
    await log.until(lambda: log.rows.current == "access_code")
    assert len(log.state.history) == entries


async def test_an_open_alert_that_is_hidden_is_said_first_wherever_it_comes_from(
    log: Operator,
) -> None:
    await log.press("slash")
    await log.type("abadie")
    await log.press("enter")
    await log.until("1 ALERTE OUVERTE cachée · 3 cachés ; montrés : « abadie »")
    elsewhere = Desk.open(log.context.desk.store.path, "M. Blanchard", WallClock("10:02"))
    alert = {"command": "log_incident", "code": "E1", "candidate": "BENALI", "question": 3}
    assert isinstance(elsewhere.submit_json(alert), Done)
    elsewhere.close()
    await log.until("2 ALERTES OUVERTES cachées · 4 cachés")
    await log.press("escape")
    await log.until(lambda: "cachée" not in log.seen)
